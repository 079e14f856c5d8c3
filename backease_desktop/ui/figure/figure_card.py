"""The card with the figure: the exercise's name, its landmark, and the picture.

Where there is no picture of an exercise, the card shows the position of the body as a drawing of
few lines, and says it: that much is true of every exercise.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.line import Line, Run
from backease_desktop.ui.figure.pill import Pill
from backease_desktop.ui.formats import position_words
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size, mix

MARGIN = 20


class PositionPicture(QWidget):
    """The position of the body, where there is no figure."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._position: Position | None = None
        self._factor = 1.0
        look.changed.connect(self.update)

    def show_position(self, position: Position | None) -> None:
        """Show a position; None shows nothing."""
        if position is not self._position:
            self._position = position
            self.setAccessibleName(position_words(position) if position else "")
            self.update()

    def set_factor(self, factor: float) -> None:
        """Make the words larger than the theme has them."""
        self._factor = factor
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An icon, large and pale, over its words."""
        if self._position is None:
            return
        c, theme = self._look.colours, self._look.theme
        painter = QPainter(self)
        font = self._look.font(Size.BODY)
        font.setPixelSize(round(font.pixelSize() * self._factor))
        words = QFontMetricsF(font).height()
        has_words = self.height() > 4 * words
        side = min(self.width() * 0.7, self.height() * 0.62 if has_words else self.height() * 0.9)
        ink = mix(c.accent, c.soft, 0.35)
        icon = self._look.icon(
            self._position.value, ink, int(side / theme.scale), self.devicePixelRatioF()
        )
        top = (self.height() - side - (words if has_words else 0)) / 2
        painter.drawPixmap(QPointF((self.width() - side) / 2, top), icon)
        if has_words:
            painter.setFont(font)
            painter.setPen(QColor(c.muted_text))
            area = QRectF(0, top + side, self.width(), words)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, position_words(self._position))


class FigureCard(Card):
    """The card.

    Args:
        look: the theme and the fonts.
        figure: a widget that draws the figure; it is told by whoever made it.
    """

    def __init__(
        self, look: Look, figure: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, Ground.SOFT, parent=parent)
        self.name = Line(look, Size.HEADING, parent=self)
        self.pill = Pill(look, self)
        self._position = PositionPicture(look, self)
        self._figure = figure
        self._factor = 1.0
        if figure is not None:
            figure.setParent(self)
        self.show_figure(figure is not None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._arrange)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the exercise of a moment."""
        segment = snapshot.segment
        name = segment.name or snapshot.timeline.name
        before = (self.name.text, self.pill.text)
        self.name.set_runs(Run(name, weight=QFont.Weight.Bold))
        self.pill.set_text(segment.landmark or "", self._factor)
        coming = snapshot.timeline.segments[snapshot.index :]
        self._position.show_position(next((s.position for s in coming if s.position), None))
        if before != (self.name.text, self.pill.text):
            self._arrange()

    def show_figure(self, is_drawn: bool) -> None:
        """Show the figure, or the position for an exercise without one."""
        has_figure = is_drawn and self._figure is not None
        if self._figure is not None:
            self._figure.setVisible(has_figure)
        self._position.setVisible(not has_figure)

    def set_factor(self, factor: float) -> None:
        """Make the words larger than the theme has them."""
        if factor != self._factor:
            self._factor = factor
            self.name.set_factor(factor)
            self.pill.set_text(self.pill.text, factor)
            self._position.set_factor(factor)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Name at the left, landmark at the right; beneath the name where both have no room."""
        margin = MARGIN if min(self.width(), self.height()) > 300 else MARGIN // 2 + 2
        room = self.width() - 2 * margin
        name, pill = self.name.sizeHint(), self.pill.sizeHint()
        has_pill = bool(self.pill.text)
        pill_width = min(pill.width(), room)
        is_stacked = has_pill and name.width() + 12 + pill_width > room
        row = max(name.height(), pill.height())
        name_width = room if is_stacked or not has_pill else room - pill_width - 12
        self.name.setGeometry(
            margin + 2, margin + (row - name.height()) // 2, name_width, name.height()
        )
        left = margin if is_stacked else self.width() - margin - pill_width
        top = margin + (row + 4 if is_stacked else (row - pill.height()) // 2)
        self.pill.setVisible(has_pill)
        self.pill.setGeometry(left, top, pill_width, pill.height())
        below = top + pill.height() if is_stacked else margin + row
        area = self.rect().adjusted(margin, below + 8, -margin, -margin)
        self._position.setGeometry(area)
        if self._figure is not None:
            self._figure.setGeometry(area)
