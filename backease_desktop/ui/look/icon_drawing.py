"""Our icons as lines: the few words of SVG that they are written in.

Rules:
1. An icon is lines of one width, round at ends and joints, in `currentColor`: `circle`, `rect` with
   round corners, and `path` with M, L, H, V, C, circular A and Z. Anything else is an error, so
   that what an editor has exported is found out by the tests rather than by the eye.
2. They are read here because Qt's own reader of SVG would be 1.5 MB in a program that shows one
   icon all day; a test holds both to the same picture.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QXmlStreamReader
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID = 24
"""Units of a side."""

_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+))|[\s,]+|(.)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}
"""How many numbers each command takes."""


@dataclass(frozen=True, slots=True)
class IconDrawing:
    """The lines of an icon, in units of its grid."""

    lines: tuple[QPainterPath, ...]
    width: float

    def paint(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Draw the icon into an area."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        painter.scale(area.width() / GRID, area.height() / GRID)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour, self.width, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.lines:
            painter.drawPath(line)
        painter.restore()


def read_icon(svg: str) -> IconDrawing:
    """The drawing in a file.

    Raises:
        ValueError: it is no icon of ours.
    """
    lines: list[QPainterPath] = []
    width = 0.0
    reader = QXmlStreamReader(svg)
    while not reader.atEnd():
        if reader.readNext() is not QXmlStreamReader.TokenType.StartElement:
            continue
        name = str(reader.name())
        said = reader.attributes().value
        match name:
            case "svg":
                width = float(said("stroke-width"))
            case "path":
                lines.append(_path(said("d")))
            case "circle":
                x, y, radius = (float(said(key)) for key in ("cx", "cy", "r"))
                lines.append(QPainterPath())
                lines[-1].addEllipse(QPointF(x, y), radius, radius)
            case "rect":
                box = QRectF(*(float(said(key)) for key in ("x", "y", "width", "height")))
                lines.append(QPainterPath())
                lines[-1].addRoundedRect(box, float(said("rx")), float(said("rx")))
            case _:
                raise ValueError(f"<{name}> is no word of our icons")
    if reader.hasError():
        raise ValueError(reader.errorString())
    return IconDrawing(tuple(lines), width)


def _path(words: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _commands(words):
        here = path.currentPosition()
        start = here if command.islower() else QPointF()
        points = [start + QPointF(*numbers[i : i + 2]) for i in range(0, len(numbers) - 1, 2)]
        match command.upper():
            case "M":
                path.moveTo(points[0])
            case "L":
                path.lineTo(points[0])
            case "H":
                path.lineTo(start.x() + numbers[0], here.y())
            case "V":
                path.lineTo(here.x(), start.y() + numbers[0])
            case "C":
                path.cubicTo(*points)
            case "A":
                radius, other, turn, is_long, is_clockwise = numbers[:5]
                if radius != other or turn:
                    raise ValueError("arcs of our icons are those of a circle")
                _arc(path, radius, is_long, is_clockwise, start + QPointF(*numbers[5:]))
            case _:
                path.closeSubpath()
    return path


def _commands(words: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; numbers that go on after a command repeat it."""
    command, numbers = "", list[float]()
    for letter, number, other in _TOKEN.findall(words):
        if other or (letter and (numbers or letter.upper() not in _NUMBERS)):
            raise ValueError(f"{words!r} is no path of our icons")
        if letter:
            command = letter
        elif number:
            numbers.append(float(number))
        if not (letter or number) or len(numbers) < _NUMBERS.get(command.upper(), 9):
            continue
        yield command, numbers
        command = {"M": "L", "m": "l"}.get(command, command)
        numbers = []
    if numbers:
        raise ValueError(f"{words!r} breaks off")


def _arc(
    path: QPainterPath, radius: float, is_long: float, is_clockwise: float, end: QPointF
) -> None:
    """Add the arc of a circle from the current position, by the rules of SVG."""
    half = (path.currentPosition() - end) / 2
    middle = end + half
    length = math.hypot(half.x(), half.y())
    radius = max(radius, length)
    away = math.sqrt(radius**2 - length**2) / length
    if is_long == is_clockwise:
        away = -away
    centre = middle + QPointF(half.y(), -half.x()) * away
    first, last = (
        math.degrees(math.atan2(point.y() - centre.y(), point.x() - centre.x()))
        for point in (path.currentPosition(), end)
    )
    sweep = (last - first) % 360
    if not is_clockwise:
        sweep -= 360
    circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    path.arcTo(circle, -first, -sweep)  # Qt counts degrees against the clock
