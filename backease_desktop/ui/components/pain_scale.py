"""Pain from 0 to 10 in a row: a digit on the keyboard chooses, and 1 with 0 after it is ten.

Rules: the chosen number is filled with ink. What the bands ask for stands below in words, never in
colour alone; where the three have no room side by side, the chosen one's stand alone. The row takes
no focus: its keys are the digits, which whoever has the focus hands on (`take_key`).
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.core.pain import (
    ENOUGH_FROM,
    LEAST,
    SETTLES_FROM,
    WORST,
    Band,
    band_of,
    typed,
)
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size, mix

GAP = 6
HEIGHT, NARROW_HEIGHT = 52, 32
"""Of a number; in a narrow window there are two rows of them."""
LINE = 4
EDGES = {Band.LITTLE: LEAST, Band.SETTLES: SETTLES_FROM, Band.ENOUGH: ENOUGH_FROM}


def digit_of(key: int) -> int | None:
    """The digit of a key, of the keypad too; None for any other."""
    first = Qt.Key.Key_0.value
    return key - first if first <= key <= first + 9 else None


class Number(Pressable):
    """One of the numbers."""

    def __init__(self, look: Look, level: int, parent: QWidget) -> None:
        super().__init__(look, str(level), parent)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("{level} of 10").format(level=level))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for two digits."""
        words = QFontMetrics(self._font()).horizontalAdvance("10")
        is_narrow = self.look.is_narrow
        height = NARROW_HEIGHT if is_narrow else HEIGHT
        return QSize(words + self.px(4 if is_narrow else 8), self.px(height))

    def radius(self, shape: QRectF) -> float:
        """Softly rounded."""
        return RADIUS_FIELD

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """A quiet ground, or ink under the chosen one."""
        c = self.look.colours
        fill, ink = (c.ink, c.bg) if self.isChecked() else (c.soft, c.ink)
        if self.underMouse() and not self.isChecked():
            fill = mix(c.soft, c.ink, 0.08)
        self.paint_ground(painter, shape, fill, None)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self) -> QFont:
        return self.font_of(Size.HEADING, QFont.Weight.DemiBold)


class Bands(QWidget):
    """What the numbers above ask for: three lines, and a few words below each."""

    def __init__(self, look: Look, numbers: list[Number], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._numbers = numbers
        self._chosen: Band | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def choose(self, band: Band | None) -> None:
        """Make one of them stand out."""
        if band is not self._chosen:
            self._chosen = band
            self.update()

    def words(self, band: Band) -> str:
        """What a band asks for."""
        return {
            Band.LITTLE: self.tr("not at all, or a little"),
            Band.SETTLES: self.tr("fine if gone in a day"),
            Band.ENOUGH: self.tr("enough for today"),
        }[band]

    def spans(self) -> dict[Band, tuple[int, int]]:
        """From where to where each band goes, below its numbers."""
        starts = [EDGES[band] for band in Band]
        ends = [*(start - 1 for start in starts[1:]), WORST]
        return {
            band: (self._numbers[start].geometry().left(), self._numbers[end].geometry().right())
            for band, start, end in zip(Band, starts, ends, strict=True)
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and the words where they have room."""
        c, painter = self._look.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pale = {
            Band.LITTLE: mix(c.accent, c.card, 0.6),
            Band.SETTLES: mix(c.prepare, c.card, 0.5),
            Band.ENOUGH: mix(c.switch, c.card, 0.4),
        }
        spans, top = self.spans(), self._look.theme.px(LINE)
        lefts = [left for left, _ in spans.values()]
        rooms = dict(zip(spans, [*lefts[1:], self.width()], strict=True))
        fits = all(left + self._width(band) + 8 <= rooms[band] for band, (left, _) in spans.items())
        for band, (left, right) in spans.items():
            is_chosen = band is self._chosen
            if self._look.is_narrow:  # the numbers stand in two rows: there is nothing to underline
                left, fits = 0, False
            pen = QPen(QColor(c.ink if is_chosen else pale[band]), top)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            if not self._look.is_narrow:
                painter.drawLine(left + top, top, right - top, top)
            if fits or is_chosen:
                painter.setFont(self._font(is_chosen))
                painter.setPen(QColor(c.ink if is_chosen else c.muted_text))
                start = min(left, max(0, self.width() - self._width(band)))
                area = QRectF(start, 2 * top, self.width() - start, self.height() - 2 * top)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.words(band))

    def _width(self, band: Band) -> int:
        return QFontMetrics(self._font(band is self._chosen)).horizontalAdvance(self.words(band))

    def _font(self, is_strong: bool) -> QFont:
        weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
        return self._look.font(Size.SMALL, weight)

    def _on_look_changed(self) -> None:
        self.setFixedHeight(self._look.theme.px(LINE * 2 + 20))
        self.update()


class PainScale(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.
        name: what is asked; its accessible name.
        has_bands: whether it says what the numbers ask for.

    Signals:
        chosen: the number that the person has said, 0 to 10.
    """

    chosen = Signal(int)
    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, look: Look, name: str, has_bands: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._level: int | None = None
        self.numbers = [Number(look, level, self) for level in range(WORST + 1)]
        self.bands = Bands(look, self.numbers, self) if has_bands else None
        self._look = look
        self._grid = QGridLayout()
        for level, number in enumerate(self.numbers):
            number.clicked.connect(lambda _checked=False, level=level: self._choose(level))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        if self.bands is not None:
            column.addWidget(self.bands)
        self._turn()
        look.changed.connect(self._turn)
        self.set_level(None)

    @property
    def level(self) -> int | None:
        """What is chosen, None if nothing is."""
        return self._level

    def set_level(self, level: int | None) -> None:
        """Show a number, or none, without saying that it was chosen."""
        self._level = level
        for place, number in enumerate(self.numbers):
            number.setChecked(place == level)
        said = self.tr("nothing said") if level is None else self.numbers[level].accessibleName()
        self.setAccessibleName(f"{self._name}: {said}")
        if self.bands is not None:
            band = None if level is None else band_of(level)
            self.bands.choose(band)
            self.setAccessibleDescription("" if band is None else self.bands.words(band))

    def take_key(self, key: int) -> bool:
        """Choose by a digit; False for any other key."""
        digit = digit_of(key)
        if digit is None:
            return False
        self._choose(typed(self._level, digit))
        return True

    def _turn(self) -> None:
        """One row of numbers; in a narrow window two, the second with those that are enough."""
        in_a_row = ENOUGH_FROM if self._look.is_narrow else len(self.numbers)
        self._grid.setSpacing(2 if self._look.is_narrow else GAP)
        for level, number in enumerate(self.numbers):
            self._grid.addWidget(number, level // in_a_row, level % in_a_row)

    def _choose(self, level: int) -> None:
        self.set_level(level)
        self.chosen.emit(level)
