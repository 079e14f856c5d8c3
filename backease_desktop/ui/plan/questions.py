"""The three questions of a plan: how many days a week, how many minutes, and where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.plan.plan import Answers
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.home.card_words import place_words
from backease_desktop.ui.look.style import Look

DAYS = (2, 3, 4, 5, 6, 7)
MINUTES = (5, 10, 15, 20)
USUAL = Answers(3, 10, (Place.CHAIR,))
"""What stands there before anything was answered."""


class PlanQuestions(QWidget):
    """The questions, with an answer to each.

    Args:
        look: the theme and the fonts.

    Signals:
        answered: another answer was chosen.
    """

    answered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        days, minutes = tr("Days a week"), tr("Minutes each time")
        self.days = Segments(look, days, [(n, str(n), "") for n in DAYS])
        self.minutes = Segments(look, minutes, [(n, str(n), "") for n in MINUTES])
        self.places = {place: Chip(look, place_words(place)) for place in Place}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words, widget in ((days, self.days), (minutes, self.minutes)):
            column.addWidget(Label(words, is_strong=True))
            column.addWidget(widget)
        column.addWidget(Label(tr("Where; several take turns"), is_strong=True))
        chips = FlowLayout(8)
        for chip in self.places.values():
            chips.addWidget(chip)
            chip.clicked.connect(self._on_place_clicked)
        column.addLayout(chips)
        for segments in (self.days, self.minutes):
            segments.chosen.connect(lambda _: self.answered.emit())
        self.show_answers(USUAL)

    @property
    def answers(self) -> Answers:
        """What is answered now; one place at least."""
        places = tuple(place for place, chip in self.places.items() if chip.isChecked())
        days, minutes = self.days.value, self.minutes.value
        assert isinstance(days, int)
        assert isinstance(minutes, int)
        return Answers(days, minutes, places)

    def show_answers(self, answers: Answers) -> None:
        """Show these, or what is nearest to them."""
        self.days.set_value(min(DAYS, key=lambda n: abs(n - answers.days)))
        self.minutes.set_value(min(MINUTES, key=lambda n: abs(n - answers.minutes)))
        for place, chip in self.places.items():
            chip.setChecked(place in answers.places)

    def _on_place_clicked(self) -> None:
        """The last place stays: a plan is done somewhere."""
        if not self.answers.places:
            self.sender().setChecked(True)  # type: ignore[attr-defined]
        self.answered.emit()
