"""What is kept of a session: how far it came, and what was left because it hurt."""

from dataclasses import dataclass

from backease_desktop.core.units import Ms

DONE_FROM = 0.5
"""A session of half its length or more is done (reminders.md, rule 7)."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One run of a timeline.

    Attributes:
        routine: id; name: as it is shown.
        duration, elapsed: of the timeline, and how far it came, in milliseconds.
        exercises: ids of the exercises that were done to their end.
        hurt: ids of the exercises that were left because they hurt.
        is_finished: the session came to its end by itself.
    """

    routine: str
    name: str
    duration: Ms
    elapsed: Ms
    exercises: tuple[str, ...]
    hurt: tuple[str, ...]
    is_finished: bool

    @property
    def fraction(self) -> float:
        """How much of the session was played, 0 to 1."""
        return self.elapsed / self.duration

    @property
    def is_done(self) -> bool:
        """Whether enough was played to count as a break."""
        return self.fraction >= DONE_FROM
