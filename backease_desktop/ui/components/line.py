"""One line of words that is painted: it can grow with the window, and is cut with an ellipsis."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look within a line; `tone` is the name of one of the theme's colours."""

    text: str
    tone: str = "ink"
    weight: QFont.Weight = QFont.Weight.Normal


class Line(QWidget):
    """A line of runs.

    A screen reader reads it as plain words.

    Args:
        look: the theme and the fonts.
        size: of the type at a factor of 1.
        alignment: left, centre or right.
        least: how far the type may shrink before words are cut, as a share of its size.
    """

    accessible_role = QAccessible.Role.StaticText

    def __init__(
        self,
        look: Look,
        size: Size = Size.BODY,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        least: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._alignment = alignment
        self._least = least
        self._factor = 1.0
        self._runs: tuple[Run, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @property
    def text(self) -> str:
        """All words of the line."""
        return "".join(run.text for run in self._runs)

    def set_runs(self, *runs: Run) -> None:
        """Say something; repaints if it is something else than before."""
        runs = tuple(run for run in runs if run.text)
        if runs != self._runs:
            self._runs = runs
            self.setAccessibleName(self.text)
            self._on_look_changed()

    def set_factor(self, factor: float) -> None:
        """Make the type larger than the theme has it."""
        if factor != self._factor:
            self._factor = factor
            self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        return QSize(round(self._natural_width()) + 2, self.line_height())

    def minimumSizeHint(self) -> QSize:
        """It can be cut down to nothing."""
        return QSize(0, self.line_height())

    def line_height(self) -> int:
        """Height of the line in pixels."""
        return round(QFontMetricsF(self._font(QFont.Weight.Bold)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint run after run; what has no room ends in an ellipsis."""
        painter = QPainter(self)
        room = float(self.width())
        natural = self._natural_width()
        share = max(self._least, min(1.0, room / natural)) if natural else 1.0
        total = min(room, natural * share)
        x = {
            Qt.AlignmentFlag.AlignHCenter: (room - total) / 2,
            Qt.AlignmentFlag.AlignRight: room - total,
        }.get(self._alignment, 0.0)
        for run in self._runs:
            font = self._font(run.weight, share)
            metrics = QFontMetricsF(font)
            text = run.text
            if x + metrics.horizontalAdvance(text) > room + 1:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - x)
            painter.setFont(font)
            painter.setPen(QColor(getattr(self._look.colours, run.tone)))
            spot = QRectF(QPointF(x, 0), QPointF(room + 2, self.height()))
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, text)
            if text != run.text:
                return
            x += metrics.horizontalAdvance(text)

    def _natural_width(self) -> float:
        return sum(
            QFontMetricsF(self._font(run.weight)).horizontalAdvance(run.text) for run in self._runs
        )

    def _font(self, weight: QFont.Weight, share: float = 1.0) -> QFont:
        font = self._look.font(self._size, weight)
        font.setPixelSize(max(1, int(font.pixelSize() * self._factor * share)))
        return font

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
