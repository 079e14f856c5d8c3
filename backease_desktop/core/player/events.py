"""What a player says happened. Returned from its methods, in order; nobody is called back."""

from dataclasses import dataclass

from backease_desktop.core.timeline.segments import Cue, Segment
from backease_desktop.core.units import Ms


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """A segment has begun.

    Attributes:
        index: its place in the timeline.
        due: session time of its start.
    """

    index: int
    segment: Segment
    due: Ms


@dataclass(frozen=True, slots=True)
class CueDue:
    """A cue's moment has come.

    Attributes:
        due: session time of its start; for a cue of the count-in after a pause, the session time
            at which the session stands still.
        number: identity within this player: the same cue has the same number when it is announced
            by `Player.upcoming` and when it is due.
    """

    cue: Cue
    due: Ms
    number: int


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Time jumped, so the machine slept: the session is paused and nothing was skipped.

    Attributes:
        gap: how long no time was told.
    """

    gap: Ms


@dataclass(frozen=True, slots=True)
class Finished:
    """The last segment is over."""


PlayerEvent = SegmentStarted | CueDue | Interrupted | Finished


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A cue that will be due if nobody interferes.

    Attributes:
        at: the reading of the player's clock at which it will be due.
    """

    cue: Cue
    number: int
    due: Ms
    at: Ms
