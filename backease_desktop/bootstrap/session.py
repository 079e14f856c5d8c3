"""What runs sessions: voice, sound, and the controllers that use them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.silent import SilentOutput
from backease_desktop.audio.tones import tone
from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.controllers.awake import keep_awake
from backease_desktop.controllers.hurting import Hurting
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.own_program import speech_command
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.renderer import ClipRenderer
from backease_desktop.system.keep_awake.screen_awake import ScreenAwake

CLIP_CACHE_LIMIT = 64 * 1024 * 1024
"""Bytes of rendered speech that are kept on disk: some twenty-five minutes of it."""

_SOUND_ENDS_WITHIN = Ms(300)

LONGEST_STEP = Ms(1_000)
"""Well below the gap that a player takes for sleep."""


@dataclass(frozen=True, slots=True)
class Session:
    """What runs sessions."""

    controller: SessionController
    hurting: Hurting
    rehearsal: Rehearsal
    renderer: ClipRenderer
    output: SoundOutput | SilentOutput
    track: SoundTrack

    def close(self) -> None:
        """End whatever is on."""
        self.controller.stop()
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


def build_session(
    shelf: Shelf,
    settings: SettingsController,
    log: EventLogFile | NoEventLog,
    awake: ScreenAwake,
    owner: QObject,
    *,
    mute: bool = False,
    speed: float = 1.0,
) -> Session:
    """Put together what runs sessions.

    Args:
        shelf: what was read.
        settings: the settings and the profile.
        log: the event log.
        awake: keeps the screen on.
        owner: owns all the objects.
        mute: no sound at all.
        speed: how many times faster than the clock time passes; anything but 1 needs `mute`.
    """
    session_clock = clock if speed == 1.0 else FastClock(speed)
    cache = ClipCache(shelf.kept.folders.cache / "clips", limit=CLIP_CACHE_LIMIT)
    renderer = ClipRenderer(cache=cache, pack=shelf.pack, command=speech_command(), parent=owner)
    output: SoundOutput | SilentOutput
    if mute:
        output = SilentOutput(clock=session_clock, parent=owner)
    else:
        output = SoundOutput(clock=session_clock, parent=owner)
    track = SoundTrack(output=output, tone=tone, parent=owner)
    rehearsal = Rehearsal(
        speaker=renderer,
        track=track,
        speaking_time=shelf.speaking_time,
        catalogue=shelf.catalogue,
        wording=shelf.wording,
        settings=settings,
        parent=owner,
    )
    controller = SessionController(
        clock=session_clock,
        catalogue=shelf.catalogue,
        settings=settings,
        track=track,
        rehearsal=rehearsal,
        log=log,
        speed=speed,
        parent=owner,
    )
    keep_awake(controller, settings, awake)
    hurting = Hurting(controller, shelf.catalogue, owner)
    return Session(controller, hurting, rehearsal, renderer, output, track)
