"""The timeline as a strip of bars: where we are, what comes, and a way to jump there.

A bar is a block: the repetitions of one side are one bar. Its width is its share of the time, but
never so little that it cannot be hit. What has passed is solid, what comes is pale.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.units import Ms
from backease_desktop.ui.components.pressable import ENTER, KEYBOARD
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.formats import bar_words
from backease_desktop.ui.look.style import Look

GAP = 3.0
NARROWEST = 8.0
THICKNESS = 10
"""Of a bar at 100 % text; the strip itself is higher, so that it can be hit."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A block: its first segment, its main kind, its start and length."""

    index: int
    kind: SegmentKind
    start: Ms
    length: Ms


def bars_of(timeline: Timeline) -> tuple[Bar, ...]:
    """One bar for each block, of the kind that most of its time belongs to."""
    bars: list[Bar] = []
    spent: dict[SegmentKind, int] = {}
    block: int | None = None
    for index, segment in enumerate(timeline.segments):
        if segment.block != block:
            block, spent = segment.block, {}
            bars.append(Bar(index, segment.kind, timeline.starts[index], Ms(0)))
        spent[segment.kind] = spent.get(segment.kind, 0) + segment.duration
        kind = max(spent, key=lambda kind: spent[kind])
        bars[-1] = Bar(bars[-1].index, kind, bars[-1].start, Ms(bars[-1].length + segment.duration))
    return tuple(bars)


def widths_of(lengths: tuple[int, ...], width: float) -> list[float]:
    """Widths of bars side by side: in proportion, none below `NARROWEST` while there is room."""
    room = width - GAP * (len(lengths) - 1)
    least = min(NARROWEST, room / len(lengths))
    narrow: set[int] = set()
    while True:
        rest = room - least * len(narrow)
        total = sum(length for i, length in enumerate(lengths) if i not in narrow)
        wide = [i for i in range(len(lengths)) if i not in narrow]
        found = {i for i in wide if lengths[i] * rest < least * total}
        if not found:
            break
        narrow |= found
    return [least if i in narrow else lengths[i] * rest / total for i in range(len(lengths))]


class TimelineStrip(QWidget):
    """The strip.

    Signals:
        jump_requested: somebody wants to go to the segment of that index.
    """

    jump_requested = Signal(int)
    accessible_role = QAccessible.Role.Slider

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._timeline: Timeline | None = None
        self._bars: tuple[Bar, ...] = ()
        self._rects: list[QRectF] = []
        self._current = 0
        self._edge = 0.0
        self._factor = 1.0
        self._hover: int | None = None
        self._cursor: int | None = None
        self._has_ring = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))
        look.changed.connect(self._place)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars in their order."""
        return self._bars

    @property
    def rects(self) -> tuple[QRectF, ...]:
        """Where the bars stand."""
        return tuple(self._rects)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how far the session has come; repaints what changes, when a pixel does."""
        if snapshot.timeline is not self._timeline:
            self._timeline = snapshot.timeline
            self._bars = bars_of(snapshot.timeline)
            self._cursor = None
            self._place()
        block = snapshot.segment.block
        segments = snapshot.timeline.segments
        current = next(i for i, bar in enumerate(self._bars) if segments[bar.index].block == block)
        bar, rect = self._bars[current], self._rects[current]
        edge = round(rect.left() + rect.width() * (snapshot.elapsed - bar.start) / bar.length)
        if current != self._current or self._edge < 0:
            self._current, self._edge = current, edge
            self.update()
        elif edge != self._edge:
            low, high = sorted((int(edge), int(self._edge)))
            self._edge = edge
            self.update(low, 0, high - low, self.height())

    def set_factor(self, factor: float) -> None:
        """Make the bars thicker than the theme has them."""
        if factor != self._factor:
            self._factor = factor
            self._place()

    def sizeHint(self) -> QSize:
        """Higher than the bars, so that a pointer finds them."""
        return QSize(320, round(self._thickness()) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the bars anew."""
        self._place()
        super().resizeEvent(event)

    # Pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the bar under the pointer."""
        self._set_hover(self._bar_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._set_hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Jump to the bar under the pointer."""
        bar = self._bar_at(event.position().toPoint())
        if bar is not None and event.button() is Qt.MouseButton.LeftButton:
            self.jump_requested.emit(self._bars[bar].index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose a bar, Enter jumps to it."""
        last = len(self._bars) - 1
        here = self._current if self._cursor is None else self._cursor
        moves = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if not self._bars or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        elif key in moves:
            self._set_cursor(moves[key])
        elif key in ENTER:
            self.jump_requested.emit(self._bars[here].index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the bar that is on."""
        self._has_ring = event.reason() in KEYBOARD
        if self._bars:
            self._set_cursor(self._current)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the chosen bar."""
        self._cursor = None
        self.update()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what a bar stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(event.pos())
            if bar is not None:
                QToolTip.showText(event.globalPos(), plain_tip(self._words(bar)), self)
            return True
        return super().event(event)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Solid up to now, pale from there on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        c = self._look.colours
        for i, (bar, rect) in enumerate(zip(self._bars, self._rects, strict=True)):
            grow = 2.0 if i == self._hover else 0.0
            shape = rect.adjusted(0, -grow, 0, grow)
            if not shape.intersects(QRectF(event.rect())):
                continue
            path = QPainterPath()
            radius = min(shape.height(), shape.width()) / 2
            path.addRoundedRect(shape, radius, radius)
            solid, pale = QColor(c.phase(bar.kind)), QColor(c.phase_pale(bar.kind))
            painter.fillPath(path, solid if i < self._current else pale)
            if i == self._current:
                painter.save()
                painter.setClipRect(QRectF(0, 0, self._edge, self.height()))
                painter.fillPath(path, solid)
                painter.restore()
        if self._cursor is not None and self._has_ring:
            painter.setPen(QPen(QColor(c.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self._rects[self._cursor].adjusted(-1, -4, 1, 4)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _place(self) -> None:
        self._rects = []
        if self._bars:
            thickness = self._thickness()
            x, top = 2.0, (self.height() - thickness) / 2
            lengths = tuple(int(bar.length) for bar in self._bars)
            for width in widths_of(lengths, max(1.0, self.width() - 4.0)):
                self._rects.append(QRectF(x, top, width, thickness))
                x += width + GAP
        self._edge = -1.0
        self.updateGeometry()
        self.update()

    def _thickness(self) -> float:
        return float(round(self._look.theme.px(THICKNESS) * self._factor))

    def _bar_at(self, position: QPoint) -> int | None:
        for i, rect in enumerate(self._rects):
            if rect.left() - GAP / 2 <= position.x() < rect.right() + GAP / 2:
                return i
        return None

    def _set_hover(self, bar: int | None) -> None:
        if bar != self._hover:
            self._hover = bar
            self.update()

    def _set_cursor(self, bar: int) -> None:
        self._cursor = bar
        self.setAccessibleDescription(self._words(bar))
        self.update()

    def _words(self, bar: int) -> str:
        assert self._timeline is not None
        return bar_words(self._timeline, self._bars[bar].index, self._bars[bar].length)
