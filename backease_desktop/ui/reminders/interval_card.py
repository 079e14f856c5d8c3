"""An interval to be chosen, as a large card: minutes, how often that is, and its digit."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.pressable import ENTER, Pressable
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_CARD, Size


class IntervalCard(Pressable):
    """One of several of which one is chosen.

    Args:
        look: the theme and the fonts.
        minutes: at the computer.
        key: the digit.
    """

    def __init__(self, look: Look, minutes: int, key: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.minutes = minutes
        self._key = key
        self._often = ""
        self._is_flat = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        # Enter takes what is chosen, wherever the focus is.
        self.leave_keys(*ENTER)
        self.setAccessibleName(self.tr("Every {n} minutes").format(n=minutes))

    def say(self, often: str) -> None:
        """Say how often it calls: "up to 9 a day"."""
        self._often = often
        self.setAccessibleDescription(often)
        self._on_look_changed()

    def set_flat(self, is_flat: bool) -> None:
        """Have everything in a line, to stand below others; how often gives way to the number."""
        if is_flat != self._is_flat:
            self._is_flat = is_flat
            self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return self.size_when(self._is_flat)

    def size_when(self, is_flat: bool) -> QSize:
        """Its size in a line, or with the words below each other."""
        px = self.px
        number = QFontMetrics(self._number_font(is_flat)).horizontalAdvance(self._number())
        often = QFontMetrics(self._often_font()).horizontalAdvance(self._often)
        if is_flat:
            return QSize(number + px(96), px(56))
        return QSize(max(number, often) + px(40), px(112))

    def radius(self, shape: QRectF) -> float:
        """As a card."""
        return RADIUS_CARD

    def ring(self) -> tuple[str, float]:
        """Set off from the border of the chosen one."""
        return self.look.colours.accent, 6.0

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """A card; the chosen one has a border of accent, and a check beside its number."""
        c, px = self.look.colours, self.px
        fill = c.accent_soft if self.isChecked() else c.hover if self.underMouse() else c.card
        self.paint_ground(painter, shape, fill, c.border)
        if self.isChecked():
            painter.setPen(QPen(QColor(c.accent), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = RADIUS_CARD - 1.5
            painter.drawRoundedRect(shape.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        self._paint_corner(painter, shape)
        inside = shape.adjusted(px(16), 0, -px(16), 0)
        flag = Qt.AlignmentFlag
        number, often = QRectF(inside), QRectF(inside)
        if self._is_flat:
            number.setLeft(inside.left() + px(32))
            often.setRight(inside.right() - px(32))
        else:
            number.setBottom(shape.center().y() + px(18))
            number.setTop(number.bottom() - px(40))
            often.setTop(number.bottom() + px(2))
            often.setHeight(px(22))
        painter.setPen(QColor(c.ink))
        painter.setFont(self._number_font(self._is_flat))
        left = flag.AlignLeft if self._is_flat else flag.AlignHCenter
        painter.drawText(number, left | flag.AlignVCenter, self._number())
        painter.setPen(QColor(c.ink if self.isChecked() else c.muted_text))
        painter.setFont(self._often_font())
        right = flag.AlignRight if self._is_flat else flag.AlignHCenter
        if not self._is_flat or self._has_room_for_often():
            painter.drawText(often, right | flag.AlignVCenter, self._often)

    def _paint_corner(self, painter: QPainter, shape: QRectF) -> None:
        """The check at the left, the digit at the right."""
        px = self.px
        size = key_hint_size(self.look, self._key)
        top = shape.center().y() - size.height() / 2 if self._is_flat else shape.top() + px(12)
        spot = QRectF(shape.right() - px(14) - size.width(), top, size.width(), size.height())
        paint_key_hint(painter, spot, self.look, self._key)
        if self.isChecked():
            icon = self.icon_of("check", self.look.colours.accent_text, 20)
            painter.drawPixmap(round(shape.left() + px(14)), round(top), icon)

    def _has_room_for_often(self) -> bool:
        needed = QFontMetrics(self._often_font()).horizontalAdvance(self._often) + self.px(8)
        return self.width() >= self.size_when(is_flat=True).width() + needed

    def _number(self) -> str:
        return self.tr("{n} min").format(n=self.minutes)

    def _number_font(self, is_flat: bool) -> QFont:
        return self.font_of(Size.HEADING if is_flat else Size.TITLE, QFont.Weight.Bold)

    def _often_font(self) -> QFont:
        return self.font_of(Size.SMALL, QFont.Weight.Normal)
