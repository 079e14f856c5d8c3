"""Music makes room: real players of MPRIS, each a process, on a bus of the test's own."""

from collections.abc import Callable, Iterator

import pytest

from backease_desktop.core.settings import Music
from backease_desktop.system.media.others import OtherPlayers
from backease_desktop.system.media.players import MprisPlayers
from backease_desktop.system.wire.dbus import Bus
from tests.fakes.band import Band

Until = Callable[[Callable[[], bool]], None]
pytestmark = pytest.mark.starts_programs


@pytest.fixture
def players(bus: Bus) -> Iterator[MprisPlayers]:
    players = MprisPlayers(bus)
    yield players
    players.deleteLater()


def test_only_what_we_paused_goes_on_again(band: Band, players: MprisPlayers, until: Until) -> None:
    band.join("radio")
    band.join("film", status="Paused")
    band.join("album", status="Stopped")
    players.make_room(Music.PAUSE)
    until(lambda: band.status("radio") == "Paused")
    assert band.status("film") == "Paused"
    players.give_back()
    until(lambda: band.status("radio") == "Playing")
    assert (band.status("film"), band.status("album")) == ("Paused", "Stopped")


def test_what_somebody_has_played_and_paused_meanwhile_stays_as_they_left_it(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    band.join("film")
    players.make_room(Music.PAUSE)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})
    band.do("film", "Play")
    band.do("film", "Pause")
    players.give_back()
    until(lambda: band.status("radio") == "Playing")
    assert band.status("film") == "Paused"


def test_what_was_stopped_meanwhile_does_not_begin_again(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    band.join("film")
    players.make_room(Music.PAUSE)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})
    band.do("film", "Stop")
    players.give_back()
    until(lambda: band.status("radio") == "Playing")
    assert band.status("film") == "Stopped"


def test_another_program_under_the_name_of_one_that_has_gone_is_left_alone(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    radio = band.join("radio")
    band.join("film")
    players.make_room(Music.PAUSE)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})
    radio.kill()
    radio.wait()
    band.join("radio", status="Paused")
    players.give_back()
    until(lambda: band.status("film") == "Playing")
    assert band.status("radio") == "Paused"


def test_what_somebody_has_decided_holds_until_the_session_is_over(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    band.join("film")
    players.make_room(Music.PAUSE)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})
    band.do("film", "Play")
    players.give_back()
    until(lambda: band.status("radio") == "Playing")
    players.make_room(Music.PAUSE)
    until(lambda: band.status("radio") == "Paused")
    assert band.status("film") == "Playing"
    players.give_back()
    players.forget()
    until(lambda: band.status("radio") == "Playing")
    players.make_room(Music.PAUSE)
    until(lambda: {band.status("radio"), band.status("film")} == {"Paused"})
    players.give_back()


def test_what_was_made_quiet_is_as_loud_as_before(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    band.join("film", status="Paused")
    players.make_room(Music.QUIET)
    until(lambda: band.volume("radio") == pytest.approx(0.2))
    assert (band.status("radio"), band.volume("film")) == ("Playing", 0.8)
    players.give_back()
    until(lambda: band.volume("radio") == pytest.approx(0.8))


def test_a_volume_that_somebody_has_moved_meanwhile_stays(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    band.join("film")
    players.make_room(Music.QUIET)
    until(lambda: max(band.volume("radio"), band.volume("film")) < 0.3)
    band.set_volume("film", 0.5)
    players.give_back()
    until(lambda: band.volume("radio") == pytest.approx(0.8))
    assert band.volume("film") == 0.5


def test_what_cannot_be_paused_is_made_quiet(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio", "cannot-pause")
    players.make_room(Music.PAUSE)
    until(lambda: band.volume("radio") == pytest.approx(0.2))
    assert band.status("radio") == "Playing"


def test_an_end_that_comes_before_the_answers_leaves_everything_as_it_was(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    band.join("film")
    players.make_room(Music.PAUSE)
    players.give_back()
    for _ in range(3):
        assert {band.status("radio"), band.status("film")} == {"Playing"}


def test_music_that_is_to_go_on_is_not_even_asked(
    band: Band, players: MprisPlayers, until: Until
) -> None:
    band.join("radio")
    players.make_room(Music.LEAVE)
    for _ in range(3):
        assert band.status("radio") == "Playing"
    players.make_room(Music.PAUSE)
    until(lambda: band.status("radio") == "Paused")
    players.make_room(Music.PAUSE)
    players.give_back()
    until(lambda: band.status("radio") == "Playing")


def test_where_nobody_can_be_reached_nothing_happens() -> None:
    nobody = OtherPlayers()
    nobody.make_room(Music.PAUSE)
    nobody.give_back()
    nobody.forget()
