"""What the first word would wait for is there before somebody presses *Enter*."""

from pytestqt.qtbot import QtBot

from backease_desktop.ui.places import PLAYER
from backease_desktop.ui.session.player_page import PlayerPage
from tests.app.running import Run


def test_the_page_of_a_session_is_there_before_somebody_starts_one(run: Run, qtbot: QtBot) -> None:
    run.open()
    assert not run.window.findChildren(PlayerPage)  # and the first paint does not wait for it
    qtbot.waitUntil(lambda: bool(run.window.findChildren(PlayerPage)))
    assert run.events("session_started") == []
    assert run.window.current != PLAYER
