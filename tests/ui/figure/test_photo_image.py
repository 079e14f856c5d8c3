"""Photos from anywhere become small plain JPEGs, and are shown wherever figures are."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from backease_desktop.core.jpeg import jpeg_size
from backease_desktop.storage.picture_files import PictureFiles
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.figure.photo_image import MOST_BYTES, PhotoError, kept_photo
from backease_desktop.ui.look.style import Look
from tests.fakes.photos import bytes_of, image_of, jpeg_of, taken_at_home
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_a_photo_of_each_kind_becomes_a_jpeg_of_the_same_shape(kind: str) -> None:
    if kind == "webp" and bytes_of(image_of(8, 8), "webp") == b"":
        pytest.skip("Qt writes no WebP here")
    kept = kept_photo(bytes_of(image_of(800, 600), kind))

    assert jpeg_size(kept) == (800, 600)


def test_nothing_of_camera_and_place_is_kept() -> None:
    kept = kept_photo(taken_at_home(jpeg_of(80, 60)))

    assert b"GPS" not in kept
    assert b"at home" not in kept


def test_a_large_one_is_made_small_and_one_full_of_detail_is_bounded(qapp: object) -> None:
    assert jpeg_size(kept_photo(jpeg_of(4000, 3000))) == (1280, 960)
    dice = random.Random(7)
    noise = QImage(dice.randbytes(1600 * 1200 * 4), 1600, 1200, QImage.Format.Format_RGB32)
    kept = kept_photo(bytes_of(noise, "png"))

    assert len(kept) <= MOST_BYTES
    width, height = jpeg_size(kept)
    assert abs(width / height - 4 / 3) < 0.01


def test_what_is_clear_becomes_white() -> None:
    clear = QImage(20, 20, QImage.Format.Format_ARGB32)
    clear.fill(0)
    kept = QImage.fromData(kept_photo(bytes_of(clear, "png")))

    assert kept.pixelColor(10, 10) == QColor("white")


@pytest.mark.parametrize("data", [b"", b"photo", jpeg_of(60, 40)[:-9], b"GIF89a" + b"\0" * 50])
def test_what_is_no_photo_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(PhotoError, match=r"^(This is no photo|The photo is damaged)"):
        kept_photo(data)


def test_a_photo_is_shown_in_lists_and_in_the_session_instead_of_the_figure(
    look: Look, qtbot: QtBot
) -> None:
    photo = jpeg_of(60, 60, "red")
    photos = {"bird-dog": photo}
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look, photo=photos.get)
    thumbnails, size = figures.thumbnails, QSize(60, 60)
    before = figures.print_of("bird-dog")
    qtbot.waitUntil(lambda: thumbnails.find("bird-dog", size) is not None)
    shown = thumbnails.find("bird-dog", size)
    assert shown is not None
    colour = shown.toImage().pixelColor(30, 30)
    assert (colour.red() > 200, colour.green() < 60) == (True, True)
    moving = figures.moving()
    qtbot.addWidget(moving)
    moving.show_exercise("bird-dog", CATALOGUE.exercises["bird-dog"].position)
    qtbot.waitUntil(lambda: moving.has_figure)
    photos.clear()
    figures.forget("bird-dog")

    assert figures.print_of("bird-dog") != before
    film = figures.films.film("bird-dog")
    assert film is not None
    assert film.drawing_at(0).photo is None


def test_an_exercise_without_a_figure_is_shown_by_its_photo(look: Look) -> None:
    bare = CATALOGUE.exercises["bird-dog"].with_(figure=None)
    catalogue = replace(CATALOGUE, exercises={"bird-dog": bare})
    with_photo = Figures(lambda: catalogue, look, FakeClock(), look, photo=lambda _: jpeg_of(8, 8))
    without = Figures(lambda: catalogue, look, FakeClock(), look)

    assert with_photo.films.has_film("bird-dog")
    assert not without.films.has_film("bird-dog")


def test_a_picture_is_kept_under_the_photo_that_it_was_drawn_from(
    look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also where the file was changed between two looks at it."""
    size, red, blue = QSize(60, 60), jpeg_of(60, 60, "red"), jpeg_of(60, 60, "blue")
    photos = {"bird-dog": red}

    def shown(files: int, changed_to: bytes | None = None) -> QColor:
        store = PictureFiles(tmp_path, ())
        figures = Figures(lambda: CATALOGUE, look, FakeClock(), look, store=store, photo=photos.get)
        figures.print_of("bird-dog")
        if changed_to is not None:
            photos["bird-dog"] = changed_to
        qtbot.waitUntil(lambda: figures.thumbnails.find("bird-dog", size) is not None)
        qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.picture"))) == files)
        picture = figures.thumbnails.find("bird-dog", size)
        assert picture is not None
        return picture.toImage().pixelColor(30, 30)

    assert shown(1, changed_to=blue).blue() > 200
    photos["bird-dog"] = red
    assert shown(2).red() > 200
    photos["bird-dog"] = blue
    assert shown(2).blue() > 200
