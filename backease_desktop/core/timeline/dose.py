"""A dose: what is really done, once a level has picked a value from each range."""

from dataclasses import dataclass

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.words import DoseLevel, SideMode
from backease_desktop.core.units import SECOND, Ms

DEFAULT_REST = Ms(30_000)
"""Rest between sets where the source gives none."""


@dataclass(frozen=True, slots=True)
class Dose:
    """Numbers to lay out in time.

    Attributes:
        sides: how sides are treated.
        hold: milliseconds of each hold, None for plain repetitions and breaths.
        reps: repetitions of a block; even where sides alternate, so that both get the same.
        breaths: slow breaths of a block, None if not counted so.
        sets: at least one; rest: milliseconds between them.
    """

    sides: SideMode
    hold: Ms | None
    reps: int
    breaths: int | None
    sets: int
    rest: Ms


def dose_of(exercise: Exercise, prescription: Prescription, level: DoseLevel) -> Dose:
    """The dose of a prescription at a level.

    An alternating dose counts both sides. Where the level picks an odd number it becomes the even
    number below, unless that is less than the source's least: then the one above.
    """
    sides = prescription.sides or exercise.sides
    reps = prescription.reps.at(level) if prescription.reps else 1
    if sides is SideMode.ALTERNATE and reps % 2:
        least = prescription.reps.min if prescription.reps else 1
        reps = reps - 1 if reps - 1 >= max(2, least) else reps + 1
    hold = prescription.hold_s
    return Dose(
        sides=sides,
        hold=Ms(hold.round_at(level) * SECOND) if hold else None,
        reps=reps,
        breaths=prescription.breaths.at(level) if prescription.breaths else None,
        sets=prescription.sets.at(level) if prescription.sets else 1,
        rest=Ms(prescription.rest_s.round_at(level) * SECOND)
        if prescription.rest_s
        else DEFAULT_REST,
    )


_SIDES_IN_WORDS = {
    SideMode.NONE: "",
    SideMode.EACH: "each side",
    SideMode.ALTERNATE: "sides in turn",
    SideMode.AFFECTED: "the side that hurts",
    SideMode.LEFT: "left side only",
    SideMode.RIGHT: "right side only",
}


def in_words(dose: Dose) -> str:
    """A dose as a line of a list: "hold 20 s · each side", "10 × 3 s · sides in turn"."""
    if dose.breaths is not None:
        amount = f"{dose.breaths} breaths"
    elif dose.hold is None:
        amount = f"{dose.reps} times"
    elif dose.reps == 1:
        amount = f"hold {_seconds(dose.hold)}"
    else:
        amount = f"{dose.reps} × {_seconds(dose.hold)}"
    sets = f"{dose.sets} sets" if dose.sets > 1 else ""
    return " · ".join(part for part in (amount, sets, _SIDES_IN_WORDS[dose.sides]) if part)


def _seconds(duration: Ms) -> str:
    minutes, seconds = divmod(duration // SECOND, 60)
    if minutes >= 2 and not seconds:
        return f"{minutes} min"
    return f"{duration // SECOND} s"
