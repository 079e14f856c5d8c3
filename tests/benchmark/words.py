"""Row "first word": from Enter to the first spoken word, as the sound server's recording has it.

The key is a real one, pressed through the X server at a home page that was just opened; its time
is read before it is pressed. The recording shows when the first tone begins, which is sharp; the
grammar of cues says how much later its word does. The event log is asked as well.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from backease_desktop.core.timeline.segments import CueKind
from backease_desktop.core.timeline.voicing import AFTER_TONE, TONE_OF
from backease_desktop.core.tones import TONE_LENGTH
from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target, median_figure
from tests.benchmark.installed import installed
from tests.benchmark.program import app, make_profile, monotonic_ms
from tests.benchmark.stage import NotHereError, Stage, require, wait_for

COLD, WARM = Target(450), Target(300)
LOOKED = 2.0
"""Seconds that the person looks at the home page before pressing Enter."""


def first_word(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Milliseconds from Enter to the first word."""
    part = "Enter to first word"
    require("xdotool")
    if not null_sink.available():
        raise NotHereError("needs pulseaudio, parec and pactl")
    python = installed(folder)
    with Stage(folder) as stage, NullSink(folder) as sink:
        kept = make_profile(folder / "profile")
        _measured(stage, sink, kept, python)  # what it keeps is kept from now on
        for name, is_first, target in (
            ("the first start ever", True, COLD),
            ("any other start", False, WARM),
        ):
            heard, told = [], []
            for turn in range(3 if quick else 9):
                profile = make_profile(folder / f"new-{turn}") if is_first else kept
                by_recording, by_log = _measured(stage, sink, profile, python)
                heard.append(by_recording)
                told.append(by_log)
            yield median_figure(part, f"{name}: recorded", heard, "ms", target)
            yield median_figure(part, f"{name}: by the event log", told, "ms")


def _measured(stage: Stage, sink: NullSink, profile: Path, python: str) -> tuple[float, float]:
    """Milliseconds to the first word, by the recording and by the event log."""
    around = stage.environment | sink.environment
    with sink.record() as recording, app(around, profile, python=python) as program:
        program.wait_for("window_shown")
        time.sleep(LOOKED)
        pressed_ms = monotonic_ms()
        stage.xdotool("key", "Return")
        began_ms = program.wait_for("session_started")["mono_ms"]
        cue = program.wait_for("cue")
        if cue["started_ms"] is None:
            raise RuntimeError("the first cue was not heard")
        until = time.monotonic() + 0.5
        wait_for(lambda: time.monotonic() > until, "half a second passed")
    tone = TONE_OF.get(CueKind(cue["kind"]))
    lead = TONE_LENGTH[tone] + AFTER_TONE if tone else 0
    heard = [onset for onset in recording.onsets() if onset > pressed_ms]
    if not heard:
        raise RuntimeError("the first cue was not recorded")
    return heard[0] - pressed_ms + lead, began_ms + cue["started_ms"] - pressed_ms + lead
