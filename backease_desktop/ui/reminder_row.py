"""One reminder in the list: name, when it calls, and its switch."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.plan import DAYS, Every, Reminder
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.hours_text import times_text
from backease_desktop.ui.reminder_words import day_words, minutes_words
from backease_desktop.ui.style import Look


class ReminderRow(Card):
    """The row; pressed, it opens its reminder in the editor.

    Signals:
        switched: carries whether the reminder is to be on.
    """

    switched = Signal(bool)

    def __init__(self, look: Look, reminder: Reminder, parent: QWidget | None = None) -> None:
        super().__init__(look, is_clickable=True, parent=parent)
        self._name = Label("", is_strong=True, wraps=True)
        self._when = Label("", "small", "muted", wraps=True)
        self.switch = Switch(look, "")
        self.switch.clicked.connect(lambda: self.switched.emit(self.switch.isChecked()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.addLayout(words, 1)
        row.addWidget(self.switch)
        self.show_reminder(reminder)

    def show_reminder(self, reminder: Reminder) -> None:
        """Show a reminder."""
        self._name.setText(reminder.name)
        self._when.setText(summary(reminder))
        self.switch.setChecked(reminder.enabled)
        self.switch.setAccessibleName(reminder.name)
        self.setAccessibleName(f"{reminder.name}, {summary(reminder)}")


def summary(reminder: Reminder) -> str:
    """When it calls: "Every 50 minutes at the computer · Monday–Friday"."""
    if isinstance(reminder.when, Every):
        every = minutes_words(reminder.when.minutes)
        when = _tr("Every {minutes} at the computer").format(minutes=every)
    else:
        when = _tr("At {times}").format(times=times_text(reminder.when.times))
    return f"{when} · {_days(reminder)}"


def _days(reminder: Reminder) -> str:
    """The days that have hours, those in a row as from–to."""
    rows: list[list[int]] = []
    for day, name in enumerate(DAYS):
        if not getattr(reminder.hours, name):
            continue
        if rows and rows[-1][-1] == day - 1:
            rows[-1].append(day)
        else:
            rows.append([day])
    words = [
        day_words(row[0]) if len(row) == 1 else f"{day_words(row[0])}–{day_words(row[-1])}"
        for row in rows
    ]
    return ", ".join(words) or _tr("on no day")


def _tr(text: str) -> str:
    return QCoreApplication.translate("reminders", text)
