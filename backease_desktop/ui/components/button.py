"""Buttons: the words, an icon if it helps, and the key that does the same."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.components.wrapped import paint_words, words_size
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size, mix

ICON = 20


class Kind(Enum):
    """What a button stands for. A screen has one primary button at most."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    WARNING = "warning"
    DANGER = "danger"
    ON_ACCENT = "on_accent"
    QUIET = "quiet"
    """Words alone, as a link: for what stands beside something larger."""


class Button(Pressable):
    """A button.

    Args:
        look: the theme and the fonts.
        text: what it does, a verb.
        kind: how it looks.
        key: the key that does the same, shown beside the words.
        icon: name of an icon, shown before the words.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: Kind = Kind.SECONDARY,
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self.kind = kind
        self._key = key
        self._said = ""
        self._icon = icon
        self._describe()
        self._is_compact = False

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self._key

    @property
    def is_compact(self) -> bool:
        """Whether it shows its icon alone."""
        return self._is_compact

    def set_compact(self, is_compact: bool) -> None:
        """Show the icon alone, with the words as tooltip and accessible name."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.setToolTip(plain_tip(self.text()) if is_compact else "")
            self._on_look_changed()

    def set_words(self, text: str, icon: str = "") -> None:
        """Say something else, such as *Go on* for *Pause*."""
        if (text, icon) != (self.text(), self._icon):
            self.setText(text)
            self._icon = icon
            self.setToolTip(plain_tip(text) if self._is_compact else "")
            self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key, or none, where what acts depends on who has the keyboard."""
        if key != self._key:
            self._key = key
            self._describe()
            self._on_look_changed()

    def setText(self, text: str) -> None:
        """Set the words, which are its accessible name too."""
        super().setText(text)
        self.setAccessibleName(text)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe it; the key that does the same is told behind."""
        self._said = text
        self._describe()

    def _describe(self) -> None:
        names = {"⏎": self.tr("Enter"), "→": self.tr("Right arrow"), "←": self.tr("Left arrow")}
        key = names.get(self._key, self._key)
        parts = [self._said, self.tr("Key: {key}").format(key=key) if key else ""]
        super().setAccessibleDescription(". ".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        return self.size_when(self._is_compact)

    def size_when(self, is_compact: bool) -> QSize:
        """Its size with the icon alone, or with all."""
        px = self.px
        height = px({Kind.PRIMARY: 50, Kind.QUIET: 36}.get(self.kind, 44))
        if is_compact:
            return QSize(height + px(10), height)
        words = self._words()
        widths = [px(ICON), words.width()] if self._shows_icon else [words.width()]
        if self._shows_key:
            widths.append(self._key_room())
        width = sum(widths) + px(8) * (len(widths) - 1) + 2 * self._padding()
        return QSize(width, max(height, words.height() + px(14)))

    def ring(self) -> tuple[str, float]:
        """On a coloured ground the ring takes the colour of the words."""
        c = self.look.colours
        return {
            Kind.PRIMARY: (c.on_accent, 3.0),
            Kind.ON_ACCENT: (c.accent, 3.0),
            Kind.WARNING: (c.warning_text, 0.0),
            Kind.DANGER: (c.danger_text, 0.0),
        }.get(self.kind, (c.accent, 0.0))

    def radius(self, shape: QRectF) -> float:
        """Softly rounded."""
        return RADIUS_FIELD

    def set_kind(self, kind: Kind) -> None:
        """Look otherwise: a page has one primary button, and what comes next may change."""
        if kind is not self.kind:
            self.kind = kind
            self._on_look_changed()

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Ground, then icon, words and key side by side in the middle."""
        fill, border, ink = self._paints()
        self.paint_ground(painter, shape, fill, border)
        px = self.px
        font, gap = self._font(), px(8)
        words = 0 if self._is_compact else self._words().width()
        icon = px(ICON) if self._shows_icon else 0
        hint = (
            key_hint_size(self.look, self._key, self._factor)
            if self._shows_key and not self._is_compact
            else None
        )
        total = words + icon + (gap if icon and words else 0)
        total += round(hint.width()) + gap + px(4) if hint else 0
        x = shape.center().x() - total / 2
        if icon:
            pixmap = self.icon_of(self._icon, ink, ICON)
            painter.drawPixmap(QPointF(round(x), round(shape.center().y() - icon / 2)), pixmap)
            x += icon + gap
        if words:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            area = QRectF(x, shape.top(), words + 1, shape.height())
            paint_words(painter, area, self.text(), Qt.AlignmentFlag.AlignHCenter)
            x += words + gap + px(4)
        if hint:
            spot = QRectF(QPointF(x, shape.center().y() - hint.height() / 2), hint)
            is_on_fill = self.kind is Kind.PRIMARY
            hint_ink = ink if is_on_fill else None
            paint_key_hint(painter, spot, self.look, self._key, hint_ink, self._factor)

    def _words(self) -> QSize:
        return words_size(self.text(), self._font(), self.most_words)

    def _key_room(self) -> int:
        return round(key_hint_size(self.look, self._key, self._factor).width()) + self.px(4)

    @property
    def _shows_key(self) -> bool:
        """In a narrow window the words come first, then the icon, then the key."""
        return bool(self._key) and self._has_room_for(self._key_room() + self.px(8) + self._icons())

    @property
    def _shows_icon(self) -> bool:
        return bool(self._icon) and (self._is_compact or self._has_room_for(self._icons()))

    def _icons(self) -> int:
        return self.px(ICON + 8) if self._icon else 0

    def _has_room_for(self, more: int) -> bool:
        most = self.most_words
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return most is None or words + more <= most

    def _font(self) -> QFont:
        size = Size.SMALL if self.kind is Kind.QUIET else Size.BODY
        return self.font_of(size, QFont.Weight.DemiBold)

    def _padding(self) -> int:
        widest = 12 if self.look.is_narrow else 26
        return self.px(min(widest, {Kind.PRIMARY: 26, Kind.QUIET: 8}.get(self.kind, 18)))

    def _paints(self) -> tuple[str | None, str | None, str]:
        """Fill, border and ink."""
        c = self.look.colours
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        match self.kind:
            case Kind.PRIMARY:
                fill = c.accent_hover if is_hot else c.accent
                return mix(fill, c.ink, 0.1) if self.isDown() else fill, None, c.on_accent
            case Kind.ON_ACCENT:
                return mix(c.on_accent, c.accent, 0.1) if is_hot else c.on_accent, None, c.accent
            case Kind.WARNING:
                return c.hover if is_hot else None, c.warning_text, c.warning_text
            case Kind.DANGER:
                return c.hover if is_hot else None, c.danger_text, c.danger_text
            case Kind.QUIET:
                return c.hover if is_hot else None, None, c.accent_text
            case Kind.SECONDARY:
                return c.hover if is_hot else c.card, c.border, c.ink
