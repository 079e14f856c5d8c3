"""The schemas that editors check files with."""

import pytest
from pydantic import ValidationError

from backease_desktop.core.reading import read
from backease_desktop.core.schemas import MODELS, ExerciseFile, schemas
from backease_desktop.core.values import words_of
from tests.core.catalogue.samples import exercise


def test_every_kind_of_file_has_a_schema() -> None:
    files = {"exercise", "routine", "sources", "precautions", "safety", "wording"}
    assert set(schemas()) == set(MODELS) == files | {"paste", "backease", "plan"}


def test_a_schema_refuses_unknown_fields_and_knows_the_words() -> None:
    schema = schemas()["exercise"]

    assert schema["additionalProperties"] is False
    assert "all-fours" in schema["$defs"]["Position"]["enum"]


def test_a_schema_names_breath_as_files_do() -> None:
    assert set(schemas()["exercise"]["$defs"]["Breath"]["properties"]) == {"in", "out"}


def test_an_amount_may_be_a_number_or_a_range_and_has_a_largest_value() -> None:
    hold = schemas()["exercise"]["$defs"]["Prescription"]["properties"]["hold_s"]
    number, amount, _ = hold["anyOf"]

    assert number == {"type": "integer", "minimum": 1, "maximum": 1800}
    assert set(amount["properties"]) == {"min", "max"}


def test_a_phase_leads_to_a_keyframe_of_the_figure() -> None:
    phases = [
        {"to": "hold", "seconds": 2, "say": "round up"},
        {"to": "setup", "seconds": 2, "say": "and level"},
    ]
    figure = {
        "view": "side",
        "keyframes": {
            "setup": {"from": "all_fours", "alt": "On hands and knees."},
            "out": {"from": "setup", "alt": "The belly has sunk."},
        },
    }
    words = words_of(exercise(phases=phases))
    assert read(ExerciseFile, words)
    with pytest.raises(ValidationError, match="'hold' is no keyframe of the figure: setup, out"):
        read(ExerciseFile, {**words, "figure": figure})
