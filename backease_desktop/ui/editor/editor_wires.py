"""The editors, held together with what keeps them and what plays them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.core.catalogue.routine import Routine, Step, single_exercise
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.wiring import Wiring

if TYPE_CHECKING:
    from backease_desktop.controllers.exercise_editor import ExerciseEditor
    from backease_desktop.ui.editor.exercise_page import ExercisePage


def exercise_page(
    look: Look,
    figures: Figures,
    editor: "ExerciseEditor",
    wiring: Wiring,
    leave: Callable[[], None],
    say: Callable[[str], None],
) -> "ExercisePage":
    """The exercise editor, and what can be asked of it.

    Args:
        look: the theme and the fonts.
        figures: draw; what was changed is drawn anew.
        editor: edits one exercise.
        wiring: starts sessions.
        leave: goes back to the exercises.
        say: says something once.
    """
    # Loaded on first use: few exercises are written, and the routines need none of it.
    from backease_desktop.ui.editor.exercise_page import ExercisePage

    def choose_photo() -> Path | None:
        title = QCoreApplication.translate("editor", "A photo to lie under the pose")
        kinds = QCoreApplication.translate("editor", "Photos (*.jpg *.jpeg *.png *.webp)")
        name, _ = QFileDialog.getOpenFileName(page, title, "", kinds)
        return Path(name) if name else None

    page = ExercisePage(look, editor, figures, choose_photo)
    page.left.connect(leave)
    page.try_requested.connect(lambda exercise: wiring.try_routine(single_exercise(exercise)))
    editor.published.connect(figures.forget)
    editor.failed.connect(say)
    return page


def my_routines_page(
    look: Look,
    figures: Figures,
    editor: RoutineEditor,
    wiring: Wiring,
    say: Callable[[str], None],
) -> MyRoutinesPage:
    """The page, and what can be asked of it.

    Args:
        look: the theme and the fonts.
        figures: draw the pictures.
        editor: edits one routine.
        wiring: starts sessions.
        say: says something once.
    """
    page = MyRoutinesPage(look, editor, figures.thumbnails)

    def on_step_requested(step: Step) -> None:
        exercise = editor.catalogue.exercises[step.exercise]
        about = f"{exercise.name}, by itself."
        routine = Routine(id=f"only-{exercise.id}", name=exercise.name, about=about, steps=(step,))
        wiring.try_routine(routine.with_(say=exercise.say))

    page.start_requested.connect(wiring.choose)
    page.step_requested.connect(on_step_requested)
    editor.own.failed.connect(say)
    return page
