"""The head of the reminders page: when the next call comes, how the day went, and what can be said.

Rules: what is next stands first, in words; how to pause opens in its place, because a menu would
hide what it is about.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.day_line import DayLine, latest_late
from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.day_picker import DayPicker
from backease_desktop.ui.reminders.day_strip import DayStrip
from backease_desktop.ui.reminders.reminder_words import (
    done_words,
    heading_words,
    late_call_words,
)

HOUR = Ms(60 * MINUTE)


class StatusCard(Card):
    """The head.

    Args:
        look: the theme and the fonts.

    Signals:
        did_it_requested: a break was taken that nobody saw.
        remind_requested: a call is wanted now.
        pause_requested: be quiet for so many milliseconds.
        pause_until_tomorrow_requested: be quiet for what is left of the day.
        pause_until_requested: be quiet until this `date` begins.
        resume_requested: the pause is to end.
        why_requested: the list of decisions is wanted.
    """

    did_it_requested = Signal()
    remind_requested = Signal()
    pause_requested = Signal(int)
    pause_until_tomorrow_requested = Signal()
    pause_until_requested = Signal(object)
    resume_requested = Signal()
    why_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._today: date | None = None
        tr = self.tr
        self._heading = Label("", "title", wraps=True)
        self._offer = Label("", "body", "muted", wraps=True)
        self.resume = Button(look, tr("Go on"), Kind.PRIMARY, icon="play")
        self.pause = Button(look, tr("Pause"), icon="pause")
        self.did_it = Button(look, tr("I just moved"), icon="check")
        self.remind = Button(look, tr("Call me now"), icon="reminders")
        self.pause_hour = Button(look, tr("For 1 hour"))
        self.pause_day = Button(look, tr("Until tomorrow"))
        self.pause_date = Button(look, tr("Until a date…"))
        self._pauses = QWidget()
        self.picker = DayPicker(look)
        self.picker.hide()
        self.strip = DayStrip(look)
        self._day = Label("", "small", wraps=True)
        self.why = Button(look, tr("Why did it (not) call?"), Kind.QUIET, icon="help")
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self._connect()
        self._pauses.hide()

    @property
    def last(self) -> QWidget:
        """Where Tab leaves it."""
        return self.why

    @property
    def status(self) -> str:
        """What it says about the next call."""
        return self._heading.text()

    @property
    def day_words(self) -> str:
        """What it says about the day so far."""
        return self._day.text()

    def show_outlook(self, outlook: Outlook, now: datetime | None, offer: str = "") -> None:
        """Say what is next and what it will offer; without a time it says nothing."""
        self._heading.setText(heading_words(outlook, now) if now else "")
        self._heading.setAccessibleDescription(offer)
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._today = now.date() if now else None
        self.pause_date.setEnabled(now is not None)
        is_paused = outlook.mood is Mood.PAUSED
        can_pause = not is_paused and outlook.mood is not Mood.OFF
        instead = self.resume if is_paused else self.pause if can_pause else self.did_it
        self._show_only({self.resume: is_paused, self.pause: can_pause}, instead)

    def show_day(
        self, line: DayLine | None, decisions: Sequence[Decision], names: Mapping[str, str]
    ) -> None:
        """Show today as a bar, and say how it went so far."""
        self.strip.show_day(line, dict(names))
        late = None if line is None else latest_late(decisions, line.now)
        parts = [done_words(line.done)] if line is not None else []
        parts += [late_call_words(late)] if late is not None else []
        self._day.setText(" ".join(parts))

    def fit(self, is_wide: bool, is_roomy: bool) -> None:
        """Put things beside one another, or below where both have no room.

        Args:
            is_wide: there is room for what the day was and its list.
            is_roomy: there is room for what is next and for the buttons, too.
        """
        direction = QBoxLayout.Direction
        for layout, has_room in ((self._foot, is_wide), (self._top, is_roomy)):
            layout.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._heading)
        words.addWidget(self._offer)
        row = FlowLayout(8)
        for button in (self.resume, self.pause, self.did_it, self.remind):
            row.addWidget(button)
        choices = FlowLayout(8)
        for button in (self.pause_hour, self.pause_day, self.pause_date):
            choices.addWidget(button)
        pauses = QVBoxLayout(self._pauses)
        pauses.setContentsMargins(0, 0, 0, 0)
        pauses.addLayout(choices)
        pauses.addWidget(self.picker)
        self._foot.addWidget(self._day, 1)
        self._foot.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        self._top.setSpacing(14)
        self._top.addLayout(words, 1)
        self._top.addLayout(row)
        column.addLayout(self._top)
        column.addWidget(self._pauses)
        column.addWidget(self.strip)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self.did_it.clicked.connect(self.did_it_requested)
        self.remind.clicked.connect(self.remind_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.pause.clicked.connect(self._on_pause_clicked)
        self.pause_hour.clicked.connect(lambda: self.pause_requested.emit(HOUR))
        self.pause_day.clicked.connect(self.pause_until_tomorrow_requested)
        self.pause_date.clicked.connect(self._on_pause_date_clicked)
        self.picker.left.connect(self._close_picker)
        self.picker.day_chosen.connect(self._on_day_chosen)
        self.why.clicked.connect(self.why_requested)

    def _show_only(self, buttons: Mapping[Button, bool], instead: Button) -> None:
        """Show or hide buttons; a focus that one of them would take away goes to another."""
        for button, is_shown in buttons.items():
            if is_shown:
                button.show()
        going: list[QWidget] = [button for button, is_shown in buttons.items() if not is_shown]
        if self.pause in going:
            going.append(self._pauses)
        focused = QApplication.focusWidget()
        if focused and any(one is focused or one.isAncestorOf(focused) for one in going):
            instead.setFocus(Qt.FocusReason.TabFocusReason)
        for one in going:
            one.hide()

    def _on_pause_clicked(self) -> None:
        self._pauses.setVisible(self._pauses.isHidden())
        if self._pauses.isVisible():
            self.pause_hour.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_pause_date_clicked(self) -> None:
        if self.picker.isVisible():
            self._close_picker()
        elif self._today is not None:
            self.picker.open(self._today)

    def _close_picker(self) -> None:
        self.pause_date.setFocus(Qt.FocusReason.TabFocusReason)
        self.picker.hide()

    def _on_day_chosen(self, day: date) -> None:
        self._close_picker()
        self.pause_until_requested.emit(day)
