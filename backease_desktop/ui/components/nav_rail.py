"""The rail at the left: a tab for each page, an icon over its name.

Rules:
1. It is a tab bar, and screen readers are told so: Tab comes to the page that is on, the arrow keys
   show the others, and Enter goes on into the page.
2. Where the window is too low for all tabs, icons and words are smaller than the person asked for,
   but never smaller than at 100 % text; a tab that cannot be seen would be worse.
3. In a narrow window there are icons alone, as small as all of them need; the name is the tip.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTabBar, QVBoxLayout, QWidget

from backease_desktop.ui.components.pressable import ENTER, KEYBOARD, paint_ring
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size

WIDTH = 92
MARGINS = (12, 16, 12, 16)
NARROW_MARGINS = (4, 4, 4, 4)
ICON = 24
HEIGHT = 58
ICON_HEIGHT = 32
GAP = 6
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Tabs(QTabBar):
    """The tabs.

    Signals:
        resized: they may have become wider or narrower.
        entered: Enter or Space was pressed on the one that is on.
    """

    resized = Signal()
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icons: list[str] = []
        self._tips: list[str] = []
        self._factor = 1.0
        self._has_ring = False
        self._hovered = -1
        self.setShape(QTabBar.Shape.RoundedWest)
        self._measured = ("", 0), 0
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def add(self, key: str, icon: str, text: str, tip: str) -> None:
        """Put a tab at the end."""
        self._icons.append(icon)
        number = self.addTab(text)
        self.setTabData(number, key)
        self._tips.append(tip)

    def fit(self) -> None:
        """Be as large as the person asked for, if all have room."""
        least = 0.0 if self._look.is_narrow else min(1.0, 1 / self._look.theme.scale)
        wanted = self.count() * self._look.theme.px(self._height + GAP)
        self._factor = max(least, min(1.0, self.height() / max(1, wanted)))
        for number, tip in enumerate(self._tips):
            named = f"{self.tabText(number)} ({tip})"
            self.setTabToolTip(number, named if self._look.is_narrow and tip else tip)
        self.setIconSize(QSize(self._px(ICON), self._px(ICON)))

    def widest(self) -> int:
        """Width that the widest tab needs, in pixels."""
        if self._look.is_narrow:
            return self._look.theme.px(ICON + 12)
        font = self._font()
        asked = font.key(), self.count()
        if asked != self._measured[0]:  # Qt asks for each tab, and for all of them again and again
            metrics = QFontMetrics(font)
            words = (metrics.horizontalAdvance(self.tabText(i)) for i in range(self.count()))
            self._measured = asked, max(words, default=0)
        return max(self._px(64), self._measured[1] + self._px(14))

    def tabSizeHint(self, index: int) -> QSize:
        """All tabs are of one size."""
        return QSize(self.widest(), self._px(self._height) + self._px(GAP))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: words are never cut."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Any height will do."""
        return QSize(self.widest(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tabs to the height."""
        self.fit()
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next page, Enter goes into it; the window has the other keys."""
        if (step := STEPS.get(Qt.Key(event.key()))) is not None:
            self.setCurrentIndex(min(max(0, self.currentIndex() + step), self.count() - 1))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setCurrentIndex(0 if event.key() == Qt.Key.Key_Home else self.count() - 1)
        elif event.key() in (*ENTER, Qt.Key.Key_Space):
            self.entered.emit()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns over the rail changes no page."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would reach."""
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing would be reached."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        self._has_ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every tab; the page that is on stands on a pale accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self.count()):
            shape = QRectF(self.tabRect(number)).adjusted(0, 0, 0, -self._px(GAP))
            shape.setWidth(self.width())
            self._paint_tab(painter, shape, number)

    def _paint_tab(self, painter: QPainter, shape: QRectF, number: int) -> None:
        c, px = self._look.colours, self._px
        is_on = number == self.currentIndex()
        painter.setPen(Qt.PenStyle.NoPen)
        if is_on or number == self._hovered:
            painter.setBrush(QColor(c.accent_soft if is_on else c.hover))
            painter.drawRoundedRect(shape, RADIUS_FIELD, RADIUS_FIELD)
        ink = c.accent_text if is_on else c.muted_text
        icon = round(ICON * self._factor)
        pixmap = self._look.icon(self._icons[number], ink, icon, self.devicePixelRatioF())
        left = round(shape.center().x() - px(ICON) / 2)
        painter.drawPixmap(QPointF(left, round(shape.top() + px(4))), pixmap)
        if not self._look.is_narrow:
            painter.setFont(self._font())
            painter.setPen(QColor(ink))
            words = shape.adjusted(0, px(34), 0, -px(4))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tabText(number))
        if is_on and self._has_ring and self.hasFocus():
            paint_ring(painter, shape, c.accent, RADIUS_FIELD)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()

    @property
    def _height(self) -> int:
        return ICON_HEIGHT if self._look.is_narrow else HEIGHT

    def _px(self, size: float) -> int:
        return round(self._look.theme.px(size) * self._factor)

    def _font(self) -> QFont:
        font = self._look.font(Size.SMALL, QFont.Weight.Medium)
        font.setPixelSize(round(font.pixelSize() * self._factor))
        return font


class NavRail(QWidget):
    """The rail.

    Signals:
        page_requested: somebody wants to see the page of that key.
        page_entered: somebody wants to go on into the page that is on.
    """

    page_requested = Signal(str)
    page_entered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tabs = _Tabs(look, self)
        self.setAccessibleName(self.tr("Pages"))
        self.tabs.currentChanged.connect(self._on_current_changed)
        self.tabs.resized.connect(self._fit)
        self.tabs.entered.connect(self.page_entered)
        layout = QVBoxLayout(self)
        self._column = layout
        layout.addWidget(self.tabs, 1)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def add_item(self, key: str, icon: str, text: str, tip: str = "") -> None:
        """Put a page's tab at the end."""
        with QSignalBlocker(self.tabs):
            self.tabs.add(key, icon, text, tip)
        self._on_look_changed()

    def set_current(self, key: str) -> None:
        """Mark the page that is on; the rail is hidden while that has no tab."""
        keys = [self.tabs.tabData(number) for number in range(self.tabs.count())]
        if key in keys:
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(keys.index(key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line between the rail and the page."""
        painter = QPainter(self)
        painter.setPen(QColor(self._look.colours.line))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _on_current_changed(self, number: int) -> None:
        self.page_requested.emit(self.tabs.tabData(number))

    def _on_look_changed(self) -> None:
        self._fit()
        self.tabs.fit()
        self.update()

    def _fit(self) -> None:
        margins = NARROW_MARGINS if self._look.is_narrow else MARGINS
        self._column.setContentsMargins(*margins)
        wanted = self.tabs.widest() + margins[0] + margins[2]
        self.setFixedWidth(wanted if self._look.is_narrow else max(WIDTH, wanted))
