"""The countdown: phase word, ring and digits, to be read from across the room.

Rules:
1. The digits take at least a quarter of the window's height. Where a ring around such digits has
   no room (a low window, large type) a bar beneath them takes its place. Only times from 100 s on,
   which are wider, may be lower.
2. It is repainted when something to be seen changed: at most `FRAMES_PER_SECOND` times a second
   for the ring, once a second under reduced motion, never while paused. Where nothing but the ring
   or the bar went on, its end alone is painted.
3. It has no timer; it shows what it is given.
"""

from dataclasses import dataclass, replace
from math import hypot

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.ui.formats import digits, of_words, paused_words, phase_words
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import mix
from backease_desktop.ui.session.ring import Ring, stroke_of

FRAMES_PER_SECOND = 10
LEAST_SHARE = 0.25
"""The share of the window's height that the digits take at least."""
LIFT = 0.3
"""How far words beneath the digits lift them inside the ring, as a share of the words' height."""
FOOT = 1.2
"""How far below the digits' foot those words end, as the same share."""
DONE = "✓"
"""Stands in the place of the digits at the end."""
_STEP = 0.05
"""The ring goes on by no more than this at a time; by more when something was chosen."""
_FITTED = 32
"""So many sizes of digits are remembered."""
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Face:
    """All that is to be seen; two equal faces look the same.

    Attributes:
        word: the phase; kind: its colour.
        big: digits, or a check where the session is complete; below: words beneath, "of 10".
        template: the widest digits of the phase, so that their size stays the same in it.
        left: how much is left, 1 to 0.
        is_still: paused.
    """

    word: str
    kind: SegmentKind
    big: str
    below: str
    template: str
    left: float
    is_still: bool


class Countdown(QWidget):
    """Shows the time, or the repetition, of the segment that is on."""

    accessible_role = QAccessible.Role.Clock

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face: Face | None = None
        self._ring = Ring()
        self._fitted: dict[tuple[object, ...], tuple[float, bool, QPointF]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self._on_look_changed)

    @property
    def face(self) -> Face | None:
        """What is to be seen now."""
        return self._face

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment of a session."""
        frames = 1 if self._look.theme.reduced_motion else FRAMES_PER_SECOND
        face = face_of(snapshot, frames)
        if face == self._face:
            return
        if self._face is None or (face.word, face.below) != (self._face.word, self._face.below):
            # Told at a change of phase, not each second: a screen reader must not count.
            self.setAccessibleName(f"{face.word} {face.big} {face.below}".strip())
        before, self._face = self._face, face
        self.update(self.changed(before, face))

    def minimumSizeHint(self) -> QSize:
        """Small; it fills what it gets."""
        return QSize(self._look.theme.px(120), self._look.theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, ring or bar, digits; what lies outside of what is to be painted is left out."""
        painter, face, area = QPainter(self), self._face, QRectF(event.rect())
        painter.fillRect(event.rect(), QColor(self._look.colours.bg))
        if face is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head, body = self._areas()
        if head.intersects(area):
            self._paint_word(painter, head, face)
        size, has_ring, centre = self._fit(body, face)
        colour = QColor(self._fill(face))
        if has_ring:
            groove = QColor(self._look.colours.line)
            self._ring.paint(painter, self._square(body), face.left, colour, groove)
        else:
            self._paint_bar(painter, body, face, colour)
        if face.big == DONE:
            self._paint_done(painter, centre, size, colour)
        elif not has_ring or face.below or self._ink(face, size, centre).intersects(area):
            self._paint_digits(painter, centre, size, face, has_ring)

    def _on_look_changed(self) -> None:
        self._fitted.clear()
        self.update()

    # Places

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Where the word stands, and where the ring and the digits do."""
        height = self.height()
        word = max(self._look.theme.px(24), min(height * 0.105, height * 0.06 + 22))
        gap = max(2.0, height * 0.014)
        head = QRectF(0, 0, self.width(), word)
        return head, QRectF(0, word + gap, self.width(), height - word - gap)

    def changed(self, before: Face | None, now: Face) -> QRect:
        """What is to be painted: all, or the end of ring or bar where nothing else changed."""
        if before is None or replace(before, left=now.left) != now:
            return self.rect()
        if not 0 < before.left - now.left < _STEP:
            return self.rect()
        _, body = self._areas()
        if not self._fit(body, now)[1]:
            return self._bar(body).toAlignedRect()
        return self._ring.between(self._square(body), before.left, now.left).toAlignedRect()

    def _fit(self, body: QRectF, face: Face) -> tuple[float, bool, QPointF]:
        """Pixel size of the digits, whether a ring goes around them, and their centre."""
        seen = (self.width(), self.height(), self.window().height(), face.template, face.below)
        if seen not in self._fitted:
            if len(self._fitted) > _FITTED:
                self._fitted.clear()
            self._fitted[seen] = self._new_fit(body, face)
        return self._fitted[seen]

    def _new_fit(self, body: QRectF, face: Face) -> tuple[float, bool, QPointF]:
        two_digits = "88" if ":" in face.template else face.template
        in_ring = self._size_in_ring(body, two_digits, face.below)
        if in_ring * self._digit_box()[1] / _SAMPLE >= LEAST_SHARE * self.window().height():
            size = self._size_in_ring(body, face.template, face.below)
            lift = LIFT * self._below_height(size) if face.below else 0.0
            return size, True, body.center() - QPointF(0, lift)
        bar = self._bar_height(body)
        room = QRectF(body.left(), body.top(), body.width(), body.height() - 2 * bar)
        width, height = self._box(face.template)
        beside = self._below_width(face, _SAMPLE)
        size = min(room.width() * 0.96 / (width + beside), room.height() / height) * _SAMPLE
        return size, False, room.center() - QPointF(beside * size / _SAMPLE / 2, 0)

    def _size_in_ring(self, body: QRectF, template: str, below: str) -> float:
        """The size at which neither the digits nor the words beneath them touch the ring."""
        width, height = self._box(template)
        reach = hypot(width, height) / 2
        if below:
            under = self._below_height(_SAMPLE)
            words = QFontMetricsF(self._below_font(_SAMPLE)).horizontalAdvance(below)
            foot = height / 2 + (FOOT - LIFT) * under
            reach = max(hypot(width / 2, height / 2 + LIFT * under), hypot(words / 2, foot))
        inner = self._diameter(body) - 2 * stroke_of(self._square(body))
        return max(8.0, 0.975 * inner / (2 * reach) * _SAMPLE)

    def _below_height(self, size: float) -> float:
        """Height of the words beneath digits of a size, with their gap."""
        return size * 0.23

    def _below_width(self, face: Face, size: float) -> float:
        """Width of these words, with a gap, where they stand beside the digits instead."""
        if not face.below:
            return 0.0
        return QFontMetricsF(self._below_font(size)).horizontalAdvance(face.below) + size * 0.08

    def _below_font(self, size: float) -> QFont:
        return self._font(size * 0.16, QFont.Weight.DemiBold)

    def _diameter(self, body: QRectF) -> float:
        return min(body.width(), body.height())

    def _square(self, body: QRectF) -> QRectF:
        """Where the ring is."""
        half = self._diameter(body) / 2
        return QRectF(body.center().x() - half, body.center().y() - half, 2 * half, 2 * half)

    def _bar(self, body: QRectF) -> QRectF:
        height = self._bar_height(body)
        return QRectF(body.left(), body.bottom() - height, body.width(), height)

    def _bar_height(self, body: QRectF) -> float:
        return max(8.0, body.height() * 0.05)

    def _box(self, template: str) -> tuple[float, float]:
        """Width and height of the ink of digits at a pixel size of `_SAMPLE`."""
        advance, height = self._digit_box()
        metrics = QFontMetricsF(self._font(_SAMPLE))
        width = sum(
            advance if sign.isdigit() else metrics.horizontalAdvance(sign) for sign in template
        )
        return width - (advance - metrics.tightBoundingRect("8").width()), height

    def _ink(self, face: Face, size: float, centre: QPointF) -> QRectF:
        """Where digits have ink."""
        width, height = (value * size / _SAMPLE for value in self._box(face.template))
        return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)

    def _digit_box(self) -> tuple[float, float]:
        """Width of a digit's cell and height of its ink at a pixel size of `_SAMPLE`."""
        metrics = QFontMetricsF(self._font(_SAMPLE))
        advance = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        return advance, metrics.tightBoundingRect("0").height()

    def _font(self, size: float, weight: QFont.Weight = QFont.Weight.Bold) -> QFont:
        font = self._look.font(1, weight)
        font.setPixelSize(max(1, round(size)))
        return font

    # Paint

    def _fill(self, face: Face) -> str:
        c = self._look.colours
        return mix(c.phase(face.kind), c.muted, 0.7) if face.is_still else c.phase(face.kind)

    def _paint_word(self, painter: QPainter, area: QRectF, face: Face) -> None:
        c = self._look.colours
        word = face.word.upper()
        font = self._font(area.height() * 0.86)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        width = QFontMetricsF(font).horizontalAdvance(word)
        if width > area.width():
            font.setPixelSize(max(1, int(font.pixelSize() * area.width() / width)))
        painter.setFont(font)
        painter.setPen(QColor(c.muted_text if face.is_still else c.phase_text(face.kind)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_bar(self, painter: QPainter, body: QRectF, face: Face, colour: QColor) -> None:
        bar = self._bar(body)
        height = bar.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.line))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        bar.setWidth(max(height, bar.width() * face.left))
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, height / 2, height / 2)

    def _paint_done(self, painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
        """A check: there is nothing to count any more."""
        side = max(1, round(size * 0.7 / self._look.theme.scale))
        icon = self._look.icon("check", colour.name(), side, self.devicePixelRatioF())
        half = icon.deviceIndependentSize() / 2
        painter.drawPixmap(centre - QPointF(half.width(), half.height()), icon)

    def _paint_digits(
        self, painter: QPainter, centre: QPointF, size: float, face: Face, has_ring: bool
    ) -> None:
        """Each digit in a cell of the same width, whatever the font has to say to that."""
        c = self._look.colours
        painter.setPen(QColor(c.muted_text if face.is_still else c.ink))
        font = self._font(size)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        advance, height = (value * size / _SAMPLE for value in self._digit_box())
        widths = [
            advance if sign.isdigit() else metrics.horizontalAdvance(sign) for sign in face.big
        ]
        x, baseline = centre.x() - sum(widths) / 2, centre.y() + height / 2
        for sign, width in zip(face.big, widths, strict=True):
            inset = (width - metrics.horizontalAdvance(sign)) / 2
            painter.drawText(QPointF(x + inset, baseline), sign)
            x += width
        if not face.below:
            return
        painter.setFont(self._below_font(size))
        painter.setPen(QColor(c.muted_text))
        if has_ring:
            top = baseline + self._below_height(size) * 0.25
            line = QRectF(centre.x() - self.width() / 2, top, self.width(), size * 0.22)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, face.below)
        else:
            painter.drawText(QPointF(x + size * 0.08, baseline), face.below)


def face_of(snapshot: Snapshot, frames_per_second: int = FRAMES_PER_SECOND) -> Face:
    """What is to be seen at a moment of a session."""
    segment = snapshot.segment
    is_still = snapshot.status in (Status.PAUSED, Status.READY)
    counts = snapshot.counts_repetitions and not snapshot.is_counting_in
    kind = SegmentKind.PREPARE if snapshot.is_counting_in else segment.kind
    is_paused = snapshot.status is Status.PAUSED and not snapshot.is_waiting
    number = str(segment.rep) if counts else digits(snapshot.countdown)
    if kind is SegmentKind.OUTRO:
        number = DONE
    step = 1000 // frames_per_second
    total = round(snapshot.remaining / (1 - snapshot.fraction)) if snapshot.fraction < 1 else 0
    shown = -(-snapshot.remaining // step) * step
    return Face(
        word=paused_words() if is_paused else phase_words(kind),
        kind=kind,
        big="" if snapshot.is_waiting else number,
        below=of_words(segment.reps) if counts and segment.reps else "",
        template=_template(snapshot, counts),
        left=min(1.0, shown / total) if total else 0.0,
        is_still=is_still,
    )


def _template(snapshot: Snapshot, counts: bool) -> str:
    if counts:
        return "8" * len(str(snapshot.segment.reps or 1))
    return "8:88" if snapshot.countdown >= 100 else "88"
