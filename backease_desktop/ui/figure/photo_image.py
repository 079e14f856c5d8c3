"""Photos from anywhere made into those that are kept: small plain JPEGs, the right way up.

The picture alone is taken over, pixel by pixel, so nothing that a camera or a program wrote beside
it (place, day, owner) is kept or given away.
"""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.jpeg import JpegError, jpeg_size, without_metadata

MOST_SIDE, LEAST_SIDE = 1280, 480
"""Pixels of the longer side of a photo that is kept: at first, and as small as it may become."""
MOST_BYTES = 300 << 10
QUALITIES = (85, 75, 65, 55)
MOST_PIXELS = 80_000_000
"""Of a photo that is taken in."""
KINDS = frozenset({b"jpeg", b"png", b"webp"})


class PhotoError(ReportedError):
    """A file is no photo that can be used; says why."""


def kept_photo(data: bytes) -> bytes:
    """A photo as it is kept.

    Raises:
        PhotoError: it cannot be used.
    """
    image = _read(data)
    side = MOST_SIDE
    while True:
        plain = _plain(image, side)
        for quality in QUALITIES:
            jpeg = _jpeg(plain, quality)
            if len(jpeg) <= MOST_BYTES:
                return jpeg
        if side <= LEAST_SIDE:
            raise PhotoError("The photo cannot be made small enough; take another one.")
        side = side * 3 // 4


@lru_cache(maxsize=4)
def scaled_photo(photo: bytes, width: int, height: int) -> QImage:
    """A photo that is kept, in a size (px) to be painted; null where it cannot be read."""
    image = QImage.fromData(photo)
    if image.isNull():
        return image
    mode = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(width, height, mode, Qt.TransformationMode.SmoothTransformation)


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data())
    if kind not in KINDS:
        raise PhotoError("This is no photo that can be used; choose a JPEG, PNG or WebP file.")
    if kind == b"jpeg":
        try:  # Qt shows half of what is cut off
            jpeg_size(data, most=1 << 16)
        except JpegError as error:
            raise PhotoError("The photo is damaged, and cannot be opened.") from error
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise PhotoError(
            f"The photo has {size.width()} × {size.height()} pixels; that is too many to open."
        )
    if kind == b"jpeg" and max(size.width(), size.height()) > 2 * MOST_SIDE:
        bound = QSize(2 * MOST_SIDE, 2 * MOST_SIDE)
        reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PhotoError("The photo is damaged, and cannot be opened.")
    return image


def _plain(image: QImage, side: int) -> QImage:
    """The picture alone, no larger than so many pixels, on white where it is clear."""
    bound = QSize(side, side).boundedTo(image.size())
    size = image.size().scaled(bound, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    plain = QImage(size, QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(0, 0, small)
    painter.end()
    return plain


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.write(image)
    try:
        return without_metadata(bytes(buffer.data().data()))
    except JpegError as error:
        raise PhotoError("The photo cannot be written as a JPEG.") from error
