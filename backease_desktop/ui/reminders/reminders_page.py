"""The reminders page: when the next call comes, which reminders there are, and why.

Rules:
1. What is next stands first; a reminder is a card, and one is open at a time.
2. A new reminder begins switched off, so that nothing calls that nobody has set up.
3. What is next is there at once; cards, the editor in the first of them and what holds for all
   follow. Whoever asks for a change meets the whole page.

It keeps no roster of its own: every change is a wish, `change_requested`, with the whole roster,
and what is shown is the roster that was asked for last or given by `show_roster`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.pieces import Pieces
from backease_desktop.core.reminder import roster_changes
from backease_desktop.core.reminder.day_line import DayLine
from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_card import ReminderCard
from backease_desktop.ui.reminders.reminder_cards import ReminderCards
from backease_desktop.ui.reminders.reminder_words import offer_words
from backease_desktop.ui.reminders.status_card import StatusCard
from backease_desktop.ui.reminders.suggestions import Suggestions
from backease_desktop.ui.reminders.why_page import Report, WhyCard

if TYPE_CHECKING:
    from backease_desktop.ui.reminders.reminder_editor import ReminderEditor
    from backease_desktop.ui.reminders.roster_options import RosterOptions

WIDEST = 1060
SIDE_BY_SIDE_FROM = 460
ROOMY_FROM = 980
MOST = 20


class RemindersPage(GrowingPage):
    """The page.

    Args:
        look: the theme and the fonts.
        roster: shown first.
        routines: id and name of each routine that a reminder may open.

    Signals:
        change_requested: carries the roster that the person wants.
        try_requested: carries the id of the reminder that is to call now, as it would.
    """

    change_requested = Signal(object)
    try_requested = Signal(str)

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
        self._routines = list(routines)
        self._decisions: tuple[Decision, ...] = ()
        self._deleted: list[tuple[int, Reminder]] = []
        self._selected = ""
        self._cards = ReminderCards(look, self)
        tr = self.tr
        self.new = Button(look, tr("New reminder"), key="N", icon="plus")
        self.status = StatusCard(look)
        self.suggestions = Suggestions(look)
        self.bring_back = Button(look, "", icon="again")
        self._adding = [self.new, self.bring_back]
        self._fitted: list[ReminderEditor | RosterOptions] = []
        self.why = WhyCard(look)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._show_what_is_open_to_change()
        self.show_outlook(Outlook(Mood.OFF), None)
        self.grow(self._parts())

    def set_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer these routines, by id and name; what is chosen stays."""
        self._routines = list(routines)
        if self.is_whole:
            self.editor.set_routines(routines)

    @property
    def cards(self) -> dict[str, ReminderCard]:
        """The card of each reminder, by its id."""
        return self._cards.by_id

    @property
    def selected(self) -> str:
        """Id of the reminder that is open; nothing if none is."""
        return self._selected

    def show_roster(self, roster: Roster) -> None:
        """Show a roster as it is."""
        self.make_whole()
        self._roster = roster
        if list(self.cards) != [reminder.id for reminder in roster.reminders]:
            self.editor.setParent(self)  # a card that goes does not take it along
            self.editor.hide()
            self._cards.replace(roster.reminders)
        for reminder in roster.reminders:
            self.cards[reminder.id].show_reminder(reminder)
        self._show_selected()
        self.options.show_roster(roster)
        self._show_what_is_open_to_change()

    def show_outlook(
        self, outlook: Outlook, now: datetime | None, day: DayLine | None = None
    ) -> None:
        """Say what is next, and show today; without a time it says nothing."""
        known = {reminder.id: reminder for reminder in self._roster.reminders}
        following = known.get(outlook.reminder or "")
        routine = dict(self._routines).get(following.routine, "") if following else ""
        offer = offer_words(outlook, following, routine, now) if now else ""
        self.status.show_outlook(outlook, now, offer)
        self.status.show_day(day, self._decisions, self._names)
        self.why.set_today(self.status.strip.rows)

    def set_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show the last decisions, given oldest first."""
        self._decisions = tuple(decisions)
        self.why.set_decisions(self._decisions, self._names)

    def set_sources(self, reports: Iterable[Report]) -> None:
        """Show the sources of presence."""
        self.why.set_sources(reports)

    def select(self, reminder_id: str) -> None:
        """Open a reminder; an unknown id changes nothing."""
        self.make_whole()
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
        for part in self._fitted:
            part.fit(is_wide)
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
        for part in (self.suggestions, self.status, self.why):
            column.addWidget(part)
        column.addLayout(self._cards.layout)
        column.addLayout(_flow(self.bring_back))
        column.addStretch(1)
        self.why.hide()
        self.suggestions.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _connect(self) -> None:
        self.status.why_requested.connect(self._on_why_requested)
        self.new.clicked.connect(self._on_new_clicked)
        self.suggestions.chosen.connect(self.begin_with)
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self._cards.pressed.connect(self.select)
        self._cards.switched.connect(self._switch)
        self._cards.step_requested.connect(self._step)
        self._cards.delete_requested.connect(self._delete)
        self._look.changed.connect(self._fit)

    def _parts(self) -> Pieces[None]:
        for reminder in self._roster.reminders:
            self._cards.add(reminder)
            yield None
        # Loaded on first use: what is next is shown without.
        from backease_desktop.ui.reminders.reminder_editor import ReminderEditor

        yield None
        first = next(iter(self._roster.reminders), Reminder(id="none", name="–"))
        self.editor = ReminderEditor(self._look, first, self._routines, self._foot(), self)
        self.editor.hide()  # until a card takes it
        self.editor.changed.connect(self._replace)
        yield None
        self._show_selected()
        self._fitted.append(self.editor)
        self._fit()
        yield None
        # Loaded on first use, as the editor.
        from backease_desktop.ui.reminders.roster_options import RosterOptions

        self.options = RosterOptions(self._look, self._roster)
        self.options.changed.connect(self._request)
        column = self._scroll.column
        column.insertWidget(column.count() - 1, self.options)
        for card in self.cards.values():
            card.raise_()  # a screen reader comes to the cards behind what holds for all
        self._fitted.append(self.options)
        self._fit()
        self._order_tabs()
        self.editor.set_routines(self._routines)
        self._show_what_is_open_to_change()

    def _foot(self) -> QWidget:
        self.try_it = Button(self._look, self.tr("Try it"), icon="reminders")
        self.duplicate = Button(self._look, self.tr("Make a copy"))
        self.delete = Button(self._look, self.tr("Delete"), Kind.DANGER)
        self.try_it.clicked.connect(lambda: self.try_requested.emit(self._selected))
        self.duplicate.clicked.connect(self._on_duplicate_clicked)
        self.delete.clicked.connect(lambda: self._delete(self._selected))
        self._adding.append(self.duplicate)
        foot = QWidget()
        foot.setLayout(_flow(self.try_it, self.duplicate, self.delete))
        return foot

    def _show_selected(self) -> None:
        if self._selected not in self.cards:
            self._selected = next(iter(self.cards), "")
        if not self._selected:
            self.editor.hide()
            return
        self.editor.show_reminder(roster_changes.reminder_of(self._roster, self._selected))
        if self._cards.open(self._selected, self.editor) and self.is_whole:
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes in reading order: what is inside a card comes behind its switch."""
        behind = (self.bring_back, self.options.whole.line)
        for before, after in pairwise((self.status.last, *self._cards.stops, *behind)):
            QWidget.setTabOrder(before, after)
        if self._selected:
            self.editor.follow(self.cards[self._selected].switch)

    @property
    def _names(self) -> dict[str, str]:
        return {reminder.id: reminder.name for reminder in self._roster.reminders}

    def _show_what_is_open_to_change(self) -> None:
        """Offer the one that went last, too; the ones before it follow when it is back."""
        for more in self._adding:
            more.setEnabled(len(self._roster.reminders) < MOST)
        self.why.set_decisions(self._decisions, self._names)
        self.bring_back.setVisible(bool(self._deleted))
        if self._deleted:
            name = self._deleted[-1][1].name
            self.bring_back.setText(self.tr("Bring back “{name}”").format(name=name))
            self.bring_back.updateGeometry()

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
        self._insert_new(suggestion)

    def _switch(self, reminder_id: str, is_on: bool) -> None:
        self._replace(roster_changes.reminder_of(self._roster, reminder_id).with_(enabled=is_on))

    def _on_duplicate_clicked(self) -> None:
        old = roster_changes.reminder_of(self._roster, self._selected)
        name = self.tr("{name} (copy)").format(name=old.name)[:60]
        self._insert_new(old.with_(name=name))

    def _step(self, reminder_id: str, step: int) -> None:
        self.make_whole()
        to = self._cards.after(reminder_id, step)
        self.select(to)
        self.cards[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _delete(self, reminder_id: str) -> None:
        self.make_whole()
        ids = list(self.cards)
        place = ids.index(reminder_id)
        self._deleted.append((place, roster_changes.reminder_of(self._roster, reminder_id)))
        if self._selected == reminder_id:
            self._selected = next(iter(ids[place + 1 :] or ids[:place][::-1]), "")
        self._request(roster_changes.without(self._roster, reminder_id))
        next_place = self.cards[self._selected] if self._selected else self.bring_back
        next_place.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_bring_back_clicked(self) -> None:
        place, old = self._deleted.pop()
        self._insert(roster_changes.with_own_id(self._roster, old), place)
        self.cards[self._selected].setFocus(Qt.FocusReason.TabFocusReason)

    def _insert(self, reminder: Reminder, place: int | None = None) -> None:
        self._selected = reminder.id
        self._request(roster_changes.inserted(self._roster, reminder, place))

    def _insert_new(self, reminder: Reminder) -> None:
        """Put one like it at the end, and let the person name it."""
        self._insert(roster_changes.as_new(self._roster, reminder))
        self.editor.open_advanced()
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def _replace(self, reminder: Reminder) -> None:
        self._request(roster_changes.replaced(self._roster, reminder))

    def _request(self, roster: Roster) -> None:
        if roster != self._roster:
            self.show_roster(roster)
            self.change_requested.emit(roster)


def _flow(*buttons: Button) -> FlowLayout:
    flow = FlowLayout(8)
    for button in buttons:
        flow.addWidget(button)
    return flow
