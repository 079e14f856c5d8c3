"""The list of steps, held together with the routine that is written: what is asked is done there.

Rule: whatever the list asks for is asked of the step that is chosen in it.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.editing.problems import remedies
from backease_desktop.core.editing.routine_draft import Amount, amount_at, dose_now, sides_of
from backease_desktop.ui.editor.editor_words import sides_words
from backease_desktop.ui.editor.step_list import StepList
from backease_desktop.ui.editor.step_pane import LIMITS
from backease_desktop.ui.editor.step_row import SIDES


def join_steps(
    steps: StepList,
    editor: RoutineEditor,
    swap: Callable[[], None],
    look_at: Callable[[], None],
) -> None:
    """Do what is asked for in the list.

    Args:
        steps: the list.
        editor: the routine that is written.
        swap: asks for another exercise in the place of the chosen one.
        look_at: opens the chosen one with all its numbers.
    """

    def on_number_requested(field: Amount, by: int) -> None:
        index = steps.index
        if (exercise := editor.exercise(index)) is not None:
            now = amount_at(dose_now(editor.draft.steps[index], exercise), field, editor.level)
            value = max(0, min(now + by, LIMITS[field]))
            editor.set_amount(index, field, value or None)

    def on_sides_requested(by: int) -> None:
        index = steps.index
        if (exercise := editor.exercise(index)) is None:
            return
        modes = sides_of(exercise)
        now = dose_now(editor.draft.steps[index], exercise).sides or exercise.sides
        if by:
            editor.set_sides(index, modes[(modes.index(now) - by) % len(modes)])
        else:
            _ask_sides(steps, modes, now, lambda mode: editor.set_sides(index, mode))

    def on_remedy_requested(number: int) -> None:
        index = steps.index
        problem = next((one for one in editor.problems if one.step == index), None)
        if problem is None:
            return
        remedy = remedies(problem, editor.exercise(index))[number]
        if remedy.field is None:
            editor.take_out(index)
        else:
            editor.set_amount(index, remedy.field, remedy.value)

    steps.move_requested.connect(editor.move)
    steps.removal_requested.connect(editor.take_out)
    steps.copy_requested.connect(editor.copy)
    steps.number_requested.connect(on_number_requested)
    steps.sides_requested.connect(on_sides_requested)
    steps.remedy_requested.connect(on_remedy_requested)
    steps.menu_requested.connect(lambda: _open_menu(steps, editor, swap, look_at))
    steps.customContextMenuRequested.connect(lambda: _open_menu(steps, editor, swap, look_at))


def _open_menu(
    steps: StepList,
    editor: RoutineEditor,
    swap: Callable[[], None],
    look_at: Callable[[], None],
) -> None:
    index, count = steps.index, len(editor.draft.steps)
    if index < 0:
        return
    menu = _menu(steps)
    deeds = (
        (_tr("All its numbers"), True, look_at),
        (_tr("Move up"), index > 0, lambda: editor.move(index, index - 1)),
        (_tr("Move down"), index < count - 1, lambda: editor.move(index, index + 1)),
        (_tr("Once more"), True, lambda: editor.copy(index)),
        (_tr("Swap it"), True, swap),
        (_tr("Take it out"), True, lambda: editor.take_out(index)),
    )
    for words, is_open, deed in deeds:
        action = menu.addAction(words)
        action.setEnabled(is_open)
        action.triggered.connect(lambda _=False, deed=deed: deed())
    area = steps.visualRect(steps.currentIndex())
    menu.popup(steps.viewport().mapToGlobal(area.center()))


def _ask_sides(
    steps: StepList,
    modes: tuple[SideMode, ...],
    now: SideMode,
    choose: Callable[[SideMode], None],
) -> None:
    menu = _menu(steps)
    for mode in modes:
        action = menu.addAction(sides_words(mode))
        action.setCheckable(True)
        action.setChecked(mode is now)
        action.triggered.connect(lambda _=False, mode=mode: choose(mode))
    menu.popup(steps.place_of(SIDES))


def _menu(owner: StepList) -> QMenu:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("editor", text)
