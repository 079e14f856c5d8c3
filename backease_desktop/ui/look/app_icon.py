"""The icon of the program, as the window and the tray show it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from backease_desktop.ui.look.style import Look

SIZES = (16, 22, 32, 64)


def app_icon(look: Look, ground: str = "accent") -> QIcon:
    """A sitting person on a ground of a role's colour, seen on light and on dark panels."""
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(look.colours, ground)))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.28, size * 0.28)
        drawing = look.icon("sitting", look.colours.on_accent, size)
        edge = size // 10
        painter.drawPixmap(QRect(edge, edge, size - 2 * edge, size - 2 * edge), drawing)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
