"""Is this installation sound? What installers are tested with, and what people paste into issues.

Each check is a function that returns a sentence, or raises. A missing voice or sound card is a
warning: the program works without them.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.desktop import screen_awake
from backease_desktop.bootstrap.kept import build_settings
from backease_desktop.bootstrap.program import Program
from backease_desktop.bootstrap.session import build_session
from backease_desktop.bootstrap.shelf import DEFAULT_ROUTINE, Shelf, open_shelf
from backease_desktop.core.clip import Clip
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import Figure
from backease_desktop.core.player.player import Player
from backease_desktop.core.settings import Settings
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics.event_log import NoEventLog
from backease_desktop.diagnostics.report import versions

PATIENCE = Ms(8_000)


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "ok"
    WARNING = "warning"
    BAD = "FAILED"


@dataclass(frozen=True, slots=True)
class Result:
    """A line of the table."""

    what: str
    verdict: Verdict
    detail: str


class Lacking(Exception):  # noqa: N818  (it is no error: the program works without)
    """Something is missing that the program can do without."""


def results() -> Iterator[Result]:
    """Run every check; one that fails does not keep the others from running."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="backease-self-test-") as folder:
        shelf = open_shelf(Path(folder))
        checks: tuple[tuple[str, Callable[[], str]], ...] = (
            ("catalogue", lambda: _catalogue(shelf)),
            ("figures", lambda: _figures(shelf)),
            ("timelines", lambda: _timelines(shelf)),
            ("player", lambda: _player(shelf)),
            ("files", lambda: _files(shelf)),
            ("window", lambda: _window(app, shelf)),
            ("voice", lambda: _voice(app, shelf)),
            ("sound", lambda: _sound(app, shelf)),
        )
        for what, check in checks:
            try:
                yield Result(what, Verdict.GOOD, check())
            except Lacking as lacking:
                yield Result(what, Verdict.WARNING, str(lacking))
            # A broken installation can raise anything; the table is what tells of it.
            except Exception as error:
                yield Result(what, Verdict.BAD, f"{type(error).__name__}: {error}")


def run() -> int:
    """Print the table; 0 if nothing failed."""
    print(versions())
    failed = False
    for result in results():
        print(f"{result.what:<10} {result.verdict:<8} {result.detail}", flush=True)
        failed |= result.verdict is Verdict.BAD
    print("This installation is broken." if failed else "This installation is sound.")
    return int(failed)


def _catalogue(shelf: Shelf) -> str:
    if shelf.problems:
        raise ValueError("; ".join(shelf.problems))
    found = shelf.catalogue
    if not found.exercises:
        raise ValueError("there are no exercises")
    return f"{len(found.exercises)} exercises, {len(found.routines)} routines"


def _figures(shelf: Shelf) -> str:
    drawn = 0
    for exercise in shelf.catalogue.exercises.values():
        if exercise.figure is not None:
            film = Film(Figure.model_validate(exercise.figure))
            if not film.drawing_at(film.held, "right").shapes:
                raise ValueError(f"the figure of {exercise.id} is empty")
            drawn += 1
    return f"{drawn} figures drawn"


def _timelines(shelf: Shelf) -> str:
    routines = shelf.catalogue.routines.values()
    total = sum(
        compile_timeline(
            routine,
            shelf.catalogue,
            shelf.preferences,
            shelf.wording,
            lambda text: shelf.speaking_time(text, shelf.voice),
        ).duration
        for routine in routines
    )
    return f"{len(routines)} compiled, {total // 60_000} minutes"


def _player(shelf: Shelf) -> str:
    timeline = compile_timeline(
        shelf.catalogue.routines[DEFAULT_ROUTINE],
        shelf.catalogue,
        shelf.preferences,
        shelf.wording,
        lambda text: shelf.speaking_time(text, shelf.voice),
    )
    player, events = Player(timeline), 0
    player.play(Ms(0))
    for now in range(0, timeline.duration + 1000, 1000):
        events += len(player.advance(Ms(now)))
    if player.is_running:
        raise ValueError("the session does not end")
    return f"{timeline.name} played to its end, {events} events"


def _files(shelf: Shelf) -> str:
    shelf.kept.settings_file.save(Settings())
    if shelf.kept.settings_file.read().value != Settings():
        raise ValueError("settings come back other than they were written")
    return "settings written and read"


def _window(app: QApplication, shelf: Shelf) -> str:
    program = Program(app, shelf.kept, NoEventLog())
    try:
        program.open()
        app.processEvents()
        size = program.window.size()
        return f"{program.window.current} page shown, {size.width()} × {size.height()}"
    finally:
        program.close()
        app.processEvents()


def _voice(app: QApplication, shelf: Shelf) -> str:
    session = build_session(
        shelf, build_settings(shelf.kept, app), NoEventLog(), screen_awake(app), app, mute=True
    )
    loop, answers = QEventLoop(), list[Clip | str]()

    def answer(what: Clip | str) -> None:
        answers.append(what)
        loop.quit()

    ticket = session.renderer.ask([shelf.wording.switch], shelf.voice)
    ticket.ready.connect(lambda _, clip: answer(clip))
    ticket.failed.connect(lambda _, reason: answer(reason))
    _wait(loop)
    session.close()
    if not answers:
        raise Lacking("the voice does not answer; tones and captions take its place")
    if isinstance(answers[0], str):
        raise Lacking(f"no voice: {answers[0]}; tones and captions take its place")
    return f"“{shelf.wording.switch}” takes {answers[0].length / 1000:.2f} s"


def _sound(app: QApplication, shelf: Shelf) -> str:
    session = build_session(
        shelf, build_settings(shelf.kept, app), NoEventLog(), screen_awake(app), app
    )
    loop, reasons = QEventLoop(), list[str]()
    session.output.opened.connect(loop.quit)
    session.output.lost.connect(reasons.append)
    session.output.lost.connect(loop.quit)
    began = clock()
    session.output.open()
    _wait(loop)
    is_open, took = session.output.is_open, clock() - began
    session.close()
    if not is_open:
        reason = reasons[0] if reasons else "it does not answer"
        raise Lacking(f"no sound: {reason}; captions take its place")
    return f"opened in {took} ms"


def _wait(loop: QEventLoop) -> None:
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
