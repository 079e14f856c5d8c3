"""A small picture of an exercise, in a list of steps or beside a name."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look

SIZE = QSize(60, 44)
RADIUS = 10


class ExercisePicture(QWidget):
    """The picture; the ground alone until it is drawn.

    Args:
        look: the theme.
        thumbnails: draw the picture.
        exercise: id of the exercise; may be changed by `show_exercise`.
        is_framed: it has a ground and a size of its own; else it fills what it lies on.
        height: of a picture as wide as its place, in pixels at 100 % text; 0 for a small one.
        yields_to_words: it is not shown in a narrow window, where the words need its room.
    """

    def __init__(
        self,
        look: Look,
        thumbnails: Thumbnails,
        exercise: str = "",
        *,
        is_framed: bool = True,
        height: int = 0,
        yields_to_words: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._thumbnails = thumbnails
        self._exercise = exercise
        self._is_framed = is_framed
        self._height = height
        self._yields_to_words = yields_to_words
        thumbnails.ready.connect(self.update)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_exercise(self, exercise: str) -> None:
        """Show another exercise; none for an empty id."""
        self._exercise = exercise
        self.update()

    def _on_look_changed(self) -> None:
        px = self._look.theme.px
        if self._yields_to_words:
            self.setHidden(self._look.is_narrow)
        if self._height:
            self.setFixedHeight(min(px(self._height), 2 * self._height))
        elif self._is_framed:
            self.setFixedSize(px(SIZE.width()), px(SIZE.height()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the figure as soon as it is drawn."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._is_framed:
            paint_picture(
                painter, self.rect(), self._look, self._thumbnails, self._exercise, RADIUS, ratio
            )
        elif self._exercise:
            pixmap = self._thumbnails.find(self._exercise, self.size(), ratio)
            if pixmap is not None:
                painter.drawPixmap(0, 0, pixmap)


def paint_picture(
    painter: QPainter,
    rect: QRect,
    look: Look,
    thumbnails: Thumbnails,
    exercise: str,
    radius: float,
    ratio: float,
) -> None:
    """Paint a picture on its rounded ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(rect), radius, radius)
    painter.fillPath(outline, QColor(look.colours.soft))
    inner = rect.adjusted(4, 3, -4, -3)
    pixmap = thumbnails.find(exercise, inner.size(), ratio) if exercise else None
    if pixmap is not None:
        painter.drawPixmap(inner.topLeft(), pixmap)
