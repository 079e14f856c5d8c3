"""Words on something pressed: in one line, or in a narrow window in as many as they need."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

MOST = 160
"""Width at 100 % text that the words of anything pressed have in a narrow window."""
_FLAGS = Qt.TextFlag.TextWordWrap


def words_size(text: str, font: QFont, most: int | None = None) -> QSize:
    """How much room words take, in lines of at most so many pixels."""
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text)
    if most is None or width <= most:
        return QSize(width, metrics.height())
    return metrics.boundingRect(QRect(0, 0, most, 10_000), _FLAGS, text).size()


def paint_words(painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    """Paint words that `words_size` has found room for, in the middle of its height."""
    flags = int(align | Qt.AlignmentFlag.AlignVCenter)
    if painter.fontMetrics().horizontalAdvance(text) > area.width():
        flags |= int(_FLAGS)
    painter.drawText(area, flags, text)
