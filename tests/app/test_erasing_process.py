"""Everything is erased in a real process: then a search of the disk finds nothing of the person."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backease_desktop.core.bookmark import Bookmark
from backease_desktop.storage.model_file import ModelFile
from tests.fakes.journal import MORNING

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders of XDG")

ROOT = Path(__file__).parents[2]


def test_nothing_of_the_person_is_left_on_the_disk(tmp_path: Path) -> None:
    home = tmp_path / "home"
    runtime = home / "run"
    runtime.mkdir(parents=True, mode=0o700)
    (home / "tmp").mkdir()
    kinds = ("config", "data", "cache", "state")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        **{f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in kinds},
    }
    data = home / "data" / "backease"
    data.mkdir(parents=True)
    (home / "config" / "backease").mkdir(parents=True)
    (home / "config" / "backease" / "settings.json").write_text('{"voice": {"say": "silent"}}')
    known = {"first_start": "2026-11-02", "understood": True}
    (data / "profile.json").write_text(json.dumps(known))
    place = Bookmark(session="a" * 28, at=MORNING)
    ModelFile(data / "bookmark.json", Bookmark, is_ours=True).save(place)
    (data / "bookmark.lock").touch()
    playing = ("backease_desktop", "play", "desk-chair-2", "--text", "--speed", "400")
    for command in (playing, ("tests.app.erasing",)):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        if command is playing:
            assert list(data.rglob("*.jsonl"))
    left = [str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir()]
    assert left == []
