"""Finding exercises and routines: by words, place, area and length.

The words of every item are folded once, when the item is indexed, so that a keystroke only
compares strings.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.units import Ms

if TYPE_CHECKING:
    from backease_desktop.core.catalogue.exercise import Exercise


class Query(msgspec.Struct, frozen=True):
    """What is looked for; an empty field asks for nothing.

    Attributes:
        words: every word must begin, or stand in, a word of the item.
        places: the item must do with these places.
        areas: the item works on one of these areas.
        longest: the item lasts no longer, in milliseconds.
    """

    words: str = ""
    places: frozenset[Place] = frozenset()
    areas: frozenset[Area] = frozenset()
    longest: Ms | None = None


class Entry(msgspec.Struct, frozen=True):
    """An item that can be found.

    Attributes:
        id: of the exercise or routine.
        haystack: its folded words; name: those of its name alone.
        duration: in milliseconds, 0 for an exercise.
    """

    id: str
    haystack: str
    places: frozenset[Place]
    areas: frozenset[Area]
    duration: Ms = Ms(0)
    name: str = ""


def fold(text: str) -> str:
    """Small letters without accents, so that what is typed meets what is written."""
    if text.isascii():  # as nearly all are, and found far sooner
        return text.replace("-", " ").lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("–", " ").replace("-", " "))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def entry_of_exercise(exercise: "Exercise") -> Entry:
    """How an exercise is found: by its names, areas, position and equipment."""
    words = [
        exercise.name,
        exercise.spoken_name,
        *exercise.aliases,
        *exercise.areas,
        exercise.position,
        *exercise.equipment,
    ]
    places = frozenset((exercise.place,))
    areas = frozenset(exercise.areas)
    name = fold(exercise.name)
    return Entry(exercise.id, fold(" ".join(words)), places, areas, name=name)


def found(entries: Iterable[Entry], query: Query) -> Sequence[str]:
    """Ids of the entries that a query asks for.

    Those whose name has the words stand first, then those whose name begins so, those whose name
    holds it, and those that mention it; each in their order.
    """
    words = fold(query.words).split()
    for word in words:
        entries = [entry for entry in entries if word in entry.haystack]
    if query.places:
        entries = [entry for entry in entries if entry.places <= query.places]
    if query.areas:
        entries = [entry for entry in entries if not query.areas.isdisjoint(entry.areas)]
    longest = query.longest
    if longest is not None:
        entries = [entry for entry in entries if entry.duration <= longest]
    if words:
        entries = sorted(entries, key=lambda entry: _rank(entry.name, words))
    return [entry.id for entry in entries]


def _rank(name: str, words: Sequence[str]) -> int:
    if all(word in name.split() for word in words):
        return 0
    if name.startswith(words[0]):
        return 1
    return 2 if all(word in name for word in words) else 3
