"""Every page as a screen reader has it: names, roles, headings, and the whole tree as a snapshot.

`BACKEASE_WRITE_SNAPSHOTS=1` writes the snapshots anew; read what changed before it is kept.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.editor_pages import edit_exercise
from backease_desktop.ui.editor.exercise_page import ExercisePage
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.places import (
    EXERCISES,
    HELP,
    HOME,
    MINE,
    MY_EXERCISE,
    PLAN,
    PLAYER,
    PROGRESS,
    REMINDERS,
    SETTINGS,
    WELCOME,
)
from tests.accessibility.tree import headings, lines_of, nameless
from tests.app.running import Run, prepare

SNAPSHOTS = Path(__file__).parent / "snapshots"
PAGES = (
    HOME,
    MINE,
    MY_EXERCISE,
    PLAN,
    EXERCISES,
    PROGRESS,
    REMINDERS,
    SETTINGS,
    HELP,
    PLAYER,
    WELCOME,
)


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    prepare(tmp_path)
    roster = {"reminders": [{"id": "stretch", "name": "Stretch", "enabled": False}]}
    (tmp_path / "config" / "reminders.json").write_text(json.dumps(roster))
    program = Run(qapp, tmp_path, qtbot)
    program.open()
    yield program
    program.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, run: Run, qtbot: QtBot) -> QWidget:
    if request.param == PLAYER:
        run.program.open("desk-chair-2")
        run.wait_for_session()
        run.program.playing.controller.pause()
    if request.param == MY_EXERCISE:
        edit_exercise(run.program.front, "bird-dog")
    # Home is painted before anything of the reminders is known.
    qtbot.waitUntil(lambda: bool(run.program.front.wiring.outlook))
    run.window.show_page(request.param)
    shown = run.window.page(request.param)
    qtbot.waitUntil(shown.isVisible)
    if request.param == PLAYER:
        qtbot.waitUntil(
            lambda: any(one.picture is not None for one in shown.findChildren(FigureView))
        )
    elif isinstance(shown, ExercisePage):
        strip = shown.figure.keyframes
        assert strip is not None
        qtbot.waitUntil(lambda: all(one.accessibleDescription() for one in strip.segments))
    else:
        qtbot.waitUntil(lambda: bool(headings(shown)))
    return shown


@pytest.mark.parametrize("page", PAGES, indirect=True)
def test_every_control_has_a_name(page: QWidget) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize("page", [p for p in PAGES if p != PLAYER], indirect=True)
def test_a_page_begins_with_a_heading(page: QWidget) -> None:
    assert headings(page)[0]


@pytest.mark.parametrize("page", [SETTINGS, REMINDERS, MY_EXERCISE], indirect=True)
def test_every_combo_box_has_a_label_that_names_it(page: QWidget) -> None:
    labelled = {label.buddy() for label in page.findChildren(QLabel)}
    assert [box for box in page.findChildren(QComboBox) if box not in labelled] == []


@pytest.mark.parametrize("page", [MINE], indirect=True)
def test_a_routine_that_is_written_is_read_with_its_numbers(page: QWidget, qtbot: QtBot) -> None:
    """Each row says its dose and what leaves the source; each field has its name."""
    assert isinstance(page, MyRoutinesPage)
    editor = page._editor
    page.make_mine(editor.catalogue.routines["core-strength"])
    editor.set_amount(1, "reps", 14)
    qtbot.waitUntil(lambda: bool(page.view.length.text()))
    page.view._show_lengths()
    qtbot.waitUntil(lambda: editor.written.is_kept)

    assert nameless(page) == []
    compare("editor", page)


@pytest.mark.parametrize("page", [MY_EXERCISE], indirect=True)
@pytest.mark.parametrize("tab", ["dose", "body"])
def test_a_tab_of_an_exercise_that_is_written_is_read_with_its_names(
    page: QWidget, tab: str
) -> None:
    assert isinstance(page, ExercisePage)
    page.form.tabs.chosen.emit(tab)
    page.form.tabs.set_value(tab)

    assert nameless(page) == []
    compare(f"my exercise, {tab}", page.form)


@pytest.mark.parametrize(
    ("page", "name"), [(page, page) for page in PAGES], indirect=["page"], ids=PAGES
)
def test_a_page_is_read_as_it_was_when_somebody_last_looked(page: QWidget, name: str) -> None:
    compare(name, page)


def compare(name: str, page: QWidget) -> None:
    said = "\n".join(lines_of(page)) + "\n"
    snapshot = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("BACKEASE_WRITE_SNAPSHOTS") == "1":
        snapshot.write_text(said, encoding="utf-8")
    assert said == snapshot.read_text(encoding="utf-8")
