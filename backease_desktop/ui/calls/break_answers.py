"""The answers to a call, in one row: now, later, not now; and behind "…" how much later.

Rules: no menu and no window of its own, so that it works on any surface; the row is as large in
both of its states; the focus goes to the first of the choices, and back to "…" after leaving them.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.look.style import Look


class BreakAnswers(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.

    Signals:
        start_requested: now is a good time.
        snooze_requested: later; carries the minutes.
        not_now_requested: this one is left out.
    """

    start_requested = Signal()
    snooze_requested = Signal(int)
    not_now_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._minutes: tuple[int, ...] = (5,)
        self.start = Button(look, self.tr("Start"), Kind.PRIMARY)
        self.later = Button(look, "")
        self.more = Button(look, "…")
        self.more.setAccessibleName(self.tr("Choose how much later"))
        self.not_now = Button(look, self.tr("Not now"))
        self.back = Button(look, "", icon="back")
        self.back.setAccessibleName(self.tr("Back to the other answers"))
        self.choices: tuple[Button, ...] = ()
        self.start.clicked.connect(self.start_requested)
        self.later.clicked.connect(lambda: self.snooze_requested.emit(self._minutes[0]))
        self.more.clicked.connect(self._on_more_clicked)
        self.not_now.clicked.connect(self.not_now_requested)
        self.back.clicked.connect(self.go_back)
        self._answers, answers = _row()
        answers.addWidget(self.start, 1)
        for button in (self.later, self.more, self.not_now):
            answers.addWidget(button)
        self._others, self._others_row = _row()
        self._others_row.addWidget(self.back)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._answers)
        self._pages.addWidget(self._others)

    @property
    def offers_choices(self) -> bool:
        """Whether it is at how much later."""
        return self._pages.currentWidget() is self._others

    def offer(self, minutes: Sequence[int]) -> None:
        """Offer these minutes as later: the first at once, the others behind "…"."""
        self._minutes = tuple(minutes)
        self.later.setText(self._words(self._minutes[0]))
        self.later.updateGeometry()
        self.more.setVisible(len(self._minutes) > 1)
        for each in self.choices:
            self._others_row.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.choices = tuple(map(self._choice, self._minutes[1:]))
        for place, each in enumerate(self.choices):
            self._others_row.insertWidget(place, each, 1)
        self._pages.setCurrentWidget(self._answers)

    def go_back(self) -> None:
        """Leave the choices."""
        self._pages.setCurrentWidget(self._answers)
        self._focus(self.more)

    def _on_more_clicked(self) -> None:
        self._pages.setCurrentWidget(self._others)
        self._focus(self.choices[0])

    def _focus(self, button: Button) -> None:
        """Bring the focus here, to be seen where there is a keyboard to use it with."""
        reasons = Qt.FocusReason
        is_seen = self.isActiveWindow()
        button.setFocus(reasons.TabFocusReason if is_seen else reasons.OtherFocusReason)

    def _choice(self, minutes: int) -> Button:
        button = Button(self._look, self._words(minutes))
        button.clicked.connect(lambda: self.snooze_requested.emit(minutes))
        return button

    def _words(self, minutes: int) -> str:
        return self.tr("In {n} min").format(n=minutes)


def _row() -> tuple[QWidget, QHBoxLayout]:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return page, row
