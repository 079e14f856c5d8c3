"""A scroll area without a frame that goes where the focus goes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget


class Scroll(QScrollArea):
    """A page, a column or a list that may be higher than its room.

    Args:
        content: what is scrolled.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        own_viewport(self)
        content.setObjectName("page")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(24)
        content.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def show_focused(self) -> None:
        """Go where the focus is, if it is in here."""
        self._go_to(QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._go_to(new)

    def _go_to(self, widget: QWidget | None) -> None:
        if widget is not None and self._content.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the height that it needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the content has become another one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Qt asks wrapped words for their height at a width that they never have: ask anew."""
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.minimumHeightForWidth(self.viewport().width())
            if height != self._content.minimumHeight():
                self._content.setMinimumHeight(height)


def own_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give a scroll area a viewport that Python has made.

    For a widget that only Qt knows, PySide6 first makes classes of all that it could be: 70, from
    the calendar to the wizard, with 56 enumerations.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")  # as Qt's own
    area.setViewport(viewport)
    return viewport
