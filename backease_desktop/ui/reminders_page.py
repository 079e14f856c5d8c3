"""The reminders page: which there are, when they call, and why one did or did not.

It keeps no plan of its own: every change is a wish that carries the whole plan (`plan_changed`),
and what is shown is the plan that was wished last or given by `show_plan`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.plan import Reminder, ReminderPlan
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.page_column import PageColumn
from backease_desktop.ui.plan_options import PlanOptions
from backease_desktop.ui.reminder_editor import ReminderEditor
from backease_desktop.ui.reminder_row import ReminderRow
from backease_desktop.ui.reminder_words import outlook_words
from backease_desktop.ui.style import Look
from backease_desktop.ui.why_page import Report, WhyCard

WIDEST = 860
MOST = 20
HOUR = Ms(60 * MINUTE)


class RemindersPage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        plan: shown first.
        routines: id and name of each routine that a reminder may open.

    Signals:
        plan_changed: carries the plan that the person wants.
        pause_requested: be quiet for so many milliseconds.
        pause_until_tomorrow_requested: be quiet for what is left of the day.
        resume_requested: the pause is to end.
    """

    plan_changed = Signal(object)
    pause_requested = Signal(int)
    pause_until_tomorrow_requested = Signal()
    resume_requested = Signal()

    def __init__(
        self,
        look: Look,
        plan: ReminderPlan,
        routines: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._plan = plan
        self._decisions: tuple[Decision, ...] = ()
        self._deleted: tuple[int, Reminder] | None = None
        self._selected = ""
        self.rows: dict[str, ReminderRow] = {}
        tr = self.tr
        self._status = Label("", "body", "muted", wraps=True)
        self.pause_hour = Button(look, tr("Pause for 1 hour"), icon="pause")
        self.pause_day = Button(look, tr("Pause until tomorrow"))
        self.resume = Button(look, tr("Resume"), Kind.PRIMARY, icon="play")
        self.add = Button(look, tr("Add a reminder"))
        self.duplicate = Button(look, tr("Duplicate"))
        self.delete = Button(look, tr("Delete"), Kind.DANGER)
        self.bring_back = Button(look, "", icon="again")
        first = plan.reminders[0] if plan.reminders else Reminder(id="none", name="–")
        self.editor = ReminderEditor(look, first, routines)
        self.options = PlanOptions(look, plan)
        self.why = WhyCard(look)
        self._list = QVBoxLayout()
        self._editor_card = Card(look)
        self._lay_out()
        self._connect()
        self.show_plan(plan)
        self.show_outlook(Outlook(Mood.OFF), None)

    @property
    def selected(self) -> str:
        """Id of the reminder in the editor; nothing if there is none."""
        return self._selected

    @property
    def status(self) -> str:
        """What it says about the next call."""
        return self._status.text()

    def show_plan(self, plan: ReminderPlan) -> None:
        """Show a plan as it is."""
        self._plan = plan
        if list(self.rows) != [reminder.id for reminder in plan.reminders]:
            self._rebuild()
        for reminder in plan.reminders:
            self.rows[reminder.id].show_reminder(reminder)
        if self._selected not in self.rows:
            self._selected = next(iter(self.rows), "")
        self._show_selected()
        self.options.show_plan(plan)
        self.add.setEnabled(len(plan.reminders) < MOST)
        self.duplicate.setEnabled(len(plan.reminders) < MOST)
        self._show_decisions()

    def show_outlook(self, outlook: Outlook, now: datetime | None) -> None:
        """Say what is next; without a time it says nothing."""
        self._status.setText(outlook_words(outlook, now) if now else "")
        is_paused = outlook.mood is Mood.PAUSED
        self.resume.setVisible(is_paused)
        for button in (self.pause_hour, self.pause_day):
            button.setVisible(not is_paused)

    def set_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show the last decisions, given oldest first."""
        self._decisions = tuple(decisions)
        self._show_decisions()

    def set_sources(self, reports: Iterable[Report]) -> None:
        """Show the sources of presence."""
        self.why.set_sources(reports)

    def select(self, reminder_id: str) -> None:
        """Open a reminder in the editor; an unknown id changes nothing."""
        if reminder_id in self.rows:
            self._selected = reminder_id
            self._show_selected()

    def _lay_out(self) -> None:
        scroll = PageColumn(self._look, WIDEST)
        column = scroll.column
        column.addWidget(title(self.tr("Reminders")))
        column.addWidget(self._status)
        column.addLayout(_flow(self.pause_hour, self.pause_day, self.resume))
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addLayout(_flow(self.add, self.bring_back))
        self.bring_back.hide()
        inside = QVBoxLayout(self._editor_card)
        inside.setContentsMargins(20, 16, 20, 20)
        inside.setSpacing(16)
        inside.addWidget(self.editor)
        inside.addLayout(_flow(self.duplicate, self.delete))
        for card in (self._editor_card, self.options, self.why):
            column.addWidget(card)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _connect(self) -> None:
        self.pause_hour.clicked.connect(lambda: self.pause_requested.emit(HOUR))
        self.pause_day.clicked.connect(self.pause_until_tomorrow_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.add.clicked.connect(lambda: self._insert(self._new(self.tr("Stretch"))))
        self.duplicate.clicked.connect(self._on_duplicate_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self.editor.changed.connect(self._replace)
        self.options.changed.connect(self._wish)

    def _rebuild(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for reminder in self._plan.reminders:
            row = ReminderRow(self._look, reminder)
            row.clicked.connect(lambda one=reminder.id: self.select(one))
            row.switched.connect(lambda on, one=reminder.id: self._switch(one, on))
            self._list.addWidget(row)
            self.rows[reminder.id] = row

    def _show_selected(self) -> None:
        for one, row in self.rows.items():
            row.set_selected(one == self._selected)
        self._editor_card.setVisible(bool(self._selected))
        if self._selected:
            self.editor.show_reminder(self._reminder(self._selected))

    def _show_decisions(self) -> None:
        names = {reminder.id: reminder.name for reminder in self._plan.reminders}
        self.why.set_decisions(self._decisions, names)

    def _reminder(self, reminder_id: str) -> Reminder:
        return next(one for one in self._plan.reminders if one.id == reminder_id)

    def _new(self, name: str) -> Reminder:
        taken = {reminder.id for reminder in self._plan.reminders}
        number = next(n for n in range(1, MOST + 2) if f"reminder-{n}" not in taken)
        return Reminder(id=f"reminder-{number}", name=name)

    def _switch(self, reminder_id: str, is_on: bool) -> None:
        self._replace(self._reminder(reminder_id).model_copy(update={"enabled": is_on}))

    def _on_duplicate_clicked(self) -> None:
        old = self._reminder(self._selected)
        new = self._new(self.tr("{name} (copy)").format(name=old.name)[:60])
        self._insert(old.model_copy(update={"id": new.id, "name": new.name}))

    def _on_delete_clicked(self) -> None:
        old = self._reminder(self._selected)
        place = self._plan.reminders.index(old)
        self._deleted = (place, old)
        self.bring_back.setText(self.tr("Bring back “{name}”").format(name=old.name))
        self.bring_back.updateGeometry()
        self.bring_back.show()
        self._wish_reminders(tuple(one for one in self._plan.reminders if one is not old))
        (self.bring_back if self._selected == "" else self.rows[self._selected]).setFocus()

    def _on_bring_back_clicked(self) -> None:
        if self._deleted is not None:
            place, reminder = self._deleted
            self._deleted = None
            self.bring_back.hide()
            self._insert(reminder, place)

    def _insert(self, reminder: Reminder, place: int | None = None) -> None:
        reminders = list(self._plan.reminders)
        reminders.insert(len(reminders) if place is None else place, reminder)
        self._selected = reminder.id
        self._wish_reminders(tuple(reminders))
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def _replace(self, reminder: Reminder) -> None:
        self._wish_reminders(
            tuple(reminder if one.id == reminder.id else one for one in self._plan.reminders)
        )

    def _wish_reminders(self, reminders: tuple[Reminder, ...]) -> None:
        self._wish(self._plan.model_copy(update={"reminders": reminders}))

    def _wish(self, plan: ReminderPlan) -> None:
        if plan != self._plan:
            self.show_plan(plan)
            self.plan_changed.emit(plan)


def _flow(*buttons: Button) -> FlowLayout:
    flow = FlowLayout(8)
    for button in buttons:
        flow.addWidget(button)
    return flow
