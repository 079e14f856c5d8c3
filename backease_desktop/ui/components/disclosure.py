"""What is needed seldom, behind a line that opens it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size

ICON = 20


class DisclosureLine(Pressable):
    """The line: a chevron, a word, and what stands behind it in a few more."""

    def __init__(self, look: Look, text: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self._hint = hint
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        return QSize(self.px(200), self.px(40))

    def radius(self, shape: QRectF) -> float:
        """Softly rounded."""
        return RADIUS_FIELD

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Chevron, words, hint; the hint is cut where it has no room."""
        c, px = self.look.colours, self.px
        if self.underMouse():
            self.paint_ground(painter, shape, c.hover, None)
        name = "chevron-down" if self.isChecked() else "forward"
        size = px(ICON)
        painter.drawPixmap(
            QPointF(px(4), round(shape.center().y() - size / 2)), self.icon_of(name, c.ink, ICON)
        )
        x = px(4) + size + px(8)
        font = self.font_of(Size.BODY, QFont.Weight.DemiBold)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        painter.setFont(font)
        painter.setPen(QColor(c.ink))
        flag = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x, 0, words + 1, shape.height()), flag, self.text())
        x += words + px(12)
        font = self.font_of(Size.SMALL, QFont.Weight.Normal)
        room = max(0, round(shape.width() - x - px(8)))
        hint = QFontMetrics(font).elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(c.muted_text))
        painter.drawText(QRectF(x, 0, room, shape.height()), flag, hint)


class Disclosure(QWidget):
    """A line with what it opens; closed at first.

    Args:
        look: the theme and the fonts.
        text: what it opens, in a word.
        hint: what is in there, in a few.
        body: what is opened.
    """

    def __init__(
        self, look: Look, text: str, hint: str, body: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = DisclosureLine(look, text, hint)
        self.line.toggled.connect(body.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(body)
        body.hide()

    @property
    def is_open(self) -> bool:
        """Whether what it opens is shown."""
        return self.line.isChecked()
