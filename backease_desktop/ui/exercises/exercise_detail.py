"""An exercise in full: its figure, its words, its doses with their sources, and its precautions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.verdict import (
    Asking,
    Verdict,
    easier_for,
    harder_for,
    verdict,
)
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.dose_words import assumed_words, dose_words
from backease_desktop.ui.exercises.for_you import ForYou
from backease_desktop.ui.figure.moving_figure import MovingFigure
from backease_desktop.ui.formats import position_words
from backease_desktop.ui.look.style import Look

STAGE = 280
LOWEST_STAGE, HIGHEST_STAGE = 110, 400
"""Large type must not push the words out of the window."""

ACTION = 76
"""Width of the words before a rule, so that all rules begin below each other."""


class ExerciseDetail(QWidget):
    """The detail of one exercise.

    Args:
        look: the theme and the fonts.
        catalogue: exercises, sources and rules.
        figure: shows the movement.
        asking: who looks at it, and when.

    Signals:
        exercise_requested: id of an exercise that is to be played by itself.
        link_requested: id of an easier or harder exercise to show.
        edit_requested: id of an exercise that is to be changed, or a copy of it.
    """

    exercise_requested = Signal(str)
    link_requested = Signal(str)
    edit_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        figure: MovingFigure,
        asking: Callable[[], Asking],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._catalogue = catalogue
        self._asking = asking
        self._figure = figure
        self.exercise: Exercise | None = None
        self._stage = Card(look, Ground.SOFT)
        inside = QVBoxLayout(self._stage)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(figure)
        figure.installEventFilter(self)
        self._words = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._stage)
        self._column.addWidget(self._words)
        self._column.addStretch(1)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise, and what it is for the person."""
        self.exercise = exercise
        asking = self._asking()
        found = verdict(exercise, asking, self._catalogue)
        self._figure.show_exercise(exercise.id, exercise.position)
        self._figure.setAccessibleName(exercise.name)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head(exercise, found))
        if found.action is not None:
            card = ForYou(self._look, exercise, found, self._catalogue)
            card.link_requested.connect(self.link_requested)
            column.addWidget(card)
        column.addWidget(Label(exercise.text, "body", wraps=True))
        edit = Button(self._look, self.tr("Change it, or a copy"), Kind.QUIET, icon="exercises")
        edit.clicked.connect(lambda: self.edit_requested.emit(exercise.id))
        column.addWidget(edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._facts(exercise, found.tip or exercise.tip))
        column.addWidget(heading(self.tr("How much")))
        for prescription in exercise.prescriptions:
            column.addWidget(self._dose(prescription, exercise))
        pace = self.tr(
            "The pace of a repetition, the length of a breath and the time to change sides "
            "are ours."
        )
        column.addWidget(Label(pace, "small", "muted", wraps=True))
        links = self._links(exercise, asking)
        if links is not None:
            column.addWidget(links)
        rules = self._catalogue.precautions_of(exercise)
        if rules:
            column.addWidget(heading(self.tr("Take care")))
            note = self.tr("Our own general advice.")
            if not all(rule.signed_by for rule in rules):
                note = self.tr("Our own general advice; no clinician has looked at it yet.")
            column.addWidget(Label(note, "small", "muted", wraps=True))
            column.addWidget(self._precautions(rules))
        self._column.replaceWidget(self._words, words)
        self._words.hide()
        self._words.deleteLater()
        self._words = words

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Other exercises are there."""
        self._catalogue = catalogue

    def fit(self, height: int) -> None:
        """Leave the words some of a page that is so many pixels high."""
        least = min(self._look.theme.px(STAGE), HIGHEST_STAGE)
        self._stage.setFixedHeight(min(least, max(LOWEST_STAGE, height // 2)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus moves the figure, and its ring is that of the stage."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._stage.set_selected(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _head(self, exercise: Exercise, found: Verdict) -> TurningRow:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(exercise.name, "title", wraps=True))
        if exercise.aliases:
            also = self.tr("Also: {names}").format(names=", ".join(exercise.aliases))
            names.addWidget(Label(also, "small", "muted", wraps=True))
        row = TurningRow(self._look, 16)
        row.addLayout(names, 1)
        words = self.tr("Try it")
        if found.action is Action.AVOID:
            if not found.instead:
                return row  # there is nothing to start
            other = self._catalogue.exercises[found.instead[0]].name
            words = self.tr("Try {name}").format(name=other)
        button = Button(self._look, words, Kind.PRIMARY, "", "play")
        button.clicked.connect(lambda: self.exercise_requested.emit(exercise.id))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _facts(self, exercise: Exercise, tip: str) -> QWidget:
        place = position_words(exercise.position)
        facts = [f"{place} · {', '.join(exercise.areas)}"]
        if exercise.equipment:
            facts.append(self.tr("You need: {things}").format(things=", ".join(exercise.equipment)))
        if exercise.landmarks:
            sides = f"{exercise.landmarks.left} / {exercise.landmarks.right}"
            facts.append(self.tr("Sides: {sides}").format(sides=sides))
        if exercise.movement:
            facts.append(self.tr("Movement: {words}").format(words=exercise.movement))
        facts.append(self.tr("Tip: {tip}").format(tip=tip))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for fact in facts:
            column.addWidget(Label(fact, "small", "muted", wraps=True))
        return box

    def _dose(self, prescription: Prescription, exercise: Exercise) -> QWidget:
        source = self._catalogue.sources.get(prescription.source)
        title = source.title if source else prescription.source
        if source and prescription.section:
            title = f"{title} · {source.sections.get(prescription.section, prescription.section)}"
        card = Card(self._look)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        column.addWidget(Label(dose_words(prescription, exercise), is_strong=True, wraps=True))
        notes = list(assumed_words(prescription))
        if source and source.address:
            site = QUrl(source.address).host()
            read = self.tr("Read at {site} on {date}.").format(site=site, date=source.looked_up)
            notes.insert(0, read)
        line = QHBoxLayout()
        line.addWidget(Label(title, "small", "muted", wraps=True), 1)
        column.addLayout(line)
        if notes:
            said = Label("\n".join(notes), "small", "muted", wraps=True)
            said.hide()
            sign = Button(self._look, self.tr("Where this comes from"), Kind.QUIET, icon="help")
            sign.set_compact(True)
            sign.clicked.connect(lambda: said.setVisible(said.isHidden()))
            line.addWidget(sign)
            column.addWidget(said)
        return card

    def _links(self, exercise: Exercise, asking: Asking) -> QWidget | None:
        """To what is easier and harder for this person."""
        wanted = (
            (self.tr("Easier"), easier_for(exercise, asking, self._catalogue)),
            (self.tr("Harder"), harder_for(exercise, asking, self._catalogue)),
        )
        box = QWidget()
        flow = FlowLayout(8, box)
        for word, other in wanted:
            if other is None:
                continue
            chip = Chip(self._look, f"{word}: {other.name}", is_checkable=False)
            chip.clicked.connect(lambda _=False, id_=other.id: self.link_requested.emit(id_))
            flow.addWidget(chip)
        return box if flow.count() else None

    def _source(self, rule: Rule) -> str:
        source = self.tr("Source: {source}").format(source=rule.source)
        if rule.signed_by is None:
            return source
        signed = self.tr("Reviewed by {name}.").format(name=rule.signed_by)
        return f"{source.rstrip('.')}. {signed}"

    def _precautions(self, rules: Sequence[Rule]) -> QWidget:
        words = {
            Action.AVOID: self.tr("Avoid"),
            Action.ASK: self.tr("Ask first"),
            Action.MODIFY: self.tr("Change it"),
        }
        box = QFrame()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for rule in rules:
            action = Label(words[rule.action], "small", "warning", is_strong=True)
            action.setMinimumWidth(self._look.theme.px(ACTION))
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Label(rule.title, is_strong=True, wraps=True))
            column.addWidget(Label(rule.reason, wraps=True))
            if rule.instead:
                column.addWidget(Label(rule.instead, wraps=True))
            column.addWidget(Label(self._source(rule), "small", "muted", wraps=True))
            row = TurningRow(self._look, 4 if self._look.is_narrow else 16)
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)
            rows.addLayout(row)
        return box
