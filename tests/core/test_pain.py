"""Pain in numbers: bands, what is a change, and ten by two digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.pain import Band, Change, band_of, change_of, may_rise, typed

levels = st.integers(0, 10)


def test_the_bands_are_the_strictest_common_ones() -> None:
    bands = [band_of(level).value for level in range(11)]
    assert bands == ["little"] * 4 + ["settles"] * 2 + ["enough"] * 5


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (4, 3, Change.NONE),  # 25 %
        (3, 2, Change.LESS),  # 33 %
        (1, 0, Change.LESS),  # all of it
        (10, 8, Change.LESS),
        (10, 9, Change.NONE),
        (7, 6, Change.NONE),
        (0, 1, Change.NONE),
        (3, 4, Change.NONE),
        (0, 2, Change.MORE),
        (5, 5, Change.NONE),
    ],
)
def test_a_change_is_called_one_from_two_points_or_a_fall_of_thirty_percent(
    before: int, after: int, change: Change
) -> None:
    assert change_of(before, after) is change


@given(levels, levels)
def test_the_same_two_numbers_are_never_less_and_more(before: int, after: int) -> None:
    there, back = change_of(before, after), change_of(after, before)
    assert not (there is back and there is not Change.NONE)
    assert (there is Change.LESS) <= (after < before)
    assert (there is Change.MORE) <= (after > before)


@given(st.booleans(), st.none() | levels)
def test_more_is_done_only_where_nothing_hurt_and_it_is_not_enough(
    has_hurt: bool, after: int | None
) -> None:
    assert may_rise(has_hurt=has_hurt, after=after) is (not has_hurt and (after or 0) < 6)


def test_a_digit_is_itself_and_one_then_nought_is_ten() -> None:
    assert [typed(None, digit) for digit in range(10)] == list(range(10))
    assert typed(typed(None, 1), 0) == 10
    assert typed(typed(typed(None, 1), 0), 0) == 0
    assert typed(10, 1) == 1
    assert band_of(typed(1, 0)) is Band.ENOUGH
