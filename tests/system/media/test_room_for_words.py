"""A whole session makes room for its words in two real players of MPRIS."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.music import RoomInMusic
from backease_desktop.core.player.player import Status
from backease_desktop.core.settings import Music, MusicTime
from backease_desktop.core.timeline.talking import is_talk, stretches_of_words
from backease_desktop.system.media.players import MprisPlayers
from backease_desktop.system.wire.dbus import Bus
from tests.controllers.conftest import Stage, stage_on
from tests.fakes.band import Band
from tests.fakes.small_catalogue import small_catalogue

Until = Callable[[Callable[[], bool]], None]
pytestmark = pytest.mark.starts_programs


@pytest.fixture
def stage(bus: Bus) -> Iterator[Stage]:
    owner = QObject()
    stage = stage_on(small_catalogue(), owner)
    stage.settings.set_field("voice", "music_time", MusicTime.WORDS)
    RoomInMusic(stage.session, stage.settings, stage.track, MprisPlayers(bus, owner))
    yield stage
    stage.session.stop()
    owner.deleteLater()


def run_until_talk_is(expected: bool, stage: Stage) -> None:
    """Let the session come to where there are words, or none."""
    for _ in range(10_000):
        now = stage.now
        if is_talk(stretches_of_words(now.timeline), now.elapsed) is expected:
            return
        assert now.status is Status.PLAYING
        stage.run(50)
    raise AssertionError("it never became so")


def test_only_what_we_paused_goes_on_between_the_words_and_at_the_end(
    stage: Stage, band: Band, until: Until
) -> None:
    stage.settings.set_field("voice", "music", Music.PAUSE)
    band.join("radio")
    band.join("film", status="Paused")
    stage.play("only-feet-up")
    for _ in range(2):
        run_until_talk_is(True, stage)
        until(lambda: band.status("radio") == "Paused")
        assert band.status("film") == "Paused"
        run_until_talk_is(False, stage)
        until(lambda: band.status("radio") == "Playing")
        assert band.status("film") == "Paused"
    run_until_talk_is(True, stage)
    until(lambda: band.status("radio") == "Paused")
    stage.session.stop()
    until(lambda: band.status("radio") == "Playing")
    assert band.status("film") == "Paused"


def test_what_somebody_has_played_again_is_not_paused_at_the_next_words(
    stage: Stage, band: Band, until: Until
) -> None:
    stage.settings.set_field("voice", "music", Music.PAUSE)
    band.join("radio")
    band.join("film")
    stage.play("only-feet-up")
    run_until_talk_is(True, stage)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})
    band.do("film", "Play")
    run_until_talk_is(False, stage)
    until(lambda: band.status("radio") == "Playing")
    run_until_talk_is(True, stage)
    until(lambda: band.status("radio") == "Paused")
    assert band.status("film") == "Playing"
    stage.session.stop()
    until(lambda: band.status("radio") == "Playing")
    stage.play("only-feet-up")
    run_until_talk_is(True, stage)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})


def test_music_is_quiet_under_the_words_and_as_loud_as_before_between_them(
    stage: Stage, band: Band, until: Until
) -> None:
    stage.settings.set_field("voice", "music", Music.QUIET)
    band.join("radio")
    stage.play("only-feet-up")
    for _ in range(2):
        run_until_talk_is(True, stage)
        until(lambda: band.volume("radio") == pytest.approx(0.2))
        run_until_talk_is(False, stage)
        until(lambda: band.volume("radio") == pytest.approx(0.8))
