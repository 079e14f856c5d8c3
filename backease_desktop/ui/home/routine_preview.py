"""The preview of the chosen routine: what it is, its steps with their doses, and a way to start."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.core.settings import AffectedSide
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.formats import exact_words
from backease_desktop.ui.look.style import Look


class RoutinePreview(Card):
    """The panel.

    Signals:
        start_requested: id of the routine.
        affected_side_chosen: an `AffectedSide`.
    """

    start_requested = Signal(str)
    affected_side_chosen = Signal(object)

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._thumbnails = thumbnails
        self._card: RoutineCard | None = None
        self._name = Label("", "heading", is_strong=True, wraps=True)
        self._about = Label("", "small", "muted", wraps=True)
        self._source = Label("", "small", "muted", wraps=True)
        self._steps = QWidget()
        self._rows = QVBoxLayout(self._steps)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(8)
        self._side = self._make_side_choice()
        self.start = Button(look, self.tr("Start"), Kind.PRIMARY, "⏎")
        self.start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start.clicked.connect(self._on_start_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        for widget in (self._name, self._about, self._source, self._side):
            column.addWidget(widget)
        column.addWidget(Scroll(self._steps), 1)
        column.addWidget(self.start)

    def show_card(self, card: RoutineCard | None) -> None:
        """Show a routine, or that none was found."""
        if card == self._card and card is not None:
            return
        self._card = card
        self._name.setText(card.name if card else self.tr("Nothing fits"))
        self._about.setText(
            card.about if card else self.tr("Take a filter away, or look for another word.")
        )
        source = card.source_title if card else None
        self._source.setText(self.tr("From: {title}").format(title=source) if source else "")
        self._source.setVisible(bool(source))
        self._side.setVisible(bool(card and card.has_affected))
        self.start.setVisible(card is not None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if card is not None:
            length = exact_words(card.duration)
            self.start.setText(self.tr("Start · {length}").format(length=length))
            for step in card.steps:
                self._rows.addWidget(self._row(step))
        self._rows.addStretch(1)

    def set_affected_side(self, side: AffectedSide) -> None:
        """Show which side was named."""
        for button in self._sides.buttons():
            button.setChecked(button.property("side") == side.value)

    def _row(self, step: RoutineStep) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(ExercisePicture(self.look, self._thumbnails, step.exercise))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(step.name, "body", wraps=True))
        dose = f"{step.dose} · {self.tr('assumed')}" if step.is_assumed else step.dose
        label = Label(dose, "small", "muted", wraps=True)
        if step.is_assumed:
            label.setToolTip(self.tr("The article leaves some of this open; the number is ours."))
        words.addWidget(label)
        words.addStretch(1)
        line.addLayout(words, 1)
        return row

    def _make_side_choice(self) -> QWidget:
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Label(self.tr("Affected side"), "small", "muted"))
        self._sides = QButtonGroup(choice)
        names = {
            AffectedSide.LEFT: self.tr("Left"),
            AffectedSide.RIGHT: self.tr("Right"),
            AffectedSide.BOTH: self.tr("Both"),
        }
        for side, name in names.items():
            chip = Chip(self.look, name)
            chip.setProperty("side", side.value)
            chip.clicked.connect(lambda _=False, side=side: self.affected_side_chosen.emit(side))
            self._sides.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        choice.setVisible(False)
        return choice

    def _on_start_clicked(self) -> None:
        if self._card is not None:
            self.start_requested.emit(self._card.id)

    def sizeHint(self) -> QSize:
        """As wide as in the design."""
        return QSize(self.look.theme.px(330), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the name, two steps and the button."""
        px = self.look.theme.px
        return QSize(px(250), px(280))
