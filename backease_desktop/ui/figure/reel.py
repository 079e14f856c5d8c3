"""A reel: the pictures of a film that is shown, those that come again kept ready.

Rules:
1. A picture is made of a film, a motion, a palette and a mirror, all given at each call: with
   another film, palette or mirror all that was kept is gone.
2. Kept are the pictures of bodies that breathe or stand still, which are few, and of movements as
   long as there is room: a repetition shows those of the one before. A full reel keeps what it has;
   if the oldest made way, each picture of a long movement would be gone just before it comes again.
3. What stays the same in all pictures, such as furniture and ghost, is painted once, on the paper.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.motion import MOVING_FPS, Motion
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.figure.painter import Picture, paint_moving, paint_still, picture_of

ROOM = 96
"""Pictures: five seconds of a movement, some 90 KB each."""


class Reel:
    """Makes pictures, and keeps what will be shown again."""

    def __init__(self) -> None:
        self._made_of: tuple[Film, FigureColours, bool] | None = None
        self._kept: dict[tuple[object, ...], Picture] = {}
        self._ground: _Ground | None = None

    def picture(
        self, film: Film, motion: Motion, colours: FigureColours, *, is_mirrored: bool
    ) -> Picture:
        """The picture of a moment of a film.

        Args:
            film: the film.
            motion: what is to be seen of it.
            colours: the palette.
            is_mirrored: figures that face the eye are shown as in a mirror.
        """
        if not self._is_made_of(film, colours, is_mirrored):
            self.forget()
            self._made_of = film, colours, is_mirrored
        seen = (motion.place, motion.side, motion.breath, motion.facing, motion.walks, motion.back)
        picture = self._kept.get(seen)
        if picture is None:
            drawing = motion.drawing(film)
            if drawing.right_at and is_mirrored:
                drawing = drawing.mirrored()
            picture = picture_of(drawing, colours)
            if motion.fps != MOVING_FPS or len(self._kept) < ROOM:
                self._kept[seen] = picture
        return picture

    def paint(self, painter: QPainter, picture: Picture, size: QSize, ratio: float) -> None:
        """Paint a picture on its paper, as large as it fits.

        Args:
            painter: of a widget, whose upper left is its origin.
            picture: the picture.
            size: of the widget.
            ratio: how many pixels of the device are one of the widget's, in each direction.
        """
        rect = QRectF(0, 0, size.width(), size.height())
        if float(ratio).is_integer():
            if self._ground is None or not self._ground.is_of(picture, size, ratio):
                self._ground = _Ground(picture, size, ratio)
            painter.drawPixmap(0, 0, self._ground.pixmap)
        else:  # between the device's pixels a ready-made ground would be blurred
            painter.fillRect(rect.toRect(), QColor(picture.colours.paper))
            paint_still(painter, picture, rect)
        paint_moving(painter, picture, rect)

    def forget(self) -> None:
        """Give all that is kept back."""
        self._made_of = self._ground = None
        self._kept.clear()

    def _is_made_of(self, film: Film, colours: FigureColours, is_mirrored: bool) -> bool:
        if self._made_of is None:
            return False
        known, dressed, turned = self._made_of
        return known is film and dressed == colours and turned == is_mirrored


class _Ground:
    """The paper, with what stays the same on it."""

    def __init__(self, picture: Picture, size: QSize, ratio: float) -> None:
        self._picture, self._size, self._ratio = picture, size, ratio
        self.pixmap = QPixmap(size * ratio)
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(QColor(picture.colours.paper))
        painter = QPainter(self.pixmap)
        paint_still(painter, picture, QRectF(0, 0, size.width(), size.height()))
        painter.end()

    def is_of(self, picture: Picture, size: QSize, ratio: float) -> bool:
        """Whether it is that of a picture: the same shapes, not only equal ones."""
        mine = self._picture
        return (
            (self._size, self._ratio, mine.colours, mine.frame, mine.photo)
            == (size, ratio, picture.colours, picture.frame, picture.photo)
            and len(mine.still) == len(picture.still)
            and all(one is other for one, other in zip(mine.still, picture.still, strict=True))
        )
