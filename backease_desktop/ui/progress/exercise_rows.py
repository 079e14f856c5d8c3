"""Each exercise: how often it was done, whether it hurt, and how it was in three parts."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from backease_desktop.core.progress.told import ExerciseTold
from backease_desktop.ui.figure.exercise_picture import paint_picture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.progress_words import NameOf, exercise_words, felt_parts
from backease_desktop.ui.progress.row_list import RowList, RowPainter
from backease_desktop.ui.progress.swatches import level_colour

PICTURE = 46
BAR = 84
THICK = 7
GAP = 2
EASY, RIGHT = 1, 4
"""Levels of the two quieter parts."""


class ExercisePainter(RowPainter):
    """Paints a row: picture, name, how often, how it was."""

    def __init__(
        self, look: Look, thumbnails: Thumbnails, name_of: NameOf, parent: QWidget
    ) -> None:
        super().__init__(look, parent)
        self._thumbnails = thumbnails
        self._name_of = name_of

    @property
    def height(self) -> int:
        """As high as the picture at least."""
        return max(super().height, self.look.theme.px(48))

    def paint_row(self, painter: QPainter, rect: QRect, value: object) -> None:
        """Paint it."""
        assert isinstance(value, ExerciseTold)
        px = self.look.theme.px
        picture = QRect(rect.left(), rect.top() + 5, px(PICTURE), rect.height() - 10)
        device = painter.device()
        ratio = device.devicePixelRatio() if device else 1.0
        paint_picture(painter, picture, self.look, self._thumbnails, value.id, 10, ratio)
        left = picture.right() + px(10)
        bar = min(px(BAR), rect.width() // 4) if value.told else 0
        room = QRect(left, rect.top(), rect.right() - left - bar - px(8), rect.height())
        self.write(painter, room, self._name_of(value.id), exercise_words(value))
        if bar:
            area = QRectF(rect.right() - bar, rect.center().y() - px(THICK) / 2, bar, px(THICK))
            self._paint_parts(painter, area, value)

    def _paint_parts(self, painter: QPainter, area: QRectF, told: ExerciseTold) -> None:
        c = self.look.colours
        outline = QPainterPath()
        outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.save()
        painter.setClipPath(outline)
        x = area.left()
        for count, colour in (
            (told.easy, level_colour(c, EASY)),
            (told.right, level_colour(c, RIGHT)),
            (told.hard, c.switch),
        ):
            if not count:
                continue
            width = area.width() * count / told.told
            painter.fillRect(QRectF(x, area.top(), width - GAP, area.height()), QColor(colour))
            x += width
        painter.restore()


def exercise_rows(look: Look, thumbnails: Thumbnails, name_of: NameOf) -> RowList[ExerciseTold]:
    """A list of exercises."""

    def words(told: ExerciseTold) -> str:
        parts = (name_of(told.id), exercise_words(told), felt_parts(told))
        return ". ".join(part for part in parts if part)

    name = QCoreApplication.translate("progress", "Exercises")
    rows = RowList[ExerciseTold](look, name, words)
    rows.paint_by(ExercisePainter(look, thumbnails, name_of, rows))
    return rows
