"""Is the first sentence of a session heard? Starts in a row, on a sink that sleeps before each.

A sink without listeners works in blocks of two seconds, so it asks a new stream for its first
frames, and then for one or two seconds for nothing: as a Bluetooth or USB device does that wakes.
The recording listens as lazily, so that it does not keep the sink awake. Two witnesses: the event
log, in which a first cue that was thrown away has no moment, and the recording.
"""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target, median_figure
from tests.benchmark.lateness import SHORT_ROUTINE, busy_cores
from tests.benchmark.program import app, make_profile
from tests.benchmark.stage import NotHereError, wait_for

LAZY_MS = 2_000
"""Latency of a recording that lets the sink sleep."""
SLEEPY_MS = 300
"""A sink that answers sooner than this after the window was shown did not sleep."""


def starts(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Starts of which the first sentence was lost, at rest and with every core busy."""
    if not null_sink.available():
        raise NotHereError("needs pulseaudio, parec and pactl")
    cores = os.cpu_count() or 1
    home = {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    with NullSink(folder) as sink:
        around = os.environ | home | sink.environment
        profile = make_profile(folder / "profile")
        _started(sink, around, profile)  # its clips are kept from now on
        for busy, name in ((0, "at rest"), (cores, f"{cores} cores busy")):
            with busy_cores(busy):
                rows = [_started(sink, around, profile) for _ in range(3 if quick else 20)]
            yield from _figures(f"First sentence, {name}", rows)


def _figures(part: str, rows: Sequence[tuple[bool, bool, float]]) -> Iterator[Figure]:
    note = f"of {len(rows)} starts"
    unwritten = sum(not is_written for is_written, _, _ in rows)
    unheard = sum(not is_heard for _, is_heard, _ in rows)
    waits = [wait for _, _, wait in rows]
    asleep = sum(wait > SLEEPY_MS for wait in waits)
    yield Figure(part, "lost, by the event log", unwritten, "", Target(0), note)
    yield Figure(part, "lost, by the recording", unheard, "", Target(0), note)
    yield Figure(part, "on a sink that slept", asleep, "", None, note)
    yield median_figure(part, "window to first segment", waits, "ms")


def _started(
    sink: NullSink, environment: dict[str, str], profile: Path
) -> tuple[bool, bool, float]:
    """Whether the first cue has a moment, whether it is recorded, and how long the start took."""
    with (
        sink.record(latency_ms=LAZY_MS) as recording,
        app(environment, profile, "--start", SHORT_ROUTINE) as program,
    ):
        shown_ms = program.wait_for("window_shown")["mono_ms"]
        began_ms = program.wait_for("session_started")["mono_ms"]
        cue = program.wait_for("cue")
        # What sounds in the first second after that has arrived two blocks later.
        until = time.monotonic() + 1 + 2 * LAZY_MS / 1000
        wait_for(lambda: bool(recording.onsets()) or time.monotonic() > until, "a recording")
    return cue["started_ms"] is not None, bool(recording.onsets()), began_ms - shown_ms
