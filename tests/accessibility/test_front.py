"""What cannot be seen is not told: pages that are not on, and what lies behind a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.look.roles import install_roles
from backease_desktop.ui.places import EXERCISES, HELP, HOME, PROGRESS, SETTINGS
from backease_desktop.ui.questions import ask_to_stay
from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, FakeStudio())
    run.open()
    yield run
    run.close()


def told(widget: QWidget) -> set[str]:
    """Every name in the tree of a widget, seen or not."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return set(_names(interface))


def _names(interface: QAccessibleInterface) -> Iterator[str]:
    yield interface.text(QAccessible.Text.Name)
    for place in range(interface.childCount()):
        child = interface.child(place)
        assert child is not None
        yield from _names(child)


def test_only_the_page_that_is_on_is_told(run: Run) -> None:
    marks = {EXERCISES: "Wrists", SETTINGS: "Session", HELP: "All keys"}
    for page in (HOME, *marks):
        run.window.show_page(page)
    for page, mark in marks.items():
        run.window.show_page(page)
        names = told(run.window)
        assert mark in names
        assert names.isdisjoint(set(marks.values()) - {mark})


def test_a_view_within_a_page_is_told_alone(run: Run) -> None:
    run.window.show_page(PROGRESS)
    assert "What is kept about you" not in told(run.window)


def test_a_question_is_all_that_there_is_while_it_is_open(run: Run) -> None:
    run.window.show_page(HELP)
    ask_to_stay(run.window.sheet, session_is_on=False)
    names = told(run.window)
    assert "Go on reminding me" in names
    assert "All keys" not in names
    assert "Pages" not in names
    run.window.sheet.close_quietly()
    assert {"All keys", "Pages"} <= told(run.window)


def test_the_question_in_a_session_hides_the_session(run: Run) -> None:
    run.program.front.open("core-strength")
    run.wait_for_session()
    before = told(run.window)
    assert any(name.startswith("It hurts") for name in before)
    run.press(Qt.Key.Key_Escape)
    names = told(run.window)
    assert "Keep going" in names
    assert not any(name.startswith("It hurts") for name in names)
    run.press(Qt.Key.Key_Space)
    assert "Keep going" not in told(run.window)


def test_what_answers_goes_with_its_widget(qapp: QApplication) -> None:
    install_roles()
    for _ in range(100):
        stack = Stack()
        for name in ("one", "two"):
            stack.addWidget(QPushButton(name))
        stack.show()
        assert told(stack) == {"", "one"}
        stack.setCurrentIndex(1)
        assert told(stack) == {"", "two"}
        stack.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
