"""The widget: it shows what it is given, says it in words, and rests when nothing moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from backease_desktop.core.figure.motion import Motion
from backease_desktop.ui.figure.colours import DARK, LIGHT
from backease_desktop.ui.figure.view import LOOP, FigureView
from tests.fakes.figures import BIRD_DOG, TWIST, film


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
    first = view.drawing
    view.show_motion(shown, Motion(0.5, "right"))

    assert view.drawing is first


def test_the_pictures_of_one_breath_are_kept_as_long_as_nothing_else_moves(
    view: FigureView,
) -> None:
    shown = film(TWIST)
    view.show_motion(shown, Motion(1.0, "right", 0.5))
    half = view.drawing
    view.show_motion(shown, Motion(1.0, "right", 1.0))
    full = view.drawing
    view.show_motion(shown, Motion(1.0, "right", 0.5))
    assert view.drawing is half
    assert full != half
    view.show_motion(shown, Motion(1.0, "left", 0.5))
    assert view.drawing != half
    view.show_motion(shown, Motion(1.0, "right", 0.5))
    assert view.drawing is not half
    assert view.drawing == half


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
    before, words = view.drawing, view.accessibleDescription()
    view.set_mirrored(True)

    assert before
    assert view.drawing == before.mirrored()
    assert view.accessibleDescription() == words


def test_a_figure_seen_from_the_side_is_the_same_in_a_mirror(view: FigureView) -> None:
    view.show_still(film(BIRD_DOG))
    before = view.drawing
    view.set_mirrored(True)

    assert view.drawing == before
