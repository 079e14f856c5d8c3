"""Work in pieces comes to the same, however it is done."""

from backease_desktop.core.pieces import Pieces, drained


def summed(numbers: list[int], loaded: list[str]) -> Pieces[int]:
    total = 0
    yield lambda: loaded.append("what takes longer")
    for number in numbers:
        total += number
        yield None
    return total


def test_what_is_drained_is_done_to_its_end_with_what_stands_beside_it() -> None:
    loaded: list[str] = []

    assert drained(summed([1, 2, 3], loaded)) == 6
    assert loaded == ["what takes longer"]


def test_what_was_begun_is_gone_on_with() -> None:
    pieces = summed([1, 2, 3], [])
    next(pieces)
    next(pieces)

    assert drained(pieces) == 6
