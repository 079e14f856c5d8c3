"""Whole sessions, recorded from a sound server without a card and read by a small recogniser.

    python -m tests.speech.session_heard --python ENVIRONMENT/bin/python [ROUTINE …]

where the environment has what `hearing.NEEDED` names. Each routine is played in real time by the
terminal player, as somebody hears it who has met nothing yet; all of them at once. Then every cue
that the event log says was said is cut out of the recording and read by itself, without a hint,
and set beside what should have been said, and when. Prints a table and what was not understood.

Rules:
    * A cue is cut where the log says that it began, and ends where the next one begins: words in
      the wrong place are not found.
    * Its moment is that of its first loud sample, against the moment that the timeline wanted.
    * A cue that was not said at all is lost, whatever the reason, and makes the exit code 1.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.audio.null_sink import RATE, NullSink, Recording
from tests.benchmark.program import make_profile
from tests.speech.word_errors import Heard, compare

ROUTINES = ("desk-chair-2", "mat-12", "core-strength")
LEADING = ("movement", "start", "switch", "landmark", "relax")
"""Kinds of cues without which nobody can follow: told apart in the sums."""
LONGEST_MS = 12_000
LOUD = 300
BEFORE_MS, AFTER_MS = 60, 250
SILENCE = b"\0\0" * (RATE // 2)


@dataclass(frozen=True, slots=True)
class Said:
    """A cue as it was recorded.

    Attributes:
        late_ms: its first sample against the moment that was wanted; None where it was lost.
        wav: its part of the recording.
    """

    routine: str
    kind: str
    text: str
    late_ms: float | None
    wav: Path


def play(routine: str, folder: Path) -> list[Said]:
    """Play a routine to its end, and cut the recording."""
    folder.mkdir()
    log = folder / "events.jsonl"
    profile = make_profile(folder / "profile")
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(profile)]
    planned = json.loads(subprocess.check_output([*command, "timeline", routine, "--json"]))
    spoken = {
        cue["at_ms"]
        for segment in planned["segments"]
        for cue in segment["cues"]
        if cue["channel"] == "voice"
    }
    command += ["--event-log", str(log), "play", routine, "--text"]
    with NullSink(folder) as sink, sink.record() as recording:
        around = os.environ | sink.environment
        subprocess.run(command, env=around, check=True, stdout=subprocess.DEVNULL)
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    began = next(event["mono_ms"] for event in events if event["event"] == "session_started")
    cues = [event for event in events if event["event"] == "cue"]
    ends = [after["due_ms"] for _, after in pairwise(cues)] + [cues[-1]["due_ms"] + LONGEST_MS]
    return [
        _cut(recording, routine, began, cue, end, folder / f"{number}.wav")
        for number, (cue, end) in enumerate(zip(cues, ends, strict=True))
        if cue["due_ms"] in spoken  # the words of a tone are a caption
    ]


def _cut(
    recording: Recording, routine: str, began: float, cue: dict[str, object], end: int, wav: Path
) -> Said:
    due, started = cue["due_ms"], cue["started_ms"]
    assert isinstance(due, int)
    kind, text = str(cue["kind"]), str(cue["text"])
    if not isinstance(started, int):
        return Said(routine, kind, text, None, wav)
    first = _sample_at(recording, began + started - BEFORE_MS)
    last = _sample_at(recording, began + min(end - BEFORE_MS, started + LONGEST_MS))
    samples = recording.samples[first:last]
    loud = [place for place, value in enumerate(samples) if abs(value) > LOUD]
    if not loud:
        return Said(routine, kind, text, None, wav)
    with wave.open(str(wav), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        heard = samples[: loud[-1] + AFTER_MS * RATE // 1000]
        file.writeframes(SILENCE + heard.tobytes() + SILENCE)
    return Said(routine, kind, text, recording.time_of(first + loud[0]) - began - due, wav)


def _sample_at(recording: Recording, moment: float) -> int:
    low, high = 0, len(recording.samples)
    while low < high:
        middle = (low + high) // 2
        if recording.time_of(middle) < moment:
            low = middle + 1
        else:
            high = middle
    return low


def read(said: Iterable[Said], python: Path) -> dict[Path, Heard]:
    """What the recogniser makes of each cue that was said."""
    texts = {str(one.wav): one.text for one in said if one.late_ms is not None}
    hearing = Path(__file__).with_name("hearing.py")
    done = subprocess.run(
        [python, hearing, Path(tempfile.gettempdir()) / "backease-hearing"],
        input=json.dumps(list(texts)),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found = {}
    for line in done.stdout.splitlines():
        reply = json.loads(line)
        found[Path(reply["wav"])] = compare([texts[reply["wav"]]], reply["words"])[0]
    return found


def row(routine: str, said: Sequence[Said], heard: dict[Path, Heard]) -> str:
    """The sums of a routine in a line."""
    late = sorted(one.late_ms for one in said if one.late_ms is not None)
    results = [(one, heard[one.wav]) for one in said if one.wav in heard]
    middle, most = statistics.median(late), late[len(late) * 95 // 100]
    words = sum(result.words for _, result in results)
    errors = sum(result.errors for _, result in results)
    kinds = []
    for kind in LEADING:
        right = [result.errors == 0 for one, result in results if one.kind == kind]
        if right:
            kinds.append(f"{kind} {sum(right)}/{len(right)}")
    return (
        f"{routine}: {len(late)} of {len(said)} cues said, late by {middle:.0f} ms in the "
        f"middle, by {most:.0f} at most in 95 of 100, by {late[-1]:.0f} at most; "
        f"{len(results)} read: {words} words, {errors} wrong = {errors / max(1, words):.1%}; "
        f"every word right: {', '.join(kinds)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Play, read, and say what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--python", type=Path, required=True, help="of the recogniser")
    parser.add_argument("--leading", action="store_true", help=f"read only {', '.join(LEADING)}")
    parser.add_argument("routines", nargs="*", default=ROUTINES, metavar="ROUTINE")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        played = list(pool.map(lambda name: play(name, Path(folder, name)), options.routines))
        everything = [one for said in played for one in said]
        wanted = [one for one in everything if one.kind in LEADING or not options.leading]
        heard = read(wanted, options.python)
        for routine, said in zip(options.routines, played, strict=True):
            print(row(routine, said, heard))
            for one in said:
                if one.late_ms is None:
                    print(f"  lost: {one.kind}: {one.text}")
                elif one.wav in heard and heard[one.wav].errors:
                    print(f"  {one.kind}: {one.text} -> {heard[one.wav].text}")
    return 1 if any(one.late_ms is None for said in played for one in said) else 0


if __name__ == "__main__":
    sys.exit(main())
