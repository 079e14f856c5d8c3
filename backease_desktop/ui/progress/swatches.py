"""The signs that charts are made of, alike in a chart and in the legend below it."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.progress.days import LEVELS
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Colours, Size, contrast, mix

LINE = 20
SIDE = 14
GAP = 5
BETWEEN = 14
HATCH = 5.0
PALEST = 0.72


class Swatch(StrEnum):
    """A sign."""

    LEVEL_0 = "level_0"
    LEVEL_1 = "level_1"
    LEVEL_2 = "level_2"
    LEVEL_3 = "level_3"
    LEVEL_4 = "level_4"
    HATCHED = "hatched"
    RING = "ring"
    DOT = "dot"
    BAND = "band"
    HARD = "hard"


EVERY_LEVEL = tuple(Swatch(f"level_{n}") for n in range(LEVELS))


def level_colour(colours: Colours, level: int) -> str:
    """The fill of a day or a bar: the quiet ground for nothing, the accent for the most."""
    if level <= 0:
        return colours.soft
    share = PALEST * (LEVELS - 1 - level) / (LEVELS - 2)
    return mix(colours.accent, colours.card, share)


def words_on(colours: Colours, fill: str) -> str:
    """The colour for words on a fill: ink or what stands on the accent, whichever is read."""
    return max((colours.ink, colours.on_accent), key=lambda ink: contrast(ink, fill))


def band_colour(colours: Colours) -> str:
    """Behind pairs: where no change is."""
    return mix(colours.muted, colours.card, 0.8)


def paint_cell(
    painter: QPainter, area: QRectF, colours: Colours, level: int, *, is_hatched: bool = False
) -> None:
    """Paint a rounded cell of a level; hatched where it counts as nothing."""
    radius = min(8.0, area.width() / 3.2, area.height() / 3.2)
    outline = QPainterPath()
    outline.addRoundedRect(area, radius, radius)
    painter.fillPath(outline, QColor(level_colour(colours, level)))
    if is_hatched:
        painter.save()
        painter.setClipPath(outline)
        painter.setPen(QPen(QColor(mix(colours.muted, colours.soft, 0.45)), 1.2))
        x = area.left() - area.height()
        while x < area.right():
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
            x += HATCH
        painter.restore()
    if colours.soft == colours.card or (level <= 0 and colours.bg == colours.card):
        painter.setPen(QPen(QColor(colours.line), 1))  # black on black, as in high contrast
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_swatch(painter: QPainter, area: QRectF, colours: Colours, swatch: Swatch) -> None:
    """Paint a sign of a legend."""
    if swatch in EVERY_LEVEL:
        paint_cell(painter, area, colours, EVERY_LEVEL.index(swatch))
    elif swatch is Swatch.HATCHED:
        paint_cell(painter, area, colours, 0, is_hatched=True)
    elif swatch is Swatch.BAND:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(band_colour(colours)))
        painter.drawRoundedRect(area.adjusted(3, 0, -3, 0), 4, 4)
    elif swatch is Swatch.HARD:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.switch))
        painter.drawRoundedRect(area, 4, 4)
    else:
        painter.setPen(QPen(QColor(colours.muted), 2.5))
        painter.setBrush(QColor(colours.muted if swatch is Swatch.DOT else colours.card))
        painter.drawEllipse(area.center(), area.width() / 2 - 2.5, area.width() / 2 - 2.5)


class Legend(QWidget):
    """Signs with their words, side by side, going on in the next line where the room ends.

    Args:
        look: the theme and the fonts.
        items: signs, and the words behind them; words alone stand before their sign.
    """

    def __init__(
        self,
        look: Look,
        items: Sequence[tuple[Sequence[Swatch], str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._items = [(tuple(swatches), words) for swatches, words in items]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(words for _, words in items if words))
        look.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines that it needs."""
        return round(self._places(width)[-1].bottom())

    def sizeHint(self) -> QSize:
        """All in one line."""
        places = self._places(100_000)
        return QSize(round(places[-1].right()), self._look.theme.px(LINE))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        widest = max(place.width() for place in self._places(100_000))
        return QSize(round(widest), self._look.theme.px(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Signs and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, px = self._look.colours, self._look.theme.px
        painter.setFont(self._look.font(Size.SMALL))
        for place, (swatches, words) in zip(self._places(self.width()), self._items, strict=True):
            x = place.left()
            for swatch in swatches:
                side = px(SIDE)
                top = place.center().y() - side / 2
                paint_swatch(painter, QRectF(x, top, side, side), c, swatch)
                x += side + px(GAP)
            painter.setPen(QColor(c.muted_text))
            room = QRectF(x, place.top(), place.right() - x + 2, place.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _places(self, room: int) -> list[QRectF]:
        px = self._look.theme.px
        metrics = QFontMetricsF(self._look.font(Size.SMALL))
        places: list[QRectF] = []
        x = y = 0.0
        for swatches, words in self._items:
            width = len(swatches) * (px(SIDE) + px(GAP)) + metrics.horizontalAdvance(words)
            if x and x + width > room:
                x, y = 0.0, y + px(LINE)
            places.append(QRectF(x, y, width, px(LINE)))
            x += width + px(BETWEEN)
        return places
