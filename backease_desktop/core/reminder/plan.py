"""The plan: which reminders a person wants, when, and what they must not interrupt.

Settings data: titles, help and limits stand in the fields, for the page and the documentation.
Files of other versions may lack fields or have more of them: both are fine.
"""

from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import MINUTE, SECOND, Ms

CHOOSE = "choose"
"""In the place of a routine's id: the routine that fits is chosen when it is wanted."""

FIRST_ROUTINE = "desk-chair-2"
"""The set that the reminder of the first start opens: two minutes at the chair."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _field(default: Any, title: str, help_text: str, **limits: Any) -> Any:  # noqa: ANN401
    return Field(default=default, title=title, description=help_text, **limits)


class PlanPart(BaseModel):
    """Frozen, checked, and deaf to fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)


class DayRange(PlanPart):
    """Hours of a day, local: from `start` up to, not including, `end`; midnight ends the day."""

    start: time = Field(title="From")
    end: time = Field(title="To", description="00:00 is midnight, the end of the day.")

    @model_validator(mode="after")
    def _runs_forwards(self) -> Self:
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("hours are local: they have no time zone")
        if self.end != time() and self.end <= self.start:
            raise ValueError("must end after its start; hours over midnight are two ranges")
        return self

    def holds(self, clock: time) -> bool:
        """Whether a local time of the day lies inside."""
        return self.start <= clock and (self.end == time() or clock < self.end)


Ranges = Annotated[tuple[DayRange, ...], Field(max_length=12)]
OFFICE: Ranges = (DayRange(start=time(9), end=time(17)),)


class WorkingHours(PlanPart):
    """When a reminder may call, by weekday."""

    monday: Ranges = _field(OFFICE, "Monday", "Hours of the day.")
    tuesday: Ranges = _field(OFFICE, "Tuesday", "Hours of the day.")
    wednesday: Ranges = _field(OFFICE, "Wednesday", "Hours of the day.")
    thursday: Ranges = _field(OFFICE, "Thursday", "Hours of the day.")
    friday: Ranges = _field(OFFICE, "Friday", "Hours of the day.")
    saturday: Ranges = _field((), "Saturday", "Hours of the day.")
    sunday: Ranges = _field((), "Sunday", "Hours of the day.")

    @field_validator(*DAYS)
    @classmethod
    def _are_apart(cls, ranges: Ranges) -> Ranges:
        in_order = tuple(sorted(ranges, key=lambda hours: hours.start))
        for first, second in pairwise(in_order):
            if first.holds(second.start):
                raise ValueError(f"{second.start:%H:%M} lies inside the hours before it")
        return in_order

    def on(self, day: date) -> Ranges:
        """The hours of a date, in order."""
        ranges: Ranges = getattr(self, DAYS[day.weekday()])
        return ranges


class Every(PlanPart):
    """After so many minutes of presence without a break."""

    kind: Literal["every"] = "every"
    minutes: int = _field(50, "Every", "Minutes at the computer.", ge=5, le=240)

    @property
    def interval(self) -> Ms:
        """The presence after which it is due."""
        return Ms(self.minutes * MINUTE)


class At(PlanPart):
    """At fixed times of the day."""

    kind: Literal["at"] = "at"
    times: tuple[time, ...] = Field(
        title="At", description="Local times of the day.", min_length=1, max_length=24
    )

    @field_validator("times")
    @classmethod
    def _in_order(cls, times: tuple[time, ...]) -> tuple[time, ...]:
        if any(clock.tzinfo for clock in times):
            raise ValueError("clock times are local: they have no time zone")
        return tuple(sorted({clock.replace(second=0, microsecond=0) for clock in times}))


class CallStyle(StrEnum):
    """How a reminder calls."""

    CARD = "card"
    NOTIFICATION = "notification"
    VOICE = "voice"
    SOUND = "sound"
    FULL_SCREEN = "full_screen"


class Reminder(PlanPart):
    """One reminder."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)
    name: str = Field(title="Name", min_length=1, max_length=60)
    enabled: bool = _field(True, "On", "A reminder that is off neither counts nor calls.")
    when: Annotated[Every | At, Field(discriminator="kind", title="When")] = Every()
    hours: WorkingHours = _field(WorkingHours(), "Hours", "It calls only within these.")
    routine: str = _field(FIRST_ROUTINE, "Routine", "What Start opens, or: choose for me.")
    place: Place = _field(
        Place.STANDING, "As far as", "The farthest that a routine chosen for me may take me."
    )
    most_min: int = _field(5, "At most", "Minutes that such a routine may take.", ge=1, le=60)
    style: CallStyle = _field(CallStyle.CARD, "Calls by", "Card, notification, voice or sound.")
    tone: ToneName | None = _field(ToneName.NEXT, "Tone", "Sounds with the call; none is silent.")
    speaks: bool = _field(
        False, "Say it, too", "A sentence is spoken, but never while a microphone is live."
    )


class BusySwitches(PlanPart):
    """What a reminder waits for: one switch for each reason."""

    call: bool = _field(True, "Calls", "Wait until a call is over.")
    camera: bool = _field(True, "Camera", "Wait while the camera is in use.")
    microphone: bool = _field(True, "Microphone", "Wait while the microphone is in use.")
    screen_shared: bool = _field(True, "Shared screen", "Wait while the screen is shared.")
    full_screen: bool = _field(True, "Full screen", "Wait while a program fills the screen.")
    do_not_disturb: bool = _field(True, "Do not disturb", "Wait while the system is told so.")
    session: bool = _field(True, "Sessions", "Wait while a session of ours is open.")

    def heeded(self, busy: frozenset[BusyReason]) -> frozenset[BusyReason]:
        """The reasons of these that are switched on."""
        return frozenset(reason for reason in busy if getattr(self, reason.value))


class ReminderPlan(PlanPart):
    """Reminders."""

    reminders: Annotated[tuple[Reminder, ...], Field(max_length=20)] = _field(
        (Reminder(id="stretch", name="Stretch"),), "Reminders", "Any number, each with a name."
    )
    away_after_min: int = _field(
        5, "A break is", "Minutes away from the computer that count as a break.", ge=1, le=60
    )
    still_after_s: int = _field(
        30,
        "Still there for",
        "Seconds after the last key or movement that still count as presence.",
        ge=5,
        le=60,
    )
    typing_pause_s: int = _field(
        3, "Pause in typing", "A call waits until the keys rest for so many seconds.", ge=0, le=10
    )
    typing_wait_s: int = _field(
        30, "Wait for it", "Seconds; then the call comes anyway.", ge=0, le=120
    )
    snooze_min: Annotated[tuple[int, ...], Field(min_length=1, max_length=4)] = _field(
        (5, 10, 20), "Later", "Minutes that the card offers; the first is its button."
    )
    wait_for: BusySwitches = _field(BusySwitches(), "Do not interrupt", "What a call waits for.")

    @field_validator("reminders")
    @classmethod
    def _differ(cls, reminders: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
        if len({reminder.id for reminder in reminders}) < len(reminders):
            raise ValueError("two reminders have the same id")
        return reminders

    @field_validator("snooze_min")
    @classmethod
    def _are_later(cls, minutes: tuple[int, ...]) -> tuple[int, ...]:
        if not all(1 <= choice <= 120 for choice in minutes):
            raise ValueError("later is 1 to 120 minutes")
        return minutes

    @property
    def active(self) -> tuple[Reminder, ...]:
        """The reminders that are on, in the person's order."""
        return tuple(reminder for reminder in self.reminders if reminder.enabled)

    def reminder(self, ids: Iterable[str]) -> Reminder:
        """The first of these reminders; if there is none, one with every default."""
        known = {reminder.id: reminder for reminder in self.reminders}
        found = (known[id_] for id_ in ids if id_ in known)
        return next(found, Reminder(id="none", name="–"))

    @property
    def away_after(self) -> Ms:
        """The absence that is a break."""
        return Ms(self.away_after_min * MINUTE)

    @property
    def still_after(self) -> Ms:
        """How long an input speaks for the person's presence."""
        return Ms(self.still_after_s * SECOND)
