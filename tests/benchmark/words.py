"""From Enter to the first spoken word, with nothing rendered before and with everything.

The key is a real one, pressed through the X server at a home page that was just opened; its time
is read before it is pressed. The event log tells when the first cue's tone is heard, the grammar
of cues how much later its word begins; the recording of the sound server is asked as well.
"""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from backease_desktop.core.timeline.segments import CueKind
from backease_desktop.core.timeline.voicing import AFTER_TONE, TONE_OF
from backease_desktop.core.tones import TONE_LENGTH
from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target, median_figure
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
    with Stage(folder) as stage, NullSink(folder) as sink:
        profile = make_profile(folder / "profile")
        _measured(stage, sink, profile)  # what the first session ever does is no clip's fault
        for name, is_cold, target in (
            ("no clip kept", True, COLD),
            ("all clips kept", False, WARM),
        ):
            words, sounds = [], []
            for _ in range(3 if quick else 7):
                if is_cold:
                    shutil.rmtree(profile / "cache" / "clips", ignore_errors=True)
                word, sound = _measured(stage, sink, profile)
                words.append(word)
                sounds.append(sound)
            yield median_figure(part, name, words, "ms", target)
            yield median_figure(part, f"{name}: first tone, as recorded", sounds, "ms")


def _measured(stage: Stage, sink: NullSink, profile: Path) -> tuple[float, float]:
    """Milliseconds to the first word, and to the first sound of the recording."""
    around = stage.environment | sink.environment
    with sink.record() as recording, app(around, profile) as program:
        program.wait_for("window_shown")
        time.sleep(LOOKED)
        pressed_ms = monotonic_ms()
        stage.xdotool("key", "Return")
        began_ms = program.wait_for("session_started")["mono_ms"]
        cue = program.wait_for("cue")
        if cue["started_ms"] is None:
            raise RuntimeError("the first cue was not heard")
        tone_ms = began_ms + cue["started_ms"] - pressed_ms
        until = time.monotonic() + 0.5
        wait_for(lambda: time.monotonic() > until, "half a second passed")
    tone = TONE_OF.get(CueKind(cue["kind"]))
    lead = TONE_LENGTH[tone] + AFTER_TONE if tone else 0
    heard = [onset for onset in recording.onsets() if onset > pressed_ms]
    return tone_ms + lead, (heard[0] - pressed_ms if heard else float("nan"))
