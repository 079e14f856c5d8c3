"""Sums: what is not what was written, or is not where it was, is in doubt."""

from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.storage.journal_sums import (
    DoubtError,
    same_line,
    sealed,
    sum_of_file,
    unsealed,
)


@given(st.text(), st.binary())
def test_what_was_kept_under_a_key_is_what_comes_back(key: str, value: bytes) -> None:
    assert unsealed(key, sealed(key, value)) == value


@given(st.binary(), st.data())
def test_a_flipped_bit_is_in_doubt(value: bytes, data: st.DataObject) -> None:
    kept = bytearray(sealed("day", value))
    kept[data.draw(st.integers(0, len(kept) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(DoubtError):
        unsealed("day", bytes(kept))


@pytest.mark.parametrize("kept", [None, 7, "text", b"", b"abc", sealed("other", b"value")])
def test_what_was_never_kept_under_a_key_is_in_doubt(kept: object) -> None:
    with pytest.raises(DoubtError):
        unsealed("day", kept)


def test_another_line_is_in_doubt() -> None:
    assert same_line(b"{}", crc32(b"{}")) == b"{}"
    for sum_ in (crc32(b"[]"), None):
        with pytest.raises(DoubtError):
            same_line(b"{}", sum_)


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_a_sum_goes_on_where_an_earlier_one_ended(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, then: bytes
) -> None:
    file: Path = tmp_path_factory.getbasetemp() / "2026.jsonl"
    file.write_bytes(first + then)
    middle, end = len(first), len(first + then)
    sum_ = sum_of_file(file, 0, middle)
    assert sum_of_file(file, middle, end, sum_) == sum_of_file(file, 0, end) == crc32(first + then)
