"""Sheets for blind listeners: what is said of each exercise, with its times and without its name.

    python -m tests.blind_listeners FOLDER [--size 7] [--seed 1] [--only ID,…] [--met N]

Writes `sheet-01.txt` and so on, in an order that the seed decides, and `key.json`, which a listener
must not see. A listener reads a sheet as if hearing it with closed eyes, and writes beside each
number what the body does. Somebody else then looks the answers up in `key.json`: an answer counts
if it fits the right movement and no other exercise.

The name is hidden, because it must not be needed: nobody knows beforehand what a "bird dog" is.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import single_exercise
from backease_desktop.core.catalogue.words import DoseLevel, Side, SideMode
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import Channel, SegmentKind
from backease_desktop.core.units import SECOND, Ms
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.wording_files import load_wording

CATALOGUE = Path(__file__).parents[1] / "catalogue"
HIDDEN = "(name)"
RATE = 150
REPETITIONS_SHOWN = 3
"""So many repetitions tell whether one can follow; the others say the same again."""

HOW_TO = """\
You lie, sit or stand with closed eyes and hear these words, at these times (minutes:seconds).
A name is hidden as (name), because it must not be needed. For each number write in one sentence
what the body does: in which position, what moves, which way, how far. Write "unclear" if you
would not know what to do. Do not look anything up.
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """Something heard: when (ms from the start of the session), and the words or the tone."""

    at: Ms
    words: str


def heard(
    exercise: Exercise, catalogue: Catalogue, wording: Wording, preferences: Preferences
) -> Iterator[Heard]:
    """What somebody hears of an exercise that they try by itself, its name hidden."""
    timeline = compile_timeline(
        single_exercise(exercise), catalogue, preferences, wording, lambda t: estimate(t, RATE)
    )
    for start, segment in zip(timeline.starts, timeline.segments, strict=True):
        if segment.kind in (SegmentKind.INTRO, SegmentKind.OUTRO):
            continue
        if REPETITIONS_SHOWN < (segment.rep or 0) < (segment.reps or 0):
            continue
        for cue in segment.cues:
            if cue.channel is Channel.VOICE and cue.text:
                yield Heard(Ms(start + cue.at), masked(cue.text, exercise))


def masked(words: str, exercise: Exercise) -> str:
    """The words with the exercise's names hidden."""
    for name in sorted({exercise.spoken_name, exercise.name}, key=len, reverse=True):
        words = re.sub(re.escape(name), HIDDEN, words, flags=re.IGNORECASE)
    return words


def sheet(numbered: Iterable[tuple[int, list[Heard]]]) -> str:
    """A sheet of some exercises, to be read by a listener."""
    parts = [HOW_TO]
    for number, told in numbered:
        lines = [f"{h.at // SECOND // 60}:{h.at // SECOND % 60:02}  {h.words}" for h in told]
        parts.append("\n".join([f"--- {number} ---", *lines, ""]))
    return "\n".join(parts)


def key_of(exercise: Exercise) -> dict[str, object]:
    """The right answer: what it is, and what it looks like."""
    figure = exercise.figure or {}
    keyframes = figure.get("keyframes")
    alts = [frame["alt"] for frame in keyframes.values()] if isinstance(keyframes, dict) else []
    return {"id": exercise.id, "name": exercise.name, "text": exercise.text, "looks": alts}


def preferences_for(exercise: Exercise, met: int) -> Preferences:
    """Those of somebody in the first week; where only one side is done, it has been named."""
    modes = {exercise.sides, *(p.sides for p in exercise.prescriptions)}
    affected = Side.RIGHT if SideMode.AFFECTED in modes else None
    return Preferences(
        dose=DoseLevel.GENTLE, rate_wpm=RATE, affected_side=affected, met={exercise.id: met}
    )


def main() -> None:
    """Write the sheets and the key."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=7, help="exercises on a sheet")
    parser.add_argument("--seed", type=int, default=1, help="decides the order")
    parser.add_argument("--only", default="", help="ids, with commas between")
    parser.add_argument("--met", type=int, default=0, help="how often it has been done before")
    asked = parser.parse_args()
    catalogue = load_catalogue(CATALOGUE).catalogue
    wording = load_wording(CATALOGUE / "wording")
    only = set(filter(None, asked.only.split(",")))
    chosen = [e for e in catalogue.exercises.values() if not only or e.id in only]
    random.Random(asked.seed).shuffle(chosen)
    numbered = list(enumerate(chosen, start=1))
    asked.folder.mkdir(parents=True, exist_ok=True)
    for place in range(0, len(numbered), asked.size):
        part = [
            (number, list(heard(e, catalogue, wording, preferences_for(e, asked.met))))
            for number, e in numbered[place : place + asked.size]
        ]
        file = asked.folder / f"sheet-{place // asked.size + 1:02}.txt"
        file.write_text(sheet(part), encoding="utf-8")
    key = {number: key_of(exercise) for number, exercise in numbered}
    text = json.dumps(key, indent=1, ensure_ascii=False)
    (asked.folder / "key.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
