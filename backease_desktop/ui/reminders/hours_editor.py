"""The hours of a reminder: days as chips, and from when to when.

Rules:
1. Days that have the same hours stand in one group; a usual week is one group. A day chosen in one
   group leaves the other.
2. A change takes effect at once. Text that is no time stays as it was typed, changes nothing, and
   what would be right is said beneath it.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.core.fields import FieldError, checked
from backease_desktop.core.reminder.roster import DAYS, OFFICE, DayRange, Ranges, WorkingHours
from backease_desktop.core.reminder.typed_times import range_between
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size
from backease_desktop.ui.reminders.reminder_words import day_words

MOST_RANGES = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Days, 0 for Monday, that have the same hours."""

    days: frozenset[int]
    ranges: Ranges


def groups_of(hours: WorkingHours) -> tuple[Group, ...]:
    """The days of a week by their hours, in the order of their first days; none without hours.

    A week without any hours is one group without days, with the hours of an office to begin with.
    """
    found: dict[Ranges, list[int]] = {}
    for day, name in enumerate(DAYS):
        if ranges := getattr(hours, name):
            found.setdefault(ranges, []).append(day)
    groups = tuple(Group(frozenset(days), ranges) for ranges, days in found.items())
    return groups or (Group(frozenset(), OFFICE),)


def hours_of(groups: tuple[Group, ...]) -> WorkingHours:
    """The week that groups amount to.

    Raises:
        FieldError: hours of a day overlap.
    """
    days = {DAYS[day]: group.ranges for group in groups for day in group.days}
    return checked(WorkingHours(), **{name: days.get(name, ()) for name in DAYS})


class DayChip(Pressable):
    """A weekday that is on or off."""

    def __init__(self, look: Look, day: int, parent: QWidget | None = None) -> None:
        super().__init__(look, day_words(day)[:1], parent)
        self.setCheckable(True)
        self.setAccessibleName(day_words(day))
        self.setToolTip(plain_tip(day_words(day)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Round."""
        return QSize(self.px(36), self.px(36))

    def ring(self) -> tuple[str, float]:
        """Set off from the edge where it is filled."""
        c = self.look.colours
        return (c.on_accent, 1.5) if self.isChecked() else (c.accent, 0.0)

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """A circle, filled when on; its letter is heavier then, too."""
        c, is_on = self.look.colours, self.isChecked()
        fill = c.accent if is_on else c.hover if self.underMouse() else c.card
        self.paint_ground(painter, shape, fill, None if is_on else c.border)
        painter.setFont(
            self.font_of(Size.SMALL, QFont.Weight.Bold if is_on else QFont.Weight.Normal)
        )
        painter.setPen(QColor(c.on_accent if is_on else c.ink))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())


class HoursGroup(QWidget):
    """A group: its days and its hours.

    Signals:
        day_toggled: carries a day and whether it is on now.
        ranges_changed: carries the hours.
        trouble: what is wrong with what was typed; nothing when it is right.
    """

    day_toggled = Signal(int, bool)
    ranges_changed = Signal(object)

    def __init__(self, look: Look, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ranges = group.ranges
        tr = self.tr
        self.chips = [DayChip(look, day) for day in range(len(DAYS))]
        days = FlowLayout(6)
        for day, chip in enumerate(self.chips):
            chip.setChecked(day in group.days)
            chip.toggled.connect(partial(self.day_toggled.emit, day))
            days.addWidget(chip)
        self.fields: list[tuple[QLineEdit, QLineEdit]] = []
        times = FlowLayout(8)
        for place, hours in enumerate(group.ranges):
            times.addWidget(
                Label(tr("Between") if place == 0 else tr("and between"), "small", "muted")
            )
            start = self._field(tr("From"), clock_words(hours.start))
            end = self._field(tr("To"), clock_words(hours.end, ends_day=True))
            times.addWidget(start)
            times.addWidget(Label(tr("and"), "small", "muted"))
            times.addWidget(end)
            self.fields.append((start, end))
        self.more = Button(look, tr("Another time"), Kind.QUIET, icon="plus")
        self.more.clicked.connect(self._on_more_clicked)
        self.more.setVisible(len(group.ranges) < MOST_RANGES)
        self.fewer = Button(look, tr("Remove the last"), Kind.QUIET)
        self.fewer.clicked.connect(lambda: self._take(self._ranges[:-1]))
        self.fewer.setVisible(len(group.ranges) > 1)
        times.addWidget(self.more)
        times.addWidget(self.fewer)
        self.trouble = Label("", "small", "danger", wraps=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(days)
        column.addLayout(times)
        column.addWidget(self.trouble)

    @property
    def group(self) -> Group:
        """What it shows."""
        days = (day for day, chip in enumerate(self.chips) if chip.isChecked())
        return Group(frozenset(days), self._ranges)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to, in reading order."""
        fields = (field for pair in self.fields for field in pair)
        return [*self.chips, *fields, self.more, self.fewer]

    def say(self, trouble: str, about: tuple[QLineEdit, QLineEdit] | None = None) -> None:
        """Say what is wrong, beneath the fields; nothing takes it back."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        for pair in self.fields:
            for field in pair:
                field.setAccessibleDescription(trouble if pair is about else "")

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        field.setMaximumWidth(self._look.theme.px(110))
        field.editingFinished.connect(self._on_typed)
        return field

    def _on_typed(self) -> None:
        ranges: list[DayRange] = []
        for pair in self.fields:
            try:
                ranges.append(range_between(pair[0].text(), pair[1].text()))
            except ValueError as error:
                self.say(str(error), pair)
                return
        self._take(tuple(ranges))

    def _on_more_clicked(self) -> None:
        last = self._ranges[-1].end
        start = last.replace(hour=min(last.hour + 1, 22)) if last.hour else last
        if start <= last:
            self.say(self.tr("These hours reach to the end of the day; end them earlier first."))
            return
        self._take((*self._ranges, DayRange(start=start, end=start.replace(hour=start.hour + 1))))

    def _take(self, ranges: Ranges) -> None:
        if ranges != self._ranges:
            before, self._ranges = self._ranges, ranges
            try:
                hours_of((self.group,))
            except FieldError as error:
                self._ranges = before
                self.say(str(error))
                return
        self.say("")
        self.ranges_changed.emit(ranges)


class HoursEditor(QWidget):
    """The editor.

    Args:
        look: the theme and the fonts.

    Signals:
        changed: carries the `WorkingHours`.
        rebuilt: other widgets stand here now, and Tab is to come to them in their order.
    """

    changed = Signal(object)
    rebuilt = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hours: WorkingHours | None = None
        self.groups: list[HoursGroup] = []
        self.other = Button(look, self.tr("Other hours on other days"), Kind.QUIET, icon="plus")
        self.other.clicked.connect(self._on_other_clicked)
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        row = FlowLayout(8)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._list)
        column.addLayout(row)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to, in reading order."""
        return [*(stop for part in self.groups for stop in part.stops), self.other]

    def show_hours(self, hours: WorkingHours) -> None:
        """Show hours, without saying that they were changed; those that are shown stay."""
        if hours != self._hours:
            self._hours = hours
            self._build(groups_of(hours))

    def _build(self, groups: tuple[Group, ...]) -> None:
        for old in self.groups:
            old.hide()
            old.deleteLater()
        self.groups = [HoursGroup(self._look, group) for group in groups]
        for part in self.groups:
            part.day_toggled.connect(partial(self._on_day_toggled, part))
            part.ranges_changed.connect(self._on_ranges_changed)
            self._list.addWidget(part)
            part.show()
        is_whole = len({day for group in groups for day in group.days}) == len(DAYS)
        self.other.setVisible(len(groups) < len(DAYS) and not (is_whole and len(groups) > 1))
        self.rebuilt.emit()

    def _on_other_clicked(self) -> None:
        """Offer a group without days; it counts when one is chosen in it."""
        groups = [part.group for part in self.groups]
        if groups[-1].days:
            self._build((*groups, Group(frozenset(), OFFICE)))
            self.groups[-1].chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_day_toggled(self, chosen: HoursGroup, day: int, is_on: bool) -> None:
        if is_on:
            for part in self.groups:
                if part is not chosen and part.chips[day].isChecked():
                    part.chips[day].blockSignals(True)
                    part.chips[day].setChecked(False)
                    part.chips[day].blockSignals(False)
        self._tell()

    def _on_ranges_changed(self) -> None:
        groups = tuple(part.group for part in self.groups)
        shown = [len(part.fields) for part in self.groups]
        if shown != [len(group.ranges) for group in groups]:
            self._build(groups)
        else:
            for part, group in zip(self.groups, groups, strict=True):
                for (start, end), hours in zip(part.fields, group.ranges, strict=True):
                    start.setText(clock_words(hours.start))
                    end.setText(clock_words(hours.end, ends_day=True))
        self._tell()

    def _tell(self) -> None:
        hours = hours_of(tuple(part.group for part in self.groups))
        if hours != self._hours:
            self._hours = hours
            self.changed.emit(hours)
