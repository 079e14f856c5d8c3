"""The ring around the digits: how much of the time is left, from the top on and clockwise.

It is drawn by corners that stay where they are: the curves of an arc lie a little elsewhere at
every length of it, so all of it would have to be painted again whenever its end goes on.
"""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_CORNERS = 360
"""So many that on the largest screens they are a thirtieth of a pixel beside the circle."""


def stroke_of(square: QRectF) -> float:
    """How wide the line of a ring in a square is."""
    return max(6.0, square.width() * 0.032)


class Ring:
    """Draws the ring; knows its corners as long as its place stays the same."""

    def __init__(self) -> None:
        self._circle = QRectF()
        self._corners: list[QPointF] = []

    def paint(
        self, painter: QPainter, square: QRectF, left: float, colour: QColor, groove: QColor
    ) -> None:
        """Paint it in a square.

        Args:
            painter: paints smooth edges.
            square: the place.
            left: how much is left, 1 to 0.
            colour: of what is left.
            groove: the colour of the rest.
        """
        circle, stroke = _circle(square), stroke_of(square)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(groove, stroke))
        painter.drawEllipse(circle)
        if left <= 0:
            return
        if circle != self._circle:
            self._circle = circle
            self._corners = [_on(circle, number / _CORNERS) for number in range(_CORNERS + 1)]
        painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([*self._corners[: 1 + int(_CORNERS * left)], _on(circle, left)])

    def between(self, square: QRectF, before: float, now: float) -> QRectF:
        """What changes where a little less is left now than before."""
        circle, stroke = _circle(square), stroke_of(square)
        box = QRectF(_on(circle, before), _on(circle, now)).normalized()
        return box.adjusted(-stroke, -stroke, stroke, stroke)


def _circle(square: QRectF) -> QRectF:
    inset = stroke_of(square) / 2
    return square.adjusted(inset, inset, -inset, -inset)


def _on(circle: QRectF, share: float) -> QPointF:
    """The point of a circle at a share of it."""
    angle, radius = pi / 2 - 2 * pi * share, circle.width() / 2
    return circle.center() + QPointF(cos(angle) * radius, -sin(angle) * radius)
