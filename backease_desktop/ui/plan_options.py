"""What holds for all reminders: what counts as a break, what is not interrupted, how much later."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backease_desktop.core.reminder.plan import BusySwitches, ReminderPlan
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.field_editors import Editor, editor_for
from backease_desktop.ui.hours_text import numbers_of
from backease_desktop.ui.style import Look

NUMBERS = ("away_after_min", "still_after_s", "typing_pause_s", "typing_wait_s")


class PlanOptions(Card):
    """The card.

    Args:
        look: the theme and the fonts.
        plan: shown first.

    Signals:
        changed: carries the plan with the changed options; its reminders are those shown last.
    """

    changed = Signal(object)

    def __init__(self, look: Look, plan: ReminderPlan, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._plan = plan
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._column.setSpacing(14)
        self.editors: dict[str, Editor] = {}
        self.snooze = QLineEdit()
        self.snooze.setAccessibleName(self.tr("Later"))
        self.snooze.editingFinished.connect(self._on_snooze_typed)
        self._trouble = Label("", "small", "danger", wraps=True)
        self._column.addWidget(Label(self.tr("For all reminders"), "heading"))
        for name in NUMBERS:
            self._add(name, self._editor(name), ReminderPlan)
        self._add("snooze_min", self.snooze, ReminderPlan)
        self._column.addWidget(self._trouble)
        self._column.addWidget(Label(self.tr("Do not interrupt"), is_strong=True))
        self._add_switches()
        self.show_plan(plan)

    @property
    def trouble(self) -> str:
        """What is wrong with what was typed last."""
        return self._trouble.text()

    def show_plan(self, plan: ReminderPlan) -> None:
        """Show the options of a plan, without saying that they were changed."""
        self._plan = plan
        self._say("")
        for name in NUMBERS:
            self.editors[name].show(getattr(plan, name))
        for name in BusySwitches.model_fields:
            self.editors[name].show(getattr(plan.wait_for, name))
        self.snooze.setText(", ".join(str(minutes) for minutes in plan.snooze_min))

    def _add(self, name: str, field: QWidget, model: type[ReminderPlan]) -> None:
        info = model.model_fields[name]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr(str(info.title)), is_strong=True, wraps=True))
        words.addWidget(Label(self.tr(str(info.description)), "small", "muted", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 2)
        row.addWidget(field, 1)
        self._column.addLayout(row)

    def _add_switches(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (name, info) in enumerate(BusySwitches.model_fields.items()):

            def chosen(value: object, name: str = name) -> None:
                wait_for = self._plan.wait_for.model_copy(update={name: value})
                self._change(wait_for=wait_for)

            self.editors[name] = editor_for(self.look, name, info, chosen)
            words = Label(self.tr(str(info.description)), "small", "muted", wraps=True)
            grid.addWidget(Label(self.tr(str(info.title)), wraps=True), row, 0)
            grid.addWidget(words, row, 1)
            grid.addWidget(self.editors[name].widget, row, 2)
        self._column.addLayout(grid)

    def _editor(self, name: str) -> QWidget:
        chosen: Callable[[object], None] = lambda value: self._change(**{name: value})  # noqa: E731
        info = ReminderPlan.model_fields[name]
        self.editors[name] = editor_for(self.look, name, info, chosen)
        return self.editors[name].widget

    def _on_snooze_typed(self) -> None:
        try:
            self._change(snooze_min=numbers_of(self.snooze.text()))
        except ValueError:
            self._say(self.tr("Minutes, such as 5, 10, 20"))

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  (the types of the fields)
        try:
            plan = ReminderPlan.model_validate({**dict(self._plan), **fields})
        except ValidationError as error:
            self._say(error.errors()[0]["msg"].removeprefix("Value error, "))
            return
        self._say("")
        if plan != self._plan:
            self._plan = plan
            self.changed.emit(plan)

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
