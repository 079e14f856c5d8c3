"""Pictures of the running program for README and docs: `python -m tests.pictures [FOLDER]`.

The real program is driven: its window, its catalogue, its figures, a session that is really
playing. So the pictures cannot show anything that is not there.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.program import Program
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.core.player.player import Player
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics.event_log import NoEventLog
from backease_desktop.ui.calls.break_card import BreakCard
from backease_desktop.ui.places import EXERCISES, HELP, HOME, PLAYER, REMINDERS, SETTINGS
from backease_desktop.ui.session.player_page import PlayerPage

FOLDER = Path(__file__).parents[1] / "packaging" / "pictures"
SIZE = (1240, 800)


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as profile:
        _prepare(Path(profile))
        program = Program(app, open_kept(Path(profile)), NoEventLog())
        program.open()
        program.window.resize(*SIZE)
        for theme in ("light", "dark"):  # cards first: none is shown over a session
            program.settings.set_field("appearance", "theme", theme)
            _take_card(program, folder / f"card-{theme}.png")
        for theme in ("light", "dark"):
            program.settings.set_field("appearance", "theme", theme)
            _pages(program, lambda name: _take(program, folder / f"{name}-{theme}.png"))  # noqa: B023
        for theme in ("light", "dark"):  # last: a session that is open leads back from every page
            program.settings.set_field("appearance", "theme", theme)
            _session(program, lambda name: _take(program, folder / f"{name}-{theme}.png"))  # noqa: B023
        program.close()
        _wait(50)


def _pages(program: Program, take: Callable[[str], None]) -> None:
    window = program.window
    for page in (HOME, EXERCISES, REMINDERS, SETTINGS, HELP):
        window.show_page(page)
        _wait(1500)
        take(page)
    window.show_page(HOME)


def _session(program: Program, take: Callable[[str], None]) -> None:
    window = program.window
    window.show_page(PLAYER)
    page = window.page(PLAYER)
    assert isinstance(page, PlayerPage)
    for name, routine, kind, number in (
        ("player", "core-strength", SegmentKind.HOLD, 2),
        ("switch", "desk-chair-2", SegmentKind.SWITCH, 0),
    ):
        _show(program, page, routine, kind, number)
        take(name)


def _show(program: Program, page: PlayerPage, routine: str, kind: SegmentKind, number: int) -> None:
    """Show a moment of a session as the controller would show it."""
    shelf = open_shelf(None)
    timeline = compile_timeline(
        shelf.catalogue.routines[routine],
        shelf.catalogue,
        program.settings.preferences,
        shelf.wording,
        lambda text: estimate(text, 150),
    )
    player = Player(timeline)
    player.play(Ms(0))
    index = [i for i, s in enumerate(timeline.segments) if s.kind is kind][number]
    player.jump(Ms(0), index)
    player.advance(Ms(2600))
    program.playing.controller.changed.emit(snapshot_of(player))
    _wait(1000)
    program.playing.controller.changed.emit(snapshot_of(player))


def _take(program: Program, path: Path) -> None:
    program.window.grab().save(str(path))
    print(path.name)


def _take_card(program: Program, path: Path) -> None:
    """The card of a call."""
    program.reminders.controller.call_now()
    _wait(1000)
    card = program.reminders.calls.card
    assert isinstance(card, BreakCard)
    card.grab().save(str(path))
    print(path.name)
    program.reminders.controller.did_it()
    _wait(300)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _prepare(profile: Path) -> None:
    """A person who has seen the welcome, and wants no sound while pictures are taken."""
    (profile / "data").mkdir()
    (profile / "config").mkdir()
    known = {"first_start": "2026-11-02", "understood": True}
    (profile / "data" / "profile.json").write_text(json.dumps(known))
    (profile / "config" / "settings.json").write_text('{"voice": {"say": "silent"}}')


if __name__ == "__main__":
    main()
