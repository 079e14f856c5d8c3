"""QR codes: a text as squares to be painted, and the texts of a picture.

Both libraries (segno, zxing-cpp) are loaded when a code is wanted, which is seldom; nobody's start
waits for them. A picture is looked at for its size before it is unpacked, and a large photo is made
smaller, so nothing that somebody sends can fill the memory.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

Squares = tuple[tuple[bool, ...], ...]
"""The squares of a code, row by row; True is dark. Without the quiet zone of four around it."""

QUIET = 4
"""Squares of nothing that a code needs around it."""

MOST_PICTURE_BYTES = 32 << 20
_LARGEST_SIDE = 3_000
"""Pixels that a picture is made smaller to; a code of a sheet is read at a third of it."""
_MOST_PIXELS = 200_000_000


class PictureError(ValueError):
    """Something is no picture; says why."""


def squares_of(text: str) -> Squares:
    """The code of a text, at a level that survives a fold or a stain."""
    # Loaded on first use: see the rules above.
    import segno

    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def picture_of(squares: Squares, size: int = 8) -> QImage:
    """A code as a picture, a square so many pixels."""
    count = len(squares) + 2 * QUIET
    image = QImage(count, count, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(squares):
        for x, is_dark in enumerate(row):
            if is_dark:
                image.setPixelColor(x + QUIET, y + QUIET, Qt.GlobalColor.black)
    return image.scaled(count * size, count * size)


def png_of(squares: Squares) -> bytes:
    """A code as the bytes of a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture_of(squares))
    return bytes(buffer.data().data())


def texts_in(picture: bytes) -> tuple[str, ...]:
    """The texts of all QR codes in a picture.

    Raises:
        PictureError: it is no picture.
    """
    return texts_of(_image(picture))


def texts_of(image: QImage) -> tuple[str, ...]:
    """The texts of all QR codes in an image."""
    # Loaded on first use: see the rules above.
    import zxingcpp

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))
    found = zxingcpp.read_barcodes(pixels)
    return tuple(one.text for one in found if one.format == zxingcpp.BarcodeFormat.QRCode)


def _image(picture: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(picture))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        raise PictureError("is no picture that can be read")
    limit = QSize(_LARGEST_SIDE, _LARGEST_SIDE)
    if size.width() > limit.width() or size.height() > limit.height():
        reader.setScaledSize(size.scaled(limit, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PictureError("is no whole picture")
    return image
