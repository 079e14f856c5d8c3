"""A session of the whole program at 640 × 480 with text at 200 %."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.running import Run, prepare
from tests.fakes.studio import FakeStudio
from tests.ui.cut import covered

A_MOMENT = 1_000
"""Milliseconds; a gap of five seconds would be a computer that slept."""


@pytest.fixture
def studio() -> FakeStudio:
    return FakeStudio()


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, qtbot: QtBot, studio: FakeStudio) -> Iterator[Run]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, studio)
    run.open()
    run.program.settings.set_field("appearance", "text_percent", 200)
    run.window.setMinimumSize(1, 1)
    run.window.resize(640, 480)
    yield run
    run.close()


def test_the_question_before_leaves_the_buttons_free(run: Run, qtbot: QtBot) -> None:
    run.program.front.open("core-strength")
    page = run.wait_for_session()
    qtbot.waitUntil(lambda: page.session.countdown.width() > 100)
    page.ask_before()

    assert page.before.geometry().bottom() < page.session.transport.y()
    assert page.rect().contains(page.before.geometry())
    assert page.before.width() >= page.before.minimumSizeHint().width()
    assert covered(page) == []


def test_what_is_said_while_the_question_has_the_figures_room_is_seen(run: Run) -> None:
    run.program.front.open("core-strength")
    page = run.wait_for_session()
    page.ask_before()
    assert page.session.figure_card.isHidden()
    page.show_message("There is no sound here.")
    assert page.toast.isVisible()
    page.before.hide()
    run.program.playing.controller.tick()

    assert page.session.figure_card.isVisible()
    assert page.session.toast.isVisible()


def test_the_closing_page_begins_at_what_was_done(run: Run, studio: FakeStudio) -> None:
    run.program.front.open("desk-chair-2")
    page = run.wait_for_session()
    while not page.closing.isVisible():
        studio.clock.slept += A_MOMENT
        run.program.playing.controller.tick()
    QApplication.processEvents()

    assert page.closing.done.hasFocus()
    assert not page.closing.headline.visibleRegion().isEmpty()
