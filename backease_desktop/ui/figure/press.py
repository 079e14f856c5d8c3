"""Printing by the millimetre: words, boxes and figures on the pages of a PDF."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from backease_desktop.core.figure.shapes import Drawing
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.figure.painter import paint

RESOLUTION = 600
PER_MM = RESOLUTION / 25.4
PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}

_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Type:
    """A style of words: size in points, colour, weight."""

    points: float
    colour: str
    weight: QFont.Weight = QFont.Weight.Normal


class Press:
    """The pages of one document. Places and sizes are millimetres from the paper's upper left."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._writer = writer
        size = writer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        self.width, self.height = size.width(), size.height()
        self._painter = QPainter(writer)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def new_page(self) -> None:
        """Go on with the next page."""
        self._writer.newPage()

    def end(self) -> None:
        """Finish the document."""
        self._painter.end()

    def text_height(self, text: str, style: Type, width: float) -> float:
        """How high a text becomes in lines of a width; 0 for no text."""
        if not text:
            return 0.0
        metrics = QFontMetricsF(self._font(style), self._writer)
        room = QRectF(0, 0, width * PER_MM, 1e6)
        return metrics.boundingRect(room, _WRAPPED, text).height() / PER_MM

    def text(
        self,
        text: str,
        style: Type,
        at: QRectF,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a text in lines within a box; more lines than it holds go on beneath it."""
        painter = self._painter
        painter.setFont(self._font(style))
        painter.setPen(QColor(style.colour))
        flags = _WRAPPED | Qt.TextFlag.TextDontClip | align
        painter.drawText(_device(at), flags, text)
        painter.setPen(Qt.PenStyle.NoPen)

    def box(self, at: QRectF, colour: str, radius: float = 0.0) -> None:
        """Fill a box."""
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(_device(at), radius * PER_MM, radius * PER_MM)

    def figure(self, drawing: Drawing, at: QRectF, colours: FigureColours) -> None:
        """Draw a figure as large as it fits."""
        paint(self._painter, drawing, _device(at), colours)

    def arrow(self, at: QPointF, size: float, colour: str) -> None:
        """A small triangle that points to the right, its middle at a place."""
        x, y, half = at.x() * PER_MM, at.y() * PER_MM, size * PER_MM / 2
        self._painter.setBrush(QColor(colour))
        self._painter.drawPolygon(
            [QPointF(x - half, y - half), QPointF(x + half, y), QPointF(x - half, y + half)]
        )

    def _font(self, style: Type) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPointSizeF(style.points)
        font.setWeight(style.weight)
        return font


def printed(title: str, paper: str, draw: Callable[[Press], None]) -> bytes:
    """The bytes of a PDF whose pages `draw` fills.

    Args:
        title: of the document.
        paper: `a4` or `letter`.
        draw: begins on the first page.
    """
    app = QGuiApplication.instance() or QGuiApplication(["backease", "-platform", "offscreen"])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("BackEase")
    writer.setResolution(RESOLUTION)
    size = QPageSize(PAPERS[paper])
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    press = Press(writer)
    draw(press)
    press.end()
    del writer, app
    return bytes(buffer.data().data())


def _device(at: QRectF) -> QRectF:
    return QRectF(at.x() * PER_MM, at.y() * PER_MM, at.width() * PER_MM, at.height() * PER_MM)
