"""*How was it?* One of three: each by its arrow key, and each says what it changes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.journal.entries import Effort
from backease_desktop.ui.components.key_hint import key_hint_size, paint_key_hint
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_FIELD, Size

KEYS: dict[int, Effort] = {
    Qt.Key.Key_Left.value: "easy",
    Qt.Key.Key_Down.value: "right",
    Qt.Key.Key_Right.value: "hard",
}
CAPS: dict[Effort, str] = {"easy": "←", "right": "↓", "hard": "→"}
HEIGHT = 84
GAP = 12


class FeltChoice(Pressable):
    """One answer; outlined while it is chosen."""

    def __init__(self, look: Look, text: str, cap: str) -> None:
        super().__init__(look, text)
        self._cap = cap
        self._note = ""
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_note(self, note: str) -> None:
        """Say what it changes."""
        self._note = note
        self.setAccessibleDescription(note)
        self._on_look_changed()

    def nextCheckState(self) -> None:
        """The row says which is chosen."""

    def sizeHint(self) -> QSize:
        """Room for the words with their key; the note has two lines."""
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        hint = round(key_hint_size(self.look, self._cap, self._factor).width())
        return QSize(words + hint + self.px(GAP + 24), self.px(HEIGHT))

    def radius(self, shape: QRectF) -> float:
        """Softly rounded."""
        return RADIUS_FIELD

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Ground and outline, the words with their key, and the note."""
        c, is_chosen = self.look.colours, self.isChecked()
        fill = c.accent_soft if is_chosen else (c.hover if self.underMouse() else c.card)
        self.paint_ground(painter, shape, fill, None)
        painter.setPen(QPen(QColor(c.accent if is_chosen else c.border), 2 if is_chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
        ink = c.accent_text if is_chosen else c.ink
        hint = key_hint_size(self.look, self._cap, self._factor)
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        x = shape.center().x() - (words + self.px(GAP) + hint.width()) / 2
        upper = QRectF(x, shape.top() + self.px(12), words + 1, self.px(32))
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, self.text())
        spot = QPointF(x + words + self.px(GAP), upper.center().y() - hint.height() / 2)
        paint_key_hint(painter, QRectF(spot, hint), self.look, self._cap, None, self._factor)
        small = self.font_of(Size.SMALL, QFont.Weight.Normal)
        painter.setFont(small)
        painter.setPen(QColor(c.ink if is_chosen else c.muted_text))
        lower = QRectF(shape.left() + 8, upper.bottom(), shape.width() - 16, self.px(36))
        is_short = QFontMetrics(small).horizontalAdvance(self._note) <= lower.width()
        top = self.px(6) if is_short else 0
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(lower.adjusted(0, top, 0, 0), flags, self._note)

    def _font(self) -> QFont:
        return self.font_of(Size.HEADING, QFont.Weight.DemiBold)


class FeltRow(QWidget):
    """The three.

    Signals:
        chosen: an `Effort`.
    """

    chosen = Signal(str)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("How was it?"))
        words: dict[Effort, str] = {
            "easy": self.tr("Easy"),
            "right": self.tr("Just right"),
            "hard": self.tr("Hard"),
        }
        self.choices = {how: FeltChoice(look, words[how], CAPS[how]) for how in words}
        row = TurningRow(look, GAP, self)
        for how, choice in self.choices.items():
            row.addWidget(choice, 1)
            choice.clicked.connect(lambda _checked=False, how=how: self._choose(how))

    def begin(self) -> None:
        """Nothing is chosen yet."""
        self._show(None)

    def promise(self, *, moves: bool, rises: bool) -> None:
        """Say what an answer changes.

        Args:
            moves: the effort of the next session follows the answer.
            rises: it may be more than it was.
        """
        same = self.tr("the same next time")
        notes: dict[Effort, str] = {
            "easy": self.tr("a little more next time") if rises else same,
            "right": same,
            "hard": self.tr("a little less next time"),
        }
        for how, choice in self.choices.items():
            choice.set_note(notes[how] if moves else self.tr("the effort stays as you set it"))

    def take_key(self, key: int) -> bool:
        """Choose by an arrow; False for any other key."""
        how = KEYS.get(key)
        if how is not None:
            self._choose(how)
        return how is not None

    def _choose(self, how: Effort) -> None:
        self._show(how)
        self.chosen.emit(how)

    def _show(self, chosen: Effort | None) -> None:
        for how, choice in self.choices.items():
            choice.setChecked(how == chosen)
