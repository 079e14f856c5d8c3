"""The port `Autostart`, held by every system's and by the fake."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.ports import Autostart as Port
from backease_desktop.system.autostart.autostart import Autostart
from backease_desktop.system.autostart.macos import MacAutostart
from backease_desktop.system.autostart.windows import WindowsAutostart
from backease_desktop.system.autostart.xdg import XdgAutostart
from tests.fakes.autostart import FakeAutostart
from tests.fakes.windows import FakeRegistry

COMMAND = ("/opt/Back Ease/backease", "--background")

WORKING: dict[str, Callable[[Path], Port]] = {
    "fake": lambda _: FakeAutostart(),
    "xdg": lambda folder: XdgAutostart(folder, COMMAND),
    "windows": lambda _: WindowsAutostart(FakeRegistry(), COMMAND),
    "macos": lambda folder: MacAutostart(folder, COMMAND),
}
REFUSING: dict[str, Callable[[Path], Port]] = {
    "fake": lambda _: FakeAutostart(refuses="the disk is full"),
    "fake, cannot": lambda _: FakeAutostart(why_not="this system has no way"),
    "last resort": lambda _: Autostart(),
    "xdg": lambda folder: XdgAutostart(folder / "a file" / "below", COMMAND),
    "macos": lambda folder: MacAutostart(folder / "a file" / "below", COMMAND),
}


def ear(autostart: Port) -> list[object]:
    """What it tells, written down."""
    told: list[object] = []
    autostart.changed.connect(told.append)
    autostart.refused.connect(told.append)
    return told


@pytest.mark.parametrize("kind", WORKING)
def test_each_request_is_answered_once_and_what_is_on_is_what_was_answered(
    kind: str, tmp_path: Path, qapp: QCoreApplication
) -> None:
    autostart = WORKING[kind](tmp_path)
    told = ear(autostart)
    assert autostart.why_not == ""
    assert autostart.enabled() is False

    for enabled in (True, True, False, False, True):
        autostart.set_enabled(enabled)
        assert autostart.enabled() is enabled
    assert told == [True, True, False, False, True]


@pytest.mark.parametrize("kind", REFUSING)
def test_a_refusal_is_one_line_and_everything_stays_as_it_was(
    kind: str, tmp_path: Path, qapp: QCoreApplication
) -> None:
    (tmp_path / "a file").write_text("where a folder should be", encoding="utf-8")
    autostart = REFUSING[kind](tmp_path)
    told = ear(autostart)

    autostart.set_enabled(True)

    (why,) = told
    assert isinstance(why, str)
    assert len(why) > 10
    assert "\n" not in why
    assert autostart.enabled() is False
