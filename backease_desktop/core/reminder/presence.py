"""Presence: what the desktop says about the person at one moment."""

from collections.abc import Set
from enum import StrEnum

import msgspec

from backease_desktop.core.units import Ms


class BusyReason(StrEnum):
    """Why a person should be left alone."""

    CONVERSATION = "call"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    SCREEN_SHARED = "screen_shared"
    FULL_SCREEN = "full_screen"
    DO_NOT_DISTURB = "do_not_disturb"
    SESSION = "session"


TALKING: Set[BusyReason] = frozenset(
    {BusyReason.CONVERSATION, BusyReason.CAMERA, BusyReason.MICROPHONE, BusyReason.SCREEN_SHARED}
)
"""Reasons that show a person to be there with the hands in the lap, and others looking on."""

UNTOLD: Set[BusyReason] = frozenset({BusyReason.CONVERSATION, BusyReason.SCREEN_SHARED})
"""Reasons that no system tells of by itself: its microphone and its camera do. They stand in files,
and nobody is asked about them."""


class Presence(msgspec.Struct, frozen=True):
    """One reading of all sources.

    Attributes:
        idle: since the last input of any kind, in milliseconds.
        locked: whether the screen is locked.
        busy: every reason that is true now, whether or not the roster cares for it.
        typing_idle: since the last key press; None where a source cannot tell keys from the
            pointer, and then `idle` stands in.
    """

    idle: Ms = Ms(0)
    locked: bool = False
    busy: frozenset[BusyReason] = frozenset()
    typing_idle: Ms | None = None

    @property
    def since_typing(self) -> Ms:
        """Since the last key press, as far as it is known."""
        return self.idle if self.typing_idle is None else self.typing_idle
