"""The roster: which reminders a person wants, when, and what they must not interrupt.

Settings data: titles, help and limits stand in the fields, for the page and the documentation.
Files of other versions may lack fields or have more of them: both are fine.
"""

import re
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import force_setattr

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.fields import FieldError, Fields, field
from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import MINUTE, SECOND, Ms

CHOOSE = "choose"
"""In the place of a routine's id: the routine that fits is chosen when it is wanted."""

FIRST_ROUTINE = "desk-chair-2"
"""The set that the reminder of the first start opens: two minutes at the chair."""

LONGEST_MINUTES = 7 * 24 * 60
"""For so long at most somebody can pause or put off by a number of minutes."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


class DayRange(Fields, frozen=True, kw_only=True):
    """Hours of a day, local: from `start` up to, not including, `end`; midnight ends the day."""

    start: Annotated[time, field("From", "The first moment.")]
    end: Annotated[time, field("To", "00:00 is midnight, the end of the day.")]

    def __post_init__(self) -> None:
        """Hold the hours to their rules.

        Raises:
            FieldError: they have a zone, or do not run forwards.
        """
        if self.start.tzinfo or self.end.tzinfo:
            raise FieldError("hours are local: they have no time zone")
        if self.end != time() and self.end <= self.start:
            raise FieldError("must end after its start; hours over midnight are two ranges")

    def holds(self, clock: time) -> bool:
        """Whether a local time of the day lies inside."""
        return self.start <= clock and (self.end == time() or clock < self.end)


Ranges = Annotated[tuple[DayRange, ...], Meta(max_length=12)]
OFFICE: Ranges = (DayRange(start=time(9), end=time(17)),)


class WorkingHours(Fields, frozen=True, kw_only=True):
    """When a reminder may call, by weekday."""

    monday: Annotated[Ranges, field("Monday", "Hours of the day.")] = OFFICE
    tuesday: Annotated[Ranges, field("Tuesday", "Hours of the day.")] = OFFICE
    wednesday: Annotated[Ranges, field("Wednesday", "Hours of the day.")] = OFFICE
    thursday: Annotated[Ranges, field("Thursday", "Hours of the day.")] = OFFICE
    friday: Annotated[Ranges, field("Friday", "Hours of the day.")] = OFFICE
    saturday: Annotated[Ranges, field("Saturday", "Hours of the day.")] = ()
    sunday: Annotated[Ranges, field("Sunday", "Hours of the day.")] = ()

    def __post_init__(self) -> None:
        """Put the hours of each day in order.

        Raises:
            FieldError: hours of a day overlap.
        """
        for day in DAYS:
            in_order = tuple(sorted(getattr(self, day), key=lambda hours: hours.start))
            for first, second in pairwise(in_order):
                if first.holds(second.start):
                    words = f"{second.start:%H:%M} lies inside the hours before it"
                    raise FieldError(words, day)
            force_setattr(self, day, in_order)

    def on(self, day: date) -> Ranges:
        """The hours of a date, in order."""
        ranges: Ranges = getattr(self, DAYS[day.weekday()])
        return ranges


class Every(Fields, frozen=True, kw_only=True, tag_field="kind", tag="every"):
    """After so many minutes of presence without a break."""

    kind: ClassVar[str] = "every"
    minutes: Annotated[int, field("Every", "Minutes at the computer.", ge=5, le=240)] = 50

    @property
    def interval(self) -> Ms:
        """The presence after which it is due."""
        return Ms(self.minutes * MINUTE)


class At(Fields, frozen=True, kw_only=True, tag_field="kind", tag="at"):
    """At fixed times of the day."""

    kind: ClassVar[str] = "at"
    times: Annotated[
        tuple[time, ...], field("At", "Local times of the day.", min_length=1, max_length=24)
    ]

    def __post_init__(self) -> None:
        """Put the times in order, each once and to the minute.

        Raises:
            FieldError: one has a time zone.
        """
        if any(clock.tzinfo for clock in self.times):
            raise FieldError("clock times are local: they have no time zone", "times")
        minutes = {clock.replace(second=0, microsecond=0) for clock in self.times}
        force_setattr(self, "times", tuple(sorted(minutes)))


class CallStyle(StrEnum):
    """How a reminder calls."""

    CARD = "card"
    NOTIFICATION = "notification"
    VOICE = "voice"
    SOUND = "sound"
    FULL_SCREEN = "full_screen"
    NUDGE = "nudge"


class Reminder(Fields, frozen=True, kw_only=True):
    """One reminder."""

    id: Annotated[str, Meta(max_length=60)]
    name: Annotated[str, field("Name", "What it is called.", max_length=60)]
    enabled: Annotated[bool, field("On", "A reminder that is off neither counts nor calls.")] = True
    when: Annotated[
        Every | At, field("When", "After so much time at the computer, or at fixed times.")
    ] = Every()
    hours: Annotated[WorkingHours, field("Hours", "It calls only within these.")] = WorkingHours()
    routine: Annotated[str, field("Routine", "What Start opens, or: choose for me.")] = (
        FIRST_ROUTINE
    )
    place: Annotated[
        Place, field("As far as", "The farthest that a routine chosen for me may take me.")
    ] = Place.STANDING
    most_min: Annotated[
        int, field("At most", "Minutes that such a routine may take.", ge=1, le=60)
    ] = 5
    style: Annotated[
        CallStyle,
        field("How to remind me", "Card, notification, voice, sound, screen or nudge."),
    ] = CallStyle.CARD
    tone: Annotated[ToneName | None, field("Tone", "Sounds with the call; none is silent.")] = (
        ToneName.NEXT
    )
    speaks: Annotated[
        bool, field("Also say it aloud", "One sentence, and never while a microphone is on.")
    ] = False

    def __post_init__(self) -> None:
        """Take away blanks around the texts.

        Raises:
            FieldError: there is no name, or an id of other signs.
        """
        for text in ("id", "name", "routine"):
            force_setattr(self, text, getattr(self, text).strip())
        if not _ID.fullmatch(self.id):
            raise FieldError("should be small letters, digits and hyphens", "id")
        if not self.name:
            raise FieldError("should be text of at least 1 character", "name")


class BusySwitches(Fields, frozen=True, kw_only=True):
    """What a reminder waits for: one switch for each reason."""

    call: Annotated[bool, field("Conversations", "Wait until a phone or video call is over.")] = (
        True
    )
    camera: Annotated[bool, field("Camera", "Wait while the camera is in use.")] = True
    microphone: Annotated[bool, field("Microphone", "Wait while the microphone is in use.")] = True
    screen_shared: Annotated[bool, field("Shared screen", "Wait while the screen is shared.")] = (
        True
    )
    full_screen: Annotated[bool, field("Full screen", "Wait while a program fills the screen.")] = (
        True
    )
    do_not_disturb: Annotated[
        bool, field("Do not disturb", "Wait while the system is told not to disturb.")
    ] = True
    session: Annotated[bool, field("Sessions", "Wait while a session of ours is open.")] = True

    def heeded(self, busy: frozenset[BusyReason]) -> frozenset[BusyReason]:
        """The reasons of these that are switched on."""
        return frozenset(reason for reason in busy if getattr(self, reason.value))


FIRST = Reminder(id="stretch", name="Stretch")
"""The reminder that stands ready at the first start."""


class Roster(Fields, frozen=True, kw_only=True):
    """Reminders."""

    reminders: Annotated[
        tuple[Reminder, ...], field("Reminders", "Up to 20, each with a name.", max_length=20)
    ] = (FIRST,)
    away_after_min: Annotated[
        int,
        field("A break is", "Minutes away from the computer that count as a break.", ge=1, le=60),
    ] = 5
    still_after_s: Annotated[
        int,
        field(
            "Still there for",
            "Seconds after the last key or movement that still count as being there.",
            ge=5,
            le=60,
        ),
    ] = 30
    typing_pause_s: Annotated[
        int,
        field(
            "Pause in typing", "A call waits until the keys rest for so many seconds.", ge=0, le=10
        ),
    ] = 3
    typing_wait_s: Annotated[
        int, field("Wait for it", "Seconds; then the call comes anyway.", ge=0, le=120)
    ] = 30
    snooze_min: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=120)], ...],
        field(
            "Later",
            "Minutes that the card offers; the first is its button.",
            min_length=1,
            max_length=4,
        ),
    ] = (5, 10, 20)
    wait_for: Annotated[BusySwitches, field("Do not interrupt", "What a call waits for.")] = (
        BusySwitches()
    )

    def __post_init__(self) -> None:
        """Tell reminders apart.

        Raises:
            FieldError: two have the same id.
        """
        ids = [reminder.id for reminder in self.reminders]
        for at, id_ in enumerate(ids):
            if id_ in ids[:at]:
                raise FieldError("two reminders have the same id", "reminders", at)

    @property
    def active(self) -> tuple[Reminder, ...]:
        """The reminders that are on, in the person's order."""
        return tuple(reminder for reminder in self.reminders if reminder.enabled)

    @property
    def first(self) -> Reminder:
        """The first one in the person's order, or the one that stands ready at the first start."""
        return self.askable[0]

    @property
    def askable(self) -> tuple[Reminder, ...]:
        """What can be asked for: every reminder, on or off, or the one of the first start."""
        return self.reminders or (FIRST,)

    def reminder(self, ids: Iterable[str]) -> Reminder:
        """The first of these reminders; if there is none, the one of the first start."""
        known = {reminder.id: reminder for reminder in self.reminders}
        found = (known[id_] for id_ in ids if id_ in known)
        return next(found, FIRST)

    def are_nudges(self, ids: Iterable[str]) -> bool:
        """Whether all of these reminders are but nudges; none of none."""
        known = {reminder.id: reminder for reminder in self.reminders}
        styles = [known[id_].style for id_ in ids if id_ in known]
        return bool(styles) and set(styles) == {CallStyle.NUDGE}

    @property
    def away_after(self) -> Ms:
        """The absence that is a break."""
        return Ms(self.away_after_min * MINUTE)

    @property
    def still_after(self) -> Ms:
        """How long an input speaks for the person's presence."""
        return Ms(self.still_after_s * SECOND)
