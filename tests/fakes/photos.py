"""Photos for tests: real ones, as Qt writes them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def image_of(width: int, height: int, colour: str = "teal") -> QImage:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def bytes_of(image: QImage, kind: str) -> bytes:
    """A picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def jpeg_of(width: int, height: int, colour: str = "teal") -> bytes:
    """A JPEG of one colour."""
    return bytes_of(image_of(width, height, colour), "jpeg")


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment at its beginning."""
    return jpeg[:2] + bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body + jpeg[2:]


def taken_at_home(jpeg: bytes) -> bytes:
    """A JPEG with all that cameras and people write into one."""
    for marker, body in (
        (0xE1, b"Exif\0\0" + b"GPSLatitude 52.5" * 20),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
        (0xED, b"Photoshop 3.0\0 by somebody"),
        (0xFE, b"at home, in March"),
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\x20\x20" + b"thumbnail" * 300),
    ):
        jpeg = with_segment(jpeg, marker, body)
    return jpeg
