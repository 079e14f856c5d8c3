"""Finding exercises and routines by what a person types, has and wants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.search import (
    Entry,
    Query,
    entry_of_exercise,
    fold,
    found,
    words_of,
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


RANKED = [
    exercise("a", name="The long side-bend"),
    exercise("b", name="Bending forwards"),
    exercise("c", name="Knee bends"),
    exercise("d", name="Stand tall", aliases=["Unbend"]),
    exercise("e", name="Bend and lift the side"),
]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("bend", ["a", "e", "b", "c", "d"]),
        ("BEND", ["a", "e", "b", "c", "d"]),
        ("bend side", ["a", "e"]),
        ("side bend", ["a", "e"]),
        ("ben si", ["e", "a"]),
        ("e", ["a", "b", "c", "e", "d"]),
        ("unbend", ["d"]),
    ],
)
def test_whole_words_of_a_name_come_first_then_its_beginning_then_the_rest(
    words: str, ids: list[str]
) -> None:
    assert found(map(entry_of_exercise, RANKED), Query(words=words)) == ids


@given(st.lists(st.text("ab -", max_size=8), max_size=12), st.text("ab ", max_size=5))
def test_what_is_found_has_the_order_that_a_key_for_each_would_give(
    names: list[str], typed: str
) -> None:
    entries = [Entry(str(n), f"{fold(one)} a", CHAIR, frozenset(), name=words_of(one))
               for n, one in enumerate(names)]  # fmt: skip
    words = fold(typed).split()

    def rank(entry: Entry) -> int:
        name = fold(names[int(entry.id)])
        if all(word in name.split() for word in words):
            return 0
        if " ".join(name.split()).startswith(words[0]):
            return 1
        return 2 if all(word in " ".join(name.split()) for word in words) else 3

    met = [one for one in entries if all(word in one.haystack for word in words)]
    wanted = sorted(met, key=rank) if words else met
    assert found(entries, Query(words=typed)) == [one.id for one in wanted]
