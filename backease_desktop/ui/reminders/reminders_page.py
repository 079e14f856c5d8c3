"""The reminders page: when the next call comes, which reminders there are, and why.

Rules:
1. What is next stands first; a reminder is a card, and one is open at a time.
2. A new reminder begins switched off, so that nothing calls that nobody has set up.

It keeps no roster of its own: every change is a wish, `change_requested`, with the whole roster,
and what is shown is the roster that was asked for last or given by `show_roster`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.day_line import DayLine
from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_card import ReminderCard
from backease_desktop.ui.reminders.reminder_editor import ReminderEditor
from backease_desktop.ui.reminders.reminder_words import offer_words
from backease_desktop.ui.reminders.roster_options import RosterOptions
from backease_desktop.ui.reminders.status_card import StatusCard
from backease_desktop.ui.reminders.suggestions import Suggestions
from backease_desktop.ui.reminders.why_page import Report, WhyCard

WIDEST = 1060
SIDE_BY_SIDE_FROM = 460
ROOMY_FROM = 980
MOST = 20


class RemindersPage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        roster: shown first.
        routines: id and name of each routine that a reminder may open.

    Signals:
        change_requested: carries the roster that the person wants.
        did_it_requested: a break was taken that nobody saw.
        remind_requested: a call is wanted now.
        try_requested: carries the id of the reminder that is to call now, as it would.
        pause_requested: be quiet for so many milliseconds.
        pause_until_tomorrow_requested: be quiet for what is left of the day.
        pause_until_requested: be quiet until this `date` begins.
        resume_requested: the pause is to end.
    """

    change_requested = Signal(object)
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
        roster: Roster,
        routines: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._roster = roster
        self._decisions: tuple[Decision, ...] = ()
        self._deleted: list[tuple[int, Reminder]] = []
        self._selected = ""
        self.cards: dict[str, ReminderCard] = {}
        tr = self.tr
        self.new = Button(look, tr("New reminder"), key="N", icon="plus")
        self.status = StatusCard(look)
        self.suggestions = Suggestions(look)
        self.try_it = Button(look, tr("Try it"), icon="reminders")
        self.duplicate = Button(look, tr("Make a copy"))
        self.delete = Button(look, tr("Delete"), Kind.DANGER)
        self.bring_back = Button(look, "", icon="again")
        first = roster.reminders[0] if roster.reminders else Reminder(id="none", name="–")
        foot = QWidget()
        foot.setLayout(_flow(self.try_it, self.duplicate, self.delete))
        self.editor = ReminderEditor(look, first, routines, foot)
        self.options = RosterOptions(look, roster)
        self.why = WhyCard(look)
        self._list = QVBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.show_roster(roster)
        self.show_outlook(Outlook(Mood.OFF), None)

    @property
    def selected(self) -> str:
        """Id of the reminder that is open; nothing if none is."""
        return self._selected

    def show_roster(self, roster: Roster) -> None:
        """Show a roster as it is."""
        self._roster = roster
        if list(self.cards) != [reminder.id for reminder in roster.reminders]:
            self._rebuild()
        for reminder in roster.reminders:
            self.cards[reminder.id].show_reminder(reminder)
        if self._selected not in self.cards:
            self._selected = next(iter(self.cards), "")
        self._show_selected()
        self.options.show_roster(roster)
        for more in (self.new, self.duplicate, self.bring_back):
            more.setEnabled(len(roster.reminders) < MOST)
        self._show_deleted()
        self._show_decisions()

    def show_outlook(
        self, outlook: Outlook, now: datetime | None, day: DayLine | None = None
    ) -> None:
        """Say what is next, and show today; without a time it says nothing."""
        known = {reminder.id: reminder for reminder in self._roster.reminders}
        following = known.get(outlook.reminder or "")
        routine = self.editor.routine_name(following.routine) if following else ""
        offer = offer_words(outlook, following, routine, now) if now else ""
        self.status.show_outlook(outlook, now, offer)
        self.status.show_day(day, self._decisions, self._names)
        self.why.set_today(self.status.strip.rows)

    def set_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show the last decisions, given oldest first."""
        self._decisions = tuple(decisions)
        self._show_decisions()

    def set_sources(self, reports: Iterable[Report]) -> None:
        """Show the sources of presence."""
        self.why.set_sources(reports)

    def select(self, reminder_id: str) -> None:
        """Open a reminder; an unknown id changes nothing."""
        if reminder_id in self.cards:
            self._selected = reminder_id
            self._show_selected()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N begins a new reminder, unless a field took the letter."""
        if event.text().lower() == "n" and not event.modifiers():
            self.new.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put names above their fields where both have no room in a line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= self._look.theme.px(SIDE_BY_SIDE_FROM)
        self.editor.fit(is_wide)
        self.options.fit(is_wide)
        self.status.fit(is_wide, self.width() >= self._look.theme.px(ROOMY_FROM))
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        self._scroll = PageColumn(self._look, WIDEST)
        # First in the order of Tab, so that keys scroll a page just opened and say nothing.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = self._scroll.column
        self._head.addWidget(title(self.tr("Reminders")), 1)
        self._head.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._head)
        self._list.setSpacing(12)
        for part in (self.suggestions, self.status, self.why):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addLayout(_flow(self.bring_back))
        column.addWidget(self.options)
        column.addStretch(1)
        self.why.hide()
        self.suggestions.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _connect(self) -> None:
        status = self.status
        status.did_it_requested.connect(self.did_it_requested)
        status.remind_requested.connect(self.remind_requested)
        status.pause_requested.connect(self.pause_requested)
        status.pause_until_tomorrow_requested.connect(self.pause_until_tomorrow_requested)
        status.pause_until_requested.connect(self.pause_until_requested)
        status.resume_requested.connect(self.resume_requested)
        status.why_requested.connect(self._on_why_requested)
        self.try_it.clicked.connect(lambda: self.try_requested.emit(self._selected))
        self.new.clicked.connect(self._on_new_clicked)
        self.suggestions.chosen.connect(self.begin_with)
        self.duplicate.clicked.connect(self._on_duplicate_clicked)
        self.delete.clicked.connect(lambda: self._delete(self._selected))
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self._look.changed.connect(self._fit)
        self.editor.changed.connect(self._replace)
        self.options.changed.connect(self._request)

    def _rebuild(self) -> None:
        self.editor.setParent(self)  # a card that goes does not take it along
        self.editor.hide()
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {}
        for reminder in self._roster.reminders:
            card = ReminderCard(self._look, reminder)
            card.clicked.connect(lambda one=reminder.id: self.select(one))
            card.switched.connect(lambda on, one=reminder.id: self._switch(one, on))
            card.step_requested.connect(lambda step, one=reminder.id: self._step(one, step))
            card.delete_requested.connect(lambda one=reminder.id: self._delete(one))
            self._list.addWidget(card)
            card.show()  # now, not when the layout comes to it: it may be given the focus
            self.cards[reminder.id] = card

    def _show_selected(self) -> None:
        opened = self.cards.get(self._selected)
        for card in self.cards.values():
            if card is not opened and card.is_open:
                card.close_()
            card.set_reached(card is opened)
        if opened is None:
            self.editor.hide()
            return
        self.editor.show_reminder(self._reminder(self._selected))
        if not opened.is_open:
            opened.open(self.editor)
            # Tab goes in reading order: what is inside a card comes behind its switch.
            order = [part for card in self.cards.values() for part in (card, card.switch)]
            behind = (self.bring_back, self.options.whole.line)
            for before, after in pairwise((self.status.last, *order, *behind)):
                QWidget.setTabOrder(before, after)
            self.editor.follow(opened.switch)

    @property
    def _names(self) -> dict[str, str]:
        return {reminder.id: reminder.name for reminder in self._roster.reminders}

    def _show_deleted(self) -> None:
        """Offer the one that went last; the ones before it follow when it is back."""
        self.bring_back.setVisible(bool(self._deleted))
        if self._deleted:
            name = self._deleted[-1][1].name
            self.bring_back.setText(self.tr("Bring back “{name}”").format(name=name))
            self.bring_back.updateGeometry()

    def _show_decisions(self) -> None:
        self.why.set_decisions(self._decisions, self._names)

    def _on_why_requested(self) -> None:
        """Open the list where it was asked for, or close it again."""
        self.why.setVisible(self.why.isHidden())

    def _on_new_clicked(self) -> None:
        self.suggestions.setVisible(self.suggestions.isHidden())
        if self.suggestions.isVisible():
            self.suggestions.first.setFocus(Qt.FocusReason.TabFocusReason)

    def begin_with(self, suggestion: Reminder) -> None:
        """Put a new reminder at the end, switched off, for the person to go on with."""
        self.suggestions.hide()
        fresh = self._new(suggestion.name)
        self._insert_new(suggestion.with_(id=fresh.id, enabled=False))

    def _reminder(self, reminder_id: str) -> Reminder:
        return next(one for one in self._roster.reminders if one.id == reminder_id)

    def _new(self, name: str) -> Reminder:
        taken = {reminder.id for reminder in self._roster.reminders}
        number = next(n for n in range(1, MOST + 2) if f"reminder-{n}" not in taken)
        return Reminder(id=f"reminder-{number}", name=name)

    def _switch(self, reminder_id: str, is_on: bool) -> None:
        self._replace(self._reminder(reminder_id).with_(enabled=is_on))

    def _on_duplicate_clicked(self) -> None:
        old = self._reminder(self._selected)
        new = self._new(self.tr("{name} (copy)").format(name=old.name)[:60])
        self._insert_new(old.with_(id=new.id, name=new.name, enabled=False))

    def _step(self, reminder_id: str, step: int) -> None:
        """Go to a card further down or up; behind an end there is none."""
        ids = list(self.cards)
        to = ids[max(0, min(len(ids) - 1, ids.index(reminder_id) + step))]
        self.select(to)
        self.cards[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _delete(self, reminder_id: str) -> None:
        ids = list(self.cards)
        place = ids.index(reminder_id)
        old = self._reminder(reminder_id)
        self._deleted.append((place, old))
        if self._selected == reminder_id:
            self._selected = next(iter(ids[place + 1 :] or ids[:place][::-1]), "")
        self._request_reminders(tuple(one for one in self._roster.reminders if one is not old))
        next_place = self.cards[self._selected] if self._selected else self.bring_back
        next_place.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_bring_back_clicked(self) -> None:
        place, old = self._deleted.pop()
        self._insert(old if old.id not in self.cards else old.with_(id=self._new("–").id), place)
        self.cards[self._selected].setFocus(Qt.FocusReason.TabFocusReason)

    def _insert(self, reminder: Reminder, place: int | None = None) -> None:
        reminders = list(self._roster.reminders)
        reminders.insert(len(reminders) if place is None else place, reminder)
        self._selected = reminder.id
        self._request_reminders(tuple(reminders))

    def _insert_new(self, reminder: Reminder) -> None:
        """Put one at the end, and let the person name it."""
        self._insert(reminder)
        self.editor.open_advanced()
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def _replace(self, reminder: Reminder) -> None:
        self._request_reminders(
            tuple(reminder if one.id == reminder.id else one for one in self._roster.reminders)
        )

    def _request_reminders(self, reminders: tuple[Reminder, ...]) -> None:
        self._request(self._roster.with_(reminders=reminders))

    def _request(self, roster: Roster) -> None:
        if roster != self._roster:
            self.show_roster(roster)
            self.change_requested.emit(roster)


def _flow(*buttons: Button) -> FlowLayout:
    flow = FlowLayout(8)
    for button in buttons:
        flow.addWidget(button)
    return flow
