"""Photos as bytes: whole ones are taken, and nothing is told beside the picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from backease_desktop.core.jpeg import MOST_SIDE, JpegError, jpeg_size, without_metadata
from tests.fakes.photos import bytes_of, image_of, jpeg_of, taken_at_home

PHOTO = jpeg_of(64, 48)


def test_a_photo_has_its_size() -> None:
    assert jpeg_size(PHOTO) == (64, 48)
    assert jpeg_size(taken_at_home(PHOTO)) == (64, 48)


def test_what_stands_beside_the_picture_is_left_out_and_the_picture_is_the_same() -> None:
    told = taken_at_home(PHOTO)
    plain = without_metadata(told)

    for word in (b"Exif", b"GPS", b"xmp", b"Photoshop", b"at home", b"thumbnail"):
        assert word in told
        assert word not in plain
    assert QImage.fromData(plain) == QImage.fromData(PHOTO)
    assert without_metadata(plain) == plain


@given(st.integers(0, len(PHOTO) - 1))
def test_one_that_is_cut_off_anywhere_is_refused(length: int) -> None:
    with pytest.raises(JpegError):
        jpeg_size(PHOTO[:length])


@given(st.integers(0, len(PHOTO) - 1), st.integers(0, 255))
def test_one_that_is_damaged_anywhere_is_read_or_refused(place: int, byte: int) -> None:
    damaged = PHOTO[:place] + bytes((byte,)) + PHOTO[place + 1 :]
    try:
        width, height = jpeg_size(damaged)
        plain = without_metadata(damaged)
    except JpegError:
        return
    assert 0 < min(width, height) <= max(width, height) <= MOST_SIDE
    assert jpeg_size(plain) == (width, height)


@given(st.binary(max_size=400))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(JpegError):
        jpeg_size(data)
    with pytest.raises(JpegError):
        jpeg_size(PHOTO[:2] + data)


def test_another_kind_and_one_that_is_too_large_are_refused_in_a_sentence() -> None:
    with pytest.raises(JpegError, match="no JPEG"):
        jpeg_size(bytes_of(image_of(8, 8), "png"))
    with pytest.raises(JpegError, match="5000 × 4 pixels; at most 4096 each way"):
        jpeg_size(jpeg_of(5000, 4))
