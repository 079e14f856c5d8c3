"""The pages of the editors, and the ways to them from home and from the exercises."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, SignalInstance

from backease_desktop.controllers.in_turns import InTurns
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.editor.editor_wires import exercise_page, my_routines_page
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.places import EXERCISES, GIVEN, MINE, MY_EXERCISE

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.ui.editor.exercise_page import ExercisePage

LONGEST_NAME = 48


def page_of_routines(front: "Front") -> MyRoutinesPage:
    """The routines of the person's own."""
    editor, show = front.backstage.routine_editor, front.window.show_message
    page = my_routines_page(front.look, front.figures, editor, front.wiring, show)
    _load_checks_with_a_change(editor.changed, front)
    page.given_requested.connect(lambda: front.window.show_page(GIVEN))
    return page


def page_of_exercise(front: "Front") -> "ExercisePage":
    """The exercise that is written."""
    window = front.window
    page = exercise_page(
        front.look,
        front.figures,
        front.backstage.exercise_editor,
        front.wiring,
        lambda: window.show_page(EXERCISES),
        window.show_message,
    )
    page.grow(_checks())  # an exercise that is opened is checked at once
    return page


def edit_routine(front: "Front", routine_id: str | None) -> None:
    """Open a routine in the editor: one's own, a copy of another one, or a new one for None."""
    page = front.window.page(MINE)
    assert isinstance(page, MyRoutinesPage)
    front.window.show_page(MINE)
    if routine_id is None:
        page.edit_new()
    elif front.backstage.own_routines.is_own(routine_id):
        page.edit(routine_id)
    else:
        routine = front.door.routine(routine_id)
        page.make_mine(routine.in_order(front.settings.preferences.order))


def edit_exercise(front: "Front", exercise_id: str) -> None:
    """Open an exercise of the person's own in the editor, or a copy of another one."""
    page = _exercise_page(front)
    name = front.door.catalogue.exercises[exercise_id].name
    mine = QCoreApplication.translate("pages", "{name}, mine").format(name=name)
    title = mine if len(mine) <= LONGEST_NAME else name
    editor = front.backstage.exercise_editor
    page.title.setText(name if editor.is_own(exercise_id) else title)  # the rest may follow later
    page.when_whole(lambda: editor.open(exercise_id, title))
    front.window.show_page(MY_EXERCISE)


def begin_exercise(front: "Front") -> None:
    """Ask in which pose a new exercise of the person's begins."""
    page = _exercise_page(front)
    front.window.show_page(MY_EXERCISE)
    page.ask_beginning(front.door.catalogue.exercises.values())


def _exercise_page(front: "Front") -> "ExercisePage":
    # Loaded on first use, as the page.
    from backease_desktop.ui.editor.exercise_page import ExercisePage

    page = front.window.stack.begun(MY_EXERCISE)
    assert isinstance(page, ExercisePage)
    return page


def _load_checks_with_a_change(changed: SignalInstance, front: "Front") -> None:
    """With the first change, load what checks what is written: a save would wait for it."""

    def on_changed() -> None:
        changed.disconnect(on_changed)
        InTurns(_checks(), front).begin()

    changed.connect(on_changed)


def _checks() -> Pieces[None]:
    # Loaded on first use: who writes nothing needs none of it.
    from backease_desktop.storage.catalogue_folder import load_checks

    yield load_checks
