"""All checks in order, and the table that they make."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.diagnostics.report import versions
from backease_desktop.self_test import content, machine, voice_and_sound
from backease_desktop.self_test.screen import Screen
from backease_desktop.self_test.verdict import Result, Verdict, judged
from backease_desktop.storage.paths import folders


def run(profile: Path | None) -> int:
    """Print the table; 0 if nothing failed.

    Args:
        profile: folder for all data, or None for the system's; nothing in it is changed.
    """
    print(versions())
    said: list[str] = []

    def keep(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        said.append(message or "")

    before = qInstallMessageHandler(keep)
    try:
        failed = _print_table(profile)
    finally:
        qInstallMessageHandler(before)
    if failed:
        print(*said, sep="\n", file=sys.stderr)
    print("This installation is broken." if failed else "This installation is sound.")
    return int(failed)


def _print_table(profile: Path | None) -> bool:
    failed = False
    for result in results(profile):
        print(f"{result.what:<14} {result.verdict:<8} {result.detail}", flush=True)
        failed |= result.verdict is Verdict.BAD
    return failed


def results(profile: Path | None) -> Iterator[Result]:
    """Run every check; one that fails does not keep the others from running."""
    # On no screen: the real one is tried in a process of its own.
    app = QApplication.instance() or QApplication(["backease", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="backease-self-test-") as folder:
        shelf, screen = open_shelf(Path(folder)), Screen()
        checks: list[tuple[str, Callable[[], str]]] = [
            ("parts", content.parts),
            ("catalogue", lambda: content.catalogue(shelf)),
            ("natural voice", lambda: content.natural_voice(shelf)),
            ("figures", lambda: content.figures(shelf)),
            ("timelines", lambda: content.timelines(shelf)),
            ("player", lambda: content.player(shelf)),
            ("files", lambda: content.files(shelf)),
            ("folders", lambda: machine.writable(folders(profile))),
            ("fonts", machine.fonts),
            ("window", lambda: machine.window(app, shelf)),
            ("screen", screen.opens),
            ("tray", screen.tray),
            ("speech", lambda: voice_and_sound.speech(app)),
            ("voice", lambda: voice_and_sound.voice(app, shelf)),
            ("sound library", voice_and_sound.sound_library),
            ("sound", lambda: voice_and_sound.sound(app, shelf)),
        ]
        if sys.platform.startswith("linux"):
            checks.insert(-4, ("bus", machine.bus))
        for what, check in checks:
            yield judged(what, check)
