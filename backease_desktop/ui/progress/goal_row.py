"""How many days a week somebody would like: one of seven, or none of them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from backease_desktop.core.progress.goal import WEEK
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

SIDE = 36
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class _Number(Pressable):
    """One of the seven."""

    def __init__(self, look: Look, days: int, name: str, parent: QWidget) -> None:
        super().__init__(look, str(days), parent)
        self.setCheckable(True)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Round."""
        return QSize(self.px(SIDE), self.px(SIDE))

    def paint_contents(self, painter: QPainter, shape: QRectF) -> None:
        """Dark where it is chosen, as everything that is chosen."""
        c = self.look.colours
        is_on = self.isChecked()
        fill = c.ink if is_on else c.hover if self.underMouse() else c.card
        self.paint_ground(painter, shape, fill, None if is_on else c.border)
        painter.setFont(self.font_of(Size.BODY, QFont.Weight.DemiBold))
        painter.setPen(QColor(c.card if is_on else c.ink))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())

    def ring(self) -> tuple[str, float]:
        """Set off from the edge where the ground is dark."""
        return self.look.colours.accent, 3.0 if self.isChecked() else 0.0


class GoalRow(QWidget):
    """The seven numbers with the words around them. Pressed again, a number is left out.

    Args:
        look: the theme and the fonts.

    Signals:
        chosen: days a week, or None for no goal.
    """

    chosen = Signal(object)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("I would like so many days a week"))
        row = FlowLayout(6, self)
        row.addWidget(Label(self.tr("I would like"), "body", is_strong=True))
        self.numbers: list[Pressable] = []
        for days in range(1, WEEK + 1):
            name = self.tr("1 day a week") if days == 1 else self.tr("{n} days a week")
            number = _Number(look, days, name.format(n=days), self)
            number.clicked.connect(lambda is_on, n=days: self._on_clicked(n, is_on))
            self.numbers.append(number)
            row.addWidget(number)
        row.addWidget(Label(self.tr("days a week"), "body", is_strong=True))
        self.set_goal(None)

    @property
    def goal(self) -> int | None:
        """What is chosen."""
        return next((n + 1 for n, one in enumerate(self.numbers) if one.isChecked()), None)

    def set_goal(self, goal: int | None) -> None:
        """Show a goal, without saying that it was chosen."""
        for n, number in enumerate(self.numbers):
            number.setChecked(n + 1 == goal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from number to number; only Space and Enter choose."""
        step = STEPS.get(Qt.Key(event.key()))
        here = next((n for n, one in enumerate(self.numbers) if one.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        place = max(0, min(WEEK - 1, here + step))
        self.numbers[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, days: int, is_on: bool) -> None:
        self.set_goal(days if is_on else None)
        self.chosen.emit(days if is_on else None)
