"""What fits: the place and the minutes are kept, and every card has a picture of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.timeline.fitting import (
    GRACE,
    MORE,
    fitting,
    more_after,
    telling_exercises,
)
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.core.units import MINUTE, Ms

EXERCISES = [f"e{number}" for number in range(8)]


def card(
    name: str,
    minutes: float,
    *places: Place,
    exercises: tuple[str, ...] = ("e0",),
    desk: bool = True,
) -> RoutineCard:
    return RoutineCard(
        id=name,
        name=name,
        about="",
        is_desk_set=desk,
        source_title=None,
        duration=Ms(round(minutes * MINUTE)),
        places=places or (Place.CHAIR,),
        equipment=(),
        areas=(),
        steps=tuple(RoutineStep(one, one, "", False) for one in exercises),
        has_affected=False,
    )


CARDS = st.lists(
    st.tuples(
        st.floats(0.5, 30),
        st.lists(st.sampled_from(Place), min_size=1, max_size=3, unique=True),
        st.lists(st.sampled_from(EXERCISES), min_size=1, max_size=5),
    ),
    max_size=20,
).map(
    lambda rows: [
        card(f"r{n}", minutes, *places, exercises=tuple(steps))
        for n, (minutes, places, steps) in enumerate(rows)
    ]
)


@given(CARDS, st.sampled_from(Place), st.integers(1, 20))
def test_what_fits_is_of_the_place_and_within_the_time_if_anything_is(
    cards: list[RoutineCard], place: Place, minutes: int
) -> None:
    longest = Ms(minutes * MINUTE)
    found = fitting(cards, place, longest)
    there = [one for one in cards if one.farthest is place]
    short = {one.id for one in there if one.duration <= longest + GRACE}
    assert {one.id for one in found} == (short or {one.id for one in found})
    assert len(found) == (len(short) or min(1, len(there)))
    assert all(one.farthest is place for one in found)


def test_what_fills_the_time_stands_first_and_desk_sets_before_others() -> None:
    cards = [card("two", 2), card("five", 5, desk=False), card("four", 4), card("nine", 9)]
    found = fitting(cards, Place.CHAIR, Ms(5 * MINUTE))
    assert [one.id for one in found] == ["four", "five", "two"]


def test_where_nothing_is_short_enough_the_shortest_is_offered() -> None:
    found = fitting([card("nine", 9), card("seven", 7)], Place.CHAIR, Ms(2 * MINUTE))
    assert [one.id for one in found] == ["seven"]


@given(CARDS)
def test_a_picture_is_of_an_exercise_of_its_routine_and_alike_only_where_none_is_left(
    cards: list[RoutineCard],
) -> None:
    telling = telling_exercises(cards)
    own = {one.id: {step.exercise for step in one.steps} for one in cards}
    assert telling.keys() == own.keys()
    assert all(telling[id_] in exercises for id_, exercises in own.items())
    used = list(telling.values())
    for id_, exercise in telling.items():
        if used.count(exercise) > 1:
            first = next(other for other in telling if telling[other] == exercise)
            assert id_ == first or own[id_] <= set(used)


def test_the_rarest_exercise_tells_a_routine_from_the_others() -> None:
    cards = [
        card("a", 2, exercises=("e0", "e1")),
        card("b", 2, exercises=("e0", "e2")),
        card("c", 2, exercises=("e0",)),
    ]
    assert telling_exercises(cards) == {"a": "e1", "b": "e2", "c": "e0"}


CHAIR, STANDING, MAT = Place.CHAIR, Place.STANDING, Place.MAT
SOME = [
    card("sit", 2, CHAIR, exercises=("e0",)),
    card("stand", 3, STANDING, exercises=("e0", "e1")),
    card("stand-5", 5, CHAIR, STANDING, exercises=("e2",)),
    card("lie", 4, MAT, exercises=("e3",)),
    card("lie-long", 12, MAT, exercises=("e4",)),
]


@pytest.mark.parametrize(
    ("played", "offered"),
    [
        ("sit", "stand-5"),
        ("stand-5", "stand"),
        ("lie", None),
        ("lie-long", "lie"),
        ("only-bridge", "stand-5"),
    ],
)
def test_some_minutes_more_are_standing_or_on_the_mat_for_whoever_is_down_there(
    played: str, offered: str | None
) -> None:
    found = more_after(SOME, played)
    assert (found and found.id) == offered


@given(CARDS, st.sampled_from(["r0", "r1", "elsewhere"]))
def test_some_minutes_more_are_few_and_never_the_same_again(
    cards: list[RoutineCard], played: str
) -> None:
    found = more_after(cards, played)
    if found is not None:
        assert found.id != played
        assert found.duration <= MORE + GRACE
