"""The tones the program has a use for, and how long each one sounds.

The samples are made in `audio.tones`; the cue compiler only needs the lengths, so they stand here
as plain numbers and a test holds both equal. A tone tells the kind of a cue: whoever misses the
word, or has no voice at all, still knows what to do.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from backease_desktop.core.units import Ms


class ToneName(StrEnum):
    """One tone for each kind of moment."""

    START = "start"
    SWITCH = "switch"
    RELAX = "relax"
    COUNT = "count"
    TICK = "tick"
    NEXT = "next"
    REST = "rest"
    REP = "rep"
    RELEASE = "release"
    BREATHE_IN = "breathe_in"
    BREATHE_OUT = "breathe_out"
    HALFWAY = "halfway"
    PAUSE = "pause"
    RESUME = "resume"
    DONE = "done"
    WARN = "warn"


TONE_LENGTH: Final[Mapping[ToneName, Ms]] = MappingProxyType(
    {
        ToneName.START: Ms(170),
        ToneName.SWITCH: Ms(180),
        ToneName.RELAX: Ms(180),
        ToneName.COUNT: Ms(90),
        ToneName.TICK: Ms(50),
        ToneName.NEXT: Ms(140),
        ToneName.REST: Ms(180),
        ToneName.REP: Ms(80),
        ToneName.RELEASE: Ms(120),
        ToneName.BREATHE_IN: Ms(180),
        ToneName.BREATHE_OUT: Ms(180),
        ToneName.HALFWAY: Ms(130),
        ToneName.PAUSE: Ms(160),
        ToneName.RESUME: Ms(160),
        ToneName.DONE: Ms(680),
        ToneName.WARN: Ms(180),
    }
)
"""Length of every tone; at most 180 ms, except for the end of a session."""
