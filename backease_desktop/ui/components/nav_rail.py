"""The rail at the left: one item for each page, an icon over its name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.style import Look
from backease_desktop.ui.theme import RADIUS_FIELD, Size

WIDTH = 92
ICON = 24


class NavItem(Pressable):
    """A page's item in the rail."""

    def __init__(self, look: Look, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self._icon = icon
        self.setCheckable(True)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Room for the icon over the name."""
        px = self.px
        width = max(px(64), QFontMetrics(self._font()).horizontalAdvance(self.text()) + px(4))
        return QSize(width, px(58))

    def radius(self, shape: QRectF) -> float:
        """Softly rounded."""
        return RADIUS_FIELD

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """The page that is on stands on a pale accent."""
        c, px = self.look.colours, self.px
        if self.isChecked():
            self.paint_ground(painter, shape, c.accent_soft, None)
        elif self.underMouse():
            self.paint_ground(painter, shape, c.hover, None)
        ink = c.accent_text if self.isChecked() else c.muted_text
        pixmap = self.icon_of(self._icon, ink, ICON)
        left = round(shape.center().x() - px(ICON) / 2)
        painter.drawPixmap(QPointF(left, round(shape.top() + px(4))), pixmap)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        words = shape.adjusted(0, px(34), 0, -px(4))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self) -> QFont:
        return self.font_of(Size.SMALL, QFont.Weight.Medium)


class NavRail(QWidget):
    """The rail.

    Signals:
        page_requested: somebody wants to see the page of that key.
    """

    page_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._items: dict[str, NavItem] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 16, 12, 16)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self.setAccessibleName(self.tr("Pages"))
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def add_item(self, key: str, icon: str, text: str) -> NavItem:
        """Put a page's item at the end."""
        item = NavItem(self._look, icon, text, self)
        item.clicked.connect(lambda: self.page_requested.emit(key))
        self._group.addButton(item)
        self._layout.insertWidget(self._layout.count() - 1, item)
        self._items[key] = item
        self._on_look_changed()
        return item

    def set_current(self, key: str) -> None:
        """Mark the page that is on; no item, if it has none."""
        self._group.setExclusive(False)
        for name, item in self._items.items():
            item.setChecked(name == key)
        self._group.setExclusive(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line between the rail and the page."""
        painter = QPainter(self)
        painter.setPen(QColor(self._look.colours.line))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _on_look_changed(self) -> None:
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        self.setFixedWidth(max(WIDTH, widest + 24))
        self.update()
