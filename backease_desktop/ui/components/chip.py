"""Chips: small round switches, for filters and for what is on or off in a session."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.components.wrapped import paint_words, words_size
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size, mix

ICON = 18


class Chip(Pressable):
    """A chip, checkable unless told otherwise. Checked it is filled with ink, unless it is quiet.

    Args:
        look: the theme and the fonts.
        text: a word or two.
        icon: name of an icon before the words.
        is_checkable: False for one that acts.
        is_quiet: its words and icon say whether it is on; it is never filled.
        key: the key that does the same, shown beside the words.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        is_checkable: bool = True,
        is_quiet: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._icon = icon
        self._key = key
        self._is_quiet = is_quiet
        self._is_compact = False
        self.setCheckable(is_checkable)
        self.setAccessibleName(text)

    @property
    def key(self) -> str:
        """The key that does the same."""
        return self._key

    def set_words(self, text: str, icon: str = "") -> None:
        """Say something else, such as *Voice off* for *Voice on*."""
        if (text, icon) != (self.text(), self._icon):
            self.setText(text)
            self.setAccessibleName(text)
            self._icon = icon
            self.setToolTip(plain_tip(text) if self._is_compact else "")
            self.updateGeometry()

    def set_compact(self, is_compact: bool) -> None:
        """Show the icon alone, with the words as tooltip and accessible name."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.setToolTip(plain_tip(self.text()) if is_compact else "")
            self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        px = self.px
        words = self._words()
        width = 0 if self._is_compact else words.width()
        width += px(ICON) if self._icon else 0
        width += px(6) if self._icon and not self._is_compact else 0
        width += round(self._hint().width()) + px(8) if self._shows_key else 0
        padding = px(8) if self._is_compact else px(15)
        return QSize(width + 2 * padding, max(px(32), words.height() + px(10)))

    def ring(self) -> tuple[str, float]:
        """On ink the ring takes the colour of the paper."""
        return (
            (self.look.colours.bg, 3.0)
            if self.isChecked() and not self._is_quiet
            else super().ring()
        )

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """A round ground, then icon and words."""
        c, px = self.look.colours, self.px
        is_hot = self.underMouse() and self.isEnabled()
        if self.isChecked() and not self._is_quiet:
            fill, border, ink = mix(c.ink, c.bg, 0.15) if is_hot else c.ink, None, c.bg
        else:
            fill, border, ink = c.hover if is_hot else c.card, c.line, c.ink
        self.paint_ground(painter, shape, fill, border)
        font = self._font()
        words = 0 if self._is_compact else self._words().width()
        icon = px(ICON) if self._icon else 0
        gap = px(6) if icon and words else 0
        hint = self._hint() if self._shows_key else QSizeF(0, 0)
        after = hint.width() + px(8) if self._shows_key else 0
        x = shape.center().x() - (words + icon + gap + after) / 2
        if icon:
            pixmap = self.icon_of(self._icon, ink, ICON)
            painter.drawPixmap(QPointF(round(x), round(shape.center().y() - icon / 2)), pixmap)
        if words:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            area = QRectF(x + icon + gap, shape.top(), words + 1, shape.height())
            paint_words(painter, area, self.text(), Qt.AlignmentFlag.AlignHCenter)
        if self._shows_key:
            left = x + icon + gap + words + px(8)
            spot = QRectF(QPointF(left, shape.center().y() - hint.height() / 2), hint)
            paint_key_hint(painter, spot, self.look, self._key, None, self._factor)

    def _words(self) -> QSize:
        most = self.most_words
        icon = self.px(ICON + 6) if self._icon else 0
        return words_size(self.text(), self._font(), None if most is None else most - icon)

    @property
    def _shows_key(self) -> bool:
        return bool(self._key) and not self._is_compact

    def _hint(self) -> QSizeF:
        return key_hint_size(self.look, self._key, self._factor)

    def _font(self) -> QFont:
        return self.font_of(Size.SMALL, QFont.Weight.Medium)
