"""The command at login: this very program, by absolute paths, in the background."""

import sys
from pathlib import Path

import pytest

from backease_desktop.bootstrap.at_login import command_at_login


def test_what_runs_now_is_what_will_run_in_the_background() -> None:
    assert command_at_login(None) == [
        sys.executable, "-P", "-m", "backease_desktop", "--background",
    ]  # fmt: skip


def test_the_profile_does_not_depend_on_the_folder_of_the_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command_at_login(Path("mine"))[-3:] == [
        "--profile", str(tmp_path / "mine"), "--background",
    ]  # fmt: skip
