"""What fits now: a card for the chair, one for standing, one for the mat, each one key away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.home.card_words import long_minutes
from backease_desktop.ui.look.style import Look

NARROWEST = 190
"""Width of an offer below which its words would be cut, at 100 % text."""


class FitsNow(QWidget):
    """The row of offers; the first one is the primary action of the page.

    Signals:
        start_requested: id of the routine.
    """

    start_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._offers: tuple[RoutineCard, ...] = ()
        self._room = 0
        self._insides: list[QBoxLayout] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def offers(self) -> tuple[RoutineCard, ...]:
        """What is offered, in order of its keys."""
        return self._offers

    def set_offers(self, offers: Sequence[RoutineCard]) -> None:
        """Offer these."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._insides.clear()
        for number, card in enumerate(self._offers, start=1):
            self._row.addWidget(self._offer(card, number), 1)
        self._arrange()

    def fit(self, room: int) -> None:
        """Stand side by side, or below each other where `room` pixels are too few for that."""
        self._room = room
        self._arrange()

    def start(self, number: int) -> bool:
        """Start the offer of this number, from 1; whether there is one."""
        if not 1 <= number <= len(self._offers):
            return False
        self.start_requested.emit(self._offers[number - 1].id)
        return True

    def _offer(self, card: RoutineCard, number: int) -> Card:
        is_first = number == 1
        box = Card(self._look, Ground.ACCENT if is_first else Ground.CARD)
        inside = QBoxLayout(QBoxLayout.Direction.TopToBottom, box)
        inside.setContentsMargins(20, 16, 20, 20)
        inside.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        place, minutes = self._place_words(card.places[0]), long_minutes(card.duration)
        words.addWidget(Label(place, "small", "on_accent" if is_first else "muted"))
        tone = "on_accent" if is_first else "ink"
        words.addWidget(Label(minutes, "title", tone, is_strong=True))
        kind = Kind.ON_ACCENT if is_first else Kind.SECONDARY
        button = Button(self._look, self.tr("Start"), kind, "⏎" if is_first else str(number))
        button.setAccessibleName(f"{self.tr('Start')}: {place}, {minutes}")
        button.clicked.connect(lambda: self.start_requested.emit(card.id))
        inside.addLayout(words, 1)
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._insides.append(inside)
        return box

    def _arrange(self) -> None:
        """An offer that has the whole width says its words beside its button: that is lower."""
        direction = QBoxLayout.Direction
        down, across = direction.TopToBottom, direction.LeftToRight
        is_narrow = self._room < self._look.theme.px(NARROWEST) * max(1, len(self._offers))
        self._row.setDirection(down if is_narrow else across)
        has_room = all(_width_across(inside) <= self._room for inside in self._insides)
        for inside in self._insides:
            inside.setDirection(across if is_narrow and has_room else down)

    def _place_words(self, place: Place) -> str:
        return {
            Place.CHAIR: self.tr("At the chair"),
            Place.STANDING: self.tr("Standing, at the desk"),
            Place.MAT: self.tr("On the mat"),
        }[place]


def _width_across(inside: QBoxLayout) -> int:
    """Width that an offer needs with its words beside its button."""
    items = [item for i in range(inside.count()) if (item := inside.itemAt(i)) is not None]
    margins = inside.contentsMargins()
    gaps = inside.spacing() * (len(items) - 1) + margins.left() + margins.right()
    return gaps + sum(item.minimumSize().width() for item in items)
