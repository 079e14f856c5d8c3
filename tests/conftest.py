"""What every test stands on: no screen, nobody's home, and nothing left behind.

A test fails when it leaves a running timer or a window, when Python or Qt warns, and when the
program logs a warning that the test did not ask to see: a test that takes `caplog` answers for
what is logged. Where tests run side by side, those that start programs take turns: they wait for
what happens in time, and would make each other late. `HYPOTHESIS_PROFILE=explore` looks for new
counter-examples; `BACKEASE_TEST_DISPLAY=1` lets the tests use the real display.
"""

import gc
import logging
import os
import signal
import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from xdist.scheduler import LoadScopeScheduling

from backease_desktop.bootstrap.overrides import tell_errors_of_overrides
from tests.patience import PATIENCE_MS

if not os.environ.get("BACKEASE_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

tell_errors_of_overrides()  # before any class of ours is made: a fault fails its test, and no more

# Who starts tests in the background, or under nohup, has told them to ignore some signals, and each
# program that they start would ignore these, too.
signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32":
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


STARTS_PROGRAMS = ("import subprocess", "mark.starts_programs", "mark.real_")
"""What stands in a test module that starts programs."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Let one worker have all tests that start programs, one behind the other."""
    return InTurn(config, log)


class InTurn(LoadScopeScheduling):  # type: ignore[misc]
    """Gives out single tests, and as one whole those that start programs.

    By their files, since `--dist loadgroup` of xdist 3.8 does nothing with pytest 9.2, which has no
    place any more for the group in a test's name.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "programs" if starts_programs(nodeid.partition("::")[0]) else nodeid


@cache
def starts_programs(path: str) -> bool:
    """Whether the tests of a module, from the root of the repository, start programs."""
    text = Path(__file__).parents[1].joinpath(path).read_text("utf-8")
    return any(words in text for words in STARTS_PROGRAMS)


MANY = 20_000
"""Objects that the search for leftovers looks through in a few milliseconds."""


def pytest_collection_finish() -> None:
    """Hide what exists before the first test from the search for leftovers, which keeps it fast."""
    hide_what_is_there()


def hide_what_is_there() -> None:
    """Let nobody look through what is alive now any more; what is rubbish goes first."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own for each test, without a session bus."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp: QApplication) -> QApplication:
    """One that has windows, before any command makes one without: a process has only one."""
    return qapp


@pytest.fixture
def qtbot(qtbot: QtBot) -> Iterator[QtBot]:
    """Hold every window to the end of its test: one that is collected while it paints is a crash.

    The bot itself holds them weakly, and a collection may begin wherever something is allocated.
    It waits as long as all tests wait, where its own five seconds are short on a busy machine.
    """
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget: QWidget, **more: Any) -> None:
        held.append(widget)
        add(widget, **more)

    qtbot.addWidget = add_and_hold  # type: ignore[method-assign]
    yield qtbot
    held.clear()


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test after which a timer still runs or a window still exists."""
    yield
    if not QCoreApplication.instance():
        return
    left = leftovers()
    if left:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        left = leftovers()
    for thing in left:  # once is enough: the next test is not to blame
        thing.stop() if isinstance(thing, QTimer) else thing.deleteLater()
    # What outlives its test, such as a catalogue that was read, need not be looked through again.
    if not left and len(gc.get_objects()) > MANY:
        hide_what_is_there()
    assert not left


def leftovers() -> list[QTimer | QWidget]:
    """Timers that run and windows that exist."""
    # By type, because asking a dead weak proxy for its class raises.
    found = [x for x in gc.get_objects() if issubclass(type(x), QTimer)]
    timers = [x for x in found if shiboken6.isValid(x) and x.isActive()]
    windows = [x for x in QApplication.topLevelWidgets() if x.parent() is None]
    return timers + windows


class Unexpected(logging.Handler):
    """Keeps the records of warnings and worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was said, and by whom."""
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def nothing_unexpected_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which something warned in the log, unless the test reads `caplog`."""
    unexpected = Unexpected()
    logging.getLogger().addHandler(unexpected)
    yield
    logging.getLogger().removeHandler(unexpected)
    if "caplog" not in request.fixturenames:
        assert not unexpected.messages
