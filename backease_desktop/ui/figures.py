"""The figures of the exercises, as widgets in the look that is on.

An exercise's figure is solved when it is first shown and kept. An exercise without one, such as a
person's own from a pack, has no widget; the card that would show it shows the position instead.
"""

import logging
from collections.abc import Callable

from pydantic import ValidationError
from PySide6.QtCore import QObject

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import Figure
from backease_desktop.core.figure.stills import FigureError
from backease_desktop.core.units import Ms
from backease_desktop.ui.figure.colours import DARK, HIGH_CONTRAST, LIGHT, FigureColours
from backease_desktop.ui.figure_stage import FigureStage
from backease_desktop.ui.moving_figure import MovingFigure
from backease_desktop.ui.style import Look
from backease_desktop.ui.theme import CONTRAST as CONTRAST_THEME
from backease_desktop.ui.theme import DARK as DARK_THEME
from backease_desktop.ui.thumbnails import Thumbnails

logger = logging.getLogger(__name__)


class Figures(QObject):
    """Solves figures and makes the widgets that show them.

    Args:
        catalogue: where the figures stand.
        look: the theme; figures follow it.
        clock: milliseconds that only grow, for figures that play by themselves.
        parent: the owner.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        look: Look,
        clock: Callable[[], Ms],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._look = look
        self._clock = clock
        self._films: dict[str, Film | None] = {}
        self.thumbnails = Thumbnails(look, self.film, self._position, self.colours, self)

    def film(self, exercise_id: str) -> Film | None:
        """The film of an exercise, or None if it has none that can be used."""
        if exercise_id not in self._films:
            exercise = self._catalogue.exercises.get(exercise_id)
            self._films[exercise_id] = _film_of(exercise) if exercise else None
        return self._films[exercise_id]

    def moving(self) -> MovingFigure:
        """A figure that moves while somebody looks."""
        return MovingFigure(self._look, self.film, self.colours, self._clock)

    def stage(self) -> FigureStage:
        """The figure that moves with a session."""
        return FigureStage(self._look, self.film, self.colours, self._clock)

    def colours(self) -> FigureColours:
        """The colours of figures in the theme that is on."""
        theme = self._look.colours
        if theme == CONTRAST_THEME:
            return HIGH_CONTRAST
        return DARK if theme == DARK_THEME else LIGHT

    def _position(self, exercise_id: str) -> Position | None:
        exercise = self._catalogue.exercises.get(exercise_id)
        return exercise.position if exercise else None


def _film_of(exercise: Exercise) -> Film | None:
    """The solved film, or None: a pack's figure can read well and still not be solvable."""
    if not exercise.figure:
        return None
    try:
        film = Film(Figure.model_validate(exercise.figure))
        logger.debug("%s has %d keyframes", exercise.id, len(film.stills))
    except (ValidationError, FigureError) as error:
        logger.info("the figure of %s cannot be used: %s", exercise.id, error)
        return None
    return film
