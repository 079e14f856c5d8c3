"""Gone on with at its second: sessions that are killed while they play, and what is left of each.

A real session plays at its own speed in a process of its own, and is killed (SIGKILL) at a random
moment. The event log says where it was just then; its bookmark says where it would go on. Then a
program of ours finds the place, goes on, and is asked where it stands.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from backease_desktop.bootstrap.clocks import local_now, today
from backease_desktop.bootstrap.desktop import screen_awake
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import build_settings
from backease_desktop.bootstrap.playing import build_playing
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.bootstrap.studio import studio_here
from backease_desktop.controllers.door import Door
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.diagnostics.event_log import NoEventLog
from backease_desktop.storage.bookmark_files import BookmarkFiles

ROOT = Path(__file__).parents[2]
LONGEST_S = 8.0
"""Seconds that a session is played at the most before it is killed."""
AGE_MS, WITHIN_MS = 1_000, 10
"""A place is written each second; more is what the machine had else to do."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What became of one session, in milliseconds.

    Attributes:
        behind: how far the bookmark was behind the moment of the kill, in session time.
        off: between the bookmark and where the session went on; 0 if it is the very same.
    """

    behind: int
    off: int


def kill_session(folder: Path, chance: random.Random) -> Killed:
    """Play a session on a profile, kill it, and go on with it."""
    events = folder / "events"
    events.unlink(missing_ok=True)
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(folder)]
    command += ["--event-log", str(events), "play", "desk-chair-2", "--text", "--mute"]
    session = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    pause = chance.uniform(1.5, LONGEST_S)
    began: float | None = None
    while began is None or time.monotonic() - began < pause:
        time.sleep(0.05)
        if session.poll() is not None:
            raise AssertionError(f"the session ended by itself: {session.returncode}")
        if began is None and _told(events):
            began = time.monotonic()
    session.kill()
    killed_at = time.monotonic_ns() // 1_000_000
    session.wait()
    last = [one for one in _told(events) if one["event"] == "segment_started"][-1]
    was_at = last["at_ms"] + killed_at - last["mono_ms"]
    mark, snapshot = _gone_on_with(folder)
    stood_at = snapshot.timeline.starts[mark.index] + mark.offset_ms
    return Killed(was_at - stood_at, abs(snapshot.elapsed - stood_at))


def told_of(killed: list[Killed]) -> str:
    """What the kills amount to."""
    behind = sorted(one.behind for one in killed)
    exact = sum(one.off == 0 for one in killed)
    late = sum(one > AGE_MS + WITHIN_MS for one in behind)
    return (
        f"{len(killed)} sessions killed and gone on with: {exact} at the very millisecond of their "
        f"bookmark; the bookmark was {behind[len(behind) // 2]} ms behind (median), "
        f"{behind[-1]} ms at the most, over a second {late} times"
    )


def _told(events: Path) -> list[dict[str, Any]]:
    """Every whole line of the event log."""
    text = events.read_bytes() if events.exists() else b""
    return [json.loads(line) for line in text.split(b"\n")[:-1]]


def _gone_on_with(folder: Path) -> tuple[Bookmark, Snapshot]:
    """The place that is offered, and the session as it stands when it goes on there."""
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    owner = QObject()
    shelf = open_shelf(folder)
    journal = open_journal(shelf.kept, partial(print, file=sys.stderr), owner)
    door = Door(shelf.catalogue, journal, today, owner)
    playing = build_playing(
        shelf,
        build_settings(shelf.kept, journal, owner),
        NoEventLog(),
        journal,
        door,
        screen_awake(owner),
        studio_here(shelf, owner, mute=True),
        owner,
    )
    (there,) = BookmarkFiles(shelf.kept.folders.data, local_now).cut_off()
    mark = playing.bookmarks.take()
    assert mark == there
    seen: list[Snapshot] = []
    playing.controller.changed.connect(seen.append)
    playing.bookmarks.go_on(mark)
    _until(lambda: bool(seen), app)
    playing.close()
    journal.close()
    owner.deleteLater()
    return mark, seen[0]


def _until(condition: Callable[[], bool], app: QCoreApplication) -> None:
    """Let the program run until something is so."""
    look = QTimer(interval=5)
    look.timeout.connect(lambda: condition() and app.quit())
    look.start()
    app.exec()
    look.stop()
