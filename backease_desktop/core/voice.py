"""Which voice speaks and how fast: the words that settings, controllers and the renderer share.

The natural voice comes with the program as sound, at two paces. Every other voice is one of the
system's, and speaks at any number of words a minute.
"""

from enum import StrEnum

import msgspec

DEFAULT_RATE_WPM = 150
"""Understood best by recognisers at 150 to 170 words a minute; 200 doubles the errors."""

BRISK_FROM_WPM = 175
"""Where the natural voice becomes brisk. Its two paces speak some 160 and 200 words a minute."""


class Pace(StrEnum):
    """How fast the natural voice speaks."""

    CALM = "calm"
    BRISK = "brisk"


RATE_OF = {Pace.CALM: 150, Pace.BRISK: 190}
"""The words a minute that stand for a pace in the settings."""


def pace_of(rate_wpm: int) -> Pace:
    """The pace that comes nearest to so many words a minute."""
    return Pace.BRISK if rate_wpm >= BRISK_FROM_WPM else Pace.CALM


class Voice(msgspec.Struct, frozen=True):
    """A voice that this system has.

    Attributes:
        id: what the voice program calls it, for instance `gmw/en-us`.
        name: what a person calls it.
        languages: codes such as `en-us`, best first; may be empty.
    """

    id: str
    name: str
    languages: tuple[str, ...]


class VoiceChoice(msgspec.Struct, frozen=True):
    """A voice at a speed.

    Attributes:
        id: a `Voice.id`, or None for the natural voice; where it cannot say a phrase, the best
            English voice of the system does.
        rate_wpm: nominal words a minute.
    """

    id: str | None = None
    rate_wpm: int = DEFAULT_RATE_WPM
