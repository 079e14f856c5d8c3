"""The icon in the sizes and files that each system asks for, drawn from the one drawing.

Windows' and Apple's files are boxes of PNG pictures with a short head, written here: each format is
a dozen lines, and a library for it would be one more that builds depend on.
"""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bundle.shipped import ROOT

DRAWING = ROOT / "resources" / "backease.svg"

HICOLOR = (16, 24, 32, 48, 64, 128, 256)
"""Pixels, for the folders of a Linux desktop."""

_WINDOWS = (16, 24, 32, 48, 256)
_APPLE = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}


def drawn(size: int) -> QImage:
    """The icon, `size` pixels wide."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["backease"])
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    del app
    return image


def png(size: int) -> bytes:
    """The icon as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico() -> bytes:
    """The icon as Windows has it: a list of pictures, then the pictures."""
    pictures = [(size, png(size)) for size in _WINDOWS]
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures:
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        body += picture
        place += len(picture)
    return head + body


def icns() -> bytes:
    """The icon as macOS has it: each picture behind its kind and length."""
    body = b""
    for kind, size in _APPLE.items():
        picture = png(size)
        body += kind.encode() + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_hicolor(share: Path, name: str) -> None:
    """Write it where a Linux desktop looks, below `share`."""
    for size in HICOLOR:
        _write(share, f"{size}x{size}", f"{name}.png", png(size))
    _write(share, "scalable", f"{name}.svg", DRAWING.read_bytes())


def _write(share: Path, size: str, name: str, content: bytes) -> None:
    path = share / "icons" / "hicolor" / size / "apps" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
