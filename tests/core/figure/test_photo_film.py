"""A photo in the place of a figure: the same at every place, and for both sides."""

import pytest

from backease_desktop.core.figure.motion import Moment, motion_at
from backease_desktop.core.figure.photo_film import photo_film
from backease_desktop.core.jpeg import JpegError
from backease_desktop.core.units import Ms
from tests.fakes.photos import jpeg_of

PHOTO = jpeg_of(60, 40)
FILM = photo_film(PHOTO, "Photo: mine.")


@pytest.mark.parametrize("kind", ["prepare", "hold", "move", "switch", "rest"])
@pytest.mark.parametrize("side", ["right", "left"])
def test_every_moment_of_a_session_shows_the_photo(kind: str, side: str) -> None:
    for elapsed in (0, 500, 2000):
        motion = motion_at(FILM, Moment(kind, Ms(elapsed), Ms(2000), side))
        drawing = motion.drawing(FILM)

        assert drawing.photo == PHOTO
        assert drawing.alt == "Photo: mine."


def test_it_has_the_shape_of_the_photo() -> None:
    assert (FILM.frame.width, FILM.frame.height) == (1.5, 1.0)


def test_what_is_no_photo_is_refused() -> None:
    with pytest.raises(JpegError):
        photo_film(b"photo", "")
