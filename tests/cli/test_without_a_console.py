"""`backease-gui` on Windows has no console: neither stdout nor stderr is there."""

import ctypes
import errno
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from backease_desktop.cli.main import main
from backease_desktop.cli.run import tell


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What Windows shows in boxes."""
    shown: list[tuple[object, ...]] = []
    user32 = SimpleNamespace(MessageBoxW=lambda *box: shown.append(box))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    return shown


def lose_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be started without one; in the test itself, because pytest gives each phase its own."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)


def test_a_problem_is_shown_in_a_box(
    boxes: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_console(monkeypatch)
    monkeypatch.setattr(sys, "platform", "win32")

    tell("no routine has the id 'nothing'")

    assert [box[1:3] for box in boxes] == [("no routine has the id 'nothing'", "BackEase")]


def test_a_problem_without_any_way_to_tell_is_still_an_exit_code(
    boxes: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lose_console(monkeypatch)
    monkeypatch.setattr(sys, "platform", "linux")

    assert main(["timeline", "nothing", "--profile", str(tmp_path)]) == 1
    assert boxes == []


def test_what_goes_well_says_nothing(
    boxes: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lose_console(monkeypatch)

    assert main(["list", "--profile", str(tmp_path)]) == 0
    assert boxes == []


def test_a_terminal_that_was_closed_makes_no_problem_of_telling_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.EIO, f"cannot write {text!r}")

    monkeypatch.setattr(sys, "stderr", Closed())

    tell("no routine has the id 'nothing'")
