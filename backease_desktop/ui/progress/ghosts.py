"""What will stand here, drawn in outline: it shows no trend, because there is none yet."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_CARD, mix

HEIGHT = 130
GAP = 0.16
RADIUS = 6


class Ghost(QFrame):
    """A place for a chart.

    Args:
        look: the theme and the fonts.
        name: what it will show.
        when: from when on, and of what.
        columns, lines: cells that it is drawn of; one line makes bars.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        when: str,
        columns: int,
        lines: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(2)
        column.addWidget(Label(name, "body", is_strong=True, wraps=True))
        column.addWidget(Label(when, "small", "muted", wraps=True))
        column.addSpacing(10)
        column.addWidget(_Cells(look, columns, lines))
        column.addStretch(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed line around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.colours.border), 1, Qt.PenStyle.DashLine))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, RADIUS_CARD, RADIUS_CARD)


class _Cells(QWidget):
    def __init__(self, look: Look, columns: int, lines: int) -> None:
        super().__init__()
        self._look = look
        self._columns, self._lines = columns, lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, min(self._look.theme.px(HEIGHT), 2 * HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = self._look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(c.soft, c.line, 0.35)))
        wide, high = self.width() / self._columns, self.height() / self._lines
        is_bars = self._lines == 1
        for n in range(self._columns):
            for line in range(self._lines):
                area = QRectF(n * wide, line * high, wide * (1 - GAP), high * (1 - GAP))
                if is_bars:  # all alike: nothing rises or falls
                    area.setWidth(wide * 0.5)
                painter.drawRoundedRect(area, RADIUS, RADIUS)
