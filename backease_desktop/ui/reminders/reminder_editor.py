"""The editor of one reminder.

Rules:
1. A change takes effect at once. Text that makes no sense stays as it was typed, changes nothing,
   and what would be right is said beneath it.
2. What most people set stands open; the rest is under Advanced.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, time
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.fields import checked, fields_of
from backease_desktop.core.reminder.hours import calls_on
from backease_desktop.core.reminder.roster import CHOOSE, At, CallStyle, Every, Reminder
from backease_desktop.core.reminder.typed_times import times_of
from backease_desktop.ui.clock_words import times_words
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.disclosure import Disclosure
from backease_desktop.ui.components.fields import NumberField
from backease_desktop.ui.components.form import Form
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.hours_editor import HoursEditor, groups_of
from backease_desktop.ui.reminders.reminder_words import (
    STYLE_ICONS,
    TONES,
    calls_a_day_words,
    reach_words,
    style_words,
    tone_words,
)
from backease_desktop.ui.settings.field_editors import ChoiceEditor, editor_for

A_MONDAY = date(2026, 1, 5)
"""Of a week in which no clock is changed: what is counted is a usual day."""
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
        foot: stands at the end of what is under Advanced.

    Signals:
        changed: carries the reminder as it is now.
    """

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        reminder: Reminder,
        routines: Sequence[tuple[str, str]],
        foot: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._reminder = reminder
        tr = self.tr
        kinds = [("every", tr("After a while"), ""), ("at", tr("At set times"), "")]
        self.kind = Segments(look, tr("When it calls"), kinds)
        limits = fields_of(Every)["minutes"]
        self.minutes = NumberField(
            look, tr("Call after"), limits.least or 0, limits.most or 0, tr(" min")
        )
        self.minutes.setKeyboardTracking(False)
        self._often = Label("", "small", "muted", wraps=True)
        self.times = _text(tr("Times of the day"))
        self.hours = HoursEditor(look)
        self.routine = ChoiceEditor(look, tr("Then do"), lambda v: self._change(routine=v))
        self.set_routines(routines)
        styles = [(style, style_words(style), STYLE_ICONS[style]) for style in CallStyle]
        self.style_ = Segments(look, tr("How to remind me"), styles)
        speaks = fields_of(Reminder)["speaks"]
        self.speaks = editor_for(look, speaks, lambda v: self._change(speaks=v))
        self.name = _text(tr("Name"))
        self.place = ChoiceEditor(look, tr("As far as"), lambda v: self._change(place=v))
        self.place.set_options({place: reach_words(place) for place in Place})
        most = fields_of(Reminder)["most_min"]
        self.most = editor_for(look, most, lambda v: self._change(most_min=v))
        self.tone = ChoiceEditor(look, tr("Tone"), lambda v: self._change(tone=v or None))
        self.tone.set_options({"": tr("Silent"), **{tone: tone_words(tone) for tone in TONES}})
        self._form, self._rest = Form(), Form()
        self._foot = foot
        self._before: QWidget = self
        self._troubles = {
            field: Label("", "small", "danger", wraps=True) for field in (self.name, self.times)
        }
        self._lay_out()
        self._connect()
        self.show_reminder(reminder)

    @property
    def trouble(self) -> str:
        """What is wrong with what was typed last."""
        hours = (group.trouble for group in self.hours.groups)
        return "".join(note.text() for note in (*self._troubles.values(), *hours))

    @property
    def often(self) -> str:
        """How often it calls: "about 7 calls a day"."""
        return self._often.text()

    @property
    def says_how_to_answer(self) -> bool:
        """Whether it explains how a call is answered that only sounds."""
        return self._answer.is_visible

    def set_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer these routines, by id and name; what is chosen stays."""
        self._names = dict(routines)
        self.routine.set_options({CHOOSE: self.tr("Choose for me"), **dict(routines)})

    def routine_name(self, routine_id: str) -> str:
        """What a routine is called; empty for one that is not offered, and for "choose for me"."""
        return self._names.get(routine_id, "")

    def follow(self, before: QWidget) -> None:
        """Have Tab go through it in reading order, behind a widget."""
        self._before = before
        stops: list[QWidget] = [
            before,
            *self.kind.segments,
            self.minutes,
            self.times,
            *self.hours.stops,
            self.routine.widget,
            self.place.widget,
            *self.most.widget.findChildren(NumberField),
            *self.style_.segments,
            self.speaks.widget,
            self.advanced.line,
            self.name,
            self.tone.widget,
            *self._foot.findChildren(Button),
        ]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def show_reminder(self, reminder: Reminder) -> None:
        """Show a reminder, without saying that it was changed."""
        self._reminder = reminder
        self._say("")
        when = reminder.when
        self.name.setText(reminder.name)
        self.kind.set_value(when.kind)
        self.minutes.blockSignals(True)
        self.minutes.setValue(when.minutes if isinstance(when, Every) else Every().minutes)
        self.minutes.blockSignals(False)
        self.times.setText(times_words(when.times) if isinstance(when, At) else "")
        self._every.set_visible(isinstance(when, Every))
        self._at.set_visible(isinstance(when, At))
        self.hours.show_hours(reminder.hours)
        self.routine.show(reminder.routine)
        self.style_.set_value(reminder.style)
        self.place.show(reminder.place)
        self.most.show(reminder.most_min)
        self.tone.show(reminder.tone or "")
        self.speaks.show(reminder.speaks)
        for line in self._choosing:
            line.set_visible(reminder.routine == CHOOSE)
        self._speaking.set_visible(reminder.style not in (CallStyle.VOICE, CallStyle.NUDGE))
        self._answer.set_visible(reminder.style in HEARD_ONLY)
        self._often.setText(calls_a_day_words(_calls_a_day(reminder)))

    def fit(self, is_wide: bool) -> None:
        """Put names beside their fields, or above them where both have no room in a line."""
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._form.fit(is_wide)
        self._rest.fit(is_wide)

    def open_advanced(self) -> None:
        """Show what is under Advanced."""
        self.advanced.line.setChecked(True)

    def _lay_out(self) -> None:
        tr, form, rest = self.tr, self._form, self._rest
        form.add(tr("When"), self.kind)
        self._every = form.add(tr("Call after"), self._interval())
        self._at = form.add(tr("At"), self.times)
        form.add_note(self._troubles[self.times])
        form.add(tr("Days"), self.hours)
        form.add(tr("Then do"), self.routine.widget)
        self._choosing = (
            form.add(tr("As far as"), self.place.widget),
            form.add(tr("At most"), self.most.widget, is_short=True),
        )
        form.add(tr("How"), self.style_)
        self._answer = form.add_note(Label(tr(str(ANSWER)), "small", "muted", wraps=True))
        said = Label(tr(fields_of(Reminder)["speaks"].help), "small", "muted", wraps=True)
        self._speaking = form.add(tr("Also say it aloud"), _row(self.speaks.widget, said))
        rest.add(tr("Name"), self.name)
        rest.add_note(self._troubles[self.name])
        rest.add(tr("Tone"), self.tone.widget)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(rest)
        column.addWidget(self._foot)
        hint = tr("name, tone, try it, copy, delete")
        self.advanced = Disclosure(self._look, tr("Advanced"), hint, inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 16)
        column.setSpacing(14)
        column.addWidget(form)
        column.addWidget(self.advanced)
        self.fit(is_wide=True)

    def _interval(self) -> QWidget:
        """The minutes, and how often that is beside them or below."""
        interval = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, interval)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        self._beside.addWidget(self.minutes)
        self._beside.addWidget(self._often, 1)
        return interval

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_name_typed)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.minutes.valueChanged.connect(lambda n: self._change(when=Every(minutes=n)))
        self.times.editingFinished.connect(self._on_times_typed)
        self.hours.rebuilt.connect(lambda: self.follow(self._before))
        self.hours.changed.connect(lambda hours: self._change(hours=hours))
        self.style_.chosen.connect(lambda style: self._change(style=style))

    def _on_kind_chosen(self, kind: str) -> None:
        if kind != self._reminder.when.kind:
            self._change(when=Every() if kind == "every" else FIRST_TIMES)

    def _on_name_typed(self) -> None:
        right = self.tr("A name of up to 60 letters")
        self._take(self.name, lambda: {"name": self.name.text()}, right)

    def _on_times_typed(self) -> None:
        right = self.tr("Times of the day, such as 10:00, 14:30 or 2:30 pm")
        self._take(self.times, lambda: {"when": At(times=times_of(self.times.text()))}, right)

    def _take(self, field: QLineEdit, typed: Callable[[], dict[str, Any]], right: str) -> None:
        """Take what was typed, or say beneath the field what would be right."""
        try:
            reminder = checked(self._reminder, **typed())
        except ValueError:
            self._say(right, field)
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


def _calls_a_day(reminder: Reminder) -> int:
    """The most calls that a usual day of this reminder has."""
    usual = reminder.with_(enabled=True)
    days = {day for group in groups_of(reminder.hours) for day in group.days}
    dates = (A_MONDAY.replace(day=A_MONDAY.day + day) for day in days)
    return max((len(calls_on(usual, day, UTC)) for day in dates), default=0)


def _row(field: QWidget, words: QWidget) -> QWidget:
    """A field and what is said beside it."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(field)
    line.addWidget(words, 1)
    return row


def _text(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
