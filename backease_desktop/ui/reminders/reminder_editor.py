"""The editor of one reminder.

Rules:
1. A change takes effect at once. Text that makes no sense stays as it was typed, changes nothing,
   and what would be right is said beneath it.
2. Each weekday shows beside its hours when the reminder would call on such a day.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, time
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.fields import checked, fields_of
from backease_desktop.core.reminder.hours import calls_on
from backease_desktop.core.reminder.plan import CHOOSE, DAYS, At, CallStyle, Every, Reminder
from backease_desktop.ui.components.fields import Choice, NumberField
from backease_desktop.ui.components.form import Form
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.day_bar import DayBar, HourScale
from backease_desktop.ui.reminders.hours_text import ranges_of, ranges_text, times_of, times_text
from backease_desktop.ui.reminders.reminder_words import (
    TONES,
    day_words,
    reach_words,
    style_words,
    tone_words,
)
from backease_desktop.ui.settings.field_editors import ChoiceEditor, editor_for

A_MONDAY = date(2026, 1, 5)
"""Of a week in which no clock is changed: what is previewed is a usual day."""
HEARD_ONLY = (CallStyle.VOICE, CallStyle.SOUND)
ANSWER = QT_TRANSLATE_NOOP(
    "ReminderEditor",
    "Nothing is shown on the screen. Answer from the icon in the tray, at the top of this page, "
    "or with the command “backease remind”.",
)
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
        # As wide as its place, as a `ChoiceEditor`.
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        limits = fields_of(Every)["minutes"]
        self.minutes = NumberField(
            look, tr("Minutes"), limits.least or 0, limits.most or 0, tr(" min")
        )
        self.minutes.setKeyboardTracking(False)
        self.times = _text(tr("Times of the day"))
        self.times.setPlaceholderText("10:00, 14:30")
        self.routine = ChoiceEditor(look, tr("Routine"), lambda v: self._change(routine=v))
        self.routine.set_options({CHOOSE: tr("Choose for me"), **dict(routines)})
        self.style_ = ChoiceEditor(look, tr("Calls by"), lambda v: self._change(style=v))
        self.style_.set_options({style: style_words(style) for style in CallStyle})
        self.place = ChoiceEditor(look, tr("As far as"), lambda v: self._change(place=v))
        self.place.set_options({place: reach_words(place) for place in Place})
        most = fields_of(Reminder)["most_min"]
        self.most = editor_for(look, most, lambda v: self._change(most_min=v))
        speaks = fields_of(Reminder)["speaks"]
        self.speaks = editor_for(look, speaks, lambda v: self._change(speaks=v))
        self.tone = ChoiceEditor(look, tr("Tone"), lambda v: self._change(tone=v or None))
        self.tone.set_options({"": tr("Silent"), **{tone: tone_words(tone) for tone in TONES}})
        self.hours = [_text(day_words(day)) for day in range(len(DAYS))]
        self.bars = [DayBar(look) for _ in DAYS]
        self._form = Form()
        self._troubles = {
            field: Label("", "small", "danger", wraps=True)
            for field in (self.name, self.times, *self.hours)
        }
        self._lay_out()
        self._connect()
        self.show_reminder(reminder)

    @property
    def trouble(self) -> str:
        """What is wrong with what was typed last."""
        return "".join(note.text() for note in self._troubles.values())

    @property
    def says_how_to_answer(self) -> bool:
        """Whether it explains how a call is answered that only sounds."""
        return self._answer.is_visible

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
        self._every.set_visible(isinstance(when, Every))
        self._at.set_visible(isinstance(when, At))
        self.routine.show(reminder.routine)
        self.style_.show(reminder.style)
        self.place.show(reminder.place)
        self.most.show(reminder.most_min)
        self.tone.show(reminder.tone or "")
        self.speaks.show(reminder.speaks)
        for line in self._choosing:
            line.set_visible(reminder.routine == CHOOSE)
        self._speaking.set_visible(reminder.style is not CallStyle.VOICE)
        self._answer.set_visible(reminder.style in HEARD_ONLY)
        usual = reminder.with_(enabled=True)
        for day, (field, bar) in enumerate(zip(self.hours, self.bars, strict=True)):
            on = A_MONDAY.replace(day=A_MONDAY.day + day)
            ranges = reminder.hours.on(on)
            field.setText(ranges_text(ranges))
            bar.show_day(ranges, calls_on(usual, on, UTC))

    def fit(self, is_wide: bool) -> None:
        """Put names beside their fields, or above them where both have no room in a line."""
        self._form.fit(is_wide)

    def _lay_out(self) -> None:
        tr, form = self.tr, self._form
        spoken = QWidget()
        row = QHBoxLayout(spoken)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.speaks.widget)
        row.addWidget(
            Label(tr(fields_of(Reminder)["speaks"].help), "small", "muted", wraps=True), 1
        )
        form.add(tr("Name"), self.name)
        form.add_note(self._troubles[self.name])
        form.add(tr("When"), self.kind)
        self._every = form.add(tr("Every"), self.minutes, is_short=True)
        self._at = form.add(tr("At"), self.times)
        form.add_note(self._troubles[self.times])
        form.add(tr("Routine"), self.routine.widget)
        self._choosing = (
            form.add(tr("As far as"), self.place.widget),
            form.add(tr("At most"), self.most.widget, is_short=True),
        )
        form.add(tr("Calls by"), self.style_.widget)
        self._answer = form.add_note(Label(tr(str(ANSWER)), "small", "muted", wraps=True))
        form.add(tr("Tone"), self.tone.widget)
        self._speaking = form.add(tr("Say it, too"), spoken)
        week = Label(tr("Hours, and the calls of a usual day"), is_strong=True, wraps=True)
        week.setContentsMargins(0, 8, 0, 0)
        form.add_whole(week)
        for day, (field, bar) in enumerate(zip(self.hours, self.bars, strict=True)):
            field.setPlaceholderText(tr("No calls"))
            form.add_pair(day_words(day), field, bar)
            form.add_note(self._troubles[field])
        form.add_beside(HourScale(self._look))
        form.fit(is_wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_name_typed)
        self.kind.activated.connect(self._on_kind_activated)
        self.minutes.valueChanged.connect(lambda n: self._change(when=Every(minutes=n)))
        self.times.editingFinished.connect(self._on_times_typed)
        for day, field in zip(DAYS, self.hours, strict=True):
            field.editingFinished.connect(lambda d=day, f=field: self._on_hours_typed(d, f))

    def _on_kind_activated(self) -> None:
        if self.kind.currentData() != self._reminder.when.kind:
            self._change(when=Every() if self.kind.currentData() == "every" else FIRST_TIMES)

    def _on_name_typed(self) -> None:
        right = self.tr("A name of up to 60 letters")
        self._take(self.name, lambda: {"name": self.name.text()}, right)

    def _on_times_typed(self) -> None:
        right = self.tr("Times of the day, such as 10:00, 14:30")
        self._take(self.times, lambda: {"when": At(times=times_of(self.times.text()))}, right)

    def _on_hours_typed(self, day: str, field: QLineEdit) -> None:
        def typed() -> dict[str, Any]:
            return {"hours": checked(self._reminder.hours, **{day: ranges_of(field.text())})}

        self._take(field, typed)

    def _take(self, field: QLineEdit, typed: Callable[[], dict[str, Any]], right: str = "") -> None:
        """Take what was typed, or say beneath the field what would be right."""
        try:
            reminder = checked(self._reminder, **typed())
        except ValueError as error:
            self._say(right or str(error), field)
        else:
            self._adopt(reminder)

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  (the types of the fields)
        self._adopt(checked(self._reminder, **fields))

    def _adopt(self, reminder: Reminder) -> None:
        self._say("")
        if reminder != self._reminder:
            self.show_reminder(reminder)
            self.changed.emit(reminder)

    def _say(self, trouble: str, about: QLineEdit | None = None) -> None:
        for field, note in self._troubles.items():
            words = trouble if field is about else ""
            note.setText(words)
            note.setVisible(bool(words))
            field.setAccessibleDescription(words)


def _text(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
