"""A routine card in words."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.catalogue.words import Equipment, Place
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.durations import minutes_words

SHOWN_STEPS = 4
"""Exercises that are named where a routine is told in a line."""


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


def changed_words(card: RoutineCard) -> str:
    """How many exercises are not as the article has them; empty where all are."""
    if card.changed == 0:
        return ""
    return (
        _tr("1 changed for you")
        if card.changed == 1
        else _tr("{n} changed for you").format(n=card.changed)
    )


def place_words(place: Place) -> str:
    """Where something is done, to choose by: "At the chair"."""
    return {
        Place.CHAIR: _tr("At the chair"),
        Place.STANDING: _tr("Standing"),
        Place.MAT: _tr("On the mat"),
    }[place]


def steps_words(card: RoutineCard) -> str:
    """What is done, by name: "Seated side bend, then seated twist. You stay on your chair."."""
    place = {
        Place.CHAIR: _tr("You stay on your chair."),
        Place.STANDING: _tr("You stand up for it."),
        Place.MAT: _tr("You need the floor."),
    }[card.farthest]
    return f"{names_words(card)}. {place}"


def names_words(card: RoutineCard) -> str:
    """What is done, by name: "Seated side bend, then seated twist"."""
    first, *others = (step.name for step in card.steps)
    names = [first, *(f"{name[:1].lower()}{name[1:]}" for name in others)]
    more = len(names) - SHOWN_STEPS
    if more > 1:
        named = _tr("{names} and {n} more").format(names=", ".join(names[:SHOWN_STEPS]), n=more)
    elif len(names) > 1:
        named = _tr("{names}, then {last}").format(names=", ".join(names[:-1]), last=names[-1])
    else:
        named = names[0]
    return named


def long_minutes(duration: Ms) -> str:
    """A length to be read from afar: "2 minutes"."""
    minutes = max(1, round(duration / MINUTE))
    return _tr("1 minute") if minutes == 1 else _tr("{n} minutes").format(n=minutes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
