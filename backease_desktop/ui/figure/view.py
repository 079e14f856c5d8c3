"""The widget that shows a figure, still or in motion.

It draws what it is given and asks for nothing: the page that owns the timeline calls
`show_motion` as often as the motion says. Only `play_loop`, the preview in lists, runs a timer,
and only while the figure moves and the widget is visible. A figure that faces the eye says where
the person's right is, because it is at the left of the picture, unless it is shown as in a mirror.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.motion import MOVING_FPS, Moment, Motion, motion_at
from backease_desktop.core.figure.shapes import Drawing
from backease_desktop.core.units import Ms
from backease_desktop.ui.components.put_away import is_put_away
from backease_desktop.ui.figure.colours import LIGHT, FigureColours
from backease_desktop.ui.figure.painter import paint

_ROOM_FOR_WORDS = 150
"""A picture lower than this (px) has no room for words."""
LOOP = Ms(6000)
"""How long one round of the preview takes."""


class FigureView(QWidget):
    """Shows a figure as large as the widget allows.

    Args:
        clock: milliseconds that only grow; for `play_loop`.
        parent: the owner.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, clock: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._colours = LIGHT
        self._film: Film | None = None
        self._drawing: Drawing | None = None
        self._mirrored = False
        self._shown: Motion | None = None
        self._breaths: dict[float, Drawing] = {}
        """The pictures of a body that only breathes, by how far breathed in."""
        self._side = "right"
        self._started = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // MOVING_FPS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """The size of the player's figure."""
        return QSize(620, 510)

    def minimumSizeHint(self) -> QSize:
        """A thumbnail."""
        return QSize(40, 32)

    def set_colours(self, colours: FigureColours) -> None:
        """Changes the palette, at once."""
        self._colours = colours
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Shows figures that face the eye as in a mirror, at once."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            if self._film is not None and self._shown is not None:
                self._set_drawing(self._shown.drawing(self._film))

    def clear(self) -> None:
        """Shows nothing."""
        self.stop()
        self._film = self._shown = None
        self._set_drawing(None)

    def show_still(self, film: Film, keyframe: str = "hold", side: str = "right") -> None:
        """Shows one keyframe; the held one if the figure has none of that name."""
        names = [still.name for still in film.stills]
        place = names.index(keyframe) if keyframe in names else film.held
        self.stop()
        self.show_motion(film, Motion(place, side))

    def show_motion(self, film: Film, motion: Motion) -> None:
        """Shows a moment; does nothing if it is the one that is shown already."""
        if film is self._film and motion == self._shown:
            return
        stays = film is self._film and self._shown == replace(motion, breath=self._breath)
        if not stays:
            self._breaths.clear()
        self._film, self._shown = film, motion
        if motion.breath not in self._breaths:
            self._breaths[motion.breath] = motion.drawing(film)
        self._set_drawing(self._breaths[motion.breath])

    @property
    def _breath(self) -> float:
        return self._shown.breath if self._shown is not None else 0.0

    def play_loop(self, film: Film, side: str = "right") -> None:
        """Goes through the whole movement again and again, until `stop` or hidden."""
        self._side, self._started = side, self._clock()
        self._film = film
        self._timer.start()

    def stop(self) -> None:
        """Ends the preview on the picture that is shown."""
        self._timer.stop()

    @property
    def drawing(self) -> Drawing | None:
        """The picture that is shown."""
        return self._drawing

    @property
    def playing(self) -> bool:
        """Whether the preview runs."""
        return self._timer.isActive()

    def _on_timer_timeout(self) -> None:
        if self._film is None or is_put_away(self):
            self.stop()
            return
        elapsed = Ms((self._clock() - self._started) % LOOP)
        moment = Moment("move", elapsed, LOOP, self._side)
        self.show_motion(self._film, motion_at(self._film, moment))

    def _set_drawing(self, drawing: Drawing | None) -> None:
        if drawing is not None and drawing.right_at and self._mirrored:
            drawing = drawing.mirrored()
        self._drawing = drawing
        alt = drawing.alt if drawing else ""
        if self.accessibleDescription() != alt:
            self.setAccessibleDescription(alt)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        self.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the drawing as large as it fits."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        paint(painter, self._drawing, QRectF(self.rect()), self._colours)
        if self._drawing.right_at and self.height() >= _ROOM_FOR_WORDS:
            self._mark_right(painter, self._drawing.right_at)
        painter.end()

    def _mark_right(self, painter: QPainter, right_at: int) -> None:
        """Words at the side of the picture where the person's right is."""
        painter.setPen(QColor(self._colours.arrow))
        bottom = Qt.AlignmentFlag.AlignBottom
        side = Qt.AlignmentFlag.AlignLeft if right_at < 0 else Qt.AlignmentFlag.AlignRight
        words = self.tr("← your right") if right_at < 0 else self.tr("your right →")
        painter.drawText(QRectF(self.rect()).adjusted(6, 0, -6, -4), bottom | side, words)
