"""What is kept of a session: what was played, what was done, and what was left because it hurt."""

import msgspec

from backease_desktop.core.units import Ms

DONE_FROM = 0.5
"""A session of which half its length or more was played is done; less is not."""


class SessionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One run of a timeline.

    Attributes:
        routine: id; name: as it is shown.
        duration, elapsed: of the timeline, and the place in it at the end, in milliseconds.
        played: what was lived through of it, in milliseconds; skipping adds nothing.
        planned: ids of its exercises, in order.
        exercises: ids of those that were done from start to end.
        hurt: ids of those that were left because they hurt.
        is_finished: the session came to its end, whatever was skipped.
        stopped_hurting: it was ended there and then because something hurt.
    """

    routine: str
    name: str
    duration: Ms
    elapsed: Ms
    played: Ms
    planned: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    hurt: tuple[str, ...] = ()
    is_finished: bool = False
    stopped_hurting: bool = False

    @property
    def fraction(self) -> float:
        """How much of the session was played, 0 to 1."""
        return min(1.0, self.played / self.duration)

    @property
    def is_done(self) -> bool:
        """Whether enough was played to count as a break."""
        return self.fraction >= DONE_FROM

    @property
    def has_closing(self) -> bool:
        """Whether its end is worth a page: it came to its end, or was stopped because it hurt."""
        return self.is_finished or self.stopped_hurting

    @property
    def is_whole(self) -> bool:
        """Whether every exercise was done."""
        return self.is_finished and self.exercises == self.planned
