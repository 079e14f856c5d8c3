"""A line on home: today's part of the plan and its walk, or the way to a plan."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.look.style import Look


class PlanLine(QWidget):
    """The line. Until it was told what to show it is not there.

    Args:
        look: the theme and the fonts.

    Signals:
        start_requested: today's part.
        open_requested: the page of the plan.
        walk_requested: the person walks now, or does not after all.
    """

    start_requested = Signal()
    open_requested = Signal()
    walk_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "body", is_strong=True, wraps=True)
        self.start = Button(look, self.tr("Start it"), icon="play")
        self.open = Button(look, "", Kind.QUIET)
        self.walk = Button(look, "")
        self.walk.hide()
        row = FlowLayout(10, self)
        for widget in (self._words, self.start, self.walk, self.open):
            row.addWidget(widget)
        self.start.clicked.connect(self.start_requested)
        self.open.clicked.connect(self.open_requested)
        self.walk.clicked.connect(self.walk_requested)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words only where they have no room: Qt would give them a pleasant shape."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._words.fontMetrics().horizontalAdvance(self._words.text())
        self._words.setWordWrap(needed > self.width())

    def show_plan(self, words: str, *, is_due: bool) -> None:
        """Say what today's part is; nothing where no plan is on."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._fit()
        self.start.setVisible(is_due)
        has_plan = self.tr("Look at the plan")
        self.open.set_words(has_plan if words else self.tr("Make a plan for six weeks"))
        self.show()

    def show_walk(self, words: str, about: str) -> None:
        """Offer a walk, or to be back from it; nothing where the plan has none.

        Args:
            words: of the button.
            about: how many days of this week it was walked, for who asks.
        """
        self.walk.set_words(words)
        self.walk.setToolTip(plain_tip(about))
        self.walk.setAccessibleDescription(about)
        self.walk.setVisible(bool(words))
