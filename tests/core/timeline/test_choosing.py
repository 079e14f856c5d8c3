"""What a reminder opens when it may choose."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import MeantFor, Place
from backease_desktop.core.timeline.fitting import fitting
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep, the_one_for
from backease_desktop.core.units import MINUTE, Ms

CHAIR, STANDING, MAT = Place.CHAIR, Place.STANDING, Place.MAT


def card(name: str, minutes: float, *places: Place, **more: Any) -> RoutineCard:
    return RoutineCard(
        id=name,
        name=name,
        about="",
        is_desk_set=False,
        source_title=None,
        duration=Ms(round(minutes * MINUTE)),
        places=places,
        equipment=(),
        areas=(),
        **{"steps": (), "has_affected": False, **more},
    )


CARDS = (
    card("sit", 2, CHAIR),
    card("sit-long", 4, CHAIR),
    card("stand", 3, STANDING),
    card("both", 5, CHAIR, STANDING),
    card("lie", 2, MAT),
)


def chosen(place: Place, minutes: int, *done: str) -> str | None:
    found = the_one_for(CARDS, place, Ms(minutes * MINUTE), done)
    return found and found.id


@pytest.mark.parametrize(
    ("place", "minutes", "right"),
    [(CHAIR, 2, "sit"), (CHAIR, 4, "sit-long"), (STANDING, 3, "stand"), (MAT, 60, "both")],
)
def test_the_longest_that_is_short_enough_and_near_enough(
    place: Place, minutes: int, right: str
) -> None:
    assert chosen(place, minutes) == right


def test_what_was_never_done_comes_before_what_was() -> None:
    assert chosen(CHAIR, 4, "sit-long") == "sit"


def test_what_was_done_longest_ago_comes_before_what_was_done_last() -> None:
    assert chosen(CHAIR, 4, "sit-long", "sit") == "sit-long"
    assert chosen(CHAIR, 4, "sit", "sit-long") == "sit"


def test_half_a_minute_more_is_as_good() -> None:
    cards = [card("a", 3.5, CHAIR), card("b", 3.6, CHAIR)]
    found = the_one_for(cards, CHAIR, Ms(3 * MINUTE), ())
    assert found is not None
    assert found.id == "a"


def test_if_all_are_too_long_it_is_the_shortest() -> None:
    assert chosen(CHAIR, 1) == "sit"


def test_without_a_routine_for_the_place_there_is_none() -> None:
    assert the_one_for(CARDS[2:], CHAIR, Ms(5 * MINUTE), ()) is None


@pytest.mark.parametrize("meant_for", MeantFor)
def test_what_is_meant_for_this_person_may_be_chosen(meant_for: MeantFor) -> None:
    mine = card("mine", 5, MAT, meant_for=meant_for, is_for_me=True)

    assert the_one_for([mine, card("for-all", 2, MAT)], MAT, Ms(5 * MINUTE), ()) == mine


@pytest.mark.parametrize("meant_for", MeantFor)
def test_what_is_not_meant_for_everybody_is_never_chosen(meant_for: MeantFor) -> None:
    cards = [card("for-some", 5, MAT, meant_for=meant_for), card("for-all", 2, MAT)]
    assert the_one_for(cards, MAT, Ms(5 * MINUTE), ()) == cards[1]
    assert the_one_for(cards[:1], MAT, Ms(5 * MINUTE), ()) is None
    assert fitting(cards, MAT, Ms(5 * MINUTE)) == (cards[1],)


def test_what_was_not_done_yet_and_has_other_exercises_comes_first() -> None:
    def steps(*exercises: str) -> dict[str, Any]:
        return {"steps": tuple(RoutineStep(one, one, "", False) for one in exercises)}

    cards = [
        card("twists", 2, CHAIR, **steps("twist", "bend")),
        card("same", 2.4, CHAIR, **steps("twist", "bend", "nod")),
        card("other", 2.1, CHAIR, **steps("roll", "nod")),
    ]
    found = the_one_for(cards, CHAIR, Ms(3 * MINUTE), ("twists",))
    assert found is not None
    assert found.id == "other"


@given(st.sampled_from(Place), st.integers(2, 6))
def test_done_again_and_again_every_routine_that_fits_has_its_turn(
    place: Place, minutes: int
) -> None:
    done: tuple[str, ...] = ()
    turns = []
    for _ in range(2 * len(CARDS)):
        found = the_one_for(CARDS, place, Ms(minutes * MINUTE), done)
        assert found is not None
        turns.append(found.id)
        done = (*(one for one in done if one != found.id), found.id)
    fitting = {c.id for c in CARDS if c.duration <= (minutes + 0.5) * MINUTE}
    near = {c.id for c in CARDS if place is MAT or MAT not in c.places}
    if place is CHAIR:
        near = {"sit", "sit-long"}
    assert set(turns[: len(fitting & near)]) == fitting & near
