"""Doses as ranges, with what is assumed marked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.reading import read


def prescription(**fields: Any) -> Prescription:
    return read(Prescription, {"source": "clinic", **fields})


def test_a_single_number_is_a_range_of_one_value() -> None:
    assert prescription(hold_s=30).hold_s == Range(min=30, max=30)


@pytest.mark.parametrize("given", [True, 2.5, "long", [1, 2], {"min": 3}, {"min": 0, "max": 3}])
def test_what_is_neither_a_number_nor_a_range_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        prescription(hold_s=given)


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValidationError, match="swap them"):
        prescription(reps={"min": 12, "max": 8})


@given(st.integers(1, 600), st.integers(0, 600))
def test_the_levels_are_the_least_the_middle_and_the_most(least: int, more: int) -> None:
    amount = Range(min=least, max=least + more)
    gentle, standard, full = (amount.at(level) for level in DoseLevel)

    assert (gentle, full) == (amount.min, amount.max)
    assert abs((standard - gentle) - (full - standard)) <= 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "needs hold_s, reps or breaths"),
        ({"sets": 2}, "needs hold_s, reps or breaths"),
        ({"breaths": 5, "reps": 5}, "counted in breaths"),
        ({"breaths": 5, "hold_s": 5}, "counted in breaths"),
        ({"reps": 5, "assumed": ["hold_s"]}, "does not give"),
        ({"reps": 5, "assumed": ["repetitions"]}, "unknown field 'repetitions'"),
        ({"reps": 5, "as_given": "x" * 81}, "80 characters"),
        ({"reps": 5, "dose": 3}, "Extra inputs"),
    ],
)
def test_half_a_dose_is_refused_with_the_reason(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        prescription(**fields)


def test_a_key_names_the_section_only_where_there_is_one() -> None:
    assert prescription(hold_s=5).key == "clinic"
    assert prescription(hold_s=5, section="core").key == "clinic/core"
