"""The command at login: this very program, by absolute paths, in the background."""

import sys
from pathlib import Path

import pytest

from backease_desktop.bootstrap.at_login import command_at_login, command_of

PYTHON = Path("/usr/bin/python3")


def test_python_runs_the_package_in_the_background() -> None:
    assert command_of(PYTHON, False, None) == [
        str(PYTHON), "-m", "backease_desktop", "--background",
    ]  # fmt: skip


def test_a_frozen_program_is_its_own_command(tmp_path: Path) -> None:
    command = command_of(Path("/opt/Back Ease/backease"), True, tmp_path)
    assert command == [
        str(Path("/opt/Back Ease/backease")), "--profile", str(tmp_path), "--background",
    ]  # fmt: skip


def test_the_profile_does_not_depend_on_the_folder_of_the_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = command_of(PYTHON, False, Path("mine"))
    assert command[3:] == ["--profile", str(tmp_path / "mine"), "--background"]


@pytest.mark.parametrize("name", ["python.exe", "Python.EXE"])
def test_windows_takes_the_python_without_a_console_where_it_is(tmp_path: Path, name: str) -> None:
    python, windowed = tmp_path / name, tmp_path / "pythonw.exe"
    assert command_of(python, False, None)[0] == str(python)
    windowed.touch()
    assert command_of(python, False, None)[0] == str(windowed)
    assert command_of(python, True, None)[0] == str(python)


def test_what_runs_now_is_what_will_run() -> None:
    assert command_at_login(None)[0] == sys.executable
