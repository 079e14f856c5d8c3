"""The state of a schedule: what must survive the program.

Rules:
1. Moments are readings of the `boot` clock of the run that wrote them. `moved` carries them over to
   another run of the machine; what was 5 minutes away stays 5 minutes away, less the time between.
2. A card that was on the screen is not kept: its call counts, and its reminders are due.
3. A file says what it likes. Numbers and years with which nobody can reckon are not let in.
"""

from datetime import date
from typing import Annotated, Literal, Self

from msgspec import Meta

from backease_desktop.core.fields import AwareTime, FieldError, Fields
from backease_desktop.core.reminder.day_trace import Span
from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.core.reminder.events import Why
from backease_desktop.core.reminder.instant import YEARS, Instant, gap_after_restart
from backease_desktop.core.units import MINUTE, Ms

CENTURY = Ms(100 * 365 * 24 * 60 * MINUTE)
Length = Annotated[Ms, Meta(ge=0, le=CENTURY)]
Moment = Annotated[Ms, Meta(ge=-CENTURY, le=CENTURY)]


class Track(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one reminder stands.

    Attributes:
        counted: presence since it last began anew.
        due_since: the moment it became due; None while it is not.
        waits_until: not to be called before this moment: later, or gently once more.
        calls: how often it has called without an answer since it is due.
        late_because: what it has waited for since it is due.
        by_hand: the person asked for this call, or put it off: it comes whatever the hours.
        clock_done: the newest clock time that has been dealt with.
    """

    counted: Length = Ms(0)
    due_since: Moment | None = None
    waits_until: Moment | None = None
    calls: Annotated[int, Meta(ge=0, le=10_000)] = 0
    late_because: tuple[Why, ...] = ()
    by_hand: bool = False
    clock_done: AwareTime | None = None

    def __post_init__(self) -> None:
        """Keep to years that can be reckoned with.

        Raises:
            FieldError: the clock time is in another one.
        """
        _check_year("clock_done", self.clock_done)

    @property
    def is_due(self) -> bool:
        """Whether it should call, or has called and was not answered."""
        return self.due_since is not None

    def anew(self) -> "Track":
        """The count begins anew, and nothing is due."""
        return Track(clock_done=self.clock_done)

    def moved(self, by: int) -> Self:
        """The same with its moments on another clock."""
        return self.with_(
            due_since=None if self.due_since is None else self.due_since + by,
            waits_until=None if self.waits_until is None else self.waits_until + by,
        )


class Pause(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rest for a time (`until`, a moment) or to the beginning of a local date (`day`)."""

    until: Moment | None = None
    day: date | None = None

    def __post_init__(self) -> None:
        """Keep to years that can be reckoned with.

        Raises:
            FieldError: the day is in another one.
        """
        _check_year("day", self.day)

    def is_over(self, now: Instant) -> bool:
        """Whether it has ended."""
        if self.until is not None:
            return now.boot >= self.until
        return self.day is None or now.wall.date() >= self.day


class ReminderState(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything of a schedule that must survive the program. Save it atomically.

    Attributes:
        version: of this format.
        wall, mono, boot: the instant it was taken at.
        absent: how long the person had not been seen then.
        present_for: presence without a break, in milliseconds.
        tracks: by reminder id.
        pause: None when there is none.
        decisions: the last ones, oldest first.
        day: presence of the local date.
    """

    version: Literal[1] = 1
    wall: AwareTime
    mono: Moment
    boot: Moment
    absent: Length
    present_for: Length
    tracks: dict[str, Track]
    pause: Pause | None
    decisions: tuple[Decision, ...]
    day: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Keep to years that can be reckoned with.

        Raises:
            FieldError: the instant is in another one.
        """
        _check_year("wall", self.wall)

    def moved_to(self, now: Instant) -> Self:
        """This state as of a later instant, perhaps after a new start of the machine."""
        gap = gap_after_restart(Instant(self.wall, self.mono, self.boot), now)
        by = now.boot - gap - self.boot
        until = None if self.pause is None else self.pause.until
        return self.with_(
            wall=now.wall,
            mono=now.mono,
            boot=now.boot,
            absent=Ms(self.absent + gap),
            tracks={id_: track.moved(by) for id_, track in self.tracks.items()},
            pause=self.pause if until is None else Pause(until=Ms(until + by)),
        )


def _check_year(name: str, value: date | None) -> None:
    if value is not None and value.year not in YEARS:
        raise FieldError(f"should be in a year from {YEARS[0]} to {YEARS[-1]}", name)
