"""Figures as files: SVG text and PNG bytes, in a palette's colours."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from backease_desktop.core.figure.shapes import Drawing, Shape
from backease_desktop.core.figure.svg import svg
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.figure.painter import paint


def svg_text(drawing: Drawing, colours: FigureColours, paper: bool = True) -> str:
    """The drawing as an SVG document in a palette's colours."""

    def colour(shape: Shape) -> tuple[str, float]:
        found = colours.of(shape)
        return found.name(), found.alphaF()

    return svg(drawing, colour, colours.paper if paper else "")


def image(drawing: Drawing, width: int, height: int, colours: FigureColours) -> QImage:
    """The drawing as a picture of so many pixels, on the palette's paper."""
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(colours.paper))
    painter = QPainter(picture)
    paint(painter, drawing, QRectF(0, 0, width, height), colours)
    painter.end()
    return picture


def png_bytes(drawing: Drawing, width: int, height: int, colours: FigureColours) -> bytes:
    """The drawing as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image(drawing, width, height, colours))
    return bytes(buffer.data().data())
