"""Two profiles and two real Syncthing processes; `python -m tests.two_machines` shows it."""

import shutil
from pathlib import Path

import pytest

from tests.two_machines import together


@pytest.mark.skipif(shutil.which("syncthing") is None, reason="Syncthing is not installed")
def test_two_machines_come_to_one_history_by_a_real_engine(tmp_path: Path) -> None:
    said: list[str] = []

    together(tmp_path, said.append)

    assert len(said) == 3
