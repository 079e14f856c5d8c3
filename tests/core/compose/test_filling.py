"""One try to fill the time."""

from itertools import pairwise

import pytest

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.compose.choices import Choice, choices_of
from backease_desktop.core.compose.filling import Filling, filling
from backease_desktop.core.compose.wanted import Part, Wanted, fits_place
from backease_desktop.core.units import MINUTE, SECOND, Ms
from tests.core.compose.test_composed import SHIPPED, Room

ROOM = Room()


def choices(wanted: Wanted) -> list[Choice]:
    there = [one for one in SHIPPED.exercises.values() if fits_place(one, wanted)]
    return choices_of(there, ROOM.lay_out)


def tries(minutes: int, place: Place) -> list[Filling]:
    wanted = Wanted(Ms(minutes * MINUTE), place)
    known = choices(wanted)
    start, most = Ms(10 * SECOND), wanted.longest
    return [filling(known, wanted, ("seed", 0, number), start, most) for number in range(30)]


@pytest.mark.parametrize("place", Place)
def test_no_try_is_longer_than_the_time_there_is(place: Place) -> None:
    for minutes in (1, 4, 12):
        assert all(one.length <= minutes * MINUTE for one in tries(minutes, place))


def test_what_warms_up_is_first_and_the_longest_hold_is_last() -> None:
    order = list(Part)
    for one in tries(12, Place.STANDING):
        parts = [order.index(choice.part) for choice in one.choices]
        holds = [choice.hold for choice in one.choices if choice.part is Part.STRETCH]
        assert parts == sorted(parts)
        assert holds == sorted(holds)


def test_nothing_comes_beside_its_easier_or_harder_form() -> None:
    for one in tries(20, Place.MAT):
        ids = {choice.exercise.id for choice in one.choices}
        for choice in one.choices:
            assert choice.exercise.easier not in ids
            assert choice.exercise.harder not in ids


def test_a_second_round_comes_after_the_first_one_of_all() -> None:
    rounds = 0
    for one in tries(20, Place.CHAIR):
        strong = [choice for choice in one.choices if choice.part is Part.STRENGTH]
        ids = [choice.exercise.id for choice in strong]
        rounds += len(ids) - len(set(ids))
        assert ids[: len(set(ids))] == list(dict.fromkeys(ids))
        assert len(set(ids)) == 1 or all(a != b for a, b in pairwise(ids))
    assert rounds > 0


def test_without_anything_to_choose_from_nothing_is_chosen() -> None:
    empty = filling([], Wanted(Ms(MINUTE), Place.MAT), ("seed", 0, 0), Ms(0), Ms(MINUTE))

    assert (empty.choices, empty.strength, empty.parts) == ((), 0.0, 0)
