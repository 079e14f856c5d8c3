"""What a reminder schedule says happened. Returned from its methods, in order."""

from enum import StrEnum

import msgspec

from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.units import Ms


class Why(StrEnum):
    """Why a reminder did not call, or called late. The reasons of `BusyReason` keep their names."""

    CONVERSATION = BusyReason.CONVERSATION.value
    CAMERA = BusyReason.CAMERA.value
    MICROPHONE = BusyReason.MICROPHONE.value
    SCREEN_SHARED = BusyReason.SCREEN_SHARED.value
    FULL_SCREEN = BusyReason.FULL_SCREEN.value
    DO_NOT_DISTURB = BusyReason.DO_NOT_DISTURB.value
    SESSION = BusyReason.SESSION.value
    TYPING = "typing"
    LOCKED = "locked"
    JUST_BACK = "just_back"
    JUST_FREE = "just_free"
    PAUSED = "paused"
    AWAY = "away"
    OUTSIDE_HOURS = "outside_hours"
    NOT_NOW = "not_now"
    SESSION_DONE = "session_done"
    SAID_DONE = "said_done"
    SWITCHED_OFF = "switched_off"
    NUDGED = "nudged"


class Called(msgspec.Struct, frozen=True):
    """It is time: call the person.

    Attributes:
        reminders: ids of all that are called for, the one that was due first at the head.
        routine: what Start opens: a routine's id, or `roster.CHOOSE`.
        present_for: how long the person has been there without a break.
        waited: how long it had been due.
        late_because: what it waited for, in the order in which it came.
        softly: nobody answered the first time.
        may_speak: whether no microphone, camera or conversation is live, heeded or not.
    """

    reminders: tuple[str, ...]
    routine: str
    present_for: Ms
    waited: Ms
    late_because: tuple[Why, ...]
    softly: bool
    may_speak: bool


class Held(msgspec.Struct, frozen=True):
    """A reminder is due and waits; `why` names what was not yet known to be in the way."""

    reminder: str
    why: tuple[Why, ...]


class Skipped(msgspec.Struct, frozen=True):
    """A reminder that was due is so no more."""

    reminder: str
    why: Why


class BreakTaken(msgspec.Struct, frozen=True):
    """The person was away, did a session, or says so: all counts begin anew.

    Attributes:
        reminders: ids of those that were due and are so no more.
        why: `AWAY`, `SESSION_DONE` or `SAID_DONE`.
    """

    reminders: tuple[str, ...]
    why: Why


class Shrunk(msgspec.Struct, frozen=True):
    """Nobody answered: the card goes to the tray and its reminders stay due."""

    reminders: tuple[str, ...]
    comes_back: bool


class Withdrawn(msgspec.Struct, frozen=True):
    """The card must go: the person left, is in a conversation, or has decided elsewhere."""

    reminders: tuple[str, ...]
    why: Why


class Snoozed(msgspec.Struct, frozen=True):
    """The person wants to be called again later, or left a session that was hardly begun.

    Attributes:
        reminders: ids of those that are put off; wait: for how long.
        is_said: the person said so; leaving a session says nothing of its call.
    """

    reminders: tuple[str, ...]
    wait: Ms
    is_said: bool = True


class SessionWanted(msgspec.Struct, frozen=True):
    """The person said Start: open this routine."""

    reminders: tuple[str, ...]
    routine: str


class Paused(msgspec.Struct, frozen=True):
    """The person wants to be left alone for a while."""


class PauseEnded(msgspec.Struct, frozen=True):
    """The pause is over, by itself or by hand."""


ReminderEvent = (
    Called
    | Held
    | Skipped
    | BreakTaken
    | Shrunk
    | Withdrawn
    | Snoozed
    | SessionWanted
    | Paused
    | PauseEnded
)
