"""The answers to a call, in one row: now, later, not now; and behind "…" how much later.

Rules: no menu and no window of its own, so that it works on any surface; the row is as large in
both of its states, and is two rows where the screen is small; the focus goes to the first of the
choices, and back to "…" after leaving them.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.look.style import Look

IN_A_ROW = 4


class _Row(QWidget):
    """Buttons beside each other, the first as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)

    def show_in(self, buttons: Sequence[Button], in_a_row: int) -> None:
        """Show these, so many in a row."""
        while self._grid.takeAt(0) is not None:
            pass
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, place // in_a_row, place % in_a_row)


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
        self._keep_room()
        look.changed.connect(self._keep_room)
        self._in_a_row = IN_A_ROW
        self._answers, self._others = _Row(), _Row()
        self._arrange()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._answers)
        self._pages.addWidget(self._others)

    @property
    def shows_choices(self) -> bool:
        """Whether it is at how much later."""
        return self._pages.currentWidget() is self._others

    def show_minutes(self, minutes: Sequence[int]) -> None:
        """Show these minutes as later: the first at once, the others behind "…"."""
        self._minutes = tuple(minutes)
        self.later.setText(self._words(self._minutes[0]))
        self.later.updateGeometry()
        self.more.setVisible(len(self._minutes) > 1)
        for each in self.choices:
            each.hide()
            each.deleteLater()
        self.choices = tuple(map(self._choice, self._minutes[1:]))
        self._arrange()
        self._pages.setCurrentWidget(self._answers)

    def set_narrow(self, is_narrow: bool) -> None:
        """Stand in two rows, or in one."""
        self._in_a_row = IN_A_ROW // 2 if is_narrow else IN_A_ROW
        self._arrange()

    def go_back(self) -> None:
        """Leave the choices."""
        self._pages.setCurrentWidget(self._answers)
        self._focus(self.more)

    def _keep_room(self) -> None:
        """The key of Start comes and goes with the keyboard; its room stays."""
        key = self.start.key
        self.start.set_key("⏎")
        self.start.setMinimumWidth(self.start.sizeHint().width())
        self.start.set_key(key)

    def _arrange(self) -> None:
        self._answers.show_in((self.start, self.later, self.more, self.not_now), self._in_a_row)
        self._others.show_in((*self.choices, self.back), self._in_a_row)

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
