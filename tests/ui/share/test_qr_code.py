"""QR codes: what is painted is read again, also from a photo; what is no picture says so."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QTransform

from backease_desktop.core.catalogue.qr_text import HEAD, LONGEST
from backease_desktop.ui.share.qr_code import (
    PictureError,
    picture_of,
    png_of,
    squares_of,
    texts_in,
    texts_of,
)

TEXT = HEAD + "ABC 123 $%*+-./:" * 20


def bytes_of(image: QImage, kind: bytes = b"png") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def test_a_code_is_read_from_its_picture() -> None:
    assert texts_in(png_of(squares_of(TEXT))) == (TEXT,)


def test_the_longest_text_that_is_allowed_fits_and_is_read() -> None:
    text = (HEAD + "A1 B2:" * 300)[:LONGEST]

    assert texts_in(png_of(squares_of(text))) == (text,)


@pytest.mark.parametrize("turn", [0, 7, 90, 180, 263])
def test_a_photo_may_be_turned(turn: int) -> None:
    photo = picture_of(squares_of(TEXT), 6).convertToFormat(QImage.Format.Format_RGB32)
    mode = Qt.TransformationMode.SmoothTransformation
    turned = photo.transformed(QTransform().rotate(turn), mode)
    paper = QImage(turned.width() + 200, turned.height() + 300, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    for y in range(turned.height()):
        for x in range(turned.width()):
            if turned.pixelColor(x, y).lightness() < 128:
                paper.setPixelColor(x + 60, y + 90, Qt.GlobalColor.black)

    assert texts_of(paper) == (TEXT,)


def test_a_jpeg_is_read_too_where_the_system_has_it() -> None:
    if QByteArray(b"jpeg") not in QImageWriter.supportedImageFormats():
        pytest.skip("this Qt writes no JPEG")
    assert texts_in(bytes_of(picture_of(squares_of(TEXT)), b"jpeg")) == (TEXT,)


def test_a_picture_without_a_code_has_no_text() -> None:
    empty = QImage(200, 200, QImage.Format.Format_RGB32)
    empty.fill(Qt.GlobalColor.white)

    assert texts_in(bytes_of(empty)) == ()


@pytest.mark.parametrize("data", [b"", b"text", png_of(squares_of("A"))[:20]])
def test_what_is_no_picture_says_so(data: bytes) -> None:
    with pytest.raises(PictureError, match="is no picture that can be read"):
        texts_in(data)


def test_a_picture_of_huge_size_is_refused_before_it_is_unpacked() -> None:
    data = bytearray(png_of(squares_of("A")))
    data[16:24] = (100_000).to_bytes(4, "big") * 2

    with pytest.raises(PictureError, match="is no picture"):
        texts_in(bytes(data))
