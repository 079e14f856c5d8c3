"""Figures in the window: what can be drawn is a film, what cannot is none and breaks nothing."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import Theme
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look
from tests.fakes.figures import BIRD_DOG, TWIST, film
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()
SETUP = {"from": "standing", "alt": "Standing tall, arms down."}
UNREADABLE: dict[str, Any] = {"keyframes": {"setup": SETUP}}
UNSOLVABLE: dict[str, Any] = {
    "keyframes": {"setup": SETUP, "hold": SETUP | {"rests": ["feet on step"]}}
}


def figures_with(block: dict[str, Any] | None, look: Look) -> tuple[Figures, str]:
    """Figures whose first exercise has this block, and that exercise's id."""
    name, exercise = next(iter(CATALOGUE.exercises.items()))
    exercises = {name: exercise.with_(figure=block)}
    return Figures(lambda: replace(CATALOGUE, exercises=exercises), look, FakeClock(), look), name


def test_a_good_figure_is_a_film_solved_once(look: Look) -> None:
    figures, name = figures_with(BIRD_DOG, look)

    film = figures.film(name)

    assert film is not None
    assert figures.film(name) is film


@pytest.mark.parametrize("block", [None, UNREADABLE, UNSOLVABLE])
def test_a_figure_that_cannot_be_drawn_is_none(look: Look, block: dict[str, Any] | None) -> None:
    figures, name = figures_with(block, look)

    assert figures.film(name) is None


def test_an_exercise_that_nobody_knows_has_no_film(look: Look) -> None:
    figures, _ = figures_with(BIRD_DOG, look)

    assert figures.film("no-such-exercise") is None


def test_every_figure_is_mirrored_when_that_is_chosen_also_one_made_later(
    look: Look, qtbot: QtBot
) -> None:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    early = figures.moving()
    qtbot.addWidget(early)
    figures.set_mirrored(True)
    late = figures.moving()
    qtbot.addWidget(late)
    for moving in (early, late):
        view = moving.findChild(FigureView)
        assert isinstance(view, FigureView)
        view.show_still(film(TWIST))
        assert view.drawing is not None
        assert view.drawing.right_at == 1


class Kept(dict[str, bytes]):
    """A store of pictures in memory."""

    def load(self, drawn_from: str) -> bytes | None:
        return self.get(drawn_from)

    def save(self, drawn_from: str, png: bytes) -> None:
        self[drawn_from] = png


def test_a_picture_that_an_earlier_start_drew_is_there_at_once(look: Look, qtbot: QtBot) -> None:
    kept, size = Kept(), QSize(60, 44)
    first = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    assert first.find("bridge", size) is None
    with qtbot.waitSignal(first.ready):
        pass
    drawn = first.find("bridge", size)
    assert drawn is not None
    later = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    found = later.find("bridge", size)
    assert found is not None
    assert found.toImage().convertToFormat(drawn.toImage().format()) == drawn.toImage()


def test_a_kept_picture_of_other_colours_or_of_another_figure_is_not_shown(
    look: Look, qtbot: QtBot
) -> None:
    kept, size = Kept(), QSize(60, 44)
    first = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    first.find("bridge", size)
    with qtbot.waitSignal(first.ready):
        pass
    changed = CATALOGUE.exercises["bridge"].with_(
        **{"figure": CATALOGUE.exercises["bird-dog"].figure}
    )
    other = replace(CATALOGUE, exercises={**CATALOGUE.exercises, "bridge": changed})
    assert (
        Figures(lambda: other, look, FakeClock(), look, kept).thumbnails.find("bridge", size)
        is None
    )
    look.choose(Theme.DARK)
    assert (
        Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails.find("bridge", size)
        is None
    )
    look.choose()


def test_a_kept_picture_is_not_shown_in_a_mirror_nor_where_it_cannot_be_read(
    look: Look, qtbot: QtBot
) -> None:
    kept, size = Kept(), QSize(60, 44)
    first = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    first.find("bridge", size)
    with qtbot.waitSignal(first.ready):
        pass
    mirrored = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept)
    mirrored.set_mirrored(True)
    assert mirrored.thumbnails.find("bridge", size) is None
    kept.update({drawn_from: png[:60] for drawn_from, png in kept.items()})
    later = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    assert later.find("bridge", size) is None


def test_the_picture_of_an_edited_figure_is_drawn_anew_and_kept_as_that_of_the_new_one(
    look: Look, qtbot: QtBot
) -> None:
    kept, size = Kept(), QSize(60, 44)
    now = {"catalogue": CATALOGUE}
    figures = Figures(lambda: now["catalogue"], look, FakeClock(), look, kept)
    figures.thumbnails.find("bridge", size)
    with qtbot.waitSignal(figures.thumbnails.ready):
        pass
    edited = CATALOGUE.exercises["bridge"].with_(figure=CATALOGUE.exercises["bird-dog"].figure)
    now["catalogue"] = replace(CATALOGUE, exercises={**CATALOGUE.exercises, "bridge": edited})
    figures.forget("bridge")
    assert figures.thumbnails.find("bridge", size) is None
    with qtbot.waitSignal(figures.thumbnails.ready):
        pass
    new = figures.thumbnails.find("bridge", size)
    old = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails.find("bridge", size)
    assert new is not None
    assert old is not None
    assert new.toImage() != old.toImage().convertToFormat(new.toImage().format())
