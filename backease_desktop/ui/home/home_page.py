"""Home: answers "what fits now?" before it offers a choice.

Rules:
1. Enter starts what the hero offers, wherever the focus is, unless a card has it: that opens.
2. 1 is the hero's number; 2 to 9 start the cards that show them.
3. While somebody looks for something, what was found stands where the hero was.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.search import Entry, Query, found
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.timeline.fitting import telling_exercises
from backease_desktop.core.timeline.kept_home import SHOWN_FIRST
from backease_desktop.core.timeline.routine_card import RoutineCard, entry_of_card
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.search_field import SearchField
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.hero import Hero
from backease_desktop.ui.home.hero_picture import HeroPicture
from backease_desktop.ui.home.own_row import OwnRow
from backease_desktop.ui.home.plan_line import PlanLine
from backease_desktop.ui.home.routine_filters import RoutineFilters
from backease_desktop.ui.home.routine_list import RoutineList
from backease_desktop.ui.home.status_line import StatusLine
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.ui.home.routine_view import RoutineView

WIDEST = 1560
"""Beyond this the page stays in the middle: lines of cards would be too long to scan."""
WIDE_FROM = 620
"""Room from which the search stands beside the title, at 100 % text."""
HIGH_FROM = 640
"""Height from which the ways to a routine of one's own stand at the head, at 100 % text."""
DIGITS = range(2, 10)


class HomePage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        figures: draw what the cards and the hero show.
        now: the local time, for "done by 11:19".

    Signals:
        start_requested: id of the routine.
        effort_chosen: a `DoseLevel`; affected_side_chosen: a `SideThatHurts`.
        take_along_requested: a routine is wanted as a file of sound; its id.
        give_requested: somebody is to be given it; carries the routine's id.
        edit_requested: it, or a copy of it, is to be changed; carries the routine's id.
        given_requested: to the page for what others gave; new_requested: a routine of one's own.
    """

    given_requested = Signal()
    new_requested = Signal()
    start_requested = Signal(str)
    effort_chosen = Signal(object)
    affected_side_chosen = Signal(object)
    take_along_requested = Signal(str)
    give_requested = Signal(str)
    edit_requested = Signal(str)

    tells_only_front = True

    def __init__(
        self,
        look: Look,
        figures: Figures,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._now = now
        self._cards: dict[str, RoutineCard] = {}
        self._entries: tuple[Entry, ...] = ()
        self._shows_all = self._is_enter_taken = self._is_part = False
        self._keys: dict[str, str] = {}
        tr = self.tr
        self._title = Label(tr("A few minutes for your back"), "title", wraps=True)
        self.status = StatusLine(look)
        self.search = SearchField(look, tr("Search"), key="/")
        self.hero = Hero(look, HeroPicture(look, figures.thumbnails, figures.moving))
        self.plan = PlanLine(look)
        self.filters = RoutineFilters(look)
        self.see_all = Button(look, "", Kind.QUIET)
        self.own = OwnRow(look)
        self.routines = RoutineList(look, figures.thumbnails)
        self._nothing = Label("", "body", "muted", wraps=True)
        self.clear_search = Button(look, tr("Show all routines"))
        self._figures = figures
        self._view: RoutineView | None = None
        self._dose, self._side = DoseLevel.STANDARD, SideThatHurts.BOTH
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._scroll = Scroll(self._content)
        self._stack = QStackedLayout(self)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()

    def set_cards(
        self,
        cards: Sequence[RoutineCard],
        telling: Mapping[str, str] | None = None,
        *,
        is_part: bool = False,
    ) -> None:
        """Show these routines.

        Args:
            cards: in their order.
            telling: the exercise that stands for each, by id, where it is known already.
            is_part: there are more, so nothing is said of how many, nor that one is missing.
        """
        self._is_part = is_part
        self._cards = {card.id: card for card in cards}
        self._entries = tuple(entry_of_card(card) for card in cards)
        self._telling = telling or telling_exercises(cards)
        self._keys = {card.id: str(n) for n, card in zip(DIGITS, cards, strict=False)}
        self.hero.set_cards(cards)
        if self._view is not None and (opened := self._view.card) is not None:
            self._view.show_card(self._cards.get(opened.id, opened))
        self._show_found(self.filters.query)

    @property
    def looked_at(self) -> tuple[str, ...]:
        """Ids of what somebody looks at: the routine that is offered, and the one that is open."""
        cards = (self.hero.card, self._view.card if self._view is not None else None)
        return tuple(card.id for card in cards if card is not None)

    @property
    def view(self) -> "RoutineView":
        """One routine with its steps; made when the first is opened."""
        if self._view is None:
            # Loaded on first use: the first paint does without.
            from backease_desktop.ui.home.routine_view import view_in

            self._view = view = view_in(self, self._look, self._figures.thumbnails)
            view.set_effort(self._dose)
            view.set_affected_side(self._side)
            view.set_enter_taken(self._is_enter_taken)
            view.left.connect(self._leave_view)
            self._stack.addWidget(view)
        return self._view

    def select(self, routine_id: str | None) -> None:
        """Choose a routine in the picker, if it is there."""
        if routine_id is not None:
            self.routines.select(routine_id)

    def set_effort(self, dose: DoseLevel) -> None:
        """Show how much is done."""
        self._dose = dose
        self.hero.set_effort(dose)
        if self._view is not None:
            self._view.set_effort(dose)

    def set_affected_side(self, side: SideThatHurts) -> None:
        """Show which side was named as affected."""
        self._side = side
        if self._view is not None:
            self._view.set_affected_side(side)

    def set_enter_taken(self, is_taken: bool) -> None:
        """Leave *Enter* to the window, and do not promise it."""
        self._is_enter_taken = is_taken
        self.hero.start.set_key("" if is_taken else "⏎")
        if self._view is not None:
            self._view.set_enter_taken(is_taken)

    def tell_time(self) -> None:
        """Say anew when what is offered would be over."""
        self.hero.tell_time(self._now())

    def open(self, routine_id: str) -> None:
        """Show one routine with its steps; an unknown id changes nothing."""
        if (card := self._cards.get(routine_id)) is not None:
            self.view.show_card(card)
            self._stack.setCurrentWidget(self.view)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def perform(self, wish: Wish) -> bool:
        """Do what a key asks for; False if it is not for this page."""
        match wish.command:
            case Command.START_SET:
                return self._start(wish.number)
            case Command.ANOTHER if self._stack.currentWidget() is self._scroll:
                self.hero.offer_another()
                return True
            case Command.SEARCH:
                self._leave_view()
                self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.search.selectAll()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts what fits now; in the search field it goes on to what was found."""
        if event.key() not in ENTER or self._is_enter_taken:
            super().keyPressEvent(event)
        elif self.search.hasFocus():
            self.routines.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.hero.press_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page readable at every size."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self.status)
        head.addLayout(words, 1)
        self._aside = QVBoxLayout()
        self._aside.setSpacing(2)
        self._aside.addWidget(self.search, 0, Qt.AlignmentFlag.AlignRight)
        self._aside.addStretch(1)
        head.addLayout(self._aside)
        choose = self._choose = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        choose.setSpacing(16)
        self._or = Label(self.tr("Or choose"), "heading")
        choose.addWidget(self._or, 0, Qt.AlignmentFlag.AlignTop)
        choose.addWidget(self.filters, 1)
        choose.addWidget(self.see_all, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(16)
        self._column.addLayout(head)
        self._column.addWidget(self.hero)
        self._column.addWidget(self.plan)
        self._column.addSpacing(2)
        self._column.addLayout(choose)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.clear_search, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.routines)
        self._column.addWidget(self.own)
        self._column.addStretch(1)
        self._stack.addWidget(self._scroll)

    def _connect(self) -> None:
        self.hero.start_requested.connect(self.start_requested)
        self.hero.effort_chosen.connect(self.effort_chosen)
        self.hero.changed.connect(self.tell_time)
        self.routines.opened.connect(self._on_opened)
        self.routines.selected.connect(self._on_selected)
        self.filters.changed.connect(self._show_found)
        self.search.textChanged.connect(self.filters.set_words)
        self.see_all.clicked.connect(self._on_see_all_clicked)
        self.own.given_requested.connect(self.given_requested)
        self.own.new_requested.connect(self.new_requested)
        self.clear_search.clicked.connect(self._on_clear_clicked)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        px = self._look.theme.px
        margin = 36 if self.width() >= px(900) else (8 if self._look.is_narrow else 20)
        side = max(margin, (self.width() - px(WIDEST)) // 2)
        top = 26 if self.height() >= px(640) else 14
        self._column.setContentsMargins(side, top, side, top)
        room = self.width() - 2 * side
        is_wide = room >= px(WIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for line in (self._head, self._choose):
            line.setDirection(way)
        self._title.setVisible(self.height() >= px(380))
        self.status.setVisible(self.height() >= px(420 if room < px(500) else 380))
        self.search.setFixedWidth(min(px(216), room))
        self._place_own(is_high=is_wide and self.height() >= px(HIGH_FROM))
        self._or.setMinimumHeight(px(32))  # in line with the chips beside it
        self.hero.fit(room, self.height())
        self.filters.fit(room - px(240) if is_wide else room)

    def _place_own(self, *, is_high: bool) -> None:
        """Under the search where the hero has room all the same, else below the cards."""
        if is_high is (self._aside.indexOf(self.own) >= 0):
            return
        if is_high:
            self._aside.insertWidget(1, self.own)
        else:
            self._column.insertWidget(self._column.indexOf(self.routines) + 1, self.own)
        QWidget.setTabOrder(self.search if is_high else self.routines, self.own.new)
        QWidget.setTabOrder(self.own.new, self.own.given)

    def _start(self, number: int) -> bool:
        """Start the hero, or the card that shows this number; whether there is one."""
        if number == 1:
            self.hero.press_start()
            return self.hero.card is not None
        wanted = next((id_ for id_, key in self._keys.items() if key == str(number)), None)
        if wanted is not None:
            self.start_requested.emit(wanted)
        return wanted is not None

    def _show_found(self, query: Query) -> None:
        shown = [self._cards[routine] for routine in found(self._entries, query)]
        is_whole = self._shows_all or not self.filters.asks_for_nothing
        part = shown if is_whole else shown[:SHOWN_FIRST]
        self.routines.show_cards(part, self._telling, self._keys)
        self.routines.setVisible(bool(shown))
        self.hero.setVisible(not query.words.strip())
        has_more, n = self._is_part or len(shown) > SHOWN_FIRST, len(shown)
        self.see_all.setVisible(has_more and self.filters.asks_for_nothing)
        every = self.tr("See all") if self._is_part else self.tr("See all {n}").format(n=n)
        self.see_all.set_words(self.tr("See fewer") if self._shows_all else every)
        self._nothing.setText(self.filters.nothing_words)
        for widget in (self._nothing, self.clear_search):
            widget.setVisible(not shown and not self._is_part)

    def _on_see_all_clicked(self) -> None:
        self._shows_all = not self._shows_all
        self._show_found(self.filters.query)

    def _on_clear_clicked(self) -> None:
        self.search.clear()
        self.filters.clear()

    def _on_selected(self) -> None:
        """The page follows the keyboard through the cards."""
        if self.routines.hasFocus():
            area = self.routines.visualRect(self.routines.currentIndex())
            middle = self.routines.mapTo(self._content, area.center())
            self._scroll.ensureVisible(middle.x(), middle.y(), 0, area.height())

    def _on_opened(self) -> None:
        if (card := self.routines.current) is not None:
            self.open(card.id)

    def _leave_view(self) -> None:
        if self._view is not None and self._stack.currentWidget() is self._view:
            self._stack.setCurrentWidget(self._scroll)
            self.routines.setFocus(Qt.FocusReason.OtherFocusReason)
