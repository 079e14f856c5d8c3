"""A widget without a window of its own: its picture goes to a panel, which gives it a pointer.

Rules: the widget is painted only when Qt wants it painted and when the panel asks for a picture;
what the pointer does reaches it the way it reaches any window, so that hovering, pressing and
letting go outside work as everywhere.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.ports import Panel

_NONE = Qt.MouseButton.NoButton
_LEFT = Qt.MouseButton.LeftButton
_OUTSIDE = QPointF(-1, -1)


class OffWindow(QObject):
    """Shows one widget on one panel.

    Args:
        widget: a window; while it is shown here it is not on the screen by itself.
        panel: where it is seen instead.

    Signals:
        lost: the panel was shown and is no more.
    """

    lost = Signal()

    def __init__(self, widget: QWidget, panel: Panel) -> None:
        super().__init__(widget)
        self._widget = widget
        self._panel = panel
        self._is_shown = False
        self._works = True
        self._pointer: QPointF | None = None
        self._buttons = _NONE
        panel.picture_requested.connect(self._paint)
        panel.moved.connect(self._on_panel_moved)
        panel.pressed.connect(self._on_panel_pressed)
        panel.released.connect(self._on_panel_released)
        panel.left.connect(self._on_panel_left)
        panel.failed.connect(self._on_panel_failed)

    @property
    def is_shown(self) -> bool:
        """Whether the widget is here, rather than in a window or nowhere."""
        return self._is_shown

    @property
    def works(self) -> bool:
        """Whether it could be shown when that was last tried; so it is believed before."""
        return self._works

    def show(self) -> bool:
        """Show the widget here, in the size that it has; whether that is possible."""
        widget = self._widget
        if not self._is_shown:
            widget.hide()
            widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            widget.installEventFilter(self)
            widget.show()
            self._is_shown = True
        self._works = self._panel.show(widget.width(), widget.height())
        if not self._works:
            self.hide()
        return self._works

    def hide(self) -> None:
        """Take the widget back."""
        if not self._is_shown:
            return
        self._is_shown = False
        self._panel.hide()
        self._on_panel_left()
        self._widget.removeEventFilter(self)
        self._widget.hide()
        self._widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint when Qt does, and follow the widget's size."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._paint()
        elif event.type() == QEvent.Type.Resize:
            self._panel.show(self._widget.width(), self._widget.height())
        return False

    def _paint(self) -> None:
        if not self._is_shown:
            return
        scale, size = self._panel.scale, self._widget.size()
        # Rounded up at the half, as the compositor does.
        width, height = int(size.width() * scale + 0.5), int(size.height() * scale + 0.5)
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        flags = QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.IgnoreMask
        self._widget.render(painter, QPoint(), QRegion(), flags)
        painter.end()
        self._panel.paint(bytes(image.constBits()), width, height)

    def _on_panel_moved(self, x: float, y: float) -> None:
        before, self._pointer = self._pointer, QPointF(x, y)
        if before is None:
            self._send(QEnterEvent(self._pointer, self._pointer, self._pointer))
        self._send_mouse(QEvent.Type.MouseMove, _NONE)

    def _on_panel_pressed(self) -> None:
        self._buttons = _LEFT
        self._send_mouse(QEvent.Type.MouseButtonPress, _LEFT)

    def _on_panel_released(self) -> None:
        self._buttons = _NONE
        self._send_mouse(QEvent.Type.MouseButtonRelease, _LEFT)

    def _on_panel_left(self) -> None:
        if self._pointer is not None:
            if self._buttons is _LEFT:  # the surface has gone from under the finger
                self._on_panel_moved(_OUTSIDE.x(), _OUTSIDE.y())
                self._on_panel_released()
            self._pointer = None
            self._send(QEvent(QEvent.Type.Leave))

    def _on_panel_failed(self) -> None:
        if self._is_shown:
            self.hide()
            self.lost.emit()

    def _send_mouse(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        if self._pointer is not None:
            none = Qt.KeyboardModifier.NoModifier
            spot = self._pointer
            self._send(QMouseEvent(kind, spot, spot, button, self._buttons, none))

    def _send(self, event: QEvent) -> None:
        window = self._widget.windowHandle()
        if window is not None:
            QCoreApplication.sendEvent(window, event)
