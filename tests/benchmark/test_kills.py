"""Killed at any moment; `python -m tests.benchmark.kills` does it a thousand times."""

import random
from pathlib import Path

from tests.benchmark.kills import kill_sessions, kill_writers


def test_what_was_acknowledged_survives_being_killed(tmp_path: Path) -> None:
    assert kill_writers(tmp_path / "journal", 8, random.Random(1)) >= 8


def test_sessions_that_are_killed_are_known(tmp_path: Path) -> None:
    assert kill_sessions(tmp_path / "profile", 3, random.Random(2)) >= 1
