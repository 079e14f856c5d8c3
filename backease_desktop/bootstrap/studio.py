"""What this machine lends to sessions: a clock, a voice, and sound."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.silent import SilentOutput
from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.controllers.ports import Clock, Speaker
from backease_desktop.core.units import Ms
from backease_desktop.own_program import speech_command
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.renderer import ClipRenderer

CLIP_CACHE_LIMIT = 64 * 1024 * 1024
"""Bytes of rendered speech that are kept on disk: some twenty-five minutes of it."""

LONGEST_STEP = Ms(1_000)
"""Well below the gap that a player takes for sleep."""

_SOUND_ENDS_WITHIN = Ms(300)


@dataclass(frozen=True, slots=True)
class Studio:
    """What sessions are spoken, heard and timed with.

    Attributes:
        speed: how many times faster than a real clock this one runs.
    """

    clock: Clock
    renderer: Speaker
    output: SoundOutput | SilentOutput
    speed: float = 1.0

    def close(self) -> None:
        """Let go of voice and sound."""
        self.renderer.close()
        self.output.finish(_SOUND_ENDS_WITHIN)


class FastClock:
    """A clock on which time passes faster, but never in leaps.

    A busy computer may not be looked at for a moment; at a hundred times the speed that would look
    like sleep, and the session would wait for a person who only wanted to see it pass.
    """

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._real = clock()
        self._now = float(self._real)

    def __call__(self) -> Ms:
        """The time; at most `LONGEST_STEP` later than when it was asked before."""
        real = clock()
        self._now += min((real - self._real) * self._speed, LONGEST_STEP)
        self._real = real
        return Ms(round(self._now))


def studio_here(shelf: Shelf, owner: QObject, *, mute: bool = False, speed: float = 1.0) -> Studio:
    """The studio of this machine.

    Args:
        shelf: has the clips that come along, and the folder for those that are rendered.
        owner: owns all the objects.
        mute: no sound at all.
        speed: how many times faster than the clock time passes; anything but 1 needs `mute`.
    """
    studio_clock = clock if speed == 1.0 else FastClock(speed)
    cache = ClipCache(shelf.kept.folders.cache / "clips", limit=CLIP_CACHE_LIMIT)
    renderer = ClipRenderer(cache=cache, pack=shelf.pack, command=speech_command(), parent=owner)
    output: SoundOutput | SilentOutput
    if mute:
        output = SilentOutput(clock=studio_clock, parent=owner)
    else:
        output = SoundOutput(clock=studio_clock, parent=owner)
    return Studio(studio_clock, renderer, output, speed)
