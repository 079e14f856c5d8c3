"""The words that a pasted line is read by, in one language; `catalogue/paste/<language>.yaml`.

The grammar (`dose`, `how_often`) knows kinds of tokens only; which words are of which kind, and
what else an exercise is called, is data.
"""

from typing import Annotated

from msgspec import Meta

from backease_desktop.core.catalogue.words import Area, Equipment, Position
from backease_desktop.core.values import Value

Word = Annotated[str, Meta(min_length=1, max_length=80)]
Words = tuple[Word, ...]


class Often(Value, frozen=True, kw_only=True):
    """So many times a day, or a week."""

    day: Annotated[int, Meta(ge=1, le=24)] | None = None
    week: Annotated[int, Meta(ge=1, le=21)] | None = None


class Beside(Value, frozen=True, kw_only=True):
    """What stands beside a number: signs and units, by what they mean.

    Attributes:
        other: units of what is no dose: kilograms, degrees.
        label: what a number only names: page, level.
        joins: what stands between and changes nothing.
    """

    multiply: Words
    times: Words
    seconds: Words
    minutes: Words
    hours: Words
    reps: Words
    sets: Words
    hold: Words
    counts: Words
    breaths: Words
    days: Words
    weeks: Words
    other: Words
    rest: Words
    label: Words
    every: Words
    joins: Words


class SideWords(Value, frozen=True, kw_only=True):
    """How sides are written; `affected` is a side that only the person knows.

    Each of `limbs` may stand behind each of `per`: "each side", "by leg".
    """

    each: Words
    per: Words
    limbs: Words
    both: Words
    left: Words
    right: Words
    affected: Words


class Lexicon(Value, frozen=True, kw_only=True):
    """All words of a language, in small letters.

    Attributes:
        numbers: numbers as words; times: words for so many times ("twice").
        alternatives: between two numbers a range, between two doses a question.
        one: before a unit of time, one of it; pronouns: numbers that count nothing behind a name;
            open_ended: as much as is possible, which is no number.
        to: what stands between the ends of a range.
        a_day: behind a number ("a day"); daily: by itself; a_week, weekly: the same.
        often: by itself, so many a day or a week ("bd"); seldom: no number can be said of it.
        parts_of_day: each is once a day; weekdays: each is once a week.
        positions, things, areas: by what a line says of a new exercise.
        names: what else the exercises are called, by id.
        short: words within names that are written short, and what they stand for.
        several: names that fit more than one, or not surely one.
        others: names of what the catalogue lacks, where a part of them is a name of ours.
        families: ids of one movement in several positions.
        changes: what makes another exercise of a name beside it; changes_by_thing: the same, unless
            the exercise needs the thing.
        plain: what may stand before a name and changes nothing.
        movements: what makes an exercise of a line that names none of ours.
        held: of these, what is held rather than done so many times.
        everyday: words that are no slips of the pen, and nothing else.
        aside: what tells that a line is no exercise; aside_with_exercise: even if it names one.
        cut_off: behind these, something was to follow.
    """

    numbers: dict[Word, float]
    times: dict[Word, int]
    to: Words
    alternatives: Words
    one: Words
    pronouns: Words
    open_ended: Words
    words: Beside
    sides: SideWords
    a_day: Words
    daily: Words
    a_week: Words
    weekly: Words
    often: dict[Word, Often]
    seldom: Words
    parts_of_day: dict[Word, Words]
    weekdays: dict[Word, Words]
    positions: dict[Position, Words]
    things: dict[Equipment, Words]
    areas: dict[Area, Words]
    names: dict[Word, Words]
    short: dict[Word, Word]
    several: dict[Word, tuple[Word, ...]]
    others: Words
    families: tuple[tuple[Word, ...], ...]
    changes: Words
    changes_by_thing: dict[Equipment, Words]
    plain: Words
    movements: Words
    held: Words
    everyday: Words
    aside: Words
    aside_with_exercise: Words
    cut_off: Words
