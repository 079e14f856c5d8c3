"""Figures in the window: what can be drawn is a film, what cannot is none and breaks nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.figure.drawing import shapes_of
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.pieces import drained
from backease_desktop.core.settings import Theme
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.figure.filming import film_of
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.packed_picture import PIXELS, packed
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

    film = figures.films.film(name)

    assert film is not None
    assert figures.films.film(name) is film


@pytest.mark.parametrize("block", [None, UNREADABLE, UNSOLVABLE])
def test_a_figure_that_cannot_be_drawn_is_none(look: Look, block: dict[str, Any] | None) -> None:
    figures, name = figures_with(block, look)

    assert figures.films.film(name) is None


def test_an_exercise_that_nobody_knows_has_no_film(look: Look) -> None:
    figures, _ = figures_with(BIRD_DOG, look)

    assert figures.films.film("no-such-exercise") is None


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
        assert view.picture is not None
        assert view.picture.right_at == 1


class Kept(dict[str, bytes]):
    """A store of pictures in memory."""

    def load(self, drawn_from: str) -> bytes | None:
        return self.get(drawn_from)

    def save(self, drawn_from: str, picture: bytes) -> None:
        self[drawn_from] = picture


def test_a_picture_that_an_earlier_start_drew_is_there_at_once(look: Look, qtbot: QtBot) -> None:
    kept, size = Kept(), QSize(60, 44)
    first = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    assert first.find("bridge", size) is None
    qtbot.waitUntil(lambda: len(kept) == 1)
    drawn = first.find("bridge", size)
    assert drawn is not None
    later = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    found = later.find("bridge", size)
    assert found is not None
    assert found.toImage() == drawn.toImage()


def test_a_kept_picture_of_other_colours_or_of_another_figure_is_not_shown(
    look: Look, qtbot: QtBot
) -> None:
    kept, size = Kept(), QSize(60, 44)
    first = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    first.find("bridge", size)
    qtbot.waitUntil(lambda: len(kept) == 1)
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
    qtbot.waitUntil(lambda: len(kept) == 1)
    mirrored = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept)
    mirrored.set_mirrored(True)
    assert mirrored.thumbnails.find("bridge", size) is None
    kept.update({drawn_from: picture[:60] for drawn_from, picture in kept.items()})
    later = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    assert later.find("bridge", size) is None


def test_the_picture_of_an_edited_figure_is_drawn_anew_and_kept_as_that_of_the_new_one(
    look: Look, qtbot: QtBot
) -> None:
    kept, size = Kept(), QSize(60, 44)
    now = {"catalogue": CATALOGUE}
    figures = Figures(lambda: now["catalogue"], look, FakeClock(), look, kept)
    figures.thumbnails.find("bridge", size)
    qtbot.waitUntil(lambda: len(kept) == 1)
    edited = CATALOGUE.exercises["bridge"].with_(figure=CATALOGUE.exercises["bird-dog"].figure)
    now["catalogue"] = replace(CATALOGUE, exercises={**CATALOGUE.exercises, "bridge": edited})
    figures.forget("bridge")
    assert figures.thumbnails.find("bridge", size) is None
    qtbot.waitUntil(lambda: len(kept) == 2)
    new = figures.thumbnails.find("bridge", size)
    old = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails.find("bridge", size)
    assert new is not None
    assert old is not None
    assert new.toImage() != old.toImage().convertToFormat(new.toImage().format())


def test_a_figure_that_is_edited_while_it_is_solved_is_solved_as_it_is_then(look: Look) -> None:
    now = {"catalogue": CATALOGUE}
    figures = Figures(lambda: now["catalogue"], look, FakeClock(), look)
    solving = figures.films.filming("bridge")
    for _ in range(12):
        next(solving)
    edited = CATALOGUE.exercises["bridge"].with_(figure=CATALOGUE.exercises["bird-dog"].figure)
    now["catalogue"] = replace(CATALOGUE, exercises={**CATALOGUE.exercises, "bridge": edited})
    figures.forget("bridge")
    film = drained(solving)

    assert film is not None
    assert film.figure == figure_of(edited.figure)


def test_solving_a_film_in_pieces_comes_to_the_same(look: Look) -> None:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    in_pieces = drained(figures.films.filming("bird-dog"))
    at_once = film_of(CATALOGUE.exercises["bird-dog"])

    assert in_pieces is not None
    assert at_once is not None
    assert in_pieces.frame == at_once.frame
    for place in (0, 0.5, 1, 1.3):
        assert in_pieces.drawing_at(place, "left") == at_once.drawing_at(place, "left")


def test_one_body_is_drawn_in_a_piece(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []

    def drawing(skeleton: Skeleton, *around: object) -> object:
        drawn.append(skeleton)
        draw: Callable[..., object] = shapes_of
        return draw(skeleton, *around)

    monkeypatch.setattr("backease_desktop.core.figure.film.shapes_of", drawing)
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    before = 0
    for _ in figures.films.filming("bird-dog"):
        assert len(drawn) - before <= 1
        before = len(drawn)
    assert len(drawn) == 8  # two keyframes and the ways between them, on both sides


def test_what_is_looked_at_is_solved_before_what_will_be_wanted(look: Look, qtbot: QtBot) -> None:
    films = Figures(lambda: CATALOGUE, look, FakeClock(), look).films
    solved: list[str] = []
    films.solved.connect(solved.append)
    films.get_ready(["bridge", "bird-dog", "plank"])
    assert films.soon("plank") is None
    qtbot.waitUntil(lambda: len(solved) == 3, timeout=20_000)

    assert solved == ["plank", "bridge", "bird-dog"]
    assert films.soon("plank") is not None


def test_a_small_picture_waits_for_the_catalogue_and_does_not_ask_for_it(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    asked, is_read, kept, size = list[str](), list[bool](), Kept(), QSize(60, 44)

    def catalogue() -> Catalogue:
        asked.append("catalogue")
        return CATALOGUE

    figures = Figures(catalogue, look, FakeClock(), look, kept, is_read=lambda: bool(is_read))
    assert figures.thumbnails.find("bridge", size) is None
    qapp.processEvents()
    assert asked == []

    is_read.append(True)
    figures.thumbnails.begin()
    qtbot.waitUntil(lambda: len(kept) == 1)
    assert figures.thumbnails.find("bridge", size) is not None


def test_a_picture_that_had_to_wait_is_the_kept_one_where_there_is_one(
    look: Look, qtbot: QtBot
) -> None:
    kept, size, is_read = Kept(), QSize(60, 44), list[bool]()
    first = Figures(lambda: CATALOGUE, look, FakeClock(), look, kept).thumbnails
    first.find("bridge", size)
    qtbot.waitUntil(lambda: len(kept) == 1)
    (drawn_from,) = kept
    blank = QImage(60, 44, PIXELS)
    blank.fill(QColor("teal"))
    kept[drawn_from] = packed(blank)

    later = Figures(
        lambda: CATALOGUE, look, FakeClock(), look, kept, is_read=lambda: bool(is_read)
    ).thumbnails
    assert later.find("bridge", size) is None
    is_read.append(True)
    with qtbot.waitSignal(later.ready):
        later.begin()
    found = later.find("bridge", size)
    assert found is not None
    assert found.toImage().convertToFormat(PIXELS) == blank
