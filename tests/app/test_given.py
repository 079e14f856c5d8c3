"""What others gave, brought into the whole program: by paste, by file, by another start."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.giving import give_away
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.bootstrap.window import Asked
from backease_desktop.storage.backease_file import read_backease, write_backease
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import GIVEN, HOME
from backease_desktop.ui.share.given_page import GivenPage
from tests.app.running import Run
from tests.core.catalogue.test_pack import PACK

TEXT = "Bird dog 3x10 each side, hold 5 s\nClams 3x15"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "standing.backease"
    write_backease(path, PACK, "Standing", "Anna")
    return path


def page_of(run: Run) -> GivenPage:
    page = run.window.page(GIVEN)
    assert isinstance(page, GivenPage)
    return page


def home_of(run: Run) -> HomePage:
    page = run.window.page(HOME)
    assert isinstance(page, HomePage)
    return page


def test_a_paste_becomes_a_routine_that_the_next_start_shows(run: Run, qtbot: QtBot) -> None:
    run.open()
    home_of(run).own.given.click()
    assert run.window.current == GIVEN
    page = page_of(run)
    page.text.setPlainText(TEXT)
    page.read.click()

    with qtbot.waitSignal(run.program.life.window_anew_requested):
        page.keep.click()

    assert run.program.life.to_show == "from-my-physiotherapist"
    routine = open_shelf(run.folder).catalogue.routines["from-my-physiotherapist"]
    assert [step.exercise for step in routine.steps] == ["bird-dog", "clams"]


def test_a_file_that_another_start_hands_over_is_shown_and_not_taken(run: Run, file: Path) -> None:
    run.open()
    run.program.on_message(["--open", str(file)])

    assert run.window.current == GIVEN
    assert page_of(run).pack.counts.text() == "2 exercises, 1 routine, from Anna"
    assert not list(run.folder.glob("data/packs/*"))


def test_what_is_taken_during_a_session_waits_for_the_next_start(run: Run, file: Path) -> None:
    run.open("desk-chair-2")
    run.wait_for_session()
    anew: list[bool] = []
    run.program.life.window_anew_requested.connect(lambda: anew.append(True))
    run.program.front.arrivals.bring_in(file)
    page_of(run).pack.take.click()

    assert anew == []
    assert list(run.folder.glob("data/packs/standing"))
    assert run.program.playing.controller.is_on


def test_a_routine_that_is_to_be_shown_is_open_on_home(run: Run) -> None:
    run.open()
    run.program.on_message(["--show", "mat-12"])

    assert home_of(run).view.card is not None
    assert home_of(run).view.card.id == "mat-12"


def test_somebody_new_is_welcomed_before_a_file_is_opened(first_run: Run, file: Path) -> None:
    first_run.open()
    first_run.program.front.arrivals.bring_in(file)

    assert first_run.window.current != GIVEN


def test_what_is_asked_of_the_window_is_handed_over_to_the_running_one(tmp_path: Path) -> None:
    def asked(**more: object) -> list[str]:
        return Asked(None, None, more.pop("start", None), False, **more).handed_over  # type: ignore[arg-type]

    assert asked() == []
    assert asked(start="mat-12") == ["--start", "mat-12"]
    assert asked(show="mat-12") == ["--show", "mat-12"]
    assert asked(open=tmp_path / "a.backease") == ["--open", str(tmp_path / "a.backease")]


def test_a_routine_is_given_away_as_a_file_that_can_be_brought_in(run: Run, tmp_path: Path) -> None:
    run.open()
    said: list[str] = []
    path = tmp_path / "mat.backease"
    shelf = run.program.front.shelf
    give_away(shelf, "mat-12", lambda *_words: path, said.append)

    assert read_backease(path).pack.routines == (shelf.catalogue.routines["mat-12"],)
    assert said == ["On the mat is in mat.backease."]


def test_a_file_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    run.open()
    said: list[str] = []
    shelf = run.program.front.shelf
    give_away(shelf, "mat-12", lambda *_words: tmp_path, said.append)
    give_away(shelf, "nothing", lambda *_words: tmp_path, said.append)
    give_away(shelf, "mat-12", lambda *_words: None, said.append)

    assert said[0].startswith(f"{tmp_path}: ")
    assert said[1:] == ["What was put together for now cannot be given away."]
