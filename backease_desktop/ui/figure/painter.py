"""Paints a drawing with QPainter, at any size.

The picture's metres become pixels by one transform; shapes are filled without outlines, so a
40-pixel thumbnail and a 4K screen show the same figure.
"""

from __future__ import annotations

from itertools import starmap

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

from backease_desktop.core.figure.shapes import Box, Drawing, Shape
from backease_desktop.ui.figure.colours import FigureColours


def paint(painter: QPainter, drawing: Drawing, rect: QRectF, colours: FigureColours) -> None:
    """Fills `rect` with the drawing as large as it fits, standing on the same ground line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setTransform(placed(drawing.frame, rect), combine=True)
    for shape in drawing.shapes:
        painter.setBrush(colours.of(shape))
        painter.drawPath(path_of(shape))
    painter.restore()


def placed(frame: Box, rect: QRectF) -> QTransform:
    """The transform from a picture's metres to the pixels of a rectangle, frame centred."""
    scale = min(rect.width() / frame.width, rect.height() / frame.height)
    left = rect.center().x() - scale * (frame.left + frame.right) / 2
    spare = (rect.height() - scale * frame.height) / 2
    bottom = rect.bottom() - spare + scale * frame.bottom
    return QTransform(scale, 0, 0, -scale, left, bottom)


def path_of(shape: Shape) -> QPainterPath:
    """The union of a shape's rings as one path."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for ring in shape.rings:
        path.addPolygon(QPolygonF(list(starmap(QPointF, ring))))
        path.closeSubpath()
    return path
