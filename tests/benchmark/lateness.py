"""How late cues are: in a real session, at rest and with every core busy.

Two witnesses: the event log (when the sound output says that a cue was heard, against when it was
due) and a recording of the sound server (when a sound began). Early counts as late.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from backease_desktop.core.timeline.segments import CueKind
from backease_desktop.core.timeline.voicing import TONE_OF
from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.benchmark.figures import Figure, Target, median, percentile
from tests.benchmark.program import app, make_profile
from tests.benchmark.stage import NotHereError, Stage

ROUTINE, SHORT_ROUTINE = "at-work", "desk-chair-2"
LIMIT = Target(40)
NEAR_MS = 250
"""A recorded sound belongs to a cue that was due this near."""
LONGEST = 400.0
"""Seconds that busy loops run at most, if nobody ends them."""
BUSY = f"""
import time
end = time.monotonic() + {LONGEST}
while time.monotonic() < end:
    sum(range(5000))
"""


def lateness(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Lateness of cues in the window, or in the terminal where there can be no window."""
    if not null_sink.available():
        raise NotHereError("needs pulseaudio, parec and pactl")
    routine = SHORT_ROUTINE if quick else ROUTINE
    cores = os.cpu_count() or 1
    with ExitStack() as stack:
        sink = stack.enter_context(NullSink(folder))
        try:
            around = stack.enter_context(Stage(folder)).environment
            words = ["--start", routine]
        except NotHereError:
            around, words = dict(os.environ), ["play", routine, "--text"]
        for busy, name in ((0, "at rest"), (cores, f"{cores} cores busy")):
            profile = make_profile(folder / f"profile-{busy}")
            with (
                busy_cores(busy),
                sink.record() as recording,
                app(around | sink.environment, profile, *words) as program,
            ):
                ended = program.wait_for("session_ended", LONGEST)
                cues = program.events("cue")
                began_ms = program.events("session_started")[0]["mono_ms"]
            if not ended["finished"]:
                raise RuntimeError(f"{routine} did not come to its end")
            yield from _figures(f"Lateness, {name}", cues, began_ms, recording.onsets())


@contextmanager
def busy_cores(number: int) -> Iterator[None]:
    """Keep so many cores busy."""
    loops = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(number)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def matched(dues: Sequence[float], onsets: Sequence[float]) -> list[float]:
    """How late the sound nearest to each moment was; moments without a sound near are left out."""
    found = []
    for due in dues:
        near = min((onset - due for onset in onsets), key=abs, default=float("inf"))
        if abs(near) <= NEAR_MS:
            found.append(near)
    return found


def _figures(
    part: str, cues: list[dict[str, Any]], began_ms: int, onsets: Sequence[float]
) -> Iterator[Figure]:
    heard = [cue for cue in cues if cue["started_ms"] is not None]
    said = [cue["started_ms"] - cue["due_ms"] for cue in heard]
    yield from _three(part, "by the event log", said, len(cues), LIMIT)
    # Only a tone begins so sharply that a recording shows when.
    tones = [began_ms + cue["due_ms"] for cue in heard if CueKind(cue["kind"]) in TONE_OF]
    yield from _three(part, "by the recording", matched(tones, onsets), len(tones), LIMIT)
    yield Figure(part, "cues left out as too late", len(cues) - len(heard), "", Target(0))


def _three(
    part: str, witness: str, late: list[float], among: int, target: Target | None
) -> Iterator[Figure]:
    if not late:
        yield Figure(part, f"{witness}: p95", None, "ms", target, f"none of {among} cues")
        return
    sizes = [abs(value) for value in late]
    note = f"{len(late)} of {among} cues"
    yield Figure(part, f"{witness}: median", median(late), "ms", None, note, tuple(late))
    yield Figure(part, f"{witness}: p95", percentile(sizes, 0.95), "ms", target)
    yield Figure(part, f"{witness}: max", max(sizes), "ms")
