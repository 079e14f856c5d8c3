"""One reminder as a card: its name, when it calls, its switch; opened, everything about it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from backease_desktop.core.reminder.roster import DAYS, At, Reminder
from backease_desktop.ui.clock_words import ranges_words, times_words
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.hours_editor import groups_of
from backease_desktop.ui.reminders.reminder_words import day_words, minutes_words

CHEVRON = 20
MARGIN = 20
GAP = 8
"""Pixels between the switch and the arrow."""
FAR = 1000
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -FAR,
    Qt.Key.Key_End: FAR,
}


class ReminderCard(Card):
    """The card. Pressed at its head, it asks to be opened or closed.

    Tab comes to one card of the list and its switch only; arrows go from one to the next.

    Signals:
        switched: carries whether the reminder is to be on.
        step_requested: carries how many reminders further down the keyboard wants to be.
        delete_requested: the reminder is to go.
    """

    switched = Signal(bool)
    step_requested = Signal(int)
    delete_requested = Signal()

    def __init__(self, look: Look, reminder: Reminder, parent: QWidget | None = None) -> None:
        super().__init__(look, is_clickable=True, parent=parent)
        self._is_open = False
        self._name = Label("", "heading", wraps=True)
        self._when = Label("", "small", "muted", wraps=True)
        self.switch = Switch(look, "")
        self.switch.clicked.connect(lambda: self.switched.emit(self.switch.isChecked()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._when)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(MARGIN, 14, MARGIN, 14)
        self._head.setSpacing(16)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.switch)
        self._arrow_room = QSpacerItem(0, 0)
        self._head.addItem(self._arrow_room)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self.set_reached(False)
        self.show_reminder(reminder)
        self._make_room()
        look.changed.connect(self._make_room)

    @property
    def is_open(self) -> bool:
        """Whether everything about it is shown."""
        return self._is_open

    def open(self, rest: QWidget) -> None:
        """Show what is there beside the head; the card that showed it before loses it."""
        self._is_open = True
        self._column.addWidget(rest)
        rest.show()
        self._tell_state()

    def close_(self) -> None:
        """Be a head alone; whoever opened it takes care of the rest."""
        self._is_open = False
        self._tell_state()

    def set_reached(self, is_reached: bool) -> None:
        """Let Tab come to it and to its switch, or leave both to the arrows."""
        policy = Qt.FocusPolicy.StrongFocus if is_reached else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.switch.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows ask for another one, Delete for its end; what a field inside left is no press."""
        if not self.hasFocus() and not self.switch.hasFocus():
            event.ignore()
        elif event.key() in STEPS:
            self.step_requested.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the head is pressed."""
        if event.position().y() <= self._head.geometry().bottom():
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and which way it opens."""
        super().paintEvent(event)
        name = "chevron-up" if self._is_open else "chevron-down"
        icon = self.look.icon(name, self.look.colours.ink, CHEVRON, self.devicePixelRatioF())
        size = icon.deviceIndependentSize().width()
        head = self._head.geometry()
        QPainter(self).drawPixmap(
            round(head.right() - MARGIN - size), round(head.center().y() - size / 2), icon
        )

    def _make_room(self) -> None:
        """For the arrow, which grows with the type."""
        self._arrow_room.changeSize(self.look.theme.px(CHEVRON) + GAP, 0)
        self._head.invalidate()

    def show_reminder(self, reminder: Reminder) -> None:
        """Show a reminder."""
        self._name.setText(reminder.name)
        self._when.setText(summary(reminder))
        self.switch.setChecked(reminder.enabled)
        self.switch.setAccessibleName(reminder.name)
        self.setAccessibleName(reminder.name)
        self._tell_state()

    def _tell_state(self) -> None:
        state = _tr("open") if self._is_open else _tr("closed")
        self.setAccessibleDescription(f"{self._when.text()}, {state}")
        self.update()


def summary(reminder: Reminder) -> str:
    """When it calls: "Every 50 minutes at the computer, Monday to Friday, 9:00–17:00"."""
    days = days_words(reminder)
    if isinstance(reminder.when, At):
        return f"{_tr('At {times}').format(times=times_words(reminder.when.times))}, {days}"
    every = minutes_words(reminder.when.minutes)
    when = f"{_tr('Every {minutes} at the computer').format(minutes=every)}, {days}"
    groups = [group for group in groups_of(reminder.hours) if group.days]
    return f"{when}, {ranges_words(groups[0].ranges)}" if len(groups) == 1 else when


def days_words(reminder: Reminder) -> str:
    """The days that have hours, those in a row as from–to: "Monday to Friday, Sunday"."""
    rows: list[list[int]] = []
    for day, name in enumerate(DAYS):
        if not getattr(reminder.hours, name):
            continue
        if rows and rows[-1][-1] == day - 1:
            rows[-1].append(day)
        else:
            rows.append([day])
    words = [_row_words(row) for row in rows]
    return ", ".join(words) or _tr("on no day")


def _row_words(row: list[int]) -> str:
    first, last = day_words(row[0]), day_words(row[-1])
    if len(row) == 1:
        return first
    return _tr("{first} to {last}").format(first=first, last=last)


def _tr(text: str) -> str:
    return QCoreApplication.translate("reminders", text)
