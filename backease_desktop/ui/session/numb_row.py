"""*It runs down the leg, or it is numb*: one line that is said, or not."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.wrapped import paint_words, words_size
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size, mix

KEY = "L"
PAD = 16
NARROW_PAD = 10
ICON = 18
HEIGHT = 48
GAP = 12


class NumbRow(Pressable):
    """The line; checked while it is said. Its key is L, which whoever has the focus hands on."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setText(self.tr("It runs down the leg, or it is numb"))
        self._note = self.tr("then we stop here and show when to get help")
        self.setCheckable(True)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(f"{self._note}. {self.tr('Key: {key}').format(key=KEY)}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Whether it is said is not the line's own to know: it is told."""

    def sizeHint(self) -> QSize:
        """Room for the words; the note is left out where it has none."""
        if (most := self.most_words) is not None:
            size = words_size(self.text(), self._font(QFont.Weight.DemiBold), most)
            return QSize(size.width() + 2 * self.px(NARROW_PAD), size.height() + self.px(20))
        words = QFontMetrics(self._font(QFont.Weight.DemiBold)).horizontalAdvance(self.text())
        hint = round(key_hint_size(self.look, KEY, self._factor).width())
        width = words + hint + self.px(2 * PAD + ICON + 2 * GAP)
        return QSize(width, self.px(HEIGHT))

    def radius(self, shape: QRectF) -> float:
        """Softly rounded."""
        return RADIUS_FIELD

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Icon, words, what comes of it, and the key; all on ink while it is said."""
        c = self.look.colours
        is_said = self.isChecked()
        fill = c.ink if is_said else (c.hover if self.underMouse() else c.card)
        self.paint_ground(painter, shape, fill, None if is_said else c.border)
        ink, middle = c.bg if is_said else c.ink, shape.center().y()
        if self.most_words is not None:
            pad = self.px(NARROW_PAD)
            painter.setFont(self._font(QFont.Weight.DemiBold))
            painter.setPen(QColor(ink))
            inner = shape.adjusted(pad, 0, -pad, 0)
            paint_words(painter, inner, self.text(), Qt.AlignmentFlag.AlignLeft)
            return
        icon = self.icon_of("down", c.bg if is_said else c.warning_text, ICON)
        x = shape.left() + self.px(PAD)
        painter.drawPixmap(QPointF(x, round(middle - self.px(ICON) / 2)), icon)
        hint = key_hint_size(self.look, KEY, self._factor)
        end = shape.right() - self.px(PAD) - hint.width()
        spot = QRectF(QPointF(end, middle - hint.height() / 2), hint)
        paint_key_hint(painter, spot, self.look, KEY, ink if is_said else None, self._factor)
        x += self.px(ICON + GAP)
        strong = self._font(QFont.Weight.DemiBold)
        words = QFontMetrics(strong).horizontalAdvance(self.text())
        self._say(painter, strong, ink, QRectF(x, shape.top(), words + 1, shape.height()))
        x += words + self.px(GAP)
        room = end - self.px(GAP) - x
        plain = self.font_of(Size.SMALL, QFont.Weight.Normal)
        if QFontMetrics(plain).horizontalAdvance(self._note) <= room:
            painter.setFont(plain)
            painter.setPen(QColor(mix(c.bg, c.ink, 0.2) if is_said else c.muted_text))
            area = QRectF(x, shape.top(), room, shape.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._note)

    def _say(self, painter: QPainter, font: QFont, ink: str, area: QRectF) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _font(self, weight: QFont.Weight) -> QFont:
        return self.font_of(Size.BODY, weight)
