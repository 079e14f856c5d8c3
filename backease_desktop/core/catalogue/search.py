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
        haystack: its folded words; name: those of its name alone, with a space at both ends.
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


def words_of(name: str) -> str:
    """The folded words of a name, with a space before and behind each."""
    return f" {' '.join(fold(name).split())} "


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
    name = words_of(exercise.name)
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
        entries = _ranked(list(entries), words)
    return [entry.id for entry in entries]


def _ranked(entries: list[Entry], words: Sequence[str]) -> list[Entry]:
    """The best first, in passes over all: a key for each of thousands takes five times that."""
    ranked: list[Entry] = []
    for best in (
        _whose_names_hold(entries, [f" {word} " for word in words]),
        [entry for entry in entries if entry.name.startswith(f" {words[0]}")],
        _whose_names_hold(entries, words),
    ):
        taken = set(map(id, ranked))
        ranked += [entry for entry in best if id(entry) not in taken]
    taken = set(map(id, ranked))
    return [*ranked, *(entry for entry in entries if id(entry) not in taken)]


def _whose_names_hold(entries: list[Entry], parts: Iterable[str]) -> list[Entry]:
    for part in parts:
        entries = [entry for entry in entries if part in entry.name]
    return entries
