"""What is said of an exercise that is written, by tabs; what cannot be kept is said there.

The words are there at once; the other tabs come in pieces, before an exercise is shown.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Equipment, Position, SideMode
from backease_desktop.core.editing.body_draft import with_position
from backease_desktop.core.editing.exercise_draft import (
    TEXTS,
    text_of,
    with_sides,
    with_source_line,
    with_text,
)
from backease_desktop.core.editing.routine_draft import MINE
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.fields import Choice
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.editor.body_part import BodyPart
from backease_desktop.ui.editor.dose_part import DosePart
from backease_desktop.ui.editor.editor_words import sides_words
from backease_desktop.ui.editor.links_part import LinksPart
from backease_desktop.ui.editor.pace_part import PacePart
from backease_desktop.ui.editor.tint_part import TintPart
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.formats import position_words
from backease_desktop.ui.look.style import Look

NAMES = {
    "name": QT_TRANSLATE_NOOP("exercise_form", "Name"),
    "say": QT_TRANSLATE_NOOP("exercise_form", "Name as it is spoken"),
    "setup": QT_TRANSLATE_NOOP("exercise_form", "Getting into it"),
    "setup_short": QT_TRANSLATE_NOOP("exercise_form", "The same, for whoever knows it"),
    "where": QT_TRANSLATE_NOOP("exercise_form", "Where, if the position does not say it"),
    "movement": QT_TRANSLATE_NOOP("exercise_form", "The movement"),
    "rep_in": QT_TRANSLATE_NOOP("exercise_form", "On the way in"),
    "rep_out": QT_TRANSLATE_NOOP("exercise_form", "On the way out"),
    "left": QT_TRANSLATE_NOOP("exercise_form", "Left side"),
    "right": QT_TRANSLATE_NOOP("exercise_form", "Right side"),
    "breath_hint": QT_TRANSLATE_NOOP("exercise_form", "Breath"),
    "breath_in": QT_TRANSLATE_NOOP("exercise_form", "While breathing in, if paced by it"),
    "breath_out": QT_TRANSLATE_NOOP("exercise_form", "While breathing out"),
    "tip": QT_TRANSLATE_NOOP("exercise_form", "Tip"),
    "release": QT_TRANSLATE_NOOP("exercise_form", "Getting out of it"),
    "text": QT_TRANSLATE_NOOP("exercise_form", "Shown beside the picture"),
    "aliases": QT_TRANSLATE_NOOP("exercise_form", "Other names, to be found by"),
}
LEAST_LETTERS = 10
"""Letters of a choice that are seen in the narrowest window."""
_BY_LENGTH = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
FIELDS = {
    "in": "rep_in",
    "out": "rep_out",
    "breath.in": "breath_in",
    "breath.out": "breath_out",
    "landmarks.left": "left",
    "landmarks.right": "right",
}
"""What a file calls a text, where the form has another word for it."""


class ExerciseForm(QWidget):
    """The form.

    Args:
        look: the theme and the fonts.

    Signals:
        changed: carries the exercise as it is now, and what is being typed, or nothing.
        settled: what was being typed is done.
    """

    changed = Signal(object, str)
    settled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._exercise: Exercise | None = None
        self._ignores = False
        self.texts: dict[str, TypedLine] = {}
        self._faults: dict[str, Label] = {}
        tr = self.tr
        tabs = [
            ("words", tr("Words"), ""),
            ("dose", tr("Dose"), ""),
            ("pace", tr("Pace"), ""),
            ("body", tr("Body"), ""),
            ("source", tr("Source"), ""),
        ]
        self.tabs = Segments(look, tr("What is written"), tabs)
        self._stack = Stack()
        self._stack.addWidget(self._words_page())
        self._fault = Label("", "small", "danger", wraps=True)
        self._fault.hide()
        self.tabs.set_value("words")
        names = [name for name, _, _ in tabs]
        self.tabs.chosen.connect(lambda name: self._stack.setCurrentIndex(names.index(name)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        column.addWidget(self._fault)
        column.addWidget(self._stack)
        column.addStretch(1)
        self.parts = self._other_pages()

    def show_exercise(self, exercise: Exercise, fault: tuple[str, str] | None) -> None:
        """Show what is said of it, and what cannot be kept."""
        self._exercise, self._ignores = exercise, True
        for part in self._parts:
            part.show_exercise(exercise)
        for field, line in self.texts.items():
            line.show_text(text_of(exercise, field))
        where, words = fault or ("", "")
        at = FIELDS.get(where, where)
        for field, label in self._faults.items():
            label.setText(words if field == at else "")
            label.setVisible(field == at)
        said = f"{where}: {words}" if where else words
        has_place = [part.show_fault(where, words) for part in (self.dose, self.links)]
        self._fault.setText("" if at in self._faults or any(has_place) else said)
        self._fault.setVisible(bool(self._fault.text()))
        self.position.setCurrentIndex(self.position.findData(exercise.position))
        self.sides.setCurrentIndex(self.sides.findData(exercise.sides))
        for thing, chip in self.things.items():
            chip.setChecked(thing in exercise.equipment)
        first = exercise.prescriptions[0]
        self.source.show_text((first.as_given or "") if first.source == MINE else "")
        self._ignores = False

    def _other_pages(self) -> Pieces[None]:
        look = self._look
        self.dose, self.links = DosePart(look), LinksPart(look)
        self._stack.addWidget(_page_of(self.dose, self.links))
        yield None
        self.pace = PacePart(look)
        self._stack.addWidget(self.pace)
        yield None
        self.tint, self.body = TintPart(look), BodyPart(look)
        self._stack.addWidget(_page_of(self.tint, self.body))
        self._stack.addWidget(self._source_page())
        self._parts = (self.dose, self.links, self.pace, self.body, self.tint)
        for part in self._parts:
            part.changed.connect(self.changed)
            part.settled.connect(self.settled)

    def _words_page(self) -> QWidget:
        page, column = _column()
        self.position = Choice(self._look, self.tr("Position"))
        for position in Position:
            self.position.addItem(position_words(position), position)
        self.position.activated.connect(self._on_position_activated)
        self.sides = Choice(self._look, self.tr("Sides"))
        for mode in SideMode:
            self.sides.addItem(sides_words(mode), mode)
        self.sides.activated.connect(self._on_sides_activated)
        for choice in (self.position, self.sides):  # as wide as there is room, in a narrow window
            choice.setSizeAdjustPolicy(_BY_LENGTH)
            choice.setMinimumContentsLength(LEAST_LETTERS)
        _add(column, self.tr("Position"), self.position)
        _add(column, self.tr("Sides"), self.sides)
        for field in TEXTS:
            name = QCoreApplication.translate("exercise_form", str(NAMES[field]))
            line = TypedLine(name)
            line.typed.connect(lambda text, field=field: self._on_typed(field, text))
            line.settled.connect(self.settled)
            self.texts[field] = line
            self._faults[field] = Label("", "small", "danger", wraps=True)
            _add(column, name, line, self._faults[field])
        things = QWidget()
        flow = FlowLayout(6, things)
        self.things: dict[Equipment, Chip] = {}
        for thing in Equipment:
            chip = Chip(self._look, thing.value.capitalize())
            chip.toggled.connect(self._on_thing_toggled)
            self.things[thing] = chip
            flow.addWidget(chip)
        _add(column, self.tr("Things needed"), things)
        return page

    def _source_page(self) -> QWidget:
        page, column = _column()
        self.source = TypedLine(self.tr("Where the dose comes from"))
        self.source.setMaxLength(80)
        self.source.setPlaceholderText(self.tr("my physiotherapist, March 2026"))
        self.source.typed.connect(self._on_source_typed)
        self.source.settled.connect(self.settled)
        _add(column, self.tr("Where the dose comes from"), self.source)
        column.addStretch(1)
        return page

    def _on_typed(self, field: str, text: str) -> None:
        if self._exercise is not None:
            self.changed.emit(with_text(self._exercise, field, text), field)

    def _on_position_activated(self, index: int) -> None:
        if self._exercise is not None:
            position = Position(self.position.itemData(index))
            self.changed.emit(with_position(self._exercise, position), "")

    def _on_sides_activated(self, index: int) -> None:
        if self._exercise is not None:
            self.changed.emit(with_sides(self._exercise, SideMode(self.sides.itemData(index))), "")

    def _on_thing_toggled(self) -> None:
        if self._exercise is not None and not self._ignores:
            needed = tuple(thing for thing, chip in self.things.items() if chip.isChecked())
            self.changed.emit(self._exercise.with_(equipment=needed), "")

    def _on_source_typed(self, text: str) -> None:
        if self._exercise is not None:
            self.changed.emit(with_source_line(self._exercise, text), "source")


def _page_of(*parts: QWidget) -> QWidget:
    page, column = _column()
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return page


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return page, column


def _add(column: QVBoxLayout, name: str, field: QWidget, note: QWidget | None = None) -> None:
    label = Label(name, "small", is_strong=True, wraps=True)
    name_by_label(field, label)
    column.addWidget(label)
    column.addWidget(field)
    if note is not None:
        column.addWidget(note)
    column.addSpacing(6)
