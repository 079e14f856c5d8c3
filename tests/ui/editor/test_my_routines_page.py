"""My routines: written by keys, by dragging and from the menu; what is wrong is said there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.value_model import VALUE_ROLE
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.editor.step_list import StepList
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from tests.fakes.editing import Desk
from tests.fakes.ports import FakeClock
from tests.ui.cut import cut_off

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Shown:
    """The page with all behind it."""

    def __init__(self, look: Look, qtbot: QtBot, data: Path, owner: QObject) -> None:
        self.desk = Desk(data, owner)
        figures = Figures(lambda: self.desk.door.catalogue, look, FakeClock(), look)
        self.page = MyRoutinesPage(look, self.desk.editor, figures.thumbnails)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 800)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self._qtbot = qtbot

    @property
    def steps(self) -> StepList:
        return self.page.view.steps

    @property
    def exercises(self) -> list[str]:
        return [step.exercise for step in self.desk.editor.draft.steps]

    def begin(self, *ids: str) -> None:
        self.page.edit_new()
        for id_ in ids:
            count = len(self.desk.editor.draft.steps)
            self.desk.editor.add(count, self.desk.door.catalogue.exercises[id_])
        self.settle()

    def settle(self) -> None:
        """Wait until lengths are there."""
        self._qtbot.waitUntil(lambda: not self.page.view._laid_out.isActive())
        QApplication.processEvents()  # what words need is asked anew
        self.page.grab()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget() or self.page
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def row(self, index: int) -> str:
        return str(self.steps.model().index(index, 0).data(VALUE_ROLE).words)

    def notes(self) -> list[Button]:
        every = self.page.view.pane._says.findChildren(Button)
        return [button for button in every if button.isVisible()]


@pytest.fixture
def shown(look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    owner = QObject()
    shown = Shown(look, qtbot, tmp_path, owner)
    yield shown
    shown.page.hide()
    owner.deleteLater()


def drag(steps: StepList, start: int, end: int, *, is_behind: bool = True) -> None:
    """Drag a row by the left button, in small moves, and let it go over another one."""
    view, model = steps.viewport(), steps.model()
    a = steps.visualRect(model.index(start, 0)).center()
    target = steps.visualRect(model.index(end, 0))
    b = target.center() + QPoint(0, target.height() // 4 * (1 if is_behind else -1))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, a)
    for part in range(1, 11):
        at = QPointF(a + (b - a) * part / 10)
        where = QPointF(view.mapToGlobal(at.toPoint()))
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, where, none, left, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, b)


def test_a_routine_is_written_by_the_keyboard_alone(shown: Shown) -> None:
    shown.page.setFocus()
    shown.press(Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Before lunch")
    shown.press(Key.Key_Return)
    for words in ("bird dog", "shoulder shrug"):
        shown.steps.setFocus()
        shown.press(Key.Key_Plus)
        QTest.keyClicks(QApplication.focusWidget(), words)
        shown.press(Key.Key_Return)
    assert shown.exercises == ["bird-dog", "shoulder-shrug"]

    shown.press(Key.Key_Up, ALT)
    assert shown.exercises == ["shoulder-shrug", "bird-dog"]
    shown.press(Key.Key_D, CONTROL)
    assert shown.exercises == ["shoulder-shrug", "shoulder-shrug", "bird-dog"]
    shown.press(Key.Key_Delete)
    shown.press(Key.Key_Z, CONTROL)
    shown.press(Key.Key_Z, CONTROL)
    assert shown.exercises == ["shoulder-shrug", "bird-dog"]
    shown.press(Key.Key_Z, CONTROL | SHIFT)
    assert shown.exercises == ["shoulder-shrug", "shoulder-shrug", "bird-dog"]
    shown.press(Key.Key_Escape)

    assert not shown.page.is_editing
    assert list(shown.desk.on_disk.values()) == ["Before lunch"]


@pytest.mark.parametrize(
    ("start", "end", "is_behind", "order"),
    [(0, 2, True, "bca"), (2, 0, False, "cab"), (0, 1, True, "bac"), (1, 1, True, "abc")],
)
def test_a_step_is_moved_by_dragging_it(
    shown: Shown, start: int, end: int, is_behind: bool, order: str
) -> None:
    names = {"a": "bird-dog", "b": "cat-cow", "c": "dead-bug"}
    shown.begin(*names.values())

    drag(shown.steps, start, end, is_behind=is_behind)

    assert shown.exercises == [names[one] for one in order]


def test_the_menu_moves_doubles_and_takes_out(shown: Shown, qtbot: QtBot) -> None:
    shown.begin("bird-dog", "cat-cow")
    shown.steps.select("0")

    def choose(words: str) -> None:
        shown.steps.customContextMenuRequested.emit(QPoint(5, 5))
        menu = shown.page.view.findChildren(QMenu)[-1]
        action = next(one for one in menu.actions() if one.text() == words)
        assert action.isEnabled()
        action.trigger()
        menu.close()

    choose("Move down")
    assert shown.exercises == ["cat-cow", "bird-dog"]
    choose("Once more")
    assert shown.exercises == ["cat-cow", "bird-dog", "bird-dog"]
    choose("Take it out")
    assert shown.exercises == ["cat-cow", "bird-dog"]


def test_a_number_outside_the_range_is_noted_and_made_right_by_a_press(shown: Shown) -> None:
    shown.begin("bird-dog")
    pane = shown.page.view.pane
    pane.number("reps").setValue(40)
    assert "source: 10–12" in shown.row(0)
    (nearest,) = shown.notes()
    assert nearest.text() == "Make it 12"

    nearest.click()

    assert pane.number("reps").value() == 12
    assert shown.notes() == []
    assert shown.page.view.start.isEnabled()


def test_a_step_without_a_length_says_so_in_its_place_and_start_waits(shown: Shown) -> None:
    shown.begin("bird-dog", "cat-cow")
    shown.steps.select("0")
    view = shown.page.view
    for field in ("reps", "hold_s"):
        view.pane.number(field).setValue(0)
    assert "This step has no length yet. Give it a hold or repetitions." in shown.row(0)
    assert view.trouble.text() == "One step needs a look before it can start"
    assert not view.start.isEnabled()
    assert [one.text() for one in shown.notes()] == ["Hold 15 s", "Take it out"]

    shown.notes()[0].click()

    assert view.start.isEnabled()
    assert view.trouble.isHidden()


def test_sides_are_chosen_and_the_length_follows(shown: Shown) -> None:
    shown.begin("seated-twist")
    shown.settle()
    before = shown.page.view.length.text()
    sides = shown.page.view.pane.sides
    sides.setCurrentIndex(sides.findData(SideMode.LEFT))
    sides.activated.emit(sides.currentIndex())
    shown.settle()

    assert shown.page.view.length.text() != before
    dose = shown.desk.editor.draft.steps[0].dose
    assert dose is not None
    assert dose.sides is SideMode.LEFT


def test_what_will_be_heard_and_where_positions_change_is_shown(shown: Shown) -> None:
    shown.begin("bird-dog", "bridge")
    shown.settle()
    shown.steps.select("0")

    heard = shown.page.view.pane.heard.text()
    assert "Get ready: " in heard
    assert "Relax: Put hand and knee down." in heard
    assert shown.row(1).startswith("2. Lying on your back, ")
    assert shown.page.view.facts.text() == "2 exercises · 1 change of position"


def test_start_asks_for_the_routine_after_all_is_kept(shown: Shown, qtbot: QtBot) -> None:
    shown.begin("bird-dog")
    with qtbot.waitSignal(shown.page.start_requested) as asked:
        shown.page.view.start.click()

    (id_,) = asked.args or [None]
    assert id_ in shown.desk.on_disk
    assert shown.desk.door.routine(str(id_)).steps == shown.desk.editor.draft.steps


def test_a_deleted_routine_is_brought_back_from_what_says_so(shown: Shown) -> None:
    shown.begin("bird-dog")
    id_ = shown.desk.editor.draft.id
    shown.page.view.delete.click()
    assert shown.desk.on_disk == {}
    assert shown.page.toast.words == "“My routine” is deleted."

    shown.page.toast.requested.emit()

    assert list(shown.desk.on_disk) == [id_]
    assert shown.page.toast.isHidden()


def test_a_name_that_cannot_be_is_said_and_the_routine_is_kept(shown: Shown) -> None:
    shown.begin("bird-dog")
    shown.page.view.name.setFocus()
    shown.page.view.name.selectAll()
    shown.press(Key.Key_X)
    shown.press(Key.Key_Return)

    assert shown.page.view.trouble.text() == "The name needs 2 to 48 letters."
    shown.page.show_list()
    assert list(shown.desk.on_disk.values()) == ["x"]


def test_the_editor_is_there_for_whoever_asks_for_it_before_the_page_is_whole(
    look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, look)
    figures = Figures(lambda: desk.door.catalogue, look, FakeClock(), look)
    page = MyRoutinesPage(look, desk.editor, figures.thumbnails)
    qtbot.addWidget(page)
    assert not page.is_whole
    assert not page.findChildren(StepList)
    QTest.keyClick(page, Key.Key_N)
    assert page.is_editing
    assert page.view.name.text() == "My routine"
    assert page.focusWidget() is page.view.name
    page.show_list()


def test_every_part_has_a_name_for_a_screen_reader(shown: Shown) -> None:
    shown.begin("bird-dog")
    nameless = [
        type(widget).__name__
        for widget in shown.page.view.findChildren(QWidget)
        if widget.isVisible()
        and not isinstance(widget.parent(), QSpinBox)  # which is told instead of its text
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []
    words = shown.steps.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("1. Bird dog. 10 × 3 s · sides in turn")


@pytest.mark.parametrize(("width", "height", "percent"), [(1100, 800, 100), (400, 620, 100)])
def test_words_have_room(shown: Shown, look: Look, width: int, height: int, percent: int) -> None:
    shown.page.resize(width, height)
    look.set_narrow(width < 480)
    shown.begin("bird-dog", "cat-cow")
    shown.settle()

    assert cut_off(shown.page) == []
    look.set_narrow(False)


def press_row(shown: Shown, index: int, part: str, *, by: int) -> None:
    """Press the minus, the plus or the middle of a number in a row."""
    steps = shown.steps
    rect = steps.visualRect(steps.model().index(index, 0))
    row = steps.model().index(index, 0).data(VALUE_ROLE)
    box = steps._rows.box(rect, row, part)
    x = {-1: box.left() + 8, 0: box.center().x(), 1: box.right() - 8}[by]
    at = QPoint(x, box.center().y())
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=at)
    shown.settle()


def part_words(shown: Shown, index: int) -> dict[str, str]:
    row = shown.steps.model().index(index, 0).data(VALUE_ROLE)
    return {part.part: part.words for part in row.parts}


def test_numbers_stand_in_the_row_and_are_changed_there_by_the_pointer(shown: Shown) -> None:
    shown.begin("superman", "bird-dog")
    before = part_words(shown, 1)
    assert {"reps", "hold_s", "sides"} <= set(before)

    press_row(shown, 1, "reps", by=1)
    press_row(shown, 1, "reps", by=1)
    press_row(shown, 1, "hold_s", by=-1)
    number = int(before["reps"].split()[-1])
    assert part_words(shown, 1)["reps"].split()[-1] == str(number + 2)
    assert int(part_words(shown, 1)["hold_s"].split()[0]) == int(before["hold_s"].split()[0]) - 1
    press_row(shown, 1, "sides", by=0)
    menu = shown.steps.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Each side").trigger()
    menu.close()
    assert part_words(shown, 1)["sides"] == "Each side"


def test_numbers_are_chosen_and_changed_by_keys(shown: Shown) -> None:
    shown.begin("bird-dog")
    shown.steps.setFocus()
    before = part_words(shown, 0)
    shown.press(Key.Key_Right)
    assert shown.steps.chosen == "reps"
    for _ in range(3):
        shown.press(Key.Key_Up, SHIFT)
    shown.press(Key.Key_Right)
    shown.press(Key.Key_Down, SHIFT)
    shown.press(Key.Key_Right)
    assert shown.steps.chosen == "sides"
    shown.press(Key.Key_Down, SHIFT)
    after = part_words(shown, 0)

    assert int(after["reps"].split()[-1]) == int(before["reps"].split()[-1]) + 3
    assert int(after["hold_s"].split()[0]) == int(before["hold_s"].split()[0]) - 1
    assert after["sides"] != before["sides"]


def test_a_way_out_of_a_problem_is_pressed_in_its_step(shown: Shown) -> None:
    shown.begin("superman", "bird-dog")
    for field in ("reps", "hold_s"):
        shown.desk.editor.set_amount(1, field, None)  # type: ignore[arg-type]
    shown.settle()
    steps = shown.steps
    rect = steps.visualRect(steps.model().index(1, 0))
    row = steps.model().index(1, 0).data(VALUE_ROLE)
    first = steps._rows._remedies(steps._rows._card(rect, row), row)[0]
    assert row.remedies == ("Hold 15 s", "Take it out")

    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=first.center())

    assert shown.desk.editor.problems == ()
    assert part_words(shown, 1)["hold_s"] == "15 s"


def test_what_a_condition_makes_of_a_step_is_said_in_it_and_the_length_follows(
    shown: Shown,
) -> None:
    shown.begin("bridge", "superman", "prone-on-elbows", "upper-back-extension")
    before = shown.page.view.length.text()
    assert "for you" not in "".join(map(shown.row, range(4)))

    shown.desk.door.say(shown.desk.door.person.with_condition("prone"))
    shown.settle()

    assert "for you" not in shown.row(0)
    assert all("for you" in shown.row(index) for index in (1, 2, 3))
    assert shown.page.view.length.text() != before


def test_three_hundred_steps_are_made_and_moved_through_by_the_keyboard(shown: Shown) -> None:
    shown.begin("shoulder-shrug")
    shown.steps.setFocus()
    for _ in range(299):
        shown.press(Key.Key_D, CONTROL)
    assert len(shown.exercises) == 300
    shown.press(Key.Key_Home)
    shown.press(Key.Key_Down, ALT)
    shown.press(Key.Key_End)
    assert shown.steps.index == 299
    shown.press(Key.Key_Right)
    shown.press(Key.Key_Up, SHIFT)
    shown.press(Key.Key_Delete)

    assert len(shown.exercises) == 299
    for _ in range(200):
        shown.press(Key.Key_Z, CONTROL)
    assert len(shown.exercises) == 300 - 198  # one deletion and one number came before
    for _ in range(200):
        shown.press(Key.Key_Z, CONTROL | SHIFT)
    assert len(shown.exercises) == 299


def test_a_narrow_window_opens_a_step_in_the_place_of_the_list(shown: Shown) -> None:
    shown.begin("bird-dog", "superman")
    shown.page.resize(500, 600)
    shown.settle()
    view = shown.page.view
    assert not view.pane.isVisible()
    shown.steps.setFocus()
    shown.press(Key.Key_Return)
    assert view.pane.isVisible()
    assert not shown.steps.isVisible()
    shown.press(Key.Key_Escape)

    assert shown.steps.isVisible()
    assert shown.page.is_editing


def test_the_number_that_keys_change_is_told_with_its_name_and_what_the_source_says(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    shown.begin("bird-dog")
    shown.steps.setFocus()
    told.clear()
    shown.press(Key.Key_Right)
    shown.press(Key.Key_Up, SHIFT)

    assert told[0].startswith("Bird dog, Repetitions, × ")
    assert len(told) == 2
    assert told[1] != told[0]
    assert told[1].startswith("Bird dog, Repetitions, × ")


def test_where_no_numbers_are_seen_in_the_rows_no_key_changes_one(shown: Shown) -> None:
    shown.begin("bird-dog")
    shown.page.resize(420, 600)
    shown.settle()
    shown.steps.setFocus()
    before = shown.desk.editor.draft
    shown.press(Key.Key_Right)
    shown.press(Key.Key_Up, SHIFT)

    assert shown.desk.editor.draft == before
