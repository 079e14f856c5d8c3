"""Music makes room: real players of MPRIS, each a process, on a bus of the test's own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from backease_desktop.core.settings import Music
from backease_desktop.system.media.mpris import PATH, PLAYER, PREFIX
from backease_desktop.system.media.others import OtherPlayers
from backease_desktop.system.media.players import PROPERTIES, MprisPlayers
from backease_desktop.system.wire.dbus import Bus, Method, Remote

ROOT = Path(__file__).parents[3]
Until = Callable[[Callable[[], bool]], None]


class Band:
    """Players, and what somebody does with them from outside of our program."""

    def __init__(self, address: str, until: Until, stack: ExitStack) -> None:
        self._address, self._until, self._stack = address, until, stack
        self._bus = Bus(address)
        stack.callback(self._bus.close)

    def join(self, name: str, *more: str, status: str = "Playing") -> "subprocess.Popen[str]":
        program = [sys.executable, "-m", "tests.fakes.music_player", self._address, name, *more]
        player = subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self._stack.callback(self._end, player)
        assert player.stdout is not None
        assert player.stdout.readline() == "here\n"
        if status != "Stopped":
            self.do(name, "Play")
        if status == "Paused":
            self.do(name, "Pause")
        return player

    @staticmethod
    def _end(player: "subprocess.Popen[str]") -> None:
        player.kill()
        player.wait()
        assert player.stdout is not None
        player.stdout.close()

    def do(self, name: str, what: str) -> None:
        self._ask(Method(Remote(f"{PREFIX}{name}", PATH, PLAYER), what))

    def set_volume(self, name: str, volume: float) -> None:
        method = Method(Remote(f"{PREFIX}{name}", PATH, PROPERTIES), "Set", "ssv")
        self._ask(method, PLAYER, "Volume", ("d", volume))

    def status(self, name: str) -> str:
        return str(self._value(name, "PlaybackStatus"))

    def volume(self, name: str) -> float:
        return float(self._value(name, "Volume"))

    def _value(self, name: str, what: str) -> Any:
        method = Method(Remote(f"{PREFIX}{name}", PATH, PROPERTIES), "Get", "ss", "v")
        return self._ask(method, PLAYER, what)[0][1]

    def _ask(self, method: Method, *values: Any) -> Any:
        answers: list[Any] = []
        self._bus.call(method, values, answers.append, answers.append)
        self._until(lambda: bool(answers))
        assert not isinstance(answers[0], str), answers[0]
        return answers[0]


@pytest.fixture
def band(bus_address: str, until: Until, qapp: QObject) -> Iterator[Band]:
    with ExitStack() as stack:
        yield Band(bus_address, until, stack)


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
