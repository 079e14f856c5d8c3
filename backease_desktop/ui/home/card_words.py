"""A routine card in words."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.catalogue.words import Equipment, Place
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.formats import minutes_words


def card_words(card: RoutineCard) -> str:
    """How much a routine is: "4 min · 4 exercises"."""
    count = len(card.steps)
    exercises = _tr("1 exercise") if count == 1 else _tr("{n} exercises").format(n=count)
    return f"{minutes_words(card.duration)} · {exercises}"


def needs_words(card: RoutineCard) -> str:
    """Where it is done, and what must be at hand: "Chair, standing · desk"."""
    words = f"{places_words(card.places)} · {equipment_words(card)}"
    return words[:1].upper() + words[1:]


def places_words(places: tuple[Place, ...]) -> str:
    """Where it is done: "chair", or "mixed" for all three."""
    words = {Place.CHAIR: _tr("chair"), Place.STANDING: _tr("standing"), Place.MAT: _tr("floor")}
    if len(places) == len(words):
        return _tr("mixed")
    return ", ".join(words[place] for place in places)


def equipment_words(card: RoutineCard) -> str:
    """What must be at hand; a chair is where the person sits anyway."""
    things = [str(thing) for thing in card.equipment if thing is not Equipment.CHAIR]
    if not things:
        return _tr("no equipment")
    return ", ".join(things)


def long_minutes(duration: Ms) -> str:
    """A length to be read from afar: "2 minutes"."""
    minutes = max(1, round(duration / MINUTE))
    return _tr("1 minute") if minutes == 1 else _tr("{n} minutes").format(n=minutes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
