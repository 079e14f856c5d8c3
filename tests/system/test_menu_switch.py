"""The menu entry as a switch: each request is answered, and what is on is what is there."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.ports import SystemSwitch
from backease_desktop.own_program import APP_ID
from backease_desktop.system.menu import Menu
from backease_desktop.system.menu_switch import MenuSwitch

COMMAND = ("/opt/Back Ease/backease",)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="an installer makes it elsewhere")


@pytest.fixture(autouse=True)
def _nothing_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))


def switch_in(data: Path, command: tuple[str, ...] = COMMAND) -> tuple[SystemSwitch, list[object]]:
    """The switch, and what it tells."""
    switch: SystemSwitch = MenuSwitch(Menu(data, command, b"<svg/>"))
    told: list[object] = []
    switch.changed.connect(told.append)
    switch.refused.connect(told.append)
    return switch, told


def test_each_request_is_answered_once_and_what_is_on_is_there(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    switch, told = switch_in(tmp_path)
    entry = tmp_path / "applications" / f"{APP_ID}.desktop"
    assert (switch.why_not, switch.enabled()) == ("", False)

    for enabled in (True, True, False, False, True):
        switch.set_enabled(enabled)
        assert switch.enabled() is entry.is_file() is enabled
    assert told == [True, True, False, False, True]


def test_a_folder_that_is_none_is_told_in_one_line_and_nothing_is_made(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    (tmp_path / "data").write_text("where a folder should be", encoding="utf-8")
    switch, told = switch_in(tmp_path / "data")

    switch.set_enabled(True)

    (why,) = told
    assert isinstance(why, str)
    assert str(tmp_path / "data") in why
    assert "\n" not in why
    assert not switch.enabled()


def test_an_entry_for_everybody_is_why_there_is_none_of_ones_own(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    for_all = tmp_path / "system" / "applications" / f"{APP_ID}.desktop"
    for_all.parent.mkdir(parents=True)
    for_all.write_text("", encoding="utf-8")

    assert "everybody" in switch_in(tmp_path)[0].why_not


def test_a_command_that_a_menu_cannot_read_is_why_there_is_none(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    unreadable = os.fsdecode(b"/opt/\xff/backease")

    assert "UTF-8" in switch_in(tmp_path, (unreadable,))[0].why_not
