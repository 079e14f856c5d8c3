"""Choices: a large button that says below its words what comes of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.wrapped import paint_words, words_size
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size, mix

PAD = 16
NARROW_PAD = 10
ICON = 20
HEIGHT = 60


class Choice(Button):
    """A button with two lines or more: what is done, and what comes of it.

    Args:
        look: the theme and the fonts.
        text: what it does, a verb.
        note: what comes of it; such as the name of the exercise.
        kind: `PRIMARY`, or `SECONDARY`.
        key: the key that does the same.
        icon: name of an icon, shown before the words.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        note: str,
        kind: Kind = Kind.SECONDARY,
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._note = note
        super().__init__(look, text, kind, key, icon, parent)
        self.setAccessibleDescription(note)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Higher where the note needs more than one line."""
        if self.most_words is not None:
            return self.sizeHint().height()
        return self.px(HEIGHT) + self._more_note(width)

    def size_when(self, is_compact: bool) -> QSize:
        """Room for the words, and for a note that may wrap.

        In a narrow window the words wrap, too.
        """
        if self.most_words is not None:
            lines = self._lines()
            width = max(line.width() for line in lines) + 2 * self.px(NARROW_PAD)
            return QSize(width, sum(line.height() for line in lines) + self.px(16))
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        note = QFontMetrics(self._small()).horizontalAdvance(self._note)
        width = self._before() + max(words, min(note, words + self.px(60))) + self._behind()
        return QSize(width, self.px(HEIGHT))

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Icon, two lines, and the key at the far end."""
        fill, border, ink = self._paints()
        self.paint_ground(painter, shape, fill, border)
        if self.most_words is not None:
            self._paint_lines(painter, shape, ink)
            return
        if self._icon:
            pixmap = self.icon_of(self._icon, ink, ICON)
            top = shape.center().y() - self.px(ICON) / 2
            painter.drawPixmap(QPointF(shape.left() + self.px(PAD), round(top)), pixmap)
        room = shape.adjusted(self._before(), 0, -self._behind(), 0)
        middle = shape.center().y() - self._more_note(round(shape.width())) / 2
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        upper = QRectF(room.left(), shape.top(), room.width(), middle - shape.top() + 1)
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(self._small())
        is_on_fill = self.kind is Kind.PRIMARY
        painter.setPen(self._note_ink())
        lower = QRectF(room.left(), middle + 1, room.width(), shape.bottom() - middle)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(lower, flags, self._note)
        if self._key:
            hint = key_hint_size(self.look, self._key, self._factor)
            left = shape.right() - self.px(PAD) - hint.width()
            spot = QRectF(QPointF(left, shape.center().y() - hint.height() / 2), hint)
            paint_key_hint(
                painter, spot, self.look, self._key, ink if is_on_fill else None, self._factor
            )

    def _more_note(self, width: int) -> int:
        """How much higher than one line the note is, in a button of this width."""
        room = max(1, width - self._before() - self._behind())
        one = QFontMetrics(self._small()).height()
        return words_size(self._note, self._small(), room).height() - one

    def _lines(self) -> tuple[QSize, QSize]:
        """How much room words and note take where they wrap."""
        most = self.most_words
        return (
            words_size(self.text(), self._font(), most),
            words_size(self._note, self._small(), most),
        )

    def _paint_lines(self, painter: QPainter, shape: QRectF, ink: str) -> None:
        """Words and note below each other, from the left."""
        pad, left = self.px(NARROW_PAD), Qt.AlignmentFlag.AlignLeft
        words, note = self._lines()
        top = shape.center().y() - (words.height() + note.height()) / 2
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        room = QRectF(shape.left() + pad, top, shape.width() - 2 * pad, words.height())
        paint_words(painter, room, self.text(), left)
        painter.setFont(self._small())
        painter.setPen(self._note_ink())
        room = QRectF(room.left(), room.bottom(), room.width(), note.height())
        paint_words(painter, room, self._note, left)

    def _note_ink(self) -> QColor:
        c = self.look.colours
        is_on_fill = self.kind is Kind.PRIMARY
        return QColor(mix(c.on_accent, c.accent, 0.12) if is_on_fill else c.muted_text)

    def _small(self) -> QFont:
        return self.font_of(Size.SMALL, QFont.Weight.Normal)

    def _before(self) -> int:
        return self.px(PAD) + (self.px(ICON + 12) if self._icon else 0)

    def _behind(self) -> int:
        hint = round(key_hint_size(self.look, self._key, self._factor).width()) if self._key else 0
        return self.px(PAD) + hint + (self.px(12) if hint else 0)
