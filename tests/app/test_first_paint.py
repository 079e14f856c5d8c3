"""Home is there before anything behind it is, and takes keys already."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.journal import journal_folder
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import HOME, PLAYER
from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio


@pytest.fixture
def profile(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Path:
    """A profile in which the program has run once, and kept a home that is true now."""
    prepare(tmp_path)
    untrue = "not tried"
    for _ in range(2):  # a day that ends between two starts costs the one behind it
        run = Run(qapp, tmp_path, qtbot)
        run.open()
        run.close()
        untrue = why_untrue(tmp_path)
        if not untrue:
            return tmp_path
    pytest.fail(f"home is not kept: {untrue}")


def why_untrue(profile: Path) -> str:
    """What is not true of the home that a profile keeps."""
    kept = open_kept(profile)
    return FirstSight(kept, lambda: journal_folder(kept), today()).untrue


def begun(run: Run) -> HomePage:
    """Home, when the program has been asked to open and nothing else has happened yet."""
    run.window.resize(1240, 800)
    run.program.open()
    page = run.window.page(HOME)
    assert isinstance(page, HomePage)
    return page


def test_home_shows_what_was_kept_and_it_is_what_there_is(
    qapp: QApplication, profile: Path, qtbot: QtBot
) -> None:
    run = Run(qapp, profile, qtbot)
    page = begun(run)
    front = run.program.front

    shown = page.hero.card
    kept = front.home
    assert kept is not None
    assert not front.backstage.is_read
    assert shown in kept.cards
    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)
    assert front.routines.cards == kept.cards
    assert page.hero.card == shown
    run.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_3])
def test_a_key_that_is_pressed_before_the_catalogue_is_there_starts_a_session(
    qapp: QApplication, profile: Path, qtbot: QtBot, key: Qt.Key
) -> None:
    run = Run(qapp, profile, qtbot, FakeStudio())
    page = begun(run)
    assert run.program.front.home is not None
    assert not run.program.front.backstage.is_read

    run.press(key)

    assert run.window.current == PLAYER, page.hero.card
    run.wait_for_session()
    run.close()


def test_what_is_chosen_before_the_catalogue_is_there_counts(
    qapp: QApplication, profile: Path, qtbot: QtBot
) -> None:
    run = Run(qapp, profile, qtbot)
    page = begun(run)
    page.hero.effort.chosen.emit(page.hero.effort.value)
    page.search.setText("neck")
    front = run.program.front
    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)

    assert run.program.settings.settings.session.dose == page.hero.effort.value
    assert page.filters.query.words == "neck"
    run.close()
