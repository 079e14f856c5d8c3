"""What an exercise asks of a body: whoever has a condition is told or asked by this.

Where nobody has said it the fields are closed, and the sentence on top says what that means.
"""

from PySide6.QtWidgets import QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Area, Load
from backease_desktop.core.editing.body_draft import with_directions
from backease_desktop.ui.components.fields import Choice, Switch
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.editor.body_words import DEMANDS, DIRECTIONS, LOADS, words_of
from backease_desktop.ui.editor.form_part import ChipRow, FormPart
from backease_desktop.ui.look.style import Look


class BodyPart(FormPart):
    """The part of the form."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = self.tr
        self.areas = ChipRow(look, tr("What it works on"), {a: a.value for a in Area})
        self.is_known = Switch(look, tr("It is known what it asks of a body"))
        self.unknown = Label(
            tr(
                "Nobody has said what this movement asks of a body. Whoever has told us of a "
                "condition is asked before it comes, and it is in no session that is put together."
            ),
            "small",
            "warning",
            wraps=True,
        )
        where = {one: words_of(said) for one, said in DIRECTIONS.items()}
        self.directions = ChipRow(look, tr("Where the spine goes"), where)
        self.is_far = Switch(look, tr("As far as it can go"))
        self.is_often = Switch(look, tr("Many times"))
        self.load = Choice(look, tr("What the muscles do"))
        for load, said in LOADS.items():
            self.load.addItem(words_of(said), load)
        self.load.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.load.setMinimumContentsLength(10)
        self.strengthens = Switch(look, tr("Makes stronger, rather than longer or looser"))
        self.balance = Switch(look, tr("Stands on one leg"))
        asks = {one: words_of(said) for one, said in DEMANDS.items()}
        self.demands = ChipRow(look, tr("It also asks for"), asks)
        self._asked = (
            self.directions,
            self.is_far,
            self.is_often,
            self.load,
            self.strengthens,
            self.balance,
            self.demands,
        )
        self._lay_out()
        self._connect()

    def show_fields(self, exercise: Exercise) -> None:
        """Put what is said into the fields."""
        is_known, spine = not exercise.unclassified, exercise.spine
        self.areas.show_value(exercise.areas)
        self.is_known.setChecked(is_known)
        self.unknown.setVisible(not is_known)
        for field in self._asked:
            field.setEnabled(is_known)
        self.directions.show_value(spine.directions)
        goes = any(chip.isChecked() for chip in self.directions.chips.values())
        for switch, value in ((self.is_far, spine.end_range), (self.is_often, spine.repeated)):
            switch.setChecked(value)
            switch.setEnabled(is_known and (goes or value))
        self.load.setCurrentIndex(self.load.findData(exercise.load))
        self.strengthens.setChecked(exercise.strengthens)
        self.balance.setChecked(exercise.balance)
        self.demands.show_value(exercise.demands)

    def _lay_out(self) -> None:
        tr = self.tr
        self.add(tr("What it works on"), self.areas)
        self.add_switch(tr("It is known what it asks of a body"), self.is_known)
        self.column.addWidget(self.unknown)
        self.add(tr("The spine"), self.directions)
        self.add_switch(tr("As far as it can go"), self.is_far)
        self.add_switch(tr("Many times"), self.is_often)
        self.add(tr("What the muscles do"), self.load)
        self.add_switch(tr("Makes stronger, rather than longer or looser"), self.strengthens)
        self.add_switch(tr("Stands on one leg"), self.balance)
        self.add(tr("It also asks for"), self.demands)
        self.column.addStretch(1)

    def _connect(self) -> None:
        request = self.request
        self.areas.chosen.connect(lambda areas: request(lambda one: one.with_(areas=areas)))
        self.is_known.toggled.connect(
            lambda is_on: request(lambda one: one.with_(unclassified=not is_on))
        )
        self.directions.chosen.connect(
            lambda chosen: request(lambda one: with_directions(one, chosen))
        )
        self.is_far.toggled.connect(
            lambda is_on: request(lambda one: one.with_(spine=one.spine.with_(end_range=is_on)))
        )
        self.is_often.toggled.connect(
            lambda is_on: request(lambda one: one.with_(spine=one.spine.with_(repeated=is_on)))
        )
        self.load.activated.connect(
            lambda at: request(lambda one: one.with_(load=Load(self.load.itemData(at))))
        )
        self.strengthens.toggled.connect(
            lambda is_on: request(lambda one: one.with_(strengthens=is_on))
        )
        self.balance.toggled.connect(lambda is_on: request(lambda one: one.with_(balance=is_on)))
        self.demands.chosen.connect(lambda asked: request(lambda one: one.with_(demands=asked)))
