"""The composition root: names every concrete adapter, reads the clocks, puts the program together.

The functions read from top to bottom: what is on the shelf (catalogue, settings, profile), what
runs a session (voice, sound, controllers), and the window around it. Nothing starts by itself.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.silent import SilentOutput
from backease_desktop.audio.tones import tone
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.preferences import Preferences, preferences_of
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.renderer import ClipRenderer
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.model_file import ModelFile
from backease_desktop.storage.paths import Folders, bundled, folders
from backease_desktop.storage.wording_files import load_wording
from backease_desktop.system.keep_awake import ScreenAwake

DEFAULT_ROUTINE = "desk-chair-2"
CLIP_CACHE_LIMIT = 64 * 1024 * 1024
"""Bytes of rendered speech that are kept on disk: some twenty-five minutes of it."""


def clock() -> Ms:
    """The monotonic clock."""
    return Ms(time.monotonic_ns() // 1_000_000)


def today() -> date:
    """The local date."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that is read from files at a start.

    Attributes:
        problems: a sentence for each thing that could not be used.
    """

    folders: Folders
    catalogue: Catalogue
    wording: Wording
    settings: Settings
    profile: Profile
    settings_file: ModelFile[Settings]
    profile_file: ModelFile[Profile]
    problems: tuple[str, ...]

    @property
    def preferences(self) -> Preferences:
        """What a session is compiled with today."""
        return preferences_of(self.settings, self.profile, self.profile.is_new(today()))


def open_shelf(profile_folder: Path | None) -> Shelf:
    """Read everything; whatever cannot be used is named and left out.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    places = folders(profile_folder)
    settings_file = ModelFile(places.config / "settings.json", Settings)
    profile_file = ModelFile(places.data / "profile.json", Profile)
    settings, profile = settings_file.read(), profile_file.read()
    packs = places.data / "packs"
    own = sorted(path for path in packs.iterdir() if path.is_dir()) if packs.is_dir() else []
    shipped = bundled("catalogue")
    loaded = load_catalogue(shipped, own, cache=places.cache)
    return Shelf(
        folders=places,
        catalogue=loaded.catalogue,
        wording=load_wording(shipped / "wording"),
        settings=settings.value,
        profile=profile.value,
        settings_file=settings_file,
        profile_file=profile_file,
        problems=(
            *settings.problems,
            *profile.problems,
            *(str(problem) for problem in loaded.problems),
        ),
    )


def open_event_log(path: Path | None, read_clock: Callable[[], Ms]) -> EventLogFile | NoEventLog:
    """The event log, or one that writes nothing.

    Raises:
        OSError: the file cannot be opened.
    """
    return NoEventLog() if path is None else EventLogFile(path, read_clock)


def voice_command() -> list[str]:
    """How the process that speaks is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--speech-child"]
    return [sys.executable, "-m", "backease_desktop.speech.child"]


@dataclass(frozen=True, slots=True)
class Session:
    """What runs sessions."""

    controller: SessionController
    settings: SettingsController
    renderer: ClipRenderer
    output: SoundOutput | SilentOutput
    track: SoundTrack

    def close(self) -> None:
        """End whatever is on."""
        self.controller.stop()
        self.renderer.close()
        self.output.close()


def build_session(
    shelf: Shelf,
    log: EventLogFile | NoEventLog,
    app: QCoreApplication,
    *,
    mute: bool = False,
    speed: float = 1.0,
) -> Session:
    """Put together what runs sessions.

    Args:
        shelf: what was read.
        log: the event log.
        app: owns all the objects.
        mute: no sound at all.
        speed: how many times faster than the clock time passes; anything but 1 needs `mute`.
    """
    begin = clock()

    def session_clock() -> Ms:
        return clock() if speed == 1.0 else Ms(round(begin + (clock() - begin) * speed))

    settings = SettingsController(
        settings=shelf.settings,
        profile=shelf.profile,
        settings_store=shelf.settings_file,
        profile_store=shelf.profile_file,
        today=today(),
        parent=app,
    )
    cache = ClipCache(shelf.folders.cache / "clips", limit=CLIP_CACHE_LIMIT)
    renderer = ClipRenderer(cache=cache, command=voice_command(), parent=app)
    output: SoundOutput | SilentOutput
    if mute:
        output = SilentOutput(clock=session_clock, parent=app)
    else:
        output = SoundOutput(clock=session_clock, parent=app)
    track = SoundTrack(output=output, tone=tone, parent=app)
    rehearsal = Rehearsal(
        speaker=renderer,
        track=track,
        estimate=estimate,
        catalogue=shelf.catalogue,
        wording=shelf.wording,
        settings=settings,
        parent=app,
    )
    controller = SessionController(
        clock=session_clock,
        catalogue=shelf.catalogue,
        settings=settings,
        speaker=renderer,
        track=track,
        rehearsal=rehearsal,
        awake=ScreenAwake(),
        log=log,
        speed=speed,
        parent=app,
    )
    return Session(controller, settings, renderer, output, track)
