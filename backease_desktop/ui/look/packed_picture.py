"""A picture of our own as it lies in a file: its pixels as they are painted, made small.

A PNG holds colours that Qt has to reckon back into what it paints with, pixel by pixel; on a start
that shows nine kept pictures that was a fiftieth of all it does. These are as small as PNGs are.
"""

import zlib

from PySide6.QtGui import QImage

PIXELS = QImage.Format.Format_ARGB32_Premultiplied
"""What a picture is painted in and painted from."""

_BYTES_A_PIXEL = 4
_LEVEL = 6
"""How hard it is pressed; beyond it the files hardly get smaller."""


def packed(picture: QImage) -> bytes:
    """The pixels of a picture, row by row from the top."""
    picture = picture.convertToFormat(PIXELS)
    return zlib.compress(picture.constBits(), _LEVEL)


def unpacked(kept: bytes, width: int, height: int) -> QImage | None:
    """The picture of so many pixels that was packed; None where these bytes are none."""
    size = width * height * _BYTES_A_PIXEL
    try:
        pixels = zlib.decompressobj().decompress(kept, size + 1)
    except zlib.error:
        return None
    if len(pixels) != size:
        return None
    return QImage(pixels, width, height, width * _BYTES_A_PIXEL, PIXELS).copy()
