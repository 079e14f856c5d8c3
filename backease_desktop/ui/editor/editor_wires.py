"""My routines, held together with what keeps them and what plays them."""

from collections.abc import Callable

from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.wiring import Wiring


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
