"""The head of the reminders page: what is next, and what can be said about it now."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.day_picker import DayPicker
from backease_desktop.ui.reminders.reminder_words import outlook_words

HOUR = Ms(60 * MINUTE)


class ReminderHead(QWidget):
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
    """

    did_it_requested = Signal()
    remind_requested = Signal()
    pause_requested = Signal(int)
    pause_until_tomorrow_requested = Signal()
    pause_until_requested = Signal(object)
    resume_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._today: date | None = None
        tr = self.tr
        self._status = Label("", "body", "muted", wraps=True)
        self.did_it = Button(look, tr("I did it"), icon="check")
        self.remind = Button(look, tr("Remind me now"), icon="reminders")
        self.resume = Button(look, tr("Resume"), Kind.PRIMARY, icon="play")
        self.pause_hour = Button(look, tr("Pause for 1 hour"), icon="pause")
        self.pause_day = Button(look, tr("Pause until tomorrow"))
        self.pause_date = Button(look, tr("Pause until a date…"))
        self._pauses = (self.pause_hour, self.pause_day, self.pause_date)
        self.picker = DayPicker(look)
        self.picker.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(title(tr("Reminders")))
        self._column.addWidget(self._status)
        self._column.addLayout(_flow(self.resume, self.did_it, self.remind))
        self._column.addLayout(_flow(*self._pauses))
        self._column.addWidget(self.picker)
        self._connect()

    @property
    def last(self) -> QWidget:
        """Where Tab leaves it."""
        return self.picker.cancel

    @property
    def status(self) -> str:
        """What it says about the next call."""
        return self._status.text()

    def show_outlook(self, outlook: Outlook, now: datetime | None) -> None:
        """Say what is next; without a time it says nothing, and offers no dates."""
        self._status.setText(outlook_words(outlook, now) if now else "")
        self._today = now.date() if now else None
        self.pause_date.setEnabled(now is not None)
        is_paused = outlook.mood is Mood.PAUSED
        can_pause = not is_paused and outlook.mood is not Mood.OFF
        self._show_only(
            {self.resume: is_paused, **dict.fromkeys(self._pauses, can_pause)},
            self.resume if is_paused else self.pause_hour if can_pause else self.did_it,
        )

    def _connect(self) -> None:
        self.did_it.clicked.connect(self.did_it_requested)
        self.remind.clicked.connect(self.remind_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.pause_hour.clicked.connect(lambda: self.pause_requested.emit(HOUR))
        self.pause_day.clicked.connect(self.pause_until_tomorrow_requested)
        self.pause_date.clicked.connect(self._on_pause_date_clicked)
        self.picker.left.connect(self._close_picker)
        self.picker.day_chosen.connect(self._on_day_chosen)

    def _show_only(self, buttons: Mapping[Button, bool], instead: Button) -> None:
        """Show or hide buttons; a focus that one of them would take away goes to another."""
        for button, is_shown in buttons.items():
            if is_shown:
                button.show()
        going: list[QWidget] = [button for button, is_shown in buttons.items() if not is_shown]
        if self.pause_date in going:
            going.append(self.picker)
        focused = QApplication.focusWidget()
        if focused and any(one is focused or one.isAncestorOf(focused) for one in going):
            instead.setFocus(Qt.FocusReason.TabFocusReason)
        for one in going:
            one.hide()

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


def _flow(*buttons: Button) -> FlowLayout:
    flow = FlowLayout(8)
    for button in buttons:
        flow.addWidget(button)
    return flow
