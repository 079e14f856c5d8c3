"""Long work asks whether it is still wanted, as often as it says."""

import collections

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.wanted import while_wanted


class EndedError(Exception):
    """It is wanted no more."""


@given(st.lists(st.integers(), max_size=50), st.integers(1, 10))
def test_all_items_come_and_it_is_asked_before_each_so_many(items: list[int], each: int) -> None:
    seen: list[int] = []
    asked_at: list[int] = []

    for item in while_wanted(items, lambda: asked_at.append(len(seen)), each):
        seen.append(item)

    assert seen == items
    assert asked_at == list(range(0, len(items), each))


@given(st.integers(1, 30), st.integers(1, 10), st.data())
def test_nothing_comes_once_it_is_wanted_no_more(
    count: int, each: int, data: st.DataObject
) -> None:
    last = data.draw(st.integers(0, (count - 1) // each))
    seen: list[int] = []

    def ask() -> None:
        if len(seen) >= last * each:
            raise EndedError

    items = while_wanted(range(count), ask, each)
    with pytest.raises(EndedError):
        collections.deque(map(seen.append, items))
    assert seen == list(range(last * each))
