"""Small catalogue values, made of what a test leaves out."""

from typing import Any

from backease_desktop.core.catalogue.catalogue import Catalogue, Source, catalogue_of
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.reading import read

HOLD: dict[str, Any] = {"source": "clinic", "hold_s": 20}


def exercise(id_: str = "bow", **changes: Any) -> Exercise:
    """An exercise that stands and has one hold."""
    return read(
        Exercise,
        {
            "id": id_,
            "name": id_.replace("-", " ").capitalize(),
            "areas": ["lower back"],
            "position": "standing",
            "sides": "none",
            "setup": "Stand with your feet apart.",
            "setup_short": "Stand.",
            "tip": "Keep breathing.",
            "release": "Let go.",
            "text": "Stand with your feet apart. Grow tall and keep breathing.",
            "prescriptions": [HOLD],
            **changes,
        },
    )


def routine(id_: str = "set", *steps: str, **changes: Any) -> Routine:
    """A routine of these exercises, each by the clinic's prescription."""
    return read(
        Routine,
        {
            "id": id_,
            "name": id_.capitalize(),
            "about": "A set for a test.",
            "steps": [{"exercise": step, "prescription": "clinic"} for step in steps],
            **changes,
        },
    )


def rule(**changes: Any) -> Rule:
    """A rule that fits every exercise."""
    return read(
        Rule,
        {
            "condition": "disc",
            "title": "Disc problem",
            "when": {"always": True},
            "action": "ask",
            "reason": "For a test.",
            "source": "This test.",
            "reviewed": "2026-11-21",
            **changes,
        },
    )


CLINIC = Source(
    id="clinic", title="Clinic", file="leaflet.pdf", about="A leaflet.", sections={"core": "Core"}
)


def catalogue(*exercises: Exercise, routines: tuple[Routine, ...] = ()) -> Catalogue:
    """A catalogue with the clinic as its source."""
    return catalogue_of([CLINIC], exercises, routines)
