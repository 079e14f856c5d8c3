"""Players of MPRIS, each a process, on a bus of the test's own."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from backease_desktop.system.media.mpris import PATH, PLAYER, PREFIX
from backease_desktop.system.media.players import PROPERTIES
from backease_desktop.system.wire.dbus import Bus, Method, Remote

ROOT = Path(__file__).parents[2]
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
