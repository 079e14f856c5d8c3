"""The page for what was given: lines beside what was understood, unsure ones asked by choice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.bringing_in import BringingIn, GivenPack
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.reminder.roster import At, Reminder
from backease_desktop.ui.components.button import Kind
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.share.file_drop import FileDrop
from backease_desktop.ui.share.given_page import GivenPage
from backease_desktop.ui.share.share_wires import given_page
from tests.core.catalogue.test_pack import PACK
from tests.core.paste.test_lines import catalogue
from tests.fakes.givens import FakeGivens

TEXT = "Dear Mrs J\nBird dog 3x10 each side, hold 5 s, daily\nShoulder rolls x10\nClams 3x15"


class Given:
    """The page with all behind it."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.givens = FakeGivens()
        self.said: list[str] = []
        self.reminders: list[Reminder] = []
        self.left = 0
        self.bringing_in = BringingIn(self.givens)
        self.page: GivenPage = given_page(
            look,
            catalogue(),
            lambda: self.bringing_in,
            self._leave,
            self.said.append,
            self.reminders.append,
            lambda *_words: Path("given.backease"),
        )
        qtbot.addWidget(self.page)
        self.page.resize(1000, 900)
        self.page.show()

    def _leave(self) -> None:
        self.left += 1

    def paste(self, text: str = TEXT) -> None:
        self.page.text.setPlainText(text)
        self.page.read.click()


@pytest.fixture
def given(look: Look, qtbot: QtBot) -> Given:
    return Given(look, qtbot)


def test_what_is_pressed_before_who_reads_is_there_is_read(given: Given) -> None:
    assert not given.page.is_whole
    given.paste()
    assert given.page.is_whole
    assert len(given.page.rows) == 4


def test_each_line_stands_beside_what_was_understood(given: Given) -> None:
    given.paste()
    aside, bird_dog, rolls, clams = given.page.rows

    assert aside.name.text() == "Not an exercise"
    assert bird_dog.name.text() == "Bird dog"
    assert bird_dog.dose.text() == "3 sets · 10 times · hold 5 s · each side · once a day"
    assert rolls.name.text() == "Which exercise is it?"
    assert clams.name.text() == "Clams (new)"
    assert given.page.asides.isVisible()


def test_only_what_is_unsure_is_asked_and_its_candidates_come_first(given: Given) -> None:
    given.paste()
    _, bird_dog, rolls, clams = given.page.rows
    assert (bird_dog.editor, clams.editor) == (None, None)
    assert rolls.editor is not None

    first = [rolls.editor.exercise.itemData(at) for at in range(2)]
    assert set(first) == {"shoulder-rolls-forward", "shoulder-rolls-backward"}
    assert not given.page.keep.isEnabled()


def test_an_answer_makes_the_routine_possible(given: Given) -> None:
    given.paste()
    editor = given.page.rows[2].editor
    assert editor is not None
    editor.done.click()

    assert given.page.rows[2].editor is None
    assert given.page.keep.isEnabled()
    given.page.keep.click()
    assert [name for name, _ in given.givens.kept] == ["From my physiotherapist"]
    assert given.page.rows == ()
    assert given.page.text.toPlainText() == ""


def test_a_line_without_a_dose_can_only_be_answered_with_one(given: Given) -> None:
    given.paste("Plank 30")
    editor = given.page.rows[0].editor
    assert editor is not None
    assert not editor.done.isEnabled()
    assert given.page.rows[0].why.text() == "“30” has no unit."

    editor.hold.setValue(30)
    editor.done.click()
    assert given.page.rows[0].dose.text() == "hold 30 s"


def test_the_position_is_asked_of_a_new_exercise_alone(given: Given) -> None:
    given.paste("Clams 3x15")
    row = given.page.rows[0]
    row.change.click()
    editor = row.editor
    assert editor is not None
    assert not editor.position.isHidden()

    editor.exercise.setCurrentIndex(editor.exercise.findData("bridge"))
    assert editor.position.isHidden()


def test_a_line_is_left_out_and_taken_in_again(given: Given) -> None:
    given.paste()
    row = given.page.rows[2]
    row.leave.click()
    assert row.name.text() == "Left out"
    assert given.page.keep.isEnabled()

    row.leave.click()
    assert not given.page.keep.isEnabled()


def test_another_line_can_be_used_after_all(given: Given) -> None:
    given.paste("Have a look at the wall\nBridge 3x10")
    row = given.page.rows[0]
    given.page.asides.line.click()
    row.change.click()
    assert row.editor is not None
    row.editor.reps.setValue(4)
    row.editor.done.click()

    assert row.dose.text() == "4 times"
    assert row.parentWidget() is given.page.rows[1].parentWidget()


def test_there_is_one_primary_button_at_a_time(given: Given) -> None:
    page = given.page
    assert page.read.kind is Kind.PRIMARY
    given.paste()
    assert (page.read.kind, page.keep.kind) == (Kind.SECONDARY, Kind.PRIMARY)


@pytest.mark.parametrize(
    ("pack", "words"),
    [
        (GivenPack("Standing", "Anna", PACK), "2 exercises, 1 routine, from Anna"),
        (GivenPack("Standing", None, Pack(), there=3), "All of it is there already."),
    ],
)
def test_a_pack_is_shown_before_it_is_taken(given: Given, pack: GivenPack, words: str) -> None:
    given.givens.files["given.backease"] = pack
    given.page.open_file.click()

    assert given.page.pack.counts.text() == words
    assert given.page.pack.take.isVisible() is bool(pack.pack.routines)
    assert given.givens.kept == []
    given.page.pack.take.click()
    assert given.givens.kept == [("Standing", pack.pack)]


def test_what_goes_wrong_is_said(given: Given) -> None:
    given.page.open_file.click()
    assert given.said == ["given.backease: there is no such file"]


def test_escape_leaves(given: Given) -> None:
    QTest.keyClick(given.page, Qt.Key.Key_Escape)
    assert given.left == 1


def test_every_field_and_button_has_a_name_for_a_screen_reader(given: Given) -> None:
    given.paste()
    assert given.page.text.accessibleName() == "What you were given"
    row = given.page.rows[1]
    assert row.change.accessibleDescription() == "“Bird dog 3x10 each side, hold 5 s, daily”"


def test_it_can_be_done_by_keyboard_alone(given: Given, qtbot: QtBot) -> None:
    page = given.page
    page.text.setPlainText("Shoulder rolls x10\nPlank 30 s\nLeg lifts x5")
    page.text.setFocus()
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    first, last = page.rows[0].editor, page.rows[2].editor
    assert first is not None
    assert last is not None
    assert page.focusWidget() is first.exercise

    QTest.keyClick(first.done, Qt.Key.Key_Space)
    assert page.focusWidget() is last.exercise
    QTest.keyClick(last.done, Qt.Key.Key_Space)
    assert page.focusWidget() is page.keep
    QTest.keyClick(page.keep, Qt.Key.Key_Space)

    assert [len(pack.routines[0].steps) for _, pack in given.givens.kept] == [3]


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drag over a widget and let go there; whether it took it."""
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *arguments, keys)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(QPointF(5, 5), *arguments, keys)
    QApplication.sendEvent(widget, event)
    return enter.isAccepted() and event.isAccepted()


@pytest.fixture
def dropping(qtbot: QtBot) -> Callable[[list[str]], list[Path]]:
    widget = QWidget()
    qtbot.addWidget(widget)
    taken: list[Path] = []
    FileDrop(widget).dropped.connect(taken.append)

    def dropped(urls: list[str]) -> list[Path]:
        data = QMimeData()
        data.setUrls([QUrl(url) for url in urls])
        drop(widget, data)
        return taken

    return dropped


def test_one_file_that_is_dropped_is_taken(dropping: Callable[[list[str]], list[Path]]) -> None:
    assert dropping(["file:///tmp/a.backease"]) == [Path("/tmp/a.backease")]


@pytest.mark.parametrize(
    "urls", [[], ["https://example.org/a.backease"], ["file:///a", "file:///b"]]
)
def test_what_is_not_one_file_is_not_taken(
    dropping: Callable[[list[str]], list[Path]], urls: list[str]
) -> None:
    assert dropping(urls) == []


def test_a_reminder_as_often_as_the_lines_say_is_made_only_if_it_is_wanted(given: Given) -> None:
    text = "Bridge 3x10 twice daily\nBird dog 3x8 each side, twice a day\nPlank 30 s daily"
    given.paste(text)
    assert given.page.remind.isVisible()
    assert given.page.remind.text() == "Remind me: 2 times a day"
    given.page.keep.click()
    assert given.reminders == []

    given.paste(text)
    given.page.remind.click()
    given.page.keep.click()
    (reminder,) = given.reminders
    assert reminder.name == "From my physiotherapist"
    assert reminder.routine == given.givens.kept[-1][1].routines[0].id
    assert isinstance(reminder.when, At)
    assert len(reminder.when.times) == 2
    assert not given.page.remind.isChecked()


def test_lines_that_say_nothing_of_it_offer_no_reminder(given: Given) -> None:
    given.paste("Bridge 3x10\nPlank 30 s")
    assert not given.page.remind.isVisible()
