"""What is in the picture beside the body, where it stands, and from where all of it is seen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.editing.props_draft import (
    FARTHEST,
    FIRST,
    USUAL_VIEW,
    VIEWS,
    place_of,
    things_in,
    with_thing,
    with_thing_at,
    with_view,
)
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.fields import Choice, NumberField
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.form import name_by_label
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look

_VIEWS = {
    "side": QT_TRANSLATE_NOOP("props", "From the side"),
    "front": QT_TRANSLATE_NOOP("props", "From the front"),
    "back": QT_TRANSLATE_NOOP("props", "From behind"),
    "top": QT_TRANSLATE_NOOP("props", "From above"),
    "front_right": QT_TRANSLATE_NOOP("props", "From the front, right"),
    "front_left": QT_TRANSLATE_NOOP("props", "From the front, left"),
    "back_right": QT_TRANSLATE_NOOP("props", "From behind, right"),
    "back_left": QT_TRANSLATE_NOOP("props", "From behind, left"),
}
_THINGS = {
    "mat": QT_TRANSLATE_NOOP("props", "Mat"),
    "chair": QT_TRANSLATE_NOOP("props", "Chair"),
    "desk": QT_TRANSLATE_NOOP("props", "Desk"),
    "wall": QT_TRANSLATE_NOOP("props", "Wall"),
    "step": QT_TRANSLATE_NOOP("props", "Step"),
    "roller": QT_TRANSLATE_NOOP("props", "Foam roller"),
    "cushion": QT_TRANSLATE_NOOP("props", "Cushion"),
    "towel": QT_TRANSLATE_NOOP("props", "Towel"),
    "band": QT_TRANSLATE_NOOP("props", "Band"),
}


class PropsRow(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.

    Signals:
        changed: carries the figure's words with another thing in it.
        refused: why a thing cannot be put or taken there, in a sentence; empty where it could.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Any = None
        self.things: dict[str, Chip] = {}
        self.places: dict[str, NumberField] = {}
        self._called: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        chips, fields = QWidget(), QWidget()
        flow = FlowLayout(6, chips)
        places = QVBoxLayout(fields)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(4)
        for name in FIRST:
            said = _tr(_THINGS[name])
            chip = Chip(look, said)
            chip.clicked.connect(lambda is_on, name=name: self._on_thing_clicked(name, is_on))
            self.things[name] = chip
            flow.addWidget(chip)
            if isinstance(FIRST[name], dict) and "at" in FIRST[name]:
                self._add_place(look, name, said, places)
        self.view = Choice(look, self.tr("Seen from"))
        for view in VIEWS:
            self.view.addItem(_tr(_VIEWS[view]), view)
        self.view.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view.setMinimumContentsLength(10)
        self.view.activated.connect(
            lambda at: self._try(lambda: with_view(self._words, self.view.itemData(at)))
        )
        for name, field in ((self.tr("In the picture"), chips), (self.tr("Seen from"), self.view)):
            label = Label(name, "small", is_strong=True)
            name_by_label(field, label)
            column.addWidget(label)
            column.addWidget(field)
            if field is chips:
                column.addWidget(fields)

    def show_figure(self, words: Any) -> None:  # noqa: ANN401  (what a file holds)
        """Show what is in the picture of a figure."""
        self._words = words
        there = things_in(words)
        for name, chip in self.things.items():
            chip.setChecked(name in there)
        for name, field in self.places.items():
            at = place_of(words, name)
            for part in (self._called[name], field):
                part.setVisible(at is not None)
            with QSignalBlocker(field):
                field.setValue(round(100 * (at or 0)))
        self.view.setCurrentIndex(self.view.findData(words.get("view", USUAL_VIEW)))

    def _add_place(self, look: Look, name: str, said: str, places: QVBoxLayout) -> None:
        most = round(100 * FARTHEST)
        called = self.tr("{thing}, from the middle").format(thing=said)
        field = NumberField(look, called, -most, most, self.tr(" cm"))
        field.setSingleStep(5)
        field.setKeyboardTracking(False)
        field.valueChanged.connect(
            lambda value: self._try(lambda: with_thing_at(self._words, name, value / 100))
        )
        label = Label(called, "small", "muted", wraps=True)
        name_by_label(field, label)
        self.places[name] = field
        self._called[name] = label
        places.addWidget(label)
        places.addWidget(field)

    def _on_thing_clicked(self, name: str, is_on: bool) -> None:
        self._try(lambda: with_thing(self._words, name, is_there=is_on))

    def _try(self, change: Callable[[], Any]) -> None:
        if self._words is None:
            return
        try:
            words = change()
        except ValueError as error:
            self.refused.emit(str(error))
            self.show_figure(self._words)
        else:
            self.refused.emit("")
            self.changed.emit(words)


def _tr(text: object) -> str:
    return QCoreApplication.translate("props", str(text))
