"""Finding exercises and routines by what a person types, has and wants."""

import pytest

from backease_desktop.core.catalogue.search import (
    Query,
    entry_of_exercise,
    entry_of_routine,
    fold,
    found,
)
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.units import MINUTE, Ms
from tests.core.catalogue.samples import catalogue, exercise, routine

CAMEL = exercise("cat-camel", aliases=["Cat-cow"], position="all-fours", equipment=["mat"])
TWIST = exercise("twist", name="Señor twist", position="sitting", areas=["neck", "upper back"])
ENTRIES = [entry_of_exercise(CAMEL), entry_of_exercise(TWIST)]
DESK = routine("desk", "twist")
MIXED = routine("mixed", "twist", "cat-camel")
BOTH = catalogue(CAMEL, TWIST, routines=(DESK, MIXED))
ROUTINES = [
    entry_of_routine(DESK, BOTH, Ms(2 * MINUTE)),
    entry_of_routine(MIXED, BOTH, Ms(5 * MINUTE)),
]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["cat-camel", "twist"]),
        ("  ", ["cat-camel", "twist"]),
        ("camel", ["cat-camel"]),
        ("CAT CAM", ["cat-camel"]),
        ("cow", ["cat-camel"]),
        ("cat-cow", ["cat-camel"]),
        ("senor", ["twist"]),
        ("back", ["cat-camel", "twist"]),
        ("back twist", ["twist"]),
        ("mat", ["cat-camel"]),
        ("sitting", ["twist"]),
        ("giraffe", []),
    ],
)
def test_every_word_that_is_typed_must_be_met(words: str, ids: list[str]) -> None:
    assert found(ENTRIES, Query(words=words)) == ids


def test_a_routine_is_found_by_the_exercises_in_it() -> None:
    assert found(ROUTINES, Query(words="camel")) == ["mixed"]


def test_a_routine_fits_only_if_all_of_its_places_do() -> None:
    chair, mat = frozenset({Place.CHAIR}), frozenset({Place.MAT})

    assert found(ROUTINES, Query(places=chair)) == ["desk"]
    assert found(ROUTINES, Query(places=chair | mat)) == ["desk", "mixed"]
    assert found(ROUTINES, Query(places=mat)) == []


def test_one_of_the_areas_is_enough() -> None:
    assert found(ENTRIES, Query(areas=frozenset({Area.NECK, Area.HIPS}))) == ["twist"]


def test_what_lasts_longer_than_there_is_time_is_left_out() -> None:
    assert found(ROUTINES, Query(longest=Ms(2 * MINUTE))) == ["desk"]
    assert found(ROUTINES, Query(longest=Ms(2 * MINUTE - 1))) == []


def test_folding_forgets_accents_case_and_hyphens() -> None:
    assert fold("Café–Straße-Ünter") == "cafe strasse unter"
