"""`backease say TEXT`: one phrase, spoken or written to a file."""

import argparse
import sys
import wave
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.desktop import screen_awake
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import build_settings
from backease_desktop.bootstrap.playing import Playing, build_playing
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.bootstrap.signals import EndSignals
from backease_desktop.bootstrap.studio import studio_here
from backease_desktop.controllers.door import Door
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.voice import Voice, VoiceChoice
from backease_desktop.diagnostics.event_log import NoEventLog

_AFTER_MS = 250
"""Time for the sound device to play what it has taken before it is closed."""

_PATIENCE_MS = 5_000
"""How long a device may take beyond the phrase: some open, and then ask for nothing."""


def say(options: argparse.Namespace) -> int:
    """Speak a phrase, or write it to a file."""
    if not options.text.strip():
        raise ReportedError("there is nothing to say; give a phrase in quotes")
    shelf = open_shelf(options.profile)
    chosen = shelf.kept.settings.voice
    is_natural = shelf.pack is not None and options.voice == shelf.pack.voice.id
    voice = VoiceChoice(
        None if is_natural else options.voice or shelf.voice.id, options.rate or chosen.rate_wpm
    )
    app = QCoreApplication(sys.argv[:1])
    journal = open_journal(shelf.kept, partial(print, file=sys.stderr), app)
    playing = build_playing(
        shelf,
        build_settings(shelf.kept, journal, app),
        NoEventLog(),
        journal,
        Door(shelf.catalogue, journal, today, app),
        screen_awake(app),
        studio_here(shelf, app),
        app,
    )
    failure: list[str] = []

    def on_failed(_text: str, reason: str) -> None:
        failure.append(reason)
        app.quit()

    def on_no_sound(reason: str) -> None:
        failure.append(f"no sound: {reason}; --out FILE.wav writes a file instead")
        app.quit()

    def on_ready(_text: str, clip: Clip) -> None:
        if options.out is None:
            _play(playing, clip, chosen.volume / 100, app)
            patience = clip.length + _PATIENCE_MS
            QTimer.singleShot(patience, lambda: on_no_sound("the sound device takes none"))
            return
        try:
            write_wave(options.out, clip)
        except OSError as error:
            failure.append(f"{options.out}: cannot be written ({error.strerror})")
        app.quit()

    EndSignals(app).end_requested.connect(app.quit)
    playing.studio.output.lost.connect(on_no_sound)

    def ask() -> None:
        ticket = playing.studio.renderer.ask([options.text], voice)
        ticket.ready.connect(on_ready)
        ticket.failed.connect(on_failed)

    def on_listed(voices: tuple[Voice, ...]) -> None:
        ids = [each.id for each in voices]
        if wanted.partition("+")[0] in ids:  # gmw/en-us+f3 is a variant of one that is listed
            ask()
        else:
            failure.append(unknown_voice(wanted, ids))
            app.quit()

    # The renderer takes another voice for one that is not there, and so do sessions. Who asks for
    # one by its name wants that one.
    wanted = options.voice or ""
    if wanted and not is_natural:
        playing.studio.renderer.list_voices().ready.connect(on_listed)
    else:
        ask()
    app.exec()
    playing.close()
    if failure:
        raise ReportedError(failure[0])
    return 0


def unknown_voice(wanted: str, ids: Sequence[str]) -> str:
    """What a person is told who asks for a voice that is not there."""
    near = get_close_matches(wanted, ids, n=3, cutoff=0.5) or ids[:3]
    there = f"there are {len(ids)}, such as {', '.join(near)}" if near else "there is none here"
    return f"no voice has the id {wanted!r}; {there}"


def _play(playing: Playing, clip: Clip, volume: float, app: QCoreApplication) -> None:
    output = playing.studio.output
    output.opened.connect(lambda: output.play(clip, None, voice=True, volume=volume, token=0))
    output.started.connect(lambda *_: QTimer.singleShot(clip.length + _AFTER_MS, app.quit))
    output.open()


def write_wave(path: Path, clip: Clip) -> None:
    """Write a clip as a WAV file.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("wb") as file, wave.open(file) as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SAMPLE_RATE)
        sound.writeframes(clip.samples)
