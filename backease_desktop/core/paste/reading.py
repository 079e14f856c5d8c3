"""What was read from a line: exercise, dose and sides, each with the words it came from.

Rules: only what is written; what is not written is None. What could mean two things is None too,
and named among what is unsure. A line that is no exercise is ignored, and says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from backease_desktop.core.catalogue.prescription import Range


class Sides(StrEnum):
    """How a line treats the sides.

    `EACH`: the dose is for each side. `BOTH`: both are named without that. `NONE`: not written.
    """

    BOTH = "both"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says.

    Attributes:
        number: which line of the text, from 1; line: the line itself.
        name: the words that seem to name the exercise.
        exercise: id; None if it is unsure or unknown.
        candidates: ids that it may be, where it is unsure.
        sets, reps, hold_s, per_day, per_week: as ranges; hold in seconds.
        unsure: the fields that must be asked about, "dose" for none at all; each with the reason.
        is_unknown: it is an exercise that the catalogue lacks.
        is_ignored: it is none.
        position: of the seven, where the line says one.
        words: for each field that was read, the words that it came from.
    """

    number: int
    line: str
    name: str = ""
    exercise: str | None = None
    candidates: tuple[str, ...] = ()
    sets: Range | None = None
    reps: Range | None = None
    hold_s: Range | None = None
    sides: Sides = Sides.NONE
    per_day: Range | None = None
    per_week: Range | None = None
    unsure: Mapping[str, str] = field(default_factory=dict)
    is_unknown: bool = False
    is_ignored: bool = False
    position: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_exercise(self) -> bool:
        """Whether the line is one, as far as it could be read."""
        return not self.is_ignored

    @property
    def is_clear(self) -> bool:
        """Whether nothing need be asked about a line that is an exercise."""
        return not self.is_ignored and not self.unsure


def exported_reading(reading: Reading) -> dict[str, Any]:
    """A reading as plain values, in the shape that the contract promises."""
    return {
        "number": reading.number,
        "line": reading.line,
        "exercise": reading.exercise,
        "name": reading.name,
        "candidates": list(reading.candidates),
        "sets": _one(reading.sets),
        "reps": _both(reading.reps),
        "hold_s": _both(reading.hold_s),
        "sides": reading.sides,
        "per_day": _one(reading.per_day),
        "per_week": _one(reading.per_week),
        "unsure": list(reading.unsure),
        "why": dict(reading.unsure),
        "unknown": reading.is_unknown,
        "ignored": reading.is_ignored,
        "words": dict(reading.words),
    }


def _both(amount: Range | None) -> dict[str, int] | None:
    return {"min": amount.min, "max": amount.max} if amount else None


def _one(amount: Range | None) -> int | dict[str, int] | None:
    """One number where one is written, its ends where a range is."""
    return amount.min if amount and amount.min == amount.max else _both(amount)
