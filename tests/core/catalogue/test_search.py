"""Finding exercises and routines by what a person types, has and wants."""

import pytest

from backease_desktop.core.catalogue.search import (
    Entry,
    Query,
    entry_of_exercise,
    fold,
    found,
)
from backease_desktop.core.catalogue.words import Area, Place
from backease_desktop.core.units import MINUTE, Ms
from tests.core.catalogue.samples import exercise

CAMEL = exercise("cat-camel", aliases=["Cat-cow"], position="all-fours", equipment=["mat"])
TWIST = exercise("twist", name="Señor twist", position="sitting", areas=["neck", "upper back"])
ENTRIES = [entry_of_exercise(CAMEL), entry_of_exercise(TWIST)]
CHAIR, MAT = frozenset({Place.CHAIR}), frozenset({Place.MAT})
ROUTINES = [
    Entry("desk", "desk twist", CHAIR, frozenset({Area.NECK}), Ms(2 * MINUTE)),
    Entry("mixed", "mixed twist", CHAIR | MAT, frozenset({Area.NECK}), Ms(5 * MINUTE)),
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


def test_a_routine_fits_only_if_all_of_its_places_do() -> None:
    assert found(ROUTINES, Query(places=CHAIR)) == ["desk"]
    assert found(ROUTINES, Query(places=CHAIR | MAT)) == ["desk", "mixed"]
    assert found(ROUTINES, Query(places=MAT)) == []


def test_one_of_the_areas_is_enough() -> None:
    assert found(ENTRIES, Query(areas=frozenset({Area.NECK, Area.HIPS}))) == ["twist"]


def test_what_lasts_longer_than_there_is_time_is_left_out() -> None:
    assert found(ROUTINES, Query(longest=Ms(2 * MINUTE))) == ["desk"]
    assert found(ROUTINES, Query(longest=Ms(2 * MINUTE - 1))) == []


def test_folding_forgets_accents_case_and_hyphens() -> None:
    assert fold("Café–Straße-Ünter") == "cafe strasse unter"
