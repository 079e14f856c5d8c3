"""A line that says once what happened, such as that there is no sound, and goes by itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size

MS_PER_WORD = 450
SHORTEST_MS = 4_000
MARGIN = 16


class Toast(QWidget):
    """A line at the foot of its host, above what is pressed there; it takes no clicks, no focus.

    Args:
        look: the theme and the fonts.
        host: the widget that it floats over.
    """

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self._host = host
        self._text = ""
        self._icon = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        host.installEventFilter(self)
        look.changed.connect(self._place)

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._text

    def say(self, text: str, icon: str = "") -> None:
        """Show a line for as long as it takes to read it, and tell a screen reader."""
        self._text, self._icon = text, icon
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(SHORTEST_MS, MS_PER_WORD * len(text.split())))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def hide(self) -> None:
        """Go away."""
        self._timer.stop()
        super().hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the host."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Room for the words in at most the host's width."""
        px = self._look.theme.px
        lead = px(28) if self._icon else 0
        room = max(1, self._host.width() - 2 * MARGIN - px(40) - lead)
        metrics = QFontMetrics(self._look.font(Size.BODY))
        words = metrics.boundingRect(0, 0, room, 10_000, self._flags(), self._text)
        return QSize(words.width() + px(40) + lead + 1, words.height() + px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink ground, paper words."""
        c, px = self._look.colours, self._look.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.ink))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_FIELD, RADIUS_FIELD)
        area = self.rect().adjusted(px(20), px(10), -px(20), -px(10))
        if self._icon:
            icon: QPixmap = self._look.icon(self._icon, c.bg, 20, self.devicePixelRatioF())
            painter.drawPixmap(area.left(), area.center().y() - px(10) + 1, icon)
            area.setLeft(area.left() + px(28))
        painter.setFont(self._look.font(Size.BODY))
        painter.setPen(QColor(c.bg))
        painter.drawText(area, self._flags(), self._text)

    def _flags(self) -> int:
        return Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter

    def _place(self) -> None:
        size = self.sizeHint()
        x = (self._host.width() - size.width()) // 2
        foot = QRect(QPoint(x, self._host.height() - size.height() - MARGIN), size)
        self.setGeometry(self._above_buttons(foot))
        self.update()

    def _above_buttons(self, foot: QRect) -> QRect:
        """The lowest place that covers no button; the foot if the lower half has none."""
        place = QRect(foot)
        buttons = [_seen(button, self._host) for button in _buttons(self._host)]
        for button in sorted(buttons, key=lambda area: area.bottom(), reverse=True):
            if button.intersects(place):
                place.moveBottom(button.top() - MARGIN // 2)
        return place if place.top() >= self._host.height() // 2 else foot


def _buttons(host: QWidget) -> list[QAbstractButton]:
    return [button for button in host.findChildren(QAbstractButton) if button.isVisible()]


def _seen(widget: QWidget, host: QWidget) -> QRect:
    """The part of a widget that is not scrolled away, in the host's coordinates."""
    area = widget.visibleRegion().boundingRect()
    return area.translated(widget.mapTo(host, QPoint(0, 0)))
