"""The hybrid clock."""

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.journal.clock import (
    FIRST,
    LATEST_MS,
    device_of,
    is_device,
    is_id,
    moment_of,
    next_id,
)

HERE, THERE = "a" * 12, "f" * 12
walls = st.integers(-(10**15), 10**16)


@given(st.lists(st.tuples(walls, st.sampled_from((HERE, THERE))), min_size=2))
def test_each_id_is_later_than_all_that_were_seen_whatever_the_wall_clocks_say(
    readings: list[tuple[int, str]],
) -> None:
    given_out = [FIRST]
    for wall, device in readings:
        given_out.append(next_id(wall, given_out[-1], device))

    assert given_out == sorted(set(given_out))
    assert {device_of(id_) for id_ in given_out[1:]} <= {HERE, THERE}


@given(st.integers(0, LATEST_MS - 1))
def test_a_clock_that_goes_on_is_what_the_id_says(wall: int) -> None:
    id_ = next_id(wall, FIRST, HERE)

    assert is_id(id_)
    assert moment_of(id_) == wall


def test_more_in_one_millisecond_than_can_be_counted_go_into_the_next() -> None:
    full = f"{1_000:012x}ffff{HERE}"

    assert next_id(1_000, full, HERE) == f"{1_001:012x}0000{HERE}"


def test_what_is_no_id_is_told_from_one() -> None:
    good = next_id(1_000, FIRST, HERE)

    assert is_id(good)
    assert not is_id(good[:-1])
    assert not is_id(good.upper())
    assert not is_id(good + "\n")
    assert not is_id("f" * 28), "a clock that stands in the far future"
    assert is_device(HERE)
    assert not is_device("../etc/other")
