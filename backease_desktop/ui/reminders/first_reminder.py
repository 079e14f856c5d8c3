"""The first reminder: how often, in which hours, and what the system does for the program.

Rules:
1. What stands ready is usual, so that one press takes it; a second one makes it another.
2. Arrows and digits choose how often, wherever the focus is, but never on a switch or a choice.
3. Hours that are not the same on all of their days are the person's own: they are told, and kept.
"""

from datetime import UTC, date, time, timedelta

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.hours import calls_on
from backease_desktop.core.reminder.roster import (
    DAYS,
    FIRST_ROUTINE,
    DayRange,
    Every,
    Reminder,
    WorkingHours,
)
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.interval_card import IntervalCard
from backease_desktop.ui.reminders.possible import Possible
from backease_desktop.ui.reminders.reminder_card import days_words, summary
from backease_desktop.ui.settings.field_editors import ChoiceEditor

WIDEST = 760
INTERVALS = (30, 50, 90)
"""Minutes at the computer that are offered."""
USUAL = Every().minutes
STARTS = tuple(hour * 60 for hour in range(5, 13))
ENDS = tuple(hour * 60 for hour in range(13, 24))
"""Minutes of the day; whatever is chosen ends after its start."""
A_MONDAY = date(2026, 1, 5)
"""Of a week in which no clock is changed: the calls are counted on a usual day."""
MIDNIGHT = 24 * 60
BACKWARDS = (Qt.Key.Key_Left, Qt.Key.Key_Up)
FORWARDS = (Qt.Key.Key_Right, Qt.Key.Key_Down)
GAP = 12


class FirstReminder(PageColumn):
    """The choice.

    Args:
        look: the theme and the fonts.
        reminder: what stands ready.
        possible: what this system can do for the program.

    Attributes:
        remind: takes what is chosen; the page puts it where its buttons stand.
        not_now: takes no reminder.
    """

    def __init__(
        self,
        look: Look,
        reminder: Reminder,
        possible: Possible,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, WIDEST, parent)
        self._look = look
        self._reminder = reminder
        self._range = _one_range(reminder.hours)
        minutes = sorted({*INTERVALS, _minutes(reminder)})
        self.intervals = [IntervalCard(look, n, str(k)) for k, n in enumerate(minutes, 1)]
        for interval in self.intervals:
            interval.setChecked(interval.minutes == _minutes(reminder))
            interval.toggled.connect(self._on_interval_toggled)
        self.start = ChoiceEditor(look, self.tr("From"), lambda _: self._on_hours_chosen())
        self.end = ChoiceEditor(look, self.tr("To"), lambda _: self._on_hours_chosen())
        if self._range is not None:
            first, last = _minute(self._range.start), _minute(self._range.end) or MIDNIGHT
            self.start.set_options(_options({first, *(n for n in STARTS if n < last)}))
            self.end.set_options(_options({last, *(n for n in ENDS if n > first)}))
            self.start.show(first)
            self.end.show(last)
        self.at_login = Switch(look, self.tr("Start with the computer"), self)
        self.at_login.setChecked(possible.at_login)
        self.in_menu = Switch(look, self.tr("In the applications menu"), self)
        for switch, is_possible in zip(self._switches, possible, strict=True):
            switch.setVisible(is_possible)
            # Enter takes what is chosen, as its button says; Space switches.
            switch.leave_keys(*ENTER)
        self.remind = Button(look, self.tr("Remind me"), Kind.PRIMARY, "⏎")
        self.not_now = Button(look, self.tr("Not now"))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(GAP)
        self._lay_out(possible)
        self._count()
        self._on_interval_toggled()
        look.changed.connect(self._arrange)

    @property
    def reminder(self) -> Reminder:
        """The reminder as it is chosen, switched on."""
        minutes = next(one.minutes for one in self.intervals if one.isChecked())
        return self._with(minutes)

    @property
    def starts_at_login(self) -> bool:
        """Whether the program is to start with the computer."""
        return self.at_login.isChecked()

    @property
    def words(self) -> str:
        """What is chosen: "Every 50 minutes at the computer, Monday to Friday, 9:00–17:00"."""
        return summary(self.reminder)

    def choose(self, number: int) -> None:
        """Choose an interval by its place, from 0; behind the last nothing happens."""
        if 0 <= number < len(self.intervals):
            had_focus = any(interval.hasFocus() for interval in self.intervals)
            interval = self.intervals[number]
            interval.setChecked(True)
            if had_focus:
                interval.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(interval)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and digits choose; the other keys scroll."""
        place = next(k for k, interval in enumerate(self.intervals) if interval.isChecked())
        if any(switch.hasFocus() for switch in self._switches):
            super().keyPressEvent(event)
        elif event.text().isdecimal():
            self.choose(int(event.text()) - 1)
        elif event.key() in BACKWARDS:
            self.choose(place - 1)
        elif event.key() in FORWARDS:
            self.choose(place + 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the intervals below each other where a line has no room for them."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _chosen_range(self) -> DayRange | None:
        if self._range is None:
            return None
        start, end = self.start.widget.currentData(), self.end.widget.currentData()
        return DayRange(start=_clock(start), end=_clock(end))

    def _with(self, minutes: int) -> Reminder:
        hours = self._reminder.hours
        if (chosen := self._chosen_range) is not None:
            hours = hours.with_(**{DAYS[day]: (chosen,) for day in _days(hours)})
        return self._reminder.with_(enabled=True, when=Every(minutes=minutes), hours=hours)

    def _count(self) -> None:
        """Say at each interval how often it would call on a usual day."""
        days = _days(self._reminder.hours)
        day = A_MONDAY + timedelta(days=days[0] if days else 0)
        for interval in self.intervals:
            calls = len(calls_on(self._with(interval.minutes), day, UTC))
            interval.say(
                self.tr("once a day") if calls == 1 else self.tr("up to {n} a day").format(n=calls)
            )

    def _on_interval_toggled(self) -> None:
        """Tab meets the chosen one alone, as with every choice of one."""
        policy = Qt.FocusPolicy
        for interval in self.intervals:
            is_met = interval.isChecked()
            interval.setFocusPolicy(policy.StrongFocus if is_met else policy.ClickFocus)
        self._tell()

    def _on_hours_chosen(self) -> None:
        self._count()
        self._tell()

    def _tell(self) -> None:
        """A screen reader says with the button what it takes."""
        self.remind.setAccessibleDescription(self.words)

    @property
    def _switches(self) -> tuple[Switch, Switch]:
        return self.at_login, self.in_menu

    def _lay_out(self, possible: Possible) -> None:
        column = self.column
        column.addWidget(Label(self.tr("When shall I remind you?"), "title", wraps=True))
        what = (
            self.tr("two minutes at the chair")
            if self._reminder.routine == FIRST_ROUTINE
            else self.tr("a few minutes for your back")
        )
        lead = self.tr("After this long at the computer, a small card offers you {what}.")
        column.addWidget(Label(lead.format(what=what), "body", "muted", wraps=True))
        for interval in self.intervals:
            self._cards.addWidget(interval, 1)
        column.addLayout(self._cards)
        card = Card(self._look)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(16)
        inside.addLayout(self._hours_line())
        notes = (
            self.tr("In the background, so that you are reminded from the start."),
            self.tr("With its icon, so that you need no terminal to open it."),
        )
        for switch, note, is_possible in zip(self._switches, notes, possible, strict=True):
            if is_possible:
                inside.addLayout(_switch_line(switch, note))
        column.addWidget(card)
        waits = self.tr(
            "It waits while you are in a conversation, presenting or away. "
            "Nothing leaves this computer."
        )
        column.addWidget(Label(waits, wraps=True))
        later = self.tr("Everything else about it, and more reminders: under Reminders, any time.")
        column.addWidget(Label(later, "small", "muted", wraps=True))
        column.addStretch(1)

    def _hours_line(self) -> FlowLayout:
        line = FlowLayout(GAP)
        parts: list[QWidget] = []
        for words, editor in ((self.tr("from"), self.start), (self.tr("to"), self.end)):
            editor.widget.setMinimumContentsLength(5)
            parts += [Label(words, tone="muted"), editor.widget]
        days = Label(days_words(self._reminder), is_strong=True)
        height = self.start.widget.sizeHint().height()
        for part in (days, *parts):
            part.setMinimumHeight(height)
            line.addWidget(part)
        for part in parts:
            part.setVisible(self._range is not None)
        return line

    def _arrange(self) -> None:
        content = self.widget()
        row = content.layout() if content is not None else None
        margins = row.contentsMargins() if row is not None else QMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        widest = max(interval.size_when(is_flat=False).width() for interval in self.intervals)
        is_flat = room < len(self.intervals) * (widest + GAP) - GAP
        for interval in self.intervals:
            interval.set_flat(is_flat)
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.TopToBottom if is_flat else direction.LeftToRight)


def _switch_line(switch: Switch, note: str) -> QHBoxLayout:
    """A switch beside its name, and beneath that what it is good for."""
    line = QHBoxLayout()
    line.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(switch.accessibleName(), is_strong=True, wraps=True))
    words.addWidget(Label(note, "small", "muted", wraps=True))
    switch.setAccessibleDescription(note)
    line.addLayout(words, 1)
    line.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
    return line


def _days(hours: WorkingHours) -> tuple[int, ...]:
    return tuple(number for number, day in enumerate(DAYS) if getattr(hours, day))


def _one_range(hours: WorkingHours) -> DayRange | None:
    """The hours that every one of its days has, if they are one range and the same."""
    ranges = {getattr(hours, DAYS[day]) for day in _days(hours)}
    if len(ranges) == 1 and len(only := ranges.pop()) == 1:
        found: DayRange = only[0]
        return found
    return None


def _minutes(reminder: Reminder) -> int:
    return reminder.when.minutes if isinstance(reminder.when, Every) else USUAL


def _minute(clock: time) -> int:
    """The minute of the day."""
    return clock.hour * 60 + clock.minute


def _clock(minute: int) -> time:
    """The time of a minute of the day; midnight ends it as well as it begins it."""
    hour, rest = divmod(minute % MIDNIGHT, 60)
    return time(hour, rest)


def _options(minutes: set[int]) -> dict[object, str]:
    """Times of the day in their order."""
    return {
        minute: clock_words(_clock(minute), ends_day=minute == MIDNIGHT)
        for minute in sorted(minutes)
    }
