"""The exercises, held together with what plays one of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from backease_desktop.controllers.door import Door
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.ui.exercises.exercises_page import ExercisesPage


def exercises_page(
    look: Look, door: Door, figures: Figures, try_exercise: Callable[[str], None]
) -> "ExercisesPage":
    """The page of all exercises, as they are for the person; `try_exercise` plays one, by id."""
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.exercises.exercises_page import ExercisesPage

    page = ExercisesPage(
        look, door.catalogue, figures.thumbnails, figures.moving(), lambda: door.asking
    )
    door.changed.connect(page.show_person)
    door.catalogue_changed.connect(lambda: page.show_catalogue(door.catalogue))
    page.exercise_requested.connect(try_exercise)
    return page
