"""Films of exercises: their figures solved, or nothing where a pack's figure cannot be."""

import logging

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.photo_film import photo_film
from backease_desktop.core.figure.stills import FigureError
from backease_desktop.core.jpeg import JpegError
from backease_desktop.core.pieces import Pieces

logger = logging.getLogger(__name__)


def film_of(exercise: Exercise, photo: bytes | None = None) -> Film | None:
    """The solved film, or None: a pack's figure can read well and still not be solvable.

    Args:
        exercise: whose figure it is.
        photo: what is shown instead of it, a JPEG.
    """
    if photo is not None:
        return _of_photo(exercise, photo)
    if not exercise.figure:
        return None
    try:
        film = Film(figure_of(exercise.figure))
        logger.debug("%s has %d keyframes", exercise.id, len(film.stills))
    except (ValueError, FigureError) as error:
        _tell(exercise, error)
        return None
    return film


def filming(exercise: Exercise, photo: bytes | None = None) -> Pieces[Film | None]:
    """Solve a film in pieces, with all that its pictures have in common; see `film_of`."""
    if photo is not None:
        return _of_photo(exercise, photo)
    if not exercise.figure:
        return None
    yield None
    try:
        film = Film(figure_of(exercise.figure))
        yield from film.getting_ready()
    except (ValueError, FigureError) as error:
        _tell(exercise, error)
        return None
    return film


def _of_photo(exercise: Exercise, photo: bytes) -> Film | None:
    try:
        return photo_film(photo, f"Photo: {exercise.name}.")
    except JpegError as error:
        _tell(exercise, error)
        return None


def _tell(exercise: Exercise, error: Exception) -> None:
    logger.info("the figure of %s cannot be used: %s", exercise.id, error)
