"""Two programs play on one profile at the same time, and both are killed: real processes."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.core.bookmark import Bookmark
from backease_desktop.storage.bookmark_files import BookmarkFiles
from backease_desktop.storage.model_file import ModelFile
from tests.app.running import prepare
from tests.fakes.journal import MORNING

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a kill that nothing can catch")


def test_two_sessions_at_once_that_are_killed_can_both_be_gone_on_with(
    tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path)
    data = tmp_path / "data"
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(tmp_path), "play"]
    playing = [
        subprocess.Popen([*command, routine, "--text", "--mute"], stdout=subprocess.DEVNULL)
        for routine in ("desk-chair-2", "mat-12")
    ]

    def places() -> dict[str, int]:
        found = [ModelFile(path, Bookmark, is_ours=True) for path in data.glob("bookmark*.json")]
        read = [file.read().value for file in found]
        return {one.routine["id"]: one.played_ms for one in read if one.session}

    files = BookmarkFiles(data, lambda: MORNING + timedelta(days=1))
    try:
        qtbot.waitUntil(lambda: len(places()) == 2 and min(places().values()) > 1_000)
        assert files.cut_off() == ()  # both are played, so neither is to be offered
    finally:
        for one in playing:
            one.kill()
            one.wait()
    cut_off = files.cut_off()
    assert {one.routine["id"] for one in cut_off} == {"desk-chair-2", "mat-12"}
    assert len({one.session for one in cut_off}) == 2
