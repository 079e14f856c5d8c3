"""A packed picture comes out as it went in, or not at all."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from backease_desktop.ui.look.packed_picture import PIXELS, packed, unpacked


def drawn(width: int, height: int) -> QImage:
    picture = QImage(width, height, PIXELS)
    for x in range(width):
        for y in range(height):
            picture.setPixelColor(x, y, QColor(x * 40 % 256, y * 90 % 256, 77, x * y * 31 % 256))
    return picture


@given(st.integers(1, 9), st.integers(1, 9))
def test_every_pixel_comes_out_as_it_went_in(width: int, height: int) -> None:
    picture = drawn(width, height)
    assert unpacked(packed(picture), width, height) == picture


def test_a_picture_of_another_kind_is_packed_as_what_is_painted() -> None:
    picture = drawn(6, 4).convertToFormat(QImage.Format.Format_RGB32)
    assert unpacked(packed(picture), 6, 4) == picture.convertToFormat(PIXELS)


@pytest.mark.parametrize(
    "bytes_",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        packed(drawn(6, 4))[:-20],
        packed(drawn(4, 5)),
        packed(drawn(5, 5)),
        zlib.compress(bytes(1 << 24)),
    ],
    ids=["nothing", "png", "cut", "smaller", "larger", "much larger"],
)
def test_other_bytes_are_no_picture_of_this_size(bytes_: bytes) -> None:
    assert unpacked(bytes_, 6, 4) is None
