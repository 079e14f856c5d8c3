"""What can be said about oneself: everything optional, each with what it changes beside it.

It stands on the page about you and in the welcome. What is shown is what the journal keeps; a
change is a wish that takes effect at once.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.person.effects import Effects
from backease_desktop.core.person.person import (
    LATEST_WEEK,
    NOBODY,
    PREGNANCY,
    Person,
    RatherNot,
    SideThatHurts,
)
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.divider import Divider
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, heading, small
from backease_desktop.ui.components.number_row import NumberRow
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.me.band import Band
from backease_desktop.ui.me.body_outline import BodyOutline
from backease_desktop.ui.me.condition_row import ConditionRow
from backease_desktop.ui.me.me_words import (
    CHANGES,
    band_words,
    change_words,
    count_words,
    effect_words,
    pregnancy_words,
    rather_not_words,
    title_of,
)

TWO_COLUMNS_FROM = 800
EARLY_WEEK = 8
"""Stands ready where somebody says that they are pregnant."""
RATHER_NOT_ICONS = {
    RatherNot.KNEEL: "kneeling",
    RatherNot.FLOOR: "mat",
    RatherNot.WRISTS: "all-fours",
    RatherNot.PRONE: "prone",
}


class MeForm(QWidget):
    """The form.

    Args:
        look: the theme and the fonts.
        catalogue: the conditions, and the names of exercises, as there are by now.

    Signals:
        said: the person says something else; carries what makes one `Person` of the other.
        shown: it shows what the person has said by now.
        help_requested: the page on when to get help.
    """

    said = Signal(object)
    shown = Signal()
    help_requested = Signal()

    def __init__(
        self, look: Look, catalogue: Callable[[], Catalogue], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._catalogue = catalogue
        self._person = NOBODY
        tr = self.tr
        self.band = Band(look)
        self.week = NumberRow(look, tr("Week of the pregnancy"), 1, LATEST_WEEK)
        self.week.chosen.connect(lambda week: self._say(lambda p, now: p.with_week(week, now)))
        self.conditions = {id_: self._row(id_, change_words(id_)) for id_ in CHANGES} | {
            PREGNANCY: self._row(PREGNANCY, "", self.week)
        }
        self.outline = BodyOutline(look)
        self.outline.chosen.connect(self._on_side)
        self.sides = {
            SideThatHurts.LEFT: Chip(look, tr("Left")),
            SideThatHurts.RIGHT: Chip(look, tr("Right")),
            SideThatHurts.BOTH: Chip(look, tr("Both alike")),
            SideThatHurts.NEITHER: Chip(look, tr("Neither")),
        }
        for side, chip in self.sides.items():
            chip.clicked.connect(lambda is_on, it=side: self._on_side(it if is_on else None))
        self.rather_not = {
            one: Chip(look, title_of(one, catalogue()), RATHER_NOT_ICONS[one]) for one in RatherNot
        }
        for one, chip in self.rather_not.items():
            chip.clicked.connect(lambda is_on, it=one: self._on_switched(it, is_on))
        self._rather_not_words = Label("", "small", "muted", wraps=True)
        self.help = Button(look, tr("When to get help"), Kind.QUIET, icon="help")
        self.help.clicked.connect(self.help_requested)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        look.changed.connect(self._fit)

    @property
    def is_empty(self) -> bool:
        """Whether the person has said nothing about themselves."""
        return self._person == NOBODY

    def show_person(self, person: Person, effects: Effects, today: date, late: int) -> None:
        """Show what the person says, and what it comes to.

        `late` exercises lie on back or front, which matters from week 17 on.
        """
        self._person = person
        rows = (effect_words(one, self._catalogue()) for one in effects)
        self.band.show_effects(*band_words(effects), rows)
        having = person.having(today)
        for id_, row in self.conditions.items():
            count = effects.counts.get(id_, 0)
            is_on = id_ in having
            row.show_state(is_on=is_on, count=count_words(count) if count else "")
        self.conditions[PREGNANCY].set_words(pregnancy_words(person, today, late))
        self.week.set_value(person.week(today) or EARLY_WEEK)
        self.outline.show_side(person.side)
        for side, chip in self.sides.items():
            chip.setChecked(side is person.side)
        for one, chip in self.rather_not.items():
            chip.setChecked(one in person.rather_not)
        self._rather_not_words.setText(
            rather_not_words(effects, person.rather_not, self._catalogue())
        )
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        self._fit()

    def _row(self, id_: str, words: str, field: QWidget | None = None) -> ConditionRow:
        row = ConditionRow(self._look, title_of(id_, self._catalogue()), words, field)
        row.switched.connect(lambda is_on: self._on_switched(id_, is_on))
        return row

    def _lay_out(self) -> None:
        self._columns.setSpacing(16)
        self._columns.addWidget(self._conditions_card(), 5)
        beside = QVBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._side_card())
        beside.addWidget(self._rather_not_card())
        note = self.tr(
            "General information, not medical advice. It never says that something is "
            "safe for you. A reason and its source stand at every change."
        )
        beside.addWidget(Label(note, "small", "muted", wraps=True))
        beside.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        self._columns.addLayout(beside, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.band)
        column.addLayout(self._columns)

    def _card(self, head: str) -> tuple[Card, QVBoxLayout]:
        card = Card(self._look)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(heading(head))
        return card, column

    def _conditions_card(self) -> Card:
        card, column = self._card(self.tr("What BackEase should know"))
        column.setSpacing(4)
        for place, row in enumerate(self.conditions.values()):
            if place:
                column.addWidget(Divider(self._look))
            column.addWidget(row)
        column.addStretch(1)
        return card

    def _side_card(self) -> Card:
        card, column = self._card(self.tr("The side that hurts more"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.outline)
        words = QVBoxLayout()
        words.setSpacing(8)
        for chip in self.sides.values():
            words.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(small(self.tr("Seen from behind: your left is left.")))
        words.addStretch(1)
        row.addLayout(words, 1)
        column.addLayout(row)
        return card

    def _rather_not_card(self) -> Card:
        card, column = self._card(self.tr("I would rather not"))
        flow = FlowLayout()
        for chip in self.rather_not.values():
            flow.addWidget(chip)
        column.addLayout(flow)
        column.addWidget(self._rather_not_words)
        return card

    def _on_switched(self, id_: str, is_on: bool) -> None:
        if id_ == PREGNANCY and is_on:
            self._say(lambda person, today: person.with_week(self.week.value, today))
        elif is_on:
            self._say(lambda person, _: person.with_condition(id_))
        else:
            self._say(lambda person, _: person.without(id_))

    def _on_side(self, side: SideThatHurts | None) -> None:
        self._say(lambda person, _: person.with_(side=side))

    def _say(self, other: Callable[[Person, date], Person]) -> None:
        self.said.emit(other)

    def _fit(self) -> None:
        is_wide = self.width() >= self._look.theme.px(TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
