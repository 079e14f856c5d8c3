"""A keyframe in the strip: its picture, its name, and its seconds."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from backease_desktop.core.editing.keyframe_times import KeyframeTime, Way
from backease_desktop.ui.components.segments import INSET, Segment
from backease_desktop.ui.editor.editor_words import tr
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size

PICTURE = QSize(96, 78)
"""At 100 % text."""
MARGIN, LINE = 6, 18


class KeyframeCard(Segment):
    """One of the strip; the chosen one is outlined."""

    def __init__(self, look: Look, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(look, text, icon, parent)
        self._picture: QPixmap | None = None
        self._note = ""

    def show_keyframe(self, picture: QPixmap | None, note: str, alt: str) -> None:
        """Show its picture, and say its seconds and what it is."""
        self._picture, self._note = picture, note
        self.setAccessibleDescription(". ".join(part for part in (note, alt) if part))
        self.update()

    def picture_size(self) -> QSize:
        """The size of the picture (px)."""
        return QSize(self.px(PICTURE.width()), self.px(PICTURE.height()))

    def sizeHint(self) -> QSize:
        """The picture with two lines below it."""
        size, edge = self.picture_size(), 2 * self.px(MARGIN)
        return QSize(size.width() + edge, size.height() + edge + 2 * self.px(LINE))

    def radius(self, shape: QRectF) -> float:
        """In step with the ground."""
        return RADIUS_FIELD - INSET

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """The picture, the name, and the seconds."""
        c = self.look.colours
        if self.isChecked():
            self.paint_ground(painter, shape, c.card, c.accent)
        elif self.underMouse() and self.isEnabled():
            self.paint_ground(painter, shape, c.hover, None)
        margin, size = self.px(MARGIN), self.picture_size()
        if self._picture is not None:
            painter.drawPixmap(QPointF(margin, margin), self._picture)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        top, line = margin + size.height() + self.px(2), self.px(LINE)
        for words, ink, kind in (
            (self.text(), c.ink, weight),
            (self._note, c.muted_text, QFont.Weight.Normal),
        ):
            painter.setFont(self.font_of(Size.SMALL, kind))
            painter.setPen(QColor(ink))
            area = QRectF(margin, top, size.width(), line)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
            top += line


def keyframe_words(name: str) -> str:
    """A keyframe's name, as it is shown: "Between 2"."""
    return name.replace("_", " ").capitalize()


def time_words(time: KeyframeTime | None) -> str:
    """The seconds of a keyframe: "2 s in", "3–5 s"; nothing where it has none of its own."""
    if time is None:
        return ""
    ends = f"{time.least:g}" if time.least == time.most else f"{time.least:g}–{time.most:g}"
    words = {
        Way.IN: tr("{seconds} s in"),
        Way.HELD: tr("{seconds} s"),
        Way.OUT: tr("{seconds} s out"),
        Way.THERE: tr("in {seconds} s"),
    }
    return words[time.way].format(seconds=ends)
