"""The catalogue as JSON, in the shape that other people's programs read."""

import json
from typing import Any

from backease_desktop.core.catalogue.catalogue import catalogue_of
from backease_desktop.core.catalogue.export import exported
from backease_desktop.core.units import Ms
from tests.core.catalogue.samples import CLINIC, exercise, routine, rule

SIDED = exercise(
    "twist",
    sides="alternate",
    landmarks={"left": "look left", "right": "look right"},
    prescriptions=[
        {"source": "clinic", "reps": {"min": 5, "max": 15}, "assumed": ["reps"]},
        {"source": "clinic", "section": "core", "hold_s": 30, "sides": "each"},
    ],
)


def export() -> dict[str, Any]:
    found = catalogue_of([CLINIC], [SIDED], [routine("set", "twist")], [rule()])
    text = json.dumps(exported(found, lambda _: Ms(90_400)))
    result: dict[str, Any] = json.loads(text)
    return result


def test_a_dose_carries_its_range_its_sides_and_what_is_assumed() -> None:
    first, second = export()["exercises"][0]["prescriptions"]

    assert first["reps"] == {"min": 5, "max": 15}
    assert (first["hold_s"], first["sides"], first["assumed"]) == (None, "alternate", ["reps"])
    assert (second["section"], second["sides"]) == ("core", "each")
    assert second["hold_s"] == {"min": 30, "max": 30}


def test_precautions_come_with_their_reason_and_source() -> None:
    assert export()["exercises"][0]["precautions"] == [
        {"condition": "disc", "action": "ask", "reason": "For a test.", "source": "This test."}
    ]


def test_a_routine_says_how_long_it_lasts_and_where_its_doses_come_from() -> None:
    (exported_routine,) = export()["routines"]

    assert exported_routine["duration_s"] == 90
    assert exported_routine["positions"] == ["standing"]
    assert [step["prescription_source"] for step in exported_routine["steps"]] == ["clinic"]


def test_the_top_level_is_what_the_contract_says() -> None:
    whole = export()

    assert {"version", "sources", "exercises", "routines"} <= set(whole)
    assert whole["version"] == 1
    assert whole["sources"][0]["id"] == "clinic"
