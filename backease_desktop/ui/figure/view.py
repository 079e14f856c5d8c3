"""The widget that shows a figure, still or in motion.

It draws what it is given and asks for nothing: the page that owns the timeline calls
`show_motion` as often as the motion says. Only `play_loop`, the preview in lists, runs a timer,
and only while the figure moves and the widget is visible. A figure that faces the eye says where
the person's right is, because it is at the left of the picture, unless it is shown as in a mirror.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.motion import FRAME, Moment, Motion, motion_at
from backease_desktop.core.units import Ms
from backease_desktop.ui.components.put_away import is_put_away
from backease_desktop.ui.figure.colours import LIGHT, FigureColours
from backease_desktop.ui.figure.painter import Picture, paint_picture
from backease_desktop.ui.figure.reel import Reel

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
        self._reel = Reel()
        self._picture: Picture | None = None
        self._is_on_paper = False
        self._mirrored = False
        self._shown: Motion | None = None
        self._side = "right"
        self._started = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """The size of the player's figure."""
        return QSize(620, 510)

    def minimumSizeHint(self) -> QSize:
        """A thumbnail."""
        return QSize(40, 32)

    def stand_on_paper(self) -> None:
        """Paint the ground as well: so nothing beneath is painted with each picture."""
        self._is_on_paper = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_colours(self, colours: FigureColours) -> None:
        """Changes the palette, at once."""
        self._colours = colours
        self._renew()

    def set_mirrored(self, mirrored: bool) -> None:
        """Shows figures that face the eye as in a mirror, at once."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self._renew()

    def clear(self) -> None:
        """Shows nothing."""
        self.stop()
        self._film = self._shown = None
        self._reel.forget()
        self._renew()

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
        self._film, self._shown = film, motion
        self._renew()

    def play_loop(self, film: Film, side: str = "right") -> None:
        """Goes through the whole movement again and again, until `stop` or hidden."""
        self._side, self._started = side, self._clock()
        self._film = film
        self._timer.start()

    def stop(self) -> None:
        """Ends the preview on the picture that is shown."""
        self._timer.stop()

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown."""
        return self._picture

    @property
    def playing(self) -> bool:
        """Whether the preview runs."""
        return self._timer.isActive()

    def _on_timer_timeout(self) -> None:
        if self._film is None or is_put_away(self):
            self.stop()
            return
        elapsed = Ms((self._clock() - self._started) % LOOP // FRAME * FRAME)
        moment = Moment("move", elapsed, LOOP, self._side)
        self.show_motion(self._film, motion_at(self._film, moment))

    def _renew(self) -> None:
        """Show what is to be shown now."""
        picture = None
        if self._film is not None and self._shown is not None:
            picture = self._reel.picture(
                self._film, self._shown, self._colours, is_mirrored=self._mirrored
            )
        self._picture = picture
        alt = picture.alt if picture else ""
        if self.accessibleDescription() != alt:
            self.setAccessibleDescription(alt)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees, and nothing is kept for it."""
        self.stop()
        self._reel.forget()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the drawing as large as it fits."""
        picture, painter = self._picture, QPainter(self)
        if self._is_on_paper and picture is None:
            painter.fillRect(event.rect(), QColor(self._colours.paper))
        elif self._is_on_paper and picture is not None:
            self._reel.paint(painter, picture, self.size(), self.devicePixelRatioF())
        elif picture is not None:
            paint_picture(painter, picture, QRectF(self.rect()))
        if picture is not None and picture.right_at and self.height() >= _ROOM_FOR_WORDS:
            self._mark_right(painter, picture.right_at)
        painter.end()

    def _mark_right(self, painter: QPainter, right_at: int) -> None:
        """Words at the side of the picture where the person's right is."""
        painter.setPen(QColor(self._colours.arrow))
        bottom = Qt.AlignmentFlag.AlignBottom
        side = Qt.AlignmentFlag.AlignLeft if right_at < 0 else Qt.AlignmentFlag.AlignRight
        words = self.tr("← your right") if right_at < 0 else self.tr("your right →")
        painter.drawText(QRectF(self.rect()).adjusted(6, 0, -6, -4), bottom | side, words)
