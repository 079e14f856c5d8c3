"""The editor of one reminder.

Rules:
1. A change takes effect at once. Text that makes no sense stays as it was typed, is told, and
   changes nothing.
2. Each weekday shows beside its hours when the reminder would call on such a day.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, time
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from backease_desktop.core.reminder.hours import calls_on
from backease_desktop.core.reminder.plan import CHOOSE, DAYS, At, CallStyle, Every, Reminder
from backease_desktop.ui.components.fields import Choice, NumberField
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.day_bar import DayBar, HourScale
from backease_desktop.ui.field_editors import ChoiceEditor, limits
from backease_desktop.ui.hours_text import ranges_of, ranges_text, times_of, times_text
from backease_desktop.ui.reminder_words import TONES, day_words, style_words, tone_words
from backease_desktop.ui.style import Look

A_MONDAY = date(2026, 1, 5)
"""Of a week in which no clock is changed: what is previewed is a usual day."""
SIDE_BY_SIDE_FROM = 480
FIRST_TIMES = At(times=(time(10), time(14)))


class ReminderEditor(QWidget):
    """The editor.

    Args:
        look: the theme and the fonts.
        reminder: shown first.
        routines: id and name of each routine that Start may open.

    Signals:
        changed: carries the reminder as it is now.
    """

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        reminder: Reminder,
        routines: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._reminder = reminder
        tr = self.tr
        self.name = _text(tr("Name"))
        self.kind = Choice(look, tr("When"))
        self.kind.addItem(tr("After minutes at the computer"), "every")
        self.kind.addItem(tr("At fixed times"), "at")
        least, most = limits(Every.model_fields["minutes"])
        self.minutes = NumberField(look, tr("Minutes"), least, most, tr(" min"))
        self.minutes.setKeyboardTracking(False)
        self.times = _text(tr("Times of the day"))
        self.times.setPlaceholderText("10:00, 14:30")
        self.routine = ChoiceEditor(look, tr("Routine"), lambda v: self._change(routine=v))
        self.routine.set_options({CHOOSE: tr("Choose for me"), **dict(routines)})
        self.style_ = ChoiceEditor(look, tr("Calls by"), lambda v: self._change(style=v))
        self.style_.set_options({style: style_words(style) for style in CallStyle})
        self.tone = ChoiceEditor(look, tr("Tone"), lambda v: self._change(tone=v or None))
        self.tone.set_options({"": tr("Silent"), **{tone: tone_words(tone) for tone in TONES}})
        self.hours = [_text(day_words(day)) for day in range(len(DAYS))]
        self.bars = [DayBar(look) for _ in DAYS]
        self._when = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._trouble = Label("", "small", "danger", wraps=True)
        self._lay_out()
        self._connect()
        self.show_reminder(reminder)

    @property
    def trouble(self) -> str:
        """What is wrong with what was typed last."""
        return self._trouble.text()

    def show_reminder(self, reminder: Reminder) -> None:
        """Show a reminder, without saying that it was changed."""
        self._reminder = reminder
        self._say("")
        when = reminder.when
        self.name.setText(reminder.name)
        self.kind.setCurrentIndex(self.kind.findData(when.kind))
        self.minutes.blockSignals(True)
        self.minutes.setValue(when.minutes if isinstance(when, Every) else Every().minutes)
        self.minutes.blockSignals(False)
        self.times.setText(times_text(when.times) if isinstance(when, At) else "")
        self.minutes.setVisible(isinstance(when, Every))
        self.times.setVisible(isinstance(when, At))
        self.routine.show(reminder.routine)
        self.style_.show(reminder.style)
        self.tone.show(reminder.tone or "")
        usual = reminder.model_copy(update={"enabled": True})
        for day, (field, bar) in enumerate(zip(self.hours, self.bars, strict=True)):
            on = A_MONDAY.replace(day=A_MONDAY.day + day)
            ranges = reminder.hours.on(on)
            field.setText(ranges_text(ranges))
            bar.show_day(ranges, calls_on(usual, on, UTC))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the minutes under their kind where both have no room in a line."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._look.theme.px(SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction
        self._when.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        self._when.setSpacing(8)
        self._when.addWidget(self.kind, 2)
        self._when.addWidget(self.minutes, 1)
        self._when.addWidget(self.times, 1)
        for choice in (self.kind, self.routine.widget, self.style_.widget, self.tone.widget):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Name"), self.name),
            (self.tr("Routine"), self.routine.widget),
            (self.tr("Calls by"), self.style_.widget),
            (self.tr("Tone"), self.tone.widget),
        )
        grid.addWidget(Label(self.tr("When"), is_strong=True), 1, 0)
        grid.addLayout(self._when, 1, 1)
        for row, (words, field) in zip((0, 2, 3, 4), rows, strict=True):
            grid.addWidget(Label(words, is_strong=True), row, 0)
            grid.addWidget(field, row, 1)
        column.addLayout(grid)
        column.addWidget(self._trouble)
        column.addWidget(Label(self.tr("Hours, and the calls of a usual day"), is_strong=True))
        week = QGridLayout()
        week.setHorizontalSpacing(16)
        week.setVerticalSpacing(6)
        week.setColumnStretch(1, 2)
        week.setColumnStretch(2, 3)
        for day, (field, bar) in enumerate(zip(self.hours, self.bars, strict=True)):
            field.setPlaceholderText(self.tr("No calls"))
            week.addWidget(Label(day_words(day)), day, 0)
            week.addWidget(field, day, 1)
            week.addWidget(bar, day, 2)
        week.addWidget(HourScale(self._look), len(DAYS), 2)
        column.addLayout(week)

    def _connect(self) -> None:
        self.name.editingFinished.connect(lambda: self._change(name=self.name.text()))
        self.kind.activated.connect(self._on_kind_activated)
        self.minutes.valueChanged.connect(lambda n: self._change(when=Every(minutes=n)))
        self.times.editingFinished.connect(
            lambda: self._try(lambda: {"when": At(times=times_of(self.times.text()))})
        )
        for day, field in zip(DAYS, self.hours, strict=True):
            field.editingFinished.connect(lambda d=day, f=field: self._on_hours_typed(d, f))

    def _on_kind_activated(self) -> None:
        if self.kind.currentData() != self._reminder.when.kind:
            self._change(when=Every() if self.kind.currentData() == "every" else FIRST_TIMES)

    def _on_hours_typed(self, day: str, field: QLineEdit) -> None:
        def typed() -> dict[str, Any]:
            return {"hours": {**dict(self._reminder.hours), day: ranges_of(field.text())}}

        self._try(typed)

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  (the types of the fields)
        self._try(lambda: fields)

    def _try(self, typed: Callable[[], dict[str, Any]]) -> None:
        try:
            reminder = Reminder.model_validate({**dict(self._reminder), **typed()})
        except ValidationError as error:
            self._say(error.errors()[0]["msg"].removeprefix("Value error, "))
        except ValueError as error:
            self._say(str(error))
        else:
            if reminder == self._reminder:
                self._say("")
            else:
                self.show_reminder(reminder)
                self.changed.emit(reminder)

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))


def _text(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
