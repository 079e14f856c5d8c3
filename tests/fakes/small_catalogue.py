"""A small catalogue with one exercise of every shape of dose, for tests that need no real one."""

from pathlib import Path
from typing import Any

from backease_desktop.core.catalogue.catalogue import Catalogue, Source, catalogue_of
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.reading import read
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording
from backease_desktop.storage.wording_files import load_wording

CATALOGUE_FOLDER = Path(__file__).parents[2] / "catalogue"

_TEXT = {
    "areas": ["core"],
    "setup": "Sit tall with both feet flat on the floor",
    "setup_short": "Sit tall, feet flat",
    "tip": "Keep your shoulders low",
    "release": "Come back slowly",
    "text": "Sit tall and breathe. This text is long enough to be the text of an exercise.",
}
_BRIDGE = {
    "load": "isometric",
    "equipment": ["mat", "towel"],
    "movement": "Lift your hips until shoulders, hips and knees make one line",
    "breath_hint": "Breathe out as you lift",
    "in": "Lift",
    "out": "and lower",
}
_PHASES = [
    {"to": "hold", "seconds": 2.5, "say": "round up"},
    {"to": "setup", "seconds": 2, "say": "and level"},
    {"to": "out", "seconds": 2.5, "say": "let it sink"},
    {"to": "setup", "seconds": 2, "say": "and level"},
]
_TWO = {"left": "left arm up", "right": "right arm up"}


def exercise(
    id: str, position: str, sides: str, more: dict[str, Any] | None = None, **dose: Any
) -> Exercise:
    """An exercise with one prescription, of source "000", and with more fields if it has any."""
    more = dict(more or {})
    if sides != "none":
        more["landmarks"] = _TWO
    if "breaths" in dose:
        more["breath"] = {"in": "Breathe in", "out": "Breathe out"}
    return read(
        Exercise,
        {
            **_TEXT,
            **more,
            "id": id,
            "name": id.replace("-", " ").capitalize(),
            "position": position,
            "sides": sides,
            "prescriptions": [{"source": "000", **dose}],
        },
    )


EXERCISES = (
    exercise("twist", "sitting", "each", hold_s={"min": 15, "max": 30}),
    exercise("bird-dog", "all-fours", "alternate", reps={"min": 10, "max": 12}, hold_s=4),
    exercise("rolls", "standing", "none", reps=10),
    exercise("feet-up", "supine", "none", hold_s={"min": 300, "max": 600}),
    exercise("cat-cow", "all-fours", "none", breaths={"min": 5, "max": 10}),
    exercise("glide", "sitting", "affected", reps=10, hold_s=3),
    exercise("lifts", "side-lying", "each", reps=5, hold_s=6, sets=2, rest_s=20),
    exercise("arms", "standing", "alternate", reps=20),
    exercise("plank", "prone", "none", hold_s={"min": 30, "max": 60}),
    exercise("bridge", "supine", "none", _BRIDGE, reps={"min": 8, "max": 12}, hold_s=6),
    exercise("curls", "supine", "each", {"in": "Curl", "out": "and uncurl"}, reps=5),
    exercise(
        "camel", "all-fours", "none", {"phases": _PHASES}, reps=10, hold_s={"min": 3, "max": 5}
    ),
)


def routine(id: str, *exercises: str) -> Routine:
    """A routine of these exercises."""
    steps = [{"exercise": name, "prescription": "000"} for name in exercises]
    about = "A routine of the small catalogue."
    return read(Routine, {"id": id, "name": id.title(), "about": about, "steps": steps})


ROUTINES = (
    routine("short", "twist", "rolls"),
    routine("everything", *(e.id for e in EXERCISES)),
    *(routine(f"only-{e.id}", e.id) for e in EXERCISES),
)


def small_catalogue() -> Catalogue:
    """The small catalogue."""
    source = Source(id="000", title="An article", file="000.txt", about="An article.")
    return catalogue_of([source], EXERCISES, ROUTINES)


def english() -> Wording:
    """The shipped English wording."""
    return load_wording(CATALOGUE_FOLDER / "wording")


def by_letters(text: str) -> Ms:
    """A plain length for a phrase: 60 ms a letter."""
    return Ms(60 * len(text))
