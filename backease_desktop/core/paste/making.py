"""From lines that are clear to a pack: one routine, its source, and the exercises that are new.

Rules: only clear lines become steps, in their order; the others are handed back, to be asked about.
Each step has the dose of its line, and nothing more. A new exercise keeps the line's own words, and
says that nothing else is known of it: its place is the one that the line or the person names, and
whoever has said that they have a condition is asked before it comes (`Exercise.unclassified`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from backease_desktop.core.catalogue.catalogue import Catalogue, Source
from backease_desktop.core.catalogue.exercise import Exercise, Landmarks
from backease_desktop.core.catalogue.pack import Pack, id_from
from backease_desktop.core.catalogue.prescription import (
    LONGEST_S,
    MOST_SETS,
    MOST_TIMES,
    Prescription,
    Range,
)
from backease_desktop.core.catalogue.routine import MOST_STEPS, Routine, Step
from backease_desktop.core.catalogue.words import Area, Equipment, Position, SideMode
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.paste.reading import Reading, Sides
from backease_desktop.core.paste.tokens import phrase
from backease_desktop.core.reading import read
from backease_desktop.core.values import words_of

Kind = TypeVar("Kind", Area, Equipment)

AS_SHOWN = "the way you were shown"
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_GIVEN = 48, 420, 80
_LANDMARKS = Landmarks(left="left side", right="right side")
_MODE = {
    Sides.EACH: SideMode.EACH,
    Sides.LEFT: SideMode.LEFT,
    Sides.RIGHT: SideMode.RIGHT,
}


@dataclass(frozen=True, slots=True)
class Given:
    """Who gave the lines, and what the routine is to be called.

    Attributes:
        name: of the routine; told_by: whose doses they are; day: ISO.
    """

    name: str
    told_by: str
    day: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of lines.

    Attributes:
        pack: None if no line is clear.
        left: exercises that are not in it, each with the reason.
    """

    pack: Pack | None
    left: tuple[tuple[Reading, str], ...]


def pack_of(
    readings: Sequence[Reading], given: Given, catalogue: Catalogue, lexicon: Lexicon
) -> Made:
    """A pack of lines, with ids that are free beside a catalogue."""
    source = Source(
        id=id_from(f"{given.told_by} {given.day}", catalogue.sources, "given"),
        title=given.told_by,
        told_by=given.told_by,
        about=f"What was written down for you: {given.told_by}, {given.day}.",
    )
    exercises: dict[str, Exercise] = {}
    steps: list[Step] = []
    left: list[tuple[Reading, str]] = []
    for reading in (one for one in readings if one.is_exercise):
        if not reading.is_clear:
            left.append((reading, "; ".join(reading.unsure.values())))
            continue
        if len(steps) == MOST_STEPS:
            left.append((reading, f"a routine has {MOST_STEPS} steps at most"))
            continue
        taken = {*catalogue.exercises, *exercises}
        made = _step(reading, source, catalogue, lexicon, taken)
        if isinstance(made, str):
            left.append((reading, made))
            continue
        step, new = made
        exercises |= {new.id: new} if new else {}
        steps.append(step)
    if not steps:
        return Made(None, tuple(left))
    routine = Routine(
        id=id_from(given.name, catalogue.routines),
        name=given.name[:_LONGEST_NAME],
        about=f"Given to you: {given.told_by}, {given.day}.",
        steps=tuple(steps),
    )
    pack = Pack(sources=(source,), exercises=tuple(exercises.values()), routines=(routine,))
    return Made(pack, tuple(left))


def _step(
    reading: Reading,
    source: Source,
    catalogue: Catalogue,
    lexicon: Lexicon,
    taken: Collection[str],
) -> tuple[Step, Exercise | None] | str:
    """The step of a line, with its exercise if that is new; or why there can be none."""
    if too_large := _too_large(reading):
        return too_large
    known = catalogue.exercises.get(reading.exercise or "")
    dose = _dose(reading, source, known)
    try:
        if known is None:
            new = _new_exercise(reading, dose, lexicon, taken)
            return Step(exercise=new.id, prescription=source.id), new
        if misfit := known.misfit(dose):
            return misfit.partition(": ")[2]
        return Step(exercise=known.id, dose=dose), None
    except ValidationError as error:
        return str(error.errors()[0]["msg"]).removeprefix("Value error, ")


def _too_large(reading: Reading) -> str | None:
    for amount, most, what in (
        (reading.sets, MOST_SETS, "sets"),
        (reading.reps, MOST_TIMES, "repetitions"),
        (reading.hold_s, LONGEST_S, "seconds of a hold"),
    ):
        if amount is not None and amount.max > most:
            return f"{amount.max} {what} are too many; the most is {most}"
    return None


def _dose(reading: Reading, source: Source, known: Exercise | None) -> Prescription:
    sides = _MODE.get(reading.sides)
    if known is None and sides is None:
        sides = SideMode.NONE if reading.sides is Sides.NONE else SideMode.EACH
    if known is not None and known.landmarks is None and sides is SideMode.EACH:
        sides = None  # it does both sides at once, so each has had its own
    once = Range(min=1, max=1)
    line = " ".join(reading.line.split())
    return Prescription(
        source=source.id,
        hold_s=reading.hold_s,
        reps=reading.reps or (None if reading.hold_s else once),
        sets=reading.sets,
        sides=sides,
        as_given=line if len(line) <= _LONGEST_GIVEN else None,
    )


def _new_exercise(
    reading: Reading, dose: Prescription, lexicon: Lexicon, taken: Collection[str]
) -> Exercise:
    name = _cut(" ".join((reading.name or reading.line).split()).strip(" .,:;-–*•"))
    name = name[:1].upper() + name[1:] if len(name) > 1 else f"Exercise {reading.number}"
    words = phrase(reading.line)
    position = Position(reading.position) if reading.position else None
    line = " ".join(reading.line.split())
    text = f"As it was written for you: {line}"[: _LONGEST_TEXT - 40].strip()
    return read(
        Exercise,
        {
            "id": id_from(name, taken, "exercise"),
            "name": name,
            "areas": _named(words, lexicon.areas) or (Area.LOWER_BACK,),
            "position": position or Position.STANDING,
            "equipment": _named(words, lexicon.things),
            "sides": dose.sides,
            "landmarks": None if dose.sides is SideMode.NONE else words_of(_LANDMARKS),
            "setup": f"Get ready {AS_SHOWN}.",
            "setup_short": "Get ready.",
            "where": None if position else AS_SHOWN,
            "tip": "Only as far as feels easy.",
            "release": "Come back slowly.",
            "text": f"{text}. Nothing else is known of it.",
            "unclassified": True,
            "prescriptions": [words_of(dose)],
        },
    )


def _cut(name: str) -> str:
    """A name that fits, without half a word at its end."""
    if len(name) <= _LONGEST_NAME:
        return name
    return (name[: _LONGEST_NAME + 1].rsplit(" ", 1)[0])[:_LONGEST_NAME].strip(" .,:;-–")


def _named(words: Sequence[str], table: Mapping[Kind, Sequence[str]]) -> tuple[Kind, ...]:
    """What a line names of a table, whatever its words."""
    line = f" {' '.join(words)} "
    return tuple(
        kind
        for kind, listed in table.items()
        if any(f" {' '.join(phrase(one))} " in line for one in listed)
    )
