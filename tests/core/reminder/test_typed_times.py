"""Times as people type them: read as they are meant, and never guessed."""

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.roster import DayRange
from backease_desktop.core.reminder.typed_times import clock_of, numbers_of, ranges_of, times_of

CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9", time(9)), ("9:00", time(9)), ("9.30", time(9, 30)), ("0900", time(9)),
        ("1730", time(17, 30)), ("17h", time(17)), ("17h30", time(17, 30)), ("9am", time(9)),
        ("9 AM", time(9)), ("9 a.m.", time(9)), ("9p", time(21)), ("5:45 pm", time(17, 45)),
        ("12am", time()), ("12 pm", time(12)), ("noon", time(12)), ("Midnight", time()),
        ("24:00", time()), ("9 o'clock", time(9)), (" 8 ", time(8)),
        ("23:59", time(23, 59)), ("0:00", time()), ("11.59pm", time(23, 59)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_it_is_meant(text: str, clock: time) -> None:
    assert clock_of(text) == clock


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9am-5pm", time(9), time(17)), ("9-5pm", time(9), time(17)), ("9-5", time(9), time(17)),
        ("1-5pm", time(13), time(17)), ("8:30 – 12", time(8, 30), time(12)),
        ("9 to 17", time(9), time(17)), ("10-12pm", time(10), time(12)),
        ("12-1pm", time(12), time(13)), ("9 until noon", time(9), time(12)),
        ("22-24:00", time(22), time()), ("6pm to midnight", time(18), time()),
        ("11-1", time(11), time(13)), ("12-1", time(12), time(13)), ("9-9", time(9), time(21)),
        ("1-1pm", time(1), time(13)), ("0-12pm", time(), time(12)),
        ("9 to midnight", time(9), time()),
    ],
)  # fmt: skip
def test_hours_are_read_as_they_are_meant(text: str, start: time, end: time) -> None:
    assert ranges_of(text) == (DayRange(start=start, end=end),)


@pytest.mark.parametrize(
    "text", ["nine", "25", "13pm", "0am", "9:75", "9:60", "24:30", "9:5:1", "", "9999"]
)
def test_what_is_no_time_is_told_with_what_would_be_one(text: str) -> None:
    with pytest.raises(ValueError, match="9:00") as refused:
        clock_of(text)
    assert repr(text) in str(refused.value)


@pytest.mark.parametrize("text", ["nine", "9", "9-", "17-9", "9-12-17", "-3", "9-12 13-17"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"9:00|hours over midnight are two ranges"):
        ranges_of(text)


@given(CLOCKS)
def test_every_time_of_the_day_is_read_back_in_both_customs(clock: time) -> None:
    half = "pm" if clock.hour >= 12 else "am"
    assert clock_of(f"{clock.hour}:{clock.minute:02}") == clock
    assert clock_of(f"{clock.hour % 12 or 12}:{clock.minute:02} {half}") == clock


@given(st.text(max_size=30))
def test_no_text_does_anything_but_be_read_or_refused(text: str) -> None:
    for read in (ranges_of, times_of):
        with suppress(ValueError):
            read(text)


def test_lists_of_times_and_numbers_are_read() -> None:
    assert times_of("9, 14.30 and 5pm") == (time(9), time(14, 30), time(17))
    assert numbers_of("5; 10") == (5, 10)
