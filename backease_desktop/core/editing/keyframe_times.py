"""How long each keyframe of a movement lasts, as the session will play it.

The way from the first keyframe to the held one takes as long as the way back; a keyframe on the way
has no time of its own. Where a repetition has phases, each says how long the way to its keyframe
is.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from backease_desktop.core.catalogue.exercise import Exercise


class Way(StrEnum):
    """What the seconds of a keyframe are."""

    IN = "in"
    HELD = "held"
    OUT = "out"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class KeyframeTime:
    """The seconds of a keyframe.

    Attributes:
        way: on the way into the hold, held, on the way out, or on the way there (of a phase).
        least, most: in seconds; the same where there is no range.
    """

    way: Way
    least: float
    most: float


def keyframe_times(exercise: Exercise) -> dict[str, KeyframeTime]:
    """The seconds of those keyframes that have any, by name."""
    figure: Any = exercise.figure
    if not figure:
        return {}
    if exercise.phases:
        there = reversed(exercise.phases)  # of those that lead to one keyframe the first counts
        return {one.to: KeyframeTime(Way.THERE, one.seconds, one.seconds) for one in there}
    names = list(figure["keyframes"])
    held = names.index("hold") if "hold" in names else 1
    hold = exercise.prescriptions[0].hold_s
    each = exercise.seconds_to_move if hold else exercise.seconds_per_rep / 2
    found = {names[0]: KeyframeTime(Way.IN, each, each)}
    if hold is not None:
        found[names[held]] = KeyframeTime(Way.HELD, hold.min, hold.max)
        after = names[held + 1 : held + 2]
    else:
        after = [names[held]]
    return found | {name: KeyframeTime(Way.OUT, each, each) for name in after}
