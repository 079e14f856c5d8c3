"""Killed at any moment; `python -m tests.benchmark.kills` does it a thousand times."""

import random
from pathlib import Path

from tests.benchmark.kills import kill_sessions, kill_writers
from tests.benchmark.session_kills import kill_session


def test_what_was_acknowledged_survives_being_killed(tmp_path: Path) -> None:
    assert kill_writers(tmp_path / "journal", 8, random.Random(1)) >= 8


def test_sessions_that_are_killed_are_known(tmp_path: Path) -> None:
    assert kill_sessions(tmp_path / "profile", 3, random.Random(2)) >= 1


def test_a_session_that_is_killed_goes_on_at_the_millisecond_of_its_bookmark(
    tmp_path: Path,
) -> None:
    killed = kill_session(tmp_path, random.Random(3))
    assert killed.off == 0
    assert killed.behind >= 0
