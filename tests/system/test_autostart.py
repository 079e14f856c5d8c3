import os
import plistlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.own_program import APP_ID
from backease_desktop.system.autostart.autostart import Autostart
from backease_desktop.system.autostart.choice import autostart_here
from backease_desktop.system.autostart.macos import MacAutostart
from backease_desktop.system.autostart.portal import PortalAutostart
from backease_desktop.system.autostart.windows import APPROVED, RUN, VALUE, WindowsAutostart
from backease_desktop.system.autostart.xdg import XdgAutostart, desktop_entry
from backease_desktop.system.desktop_file import quoted
from backease_desktop.system.wire.dbus import Bus
from tests.fakes.desktop import BusService
from tests.fakes.windows import FakeRegistry

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]

COMMAND = ("/opt/Back Ease/backease", "--tray")


class Ear:
    """Writes down what an autostart tells."""

    def __init__(self, autostart: Autostart) -> None:
        self.heard: list[object] = []
        autostart.changed.connect(self.heard.append)
        autostart.refused.connect(self.heard.append)


@pytest.fixture(params=["xdg", "windows", "macos"])
def autostart(request: pytest.FixtureRequest, tmp_path: Path, qapp: QCoreApplication) -> Autostart:
    makers: dict[str, Callable[[], Autostart]] = {
        "xdg": lambda: XdgAutostart(tmp_path, COMMAND),
        "windows": lambda: WindowsAutostart(FakeRegistry(), COMMAND),
        "macos": lambda: MacAutostart(tmp_path, COMMAND),
    }
    return makers[request.param]()


def test_it_is_off_until_somebody_asks_and_off_again_after_that(autostart: Autostart) -> None:
    ear = Ear(autostart)
    assert autostart.enabled() is False
    for enabled in (True, True, False, False):
        autostart.set_enabled(enabled)
        assert autostart.enabled() is enabled
    assert ear.heard == [True, True, False, False]


def entry(tmp_path: Path) -> Path:
    return tmp_path / "autostart" / f"{APP_ID}.desktop"


@pytest.mark.parametrize("switched_off", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_has_switched_off_is_off(
    tmp_path: Path, qapp: QCoreApplication, switched_off: str
) -> None:
    autostart = XdgAutostart(tmp_path, COMMAND)
    autostart.set_enabled(True)
    path = entry(tmp_path)
    lines = [line for line in path.read_text().splitlines() if "enabled" not in line]
    path.write_text("\n".join([*lines, switched_off]) + "\n")
    assert autostart.enabled() is False
    autostart.set_enabled(True)
    assert autostart.enabled() is True


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff\xfe\x00", b"[Other]\nA=b\n"])
def test_a_damaged_file_is_off_and_can_be_mended(
    tmp_path: Path, qapp: QCoreApplication, content: bytes
) -> None:
    autostart = XdgAutostart(tmp_path, COMMAND)
    entry(tmp_path).parent.mkdir()
    entry(tmp_path).write_bytes(content)
    assert autostart.enabled() is False
    autostart.set_enabled(True)
    assert autostart.enabled() is True


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("plain", '"plain"'),
        ("two words", '"two words"'),
        ('say "x"', r'"say \\"x\\""'),
        ("a$b`c", r'"a\\$b\\`c"'),
        ("100%", '"100%%"'),
        ("back\\slash", r'"back\\\\slash"'),
    ],
)
def test_arguments_are_quoted_as_the_specification_wants(argument: str, written: str) -> None:
    assert quoted(argument) == written


@pytest.mark.parametrize("argument", ["a\nHidden=true", "a\r\tb", "a\n\n[Other]\nExec=b"])
def test_a_path_with_a_line_break_begins_no_other_line(argument: str) -> None:
    lines = desktop_entry(("/opt/backease", argument)).split("\n")

    assert len(lines) == len(desktop_entry(COMMAND).split("\n"))
    (exec_line,) = [line for line in lines if line.startswith("Exec=")]
    unescaped = exec_line.replace(r"\n", "\n").replace(r"\r", "\r").replace(r"\t", "\t")
    assert unescaped == f'Exec="/opt/backease" "{argument}"'


def test_a_path_that_is_not_utf_8_is_refused(tmp_path: Path, qapp: QCoreApplication) -> None:
    autostart = XdgAutostart(tmp_path, ("/opt/b\udcff", "--background"))
    ear = Ear(autostart)

    autostart.set_enabled(True)

    assert ear.heard == [r"/opt/b\xff is not UTF-8, which a desktop needs"]
    assert not entry(tmp_path).exists()


@pytest.mark.skipif(os.name != "posix", reason="pipes of Unix")
def test_a_pipe_in_the_place_of_the_file_is_replaced_and_not_waited_for(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    entry(tmp_path).parent.mkdir()
    os.mkfifo(entry(tmp_path))
    autostart = XdgAutostart(tmp_path, COMMAND)

    assert autostart.enabled() is False
    autostart.set_enabled(True)
    assert autostart.enabled() is True


def test_the_file_starts_the_program_with_its_arguments() -> None:
    assert 'Exec="/opt/Back Ease/backease" "--tray"\n' in desktop_entry(COMMAND)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, qapp: QCoreApplication) -> None:
    (tmp_path / "file").touch()
    for autostart in (
        XdgAutostart(tmp_path / "file", COMMAND),
        MacAutostart(tmp_path / "file", COMMAND),
    ):
        ear = Ear(autostart)
        autostart.set_enabled(True)
        assert len(ear.heard) == 1
        assert "cannot be written" in str(ear.heard[0])


def test_only_what_starts_this_very_program_is_ours(tmp_path: Path, qapp: QCoreApplication) -> None:
    other = [*COMMAND, "--profile", "/elsewhere"]
    registry = FakeRegistry()
    for mine, theirs in (
        (XdgAutostart(tmp_path, COMMAND), XdgAutostart(tmp_path, other)),
        (MacAutostart(tmp_path, COMMAND), MacAutostart(tmp_path, other)),
        (WindowsAutostart(registry, COMMAND), WindowsAutostart(registry, other)),
    ):
        assert not mine.is_ours
        mine.set_enabled(True)
        assert mine.is_ours
        assert not theirs.is_ours


def test_windows_runs_the_whole_command(qapp: QCoreApplication) -> None:
    registry = FakeRegistry()
    WindowsAutostart(registry, COMMAND).set_enabled(True)
    assert registry.keys[RUN][VALUE] == '"/opt/Back Ease/backease" --tray'


def test_what_the_task_manager_has_switched_off_is_off(qapp: QCoreApplication) -> None:
    registry = FakeRegistry()
    autostart = WindowsAutostart(registry, COMMAND)
    autostart.set_enabled(True)
    registry.keys[APPROVED] = {VALUE: b"\x03" + bytes(11)}
    assert autostart.enabled() is False
    autostart.set_enabled(True)
    assert autostart.enabled() is True


def test_a_registry_that_cannot_be_written_is_refused(qapp: QCoreApplication) -> None:
    autostart = WindowsAutostart(FakeRegistry(read_only=True), COMMAND)
    ear = Ear(autostart)
    autostart.set_enabled(True)
    assert "denied" in str(ear.heard[0])


def test_the_launch_agent_starts_the_program_at_login(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    MacAutostart(tmp_path, COMMAND).set_enabled(True)
    (path,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True


@pytest.mark.parametrize("content", [b"", b"nonsense", b"<plist></plist>"])
def test_a_damaged_agent_is_off(tmp_path: Path, qapp: QCoreApplication, content: bytes) -> None:
    autostart = MacAutostart(tmp_path, COMMAND)
    autostart.set_enabled(True)
    (path,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    path.write_bytes(content)
    assert autostart.enabled() is False


class Portal:
    """The desktop portal: answers a request on the path that the caller expects."""

    def __init__(self, service: Service, bus: Bus, code: int, autostart: bool) -> None:
        self.asked: list[dict[str, Any]] = []
        sender = bus.unique_name[1:].replace(".", "_")

        def answer(window: str, options: dict[str, Any]) -> tuple[str, tuple[str]]:
            self.asked.append(options)
            path = f"/org/freedesktop/portal/desktop/request/{sender}/{options['handle_token'][1]}"
            values = (code, {"autostart": ("b", autostart), "background": ("b", True)})
            portal.emit(path, "org.freedesktop.portal.Request", "Response", "ua{sv}", values)
            return "o", (path,)

        portal = service("org.freedesktop.portal.Desktop", {"RequestBackground": answer})


@pytest.mark.parametrize(
    ("code", "granted", "heard", "enabled"),
    [
        (0, True, True, True),
        (0, False, False, False),
        (1, False, "it was not allowed", None),
        (2, False, "the desktop has ended the question without an answer", None),
    ],
)
def test_inside_a_flatpak_the_portal_decides(
    bus: Bus,
    service: Service,
    until: Until,
    code: int,
    granted: bool,
    heard: object,
    enabled: bool | None,
) -> None:
    until(lambda: bus.unique_name != "")
    portal = Portal(service, bus, code, granted)
    autostart = PortalAutostart(bus, COMMAND, "Reminds you to stretch")
    ear = Ear(autostart)
    assert autostart.enabled() is None
    autostart.set_enabled(True)
    until(lambda: len(ear.heard) == 1)
    assert ear.heard == [heard]
    assert autostart.enabled() is enabled
    assert portal.asked[0]["commandline"] == ("as", list(COMMAND))
    assert portal.asked[0]["autostart"] == ("b", True)


def test_without_a_portal_it_is_refused(bus: Bus, until: Until) -> None:
    autostart = PortalAutostart(bus, COMMAND, "Reminds you to stretch")
    ear = Ear(autostart)
    autostart.set_enabled(True)
    until(lambda: len(ear.heard) == 1)
    assert autostart.enabled() is None


def test_the_way_follows_the_surroundings(bus: Bus, tmp_path: Path) -> None:
    here = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert isinstance(autostart_here(bus, here, COMMAND, ""), XdgAutostart)
    flatpak = {**here, "FLATPAK_ID": APP_ID}
    assert isinstance(autostart_here(bus, flatpak, COMMAND, ""), PortalAutostart)
    assert isinstance(autostart_here(None, flatpak, COMMAND, ""), XdgAutostart)


def test_the_last_resort_refuses(qapp: QCoreApplication) -> None:
    autostart = Autostart()
    ear = Ear(autostart)
    autostart.set_enabled(True)
    assert ear.heard == [autostart.why_not]
    assert autostart.enabled() is False
