"""What a command was to keep and could not is its failure, in words and in its exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

FAILED = "backease: your history cannot be saved (File exists); nothing of this was kept"


def run(profile: Path, words: str) -> tuple[int, str, list[str]]:
    """Exit code, output and lines of errors of a command where no journal can be."""
    (profile / "data").mkdir()
    (profile / "data" / "journal").write_text("a file in the place of the folder")
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(profile), *words.split()]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout, done.stderr.splitlines()


@pytest.mark.parametrize(
    "words",
    ["me add disc", "me set pregnancy-week 14", "plan start --days 3 --minutes 10 --places chair"],
)
def test_a_change_that_cannot_be_saved_is_not_shown_as_made(tmp_path: Path, words: str) -> None:
    assert run(tmp_path, words) == (1, "", [FAILED])


@pytest.mark.parametrize("words", ["me show", "plan show", "history list"])
def test_what_only_looks_does_not_fail(tmp_path: Path, words: str) -> None:
    code, _, errors = run(tmp_path, words)
    assert (code, FAILED in errors) == (0, False)


def test_a_session_is_played_and_its_loss_is_said(tmp_path: Path) -> None:
    code, said, errors = run(tmp_path, "play desk-chair-2 --text --mute --speed 50")
    assert code == 1
    assert "Session complete" in said
    assert errors[-1] == FAILED
    assert not [line for line in errors if "Errno" in line]
