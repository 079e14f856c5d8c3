"""The reminders page: which there are, when they call, and why one did or did not.

It keeps no plan of its own: every change is a wish that carries the whole plan (`plan_changed`),
and what is shown is the plan that was wished last or given by `show_plan`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.plan import Reminder, ReminderPlan
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.plan_options import PlanOptions
from backease_desktop.ui.reminders.reminder_editor import ReminderEditor
from backease_desktop.ui.reminders.reminder_head import ReminderHead
from backease_desktop.ui.reminders.reminder_row import ReminderRow
from backease_desktop.ui.reminders.why_page import Report, WhyCard

WIDEST = 860
SIDE_BY_SIDE_FROM = 460
MOST = 20


class RemindersPage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        plan: shown first.
        routines: id and name of each routine that a reminder may open.

    Signals:
        plan_changed: carries the plan that the person wants.
        did_it_requested: a break was taken that nobody saw.
        remind_requested: a call is wanted now.
        try_requested: carries the id of the reminder that is to call now, as it would.
        pause_requested: be quiet for so many milliseconds.
        pause_until_tomorrow_requested: be quiet for what is left of the day.
        pause_until_requested: be quiet until this `date` begins.
        resume_requested: the pause is to end.
    """

    plan_changed = Signal(object)
    did_it_requested = Signal()
    remind_requested = Signal()
    try_requested = Signal(str)
    pause_requested = Signal(int)
    pause_until_tomorrow_requested = Signal()
    pause_until_requested = Signal(object)
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
        self._deleted: list[tuple[int, Reminder]] = []
        self._selected = ""
        self.rows: dict[str, ReminderRow] = {}
        tr = self.tr
        self.head = ReminderHead(look)
        self.add = Button(look, tr("Add a reminder"))
        self.try_it = Button(look, tr("Try it"), icon="reminders")
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
        for more in (self.add, self.duplicate, self.bring_back):
            more.setEnabled(len(plan.reminders) < MOST)
        self._show_deleted()
        self._show_decisions()

    def show_outlook(self, outlook: Outlook, now: datetime | None) -> None:
        """Say what is next; without a time it says nothing."""
        self.head.show_outlook(outlook, now)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put names above their fields where both have no room in a line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= self._look.theme.px(SIDE_BY_SIDE_FROM)
        self.editor.fit(is_wide)
        self.options.fit(is_wide)

    def _lay_out(self) -> None:
        scroll = PageColumn(self._look, WIDEST)
        # First in the order of Tab, so that keys scroll a page just opened and say nothing.
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = scroll.column
        column.addWidget(self.head)
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addLayout(_flow(self.add, self.bring_back))
        inside = QVBoxLayout(self._editor_card)
        inside.setContentsMargins(20, 16, 20, 20)
        inside.setSpacing(16)
        inside.addWidget(self.editor)
        inside.addLayout(_flow(self.try_it, self.duplicate, self.delete))
        for card in (self._editor_card, self.options, self.why):
            column.addWidget(card)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _connect(self) -> None:
        head = self.head
        head.did_it_requested.connect(self.did_it_requested)
        head.remind_requested.connect(self.remind_requested)
        head.pause_requested.connect(self.pause_requested)
        head.pause_until_tomorrow_requested.connect(self.pause_until_tomorrow_requested)
        head.pause_until_requested.connect(self.pause_until_requested)
        head.resume_requested.connect(self.resume_requested)
        self.try_it.clicked.connect(lambda: self.try_requested.emit(self._selected))
        self.add.clicked.connect(lambda: self._insert_new(self._new(self.tr("Stretch"))))
        self.duplicate.clicked.connect(self._on_duplicate_clicked)
        self.delete.clicked.connect(lambda: self._delete(self._selected))
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self._look.changed.connect(self._fit)
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
            row.step_requested.connect(lambda step, one=reminder.id: self._step(one, step))
            row.delete_requested.connect(lambda one=reminder.id: self._delete(one))
            self._list.addWidget(row)
            row.show()  # now, not when the layout comes to it: it may be given the focus
            self.rows[reminder.id] = row
        # Tab goes in reading order, and new rows come last where nobody says otherwise.
        order = [part for row in self.rows.values() for part in (row, row.switch)]
        for before, after in pairwise((self.head.last, *order, self.add)):
            QWidget.setTabOrder(before, after)

    def _show_selected(self) -> None:
        for one, row in self.rows.items():
            row.set_selected(one == self._selected)
        self._editor_card.setVisible(bool(self._selected))
        if self._selected:
            self.editor.show_reminder(self._reminder(self._selected))

    def _show_deleted(self) -> None:
        """Offer the one that went last; the ones before it follow when it is back."""
        self.bring_back.setVisible(bool(self._deleted))
        if self._deleted:
            name = self._deleted[-1][1].name
            self.bring_back.setText(self.tr("Bring back “{name}”").format(name=name))
            self.bring_back.updateGeometry()

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
        self._replace(self._reminder(reminder_id).with_(enabled=is_on))

    def _on_duplicate_clicked(self) -> None:
        old = self._reminder(self._selected)
        new = self._new(self.tr("{name} (copy)").format(name=old.name)[:60])
        self._insert_new(old.with_(id=new.id, name=new.name))

    def _step(self, reminder_id: str, step: int) -> None:
        """Go to a row further down or up; behind an end there is none."""
        ids = list(self.rows)
        to = ids[max(0, min(len(ids) - 1, ids.index(reminder_id) + step))]
        self.select(to)
        self.rows[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _delete(self, reminder_id: str) -> None:
        ids = list(self.rows)
        place = ids.index(reminder_id)
        old = self._reminder(reminder_id)
        self._deleted.append((place, old))
        if self._selected == reminder_id:
            self._selected = next(iter(ids[place + 1 :] or ids[:place][::-1]), "")
        self._wish_reminders(tuple(one for one in self._plan.reminders if one is not old))
        next_place = self.rows[self._selected] if self._selected else self.bring_back
        next_place.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_bring_back_clicked(self) -> None:
        place, old = self._deleted.pop()
        self._insert(old if old.id not in self.rows else old.with_(id=self._new("–").id), place)
        self.rows[self._selected].setFocus(Qt.FocusReason.TabFocusReason)

    def _insert(self, reminder: Reminder, place: int | None = None) -> None:
        reminders = list(self._plan.reminders)
        reminders.insert(len(reminders) if place is None else place, reminder)
        self._selected = reminder.id
        self._wish_reminders(tuple(reminders))

    def _insert_new(self, reminder: Reminder) -> None:
        """Put one at the end, and let the person name it."""
        self._insert(reminder)
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def _replace(self, reminder: Reminder) -> None:
        self._wish_reminders(
            tuple(reminder if one.id == reminder.id else one for one in self._plan.reminders)
        )

    def _wish_reminders(self, reminders: tuple[Reminder, ...]) -> None:
        self._wish(self._plan.with_(reminders=reminders))

    def _wish(self, plan: ReminderPlan) -> None:
        if plan != self._plan:
            self.show_plan(plan)
            self.plan_changed.emit(plan)


def _flow(*buttons: Button) -> FlowLayout:
    flow = FlowLayout(8)
    for button in buttons:
        flow.addWidget(button)
    return flow
