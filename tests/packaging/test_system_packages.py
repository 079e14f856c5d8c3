"""What the system lacks: looked up before anything is downloaded, and asked for once."""

import io
import os
import sys
from pathlib import Path

import pytest
from steps.environment import Environment
from steps.system import provide, still_lacking
from steps.telling import SetupError

from backease_desktop.system.needs.libraries import OPEN, PLAY

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux lacks libraries"
)

MISSING = "libEGL.so.1 libxcb-cursor.so.0"


class Machine:
    """A machine whose programs are scripts in one folder, and what was run on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.environment = Environment(folder / ".venv")
        for path in (self.environment.python, self.environment.qt / "QtCore.abi3.so"):
            path.parent.mkdir(parents=True)
            path.touch()
        self.bin = folder / "bin"
        self.bin.mkdir()
        (folder / "missing").write_text(MISSING, encoding="utf-8")
        self.program(
            "ldd", f'for so in $(/bin/cat {folder}/missing); do echo "$so => not found"; done'
        )

    def program(self, name: str, does: str) -> None:
        """Put a program there; it writes down how it was called, then does this."""
        path = self.bin / name
        log = f'echo "{name} $*" >> {self._folder}/ran\n' if name != "ldd" else ""
        path.write_text(f"#!/bin/sh\n{log}{does}\n", encoding="utf-8")
        path.chmod(0o755)

    def apt(self, does: str = "") -> None:
        """apt-get, which brings everything."""
        self.program("apt-get", does or f"case $* in *install*) : > {self._folder}/missing;; esac")

    @property
    def ran(self) -> list[str]:
        """The commands that were run, without their options."""
        try:
            lines = (self._folder / "ran").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [
            " ".join(word for word in line.split() if "=" not in word and word[0] != "-")
            for line in lines
        ]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine that lacks two libraries."""
    made = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(made.bin))
    return made


class Terminal(io.StringIO):
    """A terminal with a person at it."""

    def isatty(self) -> bool:
        return True


def sit_down(monkeypatch: pytest.MonkeyPatch, types: str) -> Terminal:
    """Put a person at the terminal who types this; returns what they see."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(types))
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def be(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    """Be somebody."""
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_root_without_a_person_installs_all_at_once(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, 0)
    machine.apt()

    provide(machine.environment, OPEN, OPEN)

    assert machine.ran == ["apt-get update", "apt-get install libegl1 libxcb-cursor0"]


def test_a_person_is_asked_once_for_everything(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, 1000)
    screen = sit_down(monkeypatch, "\n")
    machine.apt()
    machine.program("sudo", '"$@"')

    provide(machine.environment, OPEN, OPEN)

    assert machine.ran == [
        "sudo apt-get update",
        "apt-get update",
        "sudo apt-get install libegl1 libxcb-cursor0",
        "apt-get install libegl1 libxcb-cursor0",
    ]
    assert screen.getvalue().count("[Y/n]") == 1
    assert "libegl1 libxcb-cursor0" in screen.getvalue().partition("[Y/n]")[0]


@pytest.mark.parametrize("user", [0, 1000])
def test_nothing_is_installed_against_a_no(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, user: int
) -> None:
    be(monkeypatch, user)
    sit_down(monkeypatch, "n\n")
    machine.apt()
    machine.program("sudo", '"$@"')

    with pytest.raises(SetupError, match="sudo apt-get install libegl1 libxcb-cursor0"):
        provide(machine.environment, OPEN, OPEN)
    assert machine.ran == []


def test_a_terminal_that_is_closed_is_no_yes(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, 0)
    sit_down(monkeypatch, "")
    machine.apt()

    with pytest.raises(SetupError):
        provide(machine.environment, OPEN, OPEN)
    assert machine.ran == []


def test_who_may_not_install_and_cannot_be_asked_is_told_the_whole_command(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, 1000)
    machine.apt()

    with pytest.raises(SetupError, match="sudo apt-get install libegl1 libxcb-cursor0"):
        provide(machine.environment, OPEN, OPEN)
    assert machine.ran == []


def test_where_the_terminal_will_do_the_set_up_goes_on_and_says_what_a_window_needs(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    be(monkeypatch, 1000)
    machine.apt()
    machine.program("ldd", "case $* in *xcb*) echo 'libEGL.so.1 => not found';; esac")

    provide(machine.environment, OPEN, PLAY)

    assert "sudo apt-get install libegl1" in capsys.readouterr().err


def test_a_source_that_fails_is_one_clear_line(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    be(monkeypatch, 0)
    machine.apt("echo 'Err:1 somewhere'; echo 'E: Unable to fetch that'; echo 'E: more'; exit 100")

    with pytest.raises(SetupError) as refused:
        provide(machine.environment, OPEN, OPEN)

    assert str(refused.value) == (
        "`apt-get install` failed: Unable to fetch that. "
        "Is the network there, and are the sources of packages right?"
    )
    assert "`apt-get update` failed" in capsys.readouterr().err


def test_every_call_of_apt_gives_a_dead_source_up_at_once(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    be(monkeypatch, 0)
    machine.apt()

    provide(machine.environment, OPEN, OPEN)

    calls = (tmp_path / "ran").read_text(encoding="utf-8").splitlines()
    assert all("Acquire::Retries=0" in call for call in calls)


def test_what_was_found_once_is_not_looked_for_again(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "missing").write_text("", encoding="utf-8")
    machine.environment.stamp.write_text("{}", encoding="utf-8")

    assert still_lacking(machine.environment, OPEN) == ""
