"""The bar of an exercise: a part for each thing that was said of it, and for nothing else."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from backease_desktop.core.progress.told import ExerciseTold
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.exercise_rows import EASY, RIGHT, exercise_rows
from backease_desktop.ui.progress.swatches import level_colour
from tests.fakes.ports import FakeClock
from tests.fakes.small_catalogue import small_catalogue

CATALOGUE = small_catalogue()


@pytest.mark.parametrize(
    ("easy", "right", "hard"), [(1, 1, 0), (0, 2, 0), (3, 0, 0), (0, 0, 1), (1, 1, 1)]
)
def test_a_part_that_was_never_said_is_not_painted(
    look: Look, qtbot: QtBot, easy: int, right: int, hard: int
) -> None:
    thumbnails = Figures(lambda: CATALOGUE, look, FakeClock(), look).thumbnails
    rows = exercise_rows(look, thumbnails, str)
    qtbot.addWidget(rows)
    rows.show_values([ExerciseTold("none-of-ours", 3, 0, easy, right, hard)])
    rows.resize(500, 80)
    image = rows.grab().toImage()
    c = look.colours
    right_half = range(image.width() // 2, image.width())
    seen = {image.pixelColor(x, y).name() for x in right_half for y in range(image.height())}

    colours = (level_colour(c, EASY), level_colour(c, RIGHT), c.switch)
    assert [QColor(one).name() in seen for one in colours] == [easy > 0, right > 0, hard > 0]
