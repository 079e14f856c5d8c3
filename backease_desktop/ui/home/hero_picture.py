"""The picture of what fits now: its exercises one after another, and which one is shown.

It stands still until somebody looks: a window that lies open must not keep the computer busy.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.timeline.routine_card import RoutineStep
from backease_desktop.ui.figure.pill import Pill
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_CARD

if TYPE_CHECKING:
    from backease_desktop.controllers.in_turns import InTurns
    from backease_desktop.core.pieces import Pieces
    from backease_desktop.ui.figure.moving_figure import MovingFigure

MARGIN = 18
NEXT_AFTER = 6000
"""Milliseconds that each exercise is shown while somebody looks: one round of its movement."""
LOOKED_FOR = 300
"""Milliseconds that the pointer rests here before anything moves: it may only pass, and where it
lies when the window opens, the figure is not solved before the window is painted."""
MOST_PIPS = 12


class HeroPicture(QWidget):
    """The picture.

    Args:
        look: the theme.
        thumbnails: draw the still that is seen first.
        make_moving: makes the figure that moves, when it is first looked at.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self,
        look: Look,
        thumbnails: Thumbnails,
        make_moving: "Callable[[], MovingFigure]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self._make_moving = make_moving
        self._moving: MovingFigure | None = None
        self._making: InTurns | None = None
        self._steps: tuple[RoutineStep, ...] = ()
        self._place = 0
        self._pill = Pill(look, self)
        self._turn = QTimer(self)
        self._turn.setInterval(NEXT_AFTER)
        self._turn.timeout.connect(self._on_turn)
        self._notice = QTimer(self, singleShot=True, interval=LOOKED_FOR)
        self._notice.timeout.connect(self.wake)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        thumbnails.ready.connect(self.update)
        look.changed.connect(self.update)

    @property
    def shown(self) -> str:
        """Id of the exercise that is shown; nothing without one."""
        return self._steps[self._place].exercise if self._steps else ""

    def show_steps(self, steps: Sequence[RoutineStep]) -> None:
        """Show the exercises of a routine, the first one first."""
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self._go_to(0)

    def notice(self) -> None:
        """The pointer has come: if it stays a moment, somebody looks."""
        self._notice.start()

    def wake(self) -> None:
        """Somebody looks: the figures move, one after another, once what moves them is loaded."""
        if not self._steps or self._look.theme.reduced_motion:
            return
        if self._moving is None:
            self._make_in_turns()
            return
        self._place_parts()
        self._moving.show()
        self._moving.play(self.shown)
        self._turn.start()

    def _make_in_turns(self) -> None:
        if self._making is None:
            # Loaded on first use, as all that is done in turns.
            from backease_desktop.controllers.in_turns import InTurns

            self._making = InTurns(self._make(), self)
        self._making.begin()

    def _make(self) -> "Pieces[None]":
        # Loaded on first use: what figures move on takes a tenth of a second in one piece.
        from backease_desktop.ui.figure.loading import load_rig

        yield from load_rig()
        self._moving = self._make_moving()
        self._moving.setParent(self)
        self._moving.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._moving.hide()
        yield None
        self.wake()

    def rest(self) -> None:
        """Nobody looks: stand still."""
        self._turn.stop()
        self._notice.stop()
        if self._making is not None:
            self._making.stop()
        if self._moving is not None:
            self._moving.hide()

    def sizeHint(self) -> QSize:
        """Half as wide as the words beside it."""
        px = self._look.theme.px
        return QSize(px(360), px(240))

    def minimumSizeHint(self) -> QSize:
        """A figure that can still be read."""
        return QSize(180, 120)

    def resizeEvent(self, _event: object) -> None:
        """Put name and figure in their places."""
        self._place_parts()

    def hideEvent(self, _event: object) -> None:
        """Nothing moves that nobody sees."""
        self.rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The soft ground with the hero's right corners, the still, and the pips."""
        c = self._look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        # Rounder than it is wide on its left, so that only the right corners are round.
        ground = QRectF(self.rect()).adjusted(-2 * RADIUS_CARD, 0, 0, 0)
        outline.addRoundedRect(ground, RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.setClipRect(self.rect())
        painter.fillPath(outline, QColor(c.soft))
        is_moving = (
            self._moving is not None and self._moving.isVisible() and self._moving.has_figure
        )
        if self._steps and not is_moving:
            area = self._figure_area()
            size = QSize(round(area.width()), round(area.height()))
            pixmap = self._thumbnails.find(self.shown, size, self.devicePixelRatioF())
            if pixmap is not None:
                painter.drawPixmap(area.topLeft(), pixmap)
        self._paint_pips(painter)

    def _paint_pips(self, painter: QPainter) -> None:
        """A pip for each exercise, the one that is shown longer; none where there is one of all."""
        count = len(self._steps)
        if not 2 <= count <= MOST_PIPS:
            return
        c = self._look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        x = self.width() - MARGIN - (count - 1) * 13 - 18
        y = self.height() - MARGIN - 7
        for place in range(count):
            width = 18 if place == self._place else 7
            colour = QColor(c.accent)
            colour.setAlphaF(1.0 if place == self._place else 0.35)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(QPointF(x, y), QPointF(x + width, y + 7)), 3.5, 3.5)
            x += width + 6

    def _figure_area(self) -> QRectF:
        top = self._pill.sizeHint().height() + MARGIN
        return QRectF(self.rect()).adjusted(MARGIN, top, -MARGIN, -MARGIN - 4)

    def _place_parts(self) -> None:
        self._pill.adjustSize()
        self._pill.move(MARGIN, MARGIN)
        self._pill.setVisible(bool(self._steps))
        if self._moving is not None:
            self._moving.setGeometry(self._figure_area().toRect())

    def _go_to(self, place: int) -> None:
        self._place = place
        if self._steps:
            step = self._steps[place]
            self._pill.set_text(step.name, 1.0)
            self.setAccessibleName(step.name)
        self._place_parts()
        if self._turn.isActive() and self._moving is not None:
            self._moving.play(self.shown)
        self.update()

    def _on_turn(self) -> None:
        self._go_to((self._place + 1) % len(self._steps))
        if self._place == 0:  # one round is seen; an open window costs nothing after it
            self.rest()
