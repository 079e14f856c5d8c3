"""What fits now: one routine, the minutes and the place it is for, how much, and the way to start.

Rules:
1. Until somebody moves something here it shows what was suggested: what the next reminder opens.
2. Moving minutes, place, effort or areas has a session put together at once; "Another one" has
   another one put together for the same.
3. It holds the one primary action of the page.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import DoseLevel, Place
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.timeline.fitting import fitting
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.effort_words import effort_options
from backease_desktop.ui.home.area_menu import AreaMenu
from backease_desktop.ui.home.card_words import (
    changed_words,
    long_minutes,
    names_words,
    place_words,
    steps_words,
)
from backease_desktop.ui.home.hero_picture import HeroPicture
from backease_desktop.ui.home.minutes_slider import LEAST, MOST, MinutesSlider
from backease_desktop.ui.look.style import Look

START_FIRST_BELOW = 560
"""Height of the page, at 100 % text, below which Start stands before the choices."""
NARROW_BELOW = 420
"""Room below which margins and words give way, at 100 % text."""
PICTURE_FROM = 720
"""Width of the page from which the picture has room beside the words, at 100 % text."""


class Hero(Card):
    """The hero.

    Args:
        look: the theme and the fonts.
        picture: shows the exercises of what is offered.

    Signals:
        start_requested: id of the routine.
        effort_chosen: a `DoseLevel`.
        changed: it offers another routine, or another length of it.
        fit_requested: a session is to be put together; carries a `Wanted`, whose seed counts how
            often another one was asked for. The answer is `show_fit` or `show_nothing`.
    """

    start_requested = Signal(str)
    effort_chosen = Signal(object)
    changed = Signal()
    fit_requested = Signal(object)

    def __init__(self, look: Look, picture: HeroPicture, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        tr = self.tr
        self._cards: dict[str, RoutineCard] = {}
        self._card: RoutineCard | None = None
        self._suggested = ""
        self._is_touched = False
        self._wanted: Wanted | None = None
        self._moment = 0
        self._kicker = Label("", "small", "accent", is_strong=True, wraps=True)
        self._kicker.hide()
        self._title = Label("", "title", wraps=True)
        self._steps = Label("", "body", "muted", wraps=True)
        self.minutes = MinutesSlider(look, tr("Minutes I have"))
        self._minutes_words = Label("", "body", is_strong=True)
        places = [(place, place_words(place), place.value) for place in Place]
        self.place = Segments(look, tr("Place"), places)
        self.effort = Segments(look, tr("Effort"), effort_options())
        self.start = Button(look, tr("Start"), Kind.PRIMARY, "⏎", icon="play")
        self.areas = AreaMenu(look)
        self.another = Button(look, tr("Another one"), key="O", icon="again")
        self._done_by = Label("", "body", "muted")
        self.picture = picture
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._have = Label(tr("I have"), "body", is_strong=True)
        self._words = QWidget()
        self._buttons = FlowLayout(10)
        self._lay_out()
        self.minutes.valueChanged.connect(self._on_minutes_moved)
        self.place.chosen.connect(self._on_touched)
        self.areas.chosen.connect(self._on_touched)
        self.effort.chosen.connect(self.effort_chosen)
        self.start.clicked.connect(self.press_start)
        self.another.clicked.connect(self.offer_another)

    @property
    def card(self) -> RoutineCard | None:
        """What is offered."""
        return self._card

    def set_cards(self, cards: Sequence[RoutineCard]) -> None:
        """Choose from these; what is offered stays if it is among them.

        What was put together is put together anew, since dose, times or person are others.
        """
        self._cards = {card.id: card for card in cards}
        if self._wanted is not None:
            self.fit_requested.emit(self._wanted)
            return
        offered = self._cards.get(self._card.id) if self._card is not None else None
        self._show(offered or self._suggestion() or self._fitting_first())

    def set_effort(self, dose: DoseLevel) -> None:
        """Show how much is done."""
        self.effort.set_value(dose)

    def suggest(self, routine_id: str, why: str) -> None:
        """Offer what the next reminder opens, unless somebody has chosen here.

        Args:
            routine_id: nothing or an unknown one is chosen by place and minutes.
            why: said above: "Next for you: Stretch at 11:40".
        """
        self._suggested = routine_id
        if not self._is_touched:
            self._say_why(why)
            if (card := self._suggestion()) is not None:
                self._wanted = None
                self._show(card)

    def suggest_fit(self, wanted: Wanted, why: str, moment: int = 0, otherwise: str = "") -> None:
        """Offer what can be put together for a reminder, unless somebody has chosen here.

        Args:
            wanted: what it asks for.
            why: said above.
            moment: the seed that it has now (`core.compose.moment`).
            otherwise: id of what the reminder opens where nothing can be put together.
        """
        if self._is_touched:
            return
        is_new = (wanted, moment) != (self._wanted, self._moment)
        if is_new:  # news comes each minute, and what fits is the same
            self._suggested, self._moment = otherwise, moment
        self._say_why(why)
        if is_new:
            self._want(wanted)

    def show_fit(self, card: RoutineCard, words: str) -> None:
        """Offer what was put together, with its `words` (`fit_words`)."""
        self._show(card, moves_slider=not self._is_touched)
        if words:
            self._steps.setText(f"{names_words(card)}. {words}")

    def show_nothing(self, why: str) -> None:
        """Say in a sentence why nothing can be put together, or show what a reminder opens then."""
        if (instead := self._suggestion()) is not None:
            self._show(instead)
            return
        self._show(None)
        self._title.setText(self.tr("Nothing fits"))
        self._steps.setText(why)
        self._done_by.setText("")
        self.picture.show_steps(())

    def tell_time(self, now: datetime) -> None:
        """Say when what is offered would be over: "done by 11:19"."""
        if self._card is not None:
            end = now + timedelta(milliseconds=self._card.duration)
            self._done_by.setText(self.tr("done by {time}").format(time=clock_words(end)))

    def press_start(self) -> None:
        """Start what is offered."""
        if self._card is not None:
            self.start_requested.emit(self._card.id)

    def offer_another(self) -> None:
        """Have another one put together for these minutes and this place."""
        number = 0 if self._wanted is None else self._wanted.seed + 1
        self._touch()
        self._want(self._asked(number))

    def fit(self, room: int, height: int) -> None:
        """Use the room there is.

        Args:
            room: pixels from side to side; the picture goes where it has none beside the words.
            height: pixels of the page; where it is low, the way to start stands before what can
                be moved, so that it is in sight.
        """
        px = self.look.theme.px
        self.picture.setVisible(room >= px(PICTURE_FROM))
        is_narrow = room < px(NARROW_BELOW)
        self._have.setVisible(not is_narrow)
        side = 16 if is_narrow else 28
        self._column.setContentsMargins(side, 22, side, 24)
        is_low = height < px(START_FIRST_BELOW)
        self._steps.setVisible(not is_low)
        self._column.removeItem(self._buttons)
        self._column.insertLayout(2 if is_low else self._column.count(), self._buttons)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Somebody may look."""
        self.picture.notice()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody looks."""
        self.picture.rest()
        super().leaveEvent(event)

    def _lay_out(self) -> None:
        self._sides.setContentsMargins(1, 1, 1, 1)
        self._sides.setSpacing(0)
        self._column = column = QVBoxLayout(self._words)
        column.setContentsMargins(28, 22, 28, 24)
        column.setSpacing(6)
        for label in (self._kicker, self._title, self._steps):
            column.addWidget(label)
        column.addSpacing(8)
        have = TurningRow(self.look, 14)
        top = Qt.AlignmentFlag.AlignTop
        have.addWidget(self._have, 0, top)
        have.addWidget(self.minutes, 1, top)
        have.addWidget(self._minutes_words, 0, top)
        column.addLayout(have)
        column.addSpacing(4)
        choices = FlowLayout(12)
        choices.addWidget(self.place)
        choices.addWidget(self.effort)
        choices.addWidget(self.areas)
        column.addLayout(choices)
        column.addSpacing(8)
        for widget in (self.start, self.another, self._done_by):
            self._buttons.addWidget(widget)
        column.addLayout(self._buttons)
        self._sides.addWidget(self._words, 5)
        self._sides.addWidget(self.picture, 3)

    def _on_minutes_moved(self, minutes: int) -> None:
        self._minutes_words.setText(long_minutes(Ms(minutes * MINUTE)))
        self._on_touched()

    def _on_touched(self) -> None:
        """Choose anew for what was moved."""
        self._touch()
        self._want(self._asked(0))

    def _touch(self) -> None:
        self._is_touched = True
        minutes = long_minutes(Ms(self.minutes.value() * MINUTE))
        self._kicker.setText(self.tr("Made for your {minutes}").format(minutes=minutes))
        self._kicker.show()

    def _say_why(self, why: str) -> None:
        self._kicker.setText(why)
        self._kicker.setVisible(bool(why))

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.fit_requested.emit(wanted)

    def _asked(self, seed: int) -> Wanted:
        """What stands here, as it is asked for."""
        place = self.place.value
        assert isinstance(place, Place)
        longest = Ms(self.minutes.value() * MINUTE)
        return Wanted(longest, place, seed, self.areas.areas, self.areas.things)

    def _suggestion(self) -> RoutineCard | None:
        return None if self._is_touched else self._cards.get(self._suggested)

    def _fits(self) -> tuple[RoutineCard, ...]:
        place = self.place.value
        assert isinstance(place, Place)
        return fitting(self._cards.values(), place, Ms(self.minutes.value() * MINUTE))

    def _fitting_first(self) -> RoutineCard | None:
        return next(iter(self._fits()), None)

    def _show(self, card: RoutineCard | None, *, moves_slider: bool = True) -> None:
        self._card = card
        self.start.setEnabled(card is not None)
        if card is None:
            return
        minutes = max(1, round(card.duration / MINUTE))
        if moves_slider:
            self.minutes.blockSignals(True)
            self.minutes.setValue(max(LEAST, min(MOST, minutes)))
            self.minutes.blockSignals(False)
            self.place.set_value(card.farthest)
        self._minutes_words.setText(long_minutes(Ms(self.minutes.value() * MINUTE)))
        title = f"{card.name}, {long_minutes(card.duration)}"
        self._title.setText(title)
        changed = changed_words(card)
        self._steps.setText(f"{steps_words(card)} {changed}." if changed else steps_words(card))
        self.start.setAccessibleDescription(title)
        self.picture.show_steps(card.steps)
        self.changed.emit()
