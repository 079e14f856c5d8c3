"""Angles are found for any limb of two bones, whatever it is a part of."""

from math import cos, dist, hypot, radians, sin

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.editing.angle_search import Point, Values, searched
from backease_desktop.core.editing.angles import Angle

UPPER, LOWER = 0.3, 0.25
LIMB = (Angle("arm", "shoulder", -180, 180), Angle("arm", "elbow", 0, 150))


def hand(values: Values) -> Point:
    """Where the hand of a plain limb of two bones is (m)."""
    first, bend = radians(values[0]), radians(values[1])
    return (
        UPPER * cos(first) + LOWER * cos(first + bend),
        UPPER * sin(first) + LOWER * sin(first + bend),
    )


@given(
    start=st.tuples(st.integers(-90, 90), st.integers(20, 120)),
    away=st.tuples(st.floats(-0.08, 0.08), st.floats(-0.08, 0.08)),
)
def test_whatever_is_wanted_the_limb_comes_no_further_from_it_and_keeps_its_limits(
    start: tuple[int, int], away: tuple[float, float]
) -> None:
    values = [float(one) for one in start]
    at = hand(values)
    to = (at[0] + away[0], at[1] + away[1])
    found = searched(values, LIMB, to, hand)

    assert dist(hand(found), to) <= hypot(*away) + 0.01
    assert all(value == round(value) for value in found)
    assert all(one.least <= value <= one.most for one, value in zip(LIMB, found, strict=True))


def test_what_is_less_than_a_degree_takes_the_next_one_where_that_is_nearer() -> None:
    start = [0.0, 30.0]
    one_further = hand([0.0, 31.0])
    at = hand(start)
    to = (0.4 * at[0] + 0.6 * one_further[0], 0.4 * at[1] + 0.6 * one_further[1])

    assert searched(start, LIMB, to, hand) == [0.0, 31.0]
    assert searched(start, LIMB, at, hand) == start


def test_a_limb_that_cannot_be_anywhere_stays_as_it_is() -> None:
    assert searched([10.0, 20.0], LIMB, (1.0, 1.0), lambda values: None) == [10.0, 20.0]
