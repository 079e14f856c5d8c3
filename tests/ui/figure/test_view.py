"""The widget: it shows what it is given, says it in words, and rests when nothing moves."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.figure.motion import MOVING_FPS, Motion
from backease_desktop.ui.figure.colours import DARK, LIGHT
from backease_desktop.ui.figure.painter import picture_of
from backease_desktop.ui.figure.view import LOOP, FigureView
from tests.fakes.figures import BIRD_DOG, BRIDGE, TWIST, film

LEG = tuple(Motion(step / 4, "right", fps=MOVING_FPS) for step in range(5))
"""From the first keyframe to the second."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def view(qtbot: QtBot, clock: Clock) -> Iterator[FigureView]:
    shown = FigureView(clock)
    qtbot.addWidget(shown)
    shown.resize(310, 255)
    yield shown
    shown.stop()


def grab(view: FigureView) -> QImage:
    """What the widget shows."""
    return view.grab().toImage()


def test_a_still_is_told_in_words(view: FigureView) -> None:
    view.show_still(film(BIRD_DOG), "setup")
    assert view.accessibleDescription() == BIRD_DOG["keyframes"]["setup"]["alt"]

    view.show_still(film(BIRD_DOG), "hold")
    assert view.accessibleDescription() == BIRD_DOG["keyframes"]["hold"]["alt"]


def test_the_left_side_is_told_as_the_left_one(view: FigureView) -> None:
    view.show_still(film(BIRD_DOG), "hold", "left")

    assert view.accessibleDescription().startswith("Left arm and right leg")


def test_another_side_and_another_palette_are_other_pictures(view: FigureView) -> None:
    shown = film(BIRD_DOG)
    view.show_still(shown, "hold", "right")
    right = grab(view)
    view.show_still(shown, "hold", "left")
    left = grab(view)
    view.set_colours(DARK)

    assert right != left
    assert left != grab(view)


def test_a_still_runs_no_timer(view: FigureView) -> None:
    view.show_still(film(TWIST))

    assert not view.playing


def test_the_preview_goes_through_the_movement_and_ends_when_hidden(
    view: FigureView, clock: Clock, qtbot: QtBot
) -> None:
    shown = film(BIRD_DOG)
    view.show_still(shown, "setup")
    view.show()
    before = grab(view)
    view.play_loop(shown)
    clock.now = LOOP // 2 - 200
    qtbot.waitUntil(lambda: grab(view) != before)
    assert view.playing

    view.hide()
    assert not view.playing


def test_the_same_moment_is_not_drawn_twice(view: FigureView) -> None:
    shown = film(TWIST)
    view.show_motion(shown, Motion(0.5, "right"))
    first = view.picture
    view.show_motion(shown, Motion(0.5, "right"))

    assert view.picture is first


@pytest.mark.parametrize("figure", [BIRD_DOG, TWIST, BRIDGE])
@pytest.mark.parametrize("mirrored", [False, True])
def test_on_paper_it_looks_as_it_does_on_a_ground_of_that_colour(
    view: FigureView, clock: Clock, qtbot: QtBot, figure: dict[str, Any], mirrored: bool
) -> None:
    on_paper = FigureView(clock)
    qtbot.addWidget(on_paper)
    on_paper.resize(view.size())
    on_paper.stand_on_paper()
    shown = film(figure)
    for each in (view, on_paper):
        each.set_mirrored(mirrored)
    for colours in (LIGHT, DARK):
        ground = QImage(view.size(), QImage.Format.Format_RGB32)
        for motion in (*LEG, *LEG, Motion(0, "left", facing=0.4, fps=MOVING_FPS)):
            ground.fill(QColor(colours.paper))
            for each in (view, on_paper):
                each.set_colours(colours)
                each.show_motion(shown, motion)
            view.render(ground, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
            assert grab(on_paper).convertToFormat(ground.format()) == ground


def test_without_a_figure_the_paper_alone_is_painted(view: FigureView) -> None:
    view.stand_on_paper()
    view.show_still(film(TWIST))
    view.clear()
    image = grab(view)

    assert {image.pixel(x, y) for x in range(0, 310, 5) for y in range(0, 255, 5)} == {
        QColor(LIGHT.paper).rgb()
    }


def test_what_is_kept_goes_when_it_is_hidden(view: FigureView) -> None:
    shown = film(TWIST)
    view.show()
    view.show_motion(shown, LEG[1])
    first = view.picture
    view.show_motion(shown, LEG[2])
    view.hide()
    view.show_motion(shown, LEG[1])

    assert view.picture == first
    assert view.picture is not first


def test_a_minimised_preview_stops(view: FigureView, qtbot: QtBot) -> None:
    shown = film(BIRD_DOG)
    view.show()
    view.play_loop(shown)
    view.showMinimized()
    qtbot.waitUntil(lambda: not view.playing)


def test_cleared_it_shows_and_says_nothing(view: FigureView) -> None:
    view.show_still(film(TWIST))
    filled = grab(view)
    view.clear()

    assert view.accessibleDescription() == ""
    assert grab(view) != filled


def marked(view: FigureView) -> tuple[bool, bool]:
    """Whether something is written at the picture's lower left and lower right."""
    image = grab(view)
    ink = QColor(LIGHT.arrow)

    def is_written(columns: range) -> bool:
        rows = range(image.height() - 22, image.height() - 2)
        colours = (QColor(image.pixel(x, y)) for x in columns for y in rows)
        return any(abs(c.lightness() - ink.lightness()) < 25 for c in colours)

    return is_written(range(4, 90)), is_written(range(image.width() - 90, image.width() - 4))


def test_a_figure_that_faces_you_says_where_your_right_is(view: FigureView) -> None:
    view.show_still(film(TWIST))
    assert marked(view) == (True, False)

    view.set_mirrored(True)
    assert marked(view) == (False, True)

    view.show_still(film(BIRD_DOG), "setup")
    assert marked(view) == (False, False)


def test_in_a_mirror_the_picture_is_turned_round_and_its_words_stay(view: FigureView) -> None:
    shown = film(TWIST)
    view.show_still(shown)
    drawing, words = shown.drawing_at(shown.held), view.accessibleDescription()
    assert view.picture == picture_of(drawing, LIGHT)
    view.set_mirrored(True)

    assert view.picture == picture_of(drawing.mirrored(), LIGHT)
    assert view.accessibleDescription() == words


def test_a_figure_seen_from_the_side_is_the_same_in_a_mirror(view: FigureView) -> None:
    view.show_still(film(BIRD_DOG))
    before = view.picture
    view.set_mirrored(True)

    assert view.picture == before
