"""What a session is to be for, and what is at hand: a button whose words say it, with a menu."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from backease_desktop.core.catalogue.words import Area, Equipment
from backease_desktop.core.compose.wanted import AT_HAND
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.look.style import Look

Word = TypeVar("Word", Area, Equipment)

NAMED = 2
"""So many areas are named on the button; more are counted."""


class AreaMenu(Button):
    """The button.

    Args:
        look: the theme and the fonts.

    Signals:
        chosen: another area, or thing at hand, is ticked, or no longer.
    """

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", Kind.QUIET, parent=parent)
        self.menu = QMenu(self)
        self._areas = self._add(self.tr("For"), ((area, _area_words(area)) for area in Area))
        others = (thing for thing in Equipment if thing not in AT_HAND)
        self._things = self._add(
            self.tr("At hand"), ((thing, _thing_words(thing)) for thing in others)
        )
        self.clicked.connect(self._on_clicked)
        self._tell()

    @property
    def areas(self) -> frozenset[Area]:
        """The areas that are ticked; none for the whole back."""
        return frozenset(area for area, action in self._areas if action.isChecked())

    @property
    def things(self) -> frozenset[Equipment]:
        """What is at hand."""
        return AT_HAND | {thing for thing, action in self._things if action.isChecked()}

    def _add(self, title: str, words: Iterable[tuple[Word, str]]) -> list[tuple[Word, QAction]]:
        self.menu.addSection(title)
        actions = []
        for one, text in words:
            action = QAction(text, self, checkable=True)
            self.menu.addAction(action)
            action.toggled.connect(self._on_toggled)
            actions.append((one, action))
        return actions

    def _tell(self) -> None:
        areas = [_area_words(area) for area in Area if area in self.areas]
        if not areas:
            words = self.tr("For the whole back")
        elif len(areas) <= NAMED:
            words = self.tr("For: {areas}").format(areas=", ".join(areas))
        else:
            words = self.tr("For {n} areas").format(n=len(areas))
        self.set_words(words)

    def _on_toggled(self) -> None:
        self._tell()
        self.chosen.emit()

    def _on_clicked(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def _area_words(area: Area) -> str:
    return {
        Area.LOWER_BACK: _tr("Lower back"),
        Area.UPPER_BACK: _tr("Upper back"),
        Area.NECK: _tr("Neck"),
        Area.SHOULDERS: _tr("Shoulders"),
        Area.CHEST: _tr("Chest"),
        Area.HIPS: _tr("Hips"),
        Area.BUTTOCKS: _tr("Buttocks"),
        Area.HAMSTRINGS: _tr("Hamstrings"),
        Area.LEGS: _tr("Legs"),
        Area.CORE: _tr("Core"),
        Area.WRISTS: _tr("Wrists"),
        Area.EYES: _tr("Eyes"),
    }[area]


def _thing_words(thing: Equipment) -> str:
    words = {
        Equipment.TOWEL: _tr("A towel"),
        Equipment.BAND: _tr("A band"),
        Equipment.FOAM_ROLLER: _tr("A foam roller"),
        Equipment.CUSHION: _tr("A cushion"),
    }
    return words.get(thing, str(thing))


def _tr(text: str) -> str:
    return QCoreApplication.translate("areas", text)
