"""Whole sessions as they are written out in `written_scripts.txt`, to the millisecond.

There every phrase takes one second, and everything else is as it is chosen for whoever chooses
nothing. A line at the margin is a segment: kind, milliseconds, side, motion, keyframes,
repetition, set. Below it stand its cues: moment, kind, tone, phrases; what is only shown stands
in brackets. Each line was read against the rules: who changes a rule changes the lines it means.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Source, catalogue_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import Segment, Timeline
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import english, exercise, routine

_WAVES = [
    {"to": "hold", "seconds": 4, "say": "round up"},
    {"to": "setup", "seconds": 5, "say": "let it sink"},
]
_BRIDGE = {"load": "isometric", "seconds_to_switch": 9.0, "breath_hint": "Breathe out as you lift"}
EXERCISES = (
    exercise("side-bridge", "side-lying", "each", _BRIDGE, hold_s=15),
    exercise("raises", "side-lying", "each", {"in": "Raise", "out": "and lower"}, reps=2, sets=2),
    exercise("turns", "sitting", "alternate", reps=4, hold_s=6),
    exercise("breaths", "standing", "each", breaths=2),
    exercise("waves", "all-fours", "none", {"phases": _WAVES}, reps=4, hold_s=3),
    exercise("sit", "sitting", "none", {"equipment": ["chair"]}, hold_s=4),
    exercise("lie", "supine", "none", {"equipment": ["mat", "wall"]}, hold_s=4),
    exercise("kneel", "kneeling", "none", {"equipment": ["mat"], "where": "on one knee"}, hold_s=4),
    exercise("lean", "standing", "none", {"equipment": ["wall"]}, hold_s=4),
)
ROUTINES = {
    "two sides of a hold with a load": ("side-bridge",),
    "two sets of repetitions with words": ("raises",),
    "sides that alternate": ("turns",),
    "breaths": ("breaths",),
    "phases with a hold between": ("waves",),
    "there and back": ("sit", "lie", "kneel", "lean", "sit", "kneel", "sit"),
}
SOURCE = Source(id="000", title="An article", file="000.txt", about="An article.")
CATALOGUE = catalogue_of(
    [SOURCE], EXERCISES, [routine(f"r{n}", *names) for n, names in enumerate(ROUTINES.values())]
)


def _written() -> dict[str, list[str]]:
    """The scripts of the file by their headings."""
    text = (Path(__file__).parent / "written_scripts.txt").read_text("utf-8")
    scripts = (script.strip().splitlines() for script in text.split("## ")[1:])
    return {heading: lines for heading, *lines in scripts}


def _lines(timeline: Timeline) -> Iterator[str]:
    for segment in timeline.segments:
        yield " ".join([segment.kind, str(segment.duration), *_more(segment)])
        for cue in segment.cues:
            words = " | ".join(cue.phrases) or f"({cue.text})"
            yield f"    {cue.at} {cue.kind} {cue.tone or '-'}: {words}"


def _more(segment: Segment) -> Iterator[str]:
    yield from (part for part in (segment.side, segment.motion) if part)
    if segment.leads_to:
        yield f"{segment.leads_from}>{segment.leads_to}"
    if segment.rep:
        yield f"{segment.rep}/{segment.reps}"
    if segment.sets:
        yield f"set {segment.set_number}/{segment.sets}"


@pytest.mark.parametrize(("number", "name"), list(enumerate(ROUTINES)))
def test_a_session_is_what_is_written_of_it(number: int, name: str) -> None:
    timeline = compile_timeline(
        CATALOGUE.routines[f"r{number}"], CATALOGUE, Preferences(), english(), lambda _: Ms(1_000)
    )
    assert list(_lines(timeline)) == _written()[name]


def test_every_written_session_is_compared() -> None:
    assert list(_written()) == list(ROUTINES)
