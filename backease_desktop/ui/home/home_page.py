"""Home: answers "what fits now?" before it offers a choice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.search import Entry, Query, found
from backease_desktop.core.settings import AffectedSide
from backease_desktop.core.timeline.routine_card import RoutineCard, entry_of_card, what_fits_now
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.home.fits_now import FitsNow
from backease_desktop.ui.home.routine_filters import RoutineFilters
from backease_desktop.ui.home.routine_list import RoutineList
from backease_desktop.ui.home.routine_preview import RoutinePreview
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look

WIDEST = 1900
"""Beyond this the page stays in the middle: lines of cards would be too long to scan."""
SIDE_BY_SIDE_FROM = 700
LEAST_LIST = 210
HIGHEST_PREVIEW = 720
"""Beyond this the way to start would stand far from what it starts."""


class HomePage(QWidget):
    """The page.

    Signals:
        start_requested: id of the routine.
        affected_side_chosen: an `AffectedSide`.
    """

    start_requested = Signal(str)
    affected_side_chosen = Signal(object)

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._cards: dict[str, RoutineCard] = {}
        self._entries: tuple[Entry, ...] = ()
        self._subtitle = Label("", "body", "muted", wraps=True)
        self.fits = FitsNow(look)
        self.filters = RoutineFilters(look)
        self.routines = RoutineList(look, thumbnails)
        self.preview = RoutinePreview(look, thumbnails)
        self._picker = QHBoxLayout()
        self._picker.setSpacing(16)
        self._picker.addWidget(self.routines, 1)
        beside = QVBoxLayout()
        beside.addWidget(self.preview, 1)
        beside.addStretch()
        self._picker.addLayout(beside)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        self._column.addWidget(Label(self.tr("A few minutes for your back"), "title", wraps=True))
        self._column.addWidget(self._subtitle)
        self._column.addWidget(self.fits)
        self._column.addSpacing(4)
        self._column.addWidget(self.filters)
        self._column.addLayout(self._picker, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scroll(content))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.fits.start_requested.connect(self.start_requested)
        self.routines.opened.connect(self._on_opened)
        self.routines.selected.connect(self._on_selected)
        self.preview.start_requested.connect(self.start_requested)
        self.preview.affected_side_chosen.connect(self.affected_side_chosen)
        self.filters.changed.connect(self._on_query_changed)
        look.changed.connect(self._fit)
        self.set_subtitle(self.tr("Pick what fits, press Enter, and follow the voice."))

    def set_subtitle(self, text: str) -> None:
        """The line below the title."""
        self._subtitle.setText(text)

    def set_cards(self, cards: Sequence[RoutineCard]) -> None:
        """Show these routines."""
        self._cards = {card.id: card for card in cards}
        self._entries = tuple(entry_of_card(card) for card in cards)
        self._offer(what_fits_now(cards))
        self._on_query_changed(self.filters.query)

    def select(self, routine_id: str | None) -> None:
        """Choose a routine in the picker, if it is there."""
        if routine_id is not None:
            self.routines.select(routine_id)

    def set_affected_side(self, side: AffectedSide) -> None:
        """Show which side was named as affected."""
        self.preview.set_affected_side(side)

    def perform(self, wish: Wish) -> bool:
        """Do what a key asks for; False if it is not for this page."""
        if wish.command is Command.START_SET:
            return self.fits.start(wish.number)
        if wish.command is Command.SEARCH:
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filters.search.selectAll()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts what fits now; in the search field it goes on to what was found."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.filters.search.hasFocus():
            self.routines.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.fits.start(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page readable at every size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.theme.px
        margin = 36 if self.width() >= px(900) else 20
        side = max(margin, (self.width() - px(WIDEST)) // 2)
        top = 28 if self.height() >= px(640) else 14
        self._column.setContentsMargins(side, top, side, top)
        room = self.width() - 2 * side
        direction = QBoxLayout.Direction
        is_wide = room >= px(SIDE_BY_SIDE_FROM)
        self._picker.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._subtitle.setVisible(self.height() >= px(560))
        self.routines.setMinimumHeight(px(LEAST_LIST))
        self.preview.setMaximumHeight(px(HIGHEST_PREVIEW))
        self.fits.fit(room)
        self.filters.fit(room)

    def _offer(self, offers: Sequence[RoutineCard]) -> None:
        """Make the offers; Tab meets them where they stand, before what was made earlier."""
        self.fits.set_offers(offers)
        before: QWidget = self
        for card in self.fits.children():
            for button in card.findChildren(Button):
                QWidget.setTabOrder(before, button)
                before = button

    def _on_query_changed(self, query: Query) -> None:
        shown = [self._cards[routine] for routine in found(self._entries, query)]
        self.routines.set_values(shown)

    def _on_selected(self) -> None:
        self.preview.show_card(self.routines.current)

    def _on_opened(self) -> None:
        if (card := self.routines.current) is not None:
            self.start_requested.emit(card.id)
