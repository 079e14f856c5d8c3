"""One reminder in the list: name, when it calls, and its switch."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.plan import DAYS, Every, Reminder
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.hours_text import times_text
from backease_desktop.ui.reminders.reminder_words import day_words, minutes_words

FAR = 1000
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -FAR,
    Qt.Key.Key_End: FAR,
}


class ReminderRow(Card):
    """The row; pressed, it opens its reminder in the editor.

    Tab comes to the chosen row and its switch only; arrows go from row to row.

    Signals:
        switched: carries whether the reminder is to be on.
        step_requested: carries how many rows further down the keyboard wants to be.
        delete_requested: the reminder is to go.
    """

    switched = Signal(bool)
    step_requested = Signal(int)
    delete_requested = Signal()

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
        self.set_selected(False)
        self.show_reminder(reminder)

    def set_selected(self, is_selected: bool) -> None:
        """Draw the accent around the chosen one, and let Tab come to it."""
        super().set_selected(is_selected)
        policy = Qt.FocusPolicy.StrongFocus if is_selected else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.switch.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows ask for another row; Delete asks for the end of this one."""
        if event.key() in STEPS:
            self.step_requested.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

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
    return f"{when} · {days_words(reminder)}"


def days_words(reminder: Reminder) -> str:
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
