"""The port `Shortcuts`, held by X11 (a real server), the portal, Windows and macOS."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.core.shortcut import Shortcut
from backease_desktop.own_program import APP_ID
from backease_desktop.system.shortcuts.macos import CODES, CONTROL, OPTION, MacShortcuts
from backease_desktop.system.shortcuts.portal import PATH, SERVICE, PortalShortcuts
from backease_desktop.system.shortcuts.shortcuts import Shortcuts
from backease_desktop.system.shortcuts.windows import WM_HOTKEY, WindowsShortcuts
from backease_desktop.system.shortcuts.x11 import X11Shortcuts
from backease_desktop.system.wire.dbus import Bus, Method, Remote
from backease_desktop.system.wire.windows_messages import Message

Until = Callable[[Callable[[], bool]], None]
_ANYTHING = Method(Remote(SERVICE, PATH, "test.Anything"), "Anything")
PORTAL = "org.freedesktop.portal.GlobalShortcuts"


@dataclass
class Desk:
    """Shortcuts, what they told, and somebody who presses keys and waits for what comes of it."""

    shortcuts: Shortcuts
    press: Callable[[Shortcut], None]
    settle: Callable[[], None]
    told: list[Shortcut] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shortcuts.pressed.connect(self.told.append)

    def hold(self, shortcut: Shortcut) -> None:
        self.shortcuts.hold(shortcut)
        self.settle()

    def press_all(self) -> list[Shortcut]:
        """What is told when each is pressed once."""
        self.told.clear()
        for shortcut in Shortcut:
            self.press(shortcut)
        self.settle()
        return self.told


class FakeUser32:
    """user32 with hot keys; `taken` by others are refused."""

    def __init__(self) -> None:
        self.taken: set[int] = set()
        self.held: dict[int, tuple[int, int]] = {}

    def RegisterHotKey(self, _window: None, number: int, modifiers: int, key: int) -> int:
        if key in self.taken:
            return 0
        self.held[number] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, _window: None, number: int) -> int:
        return int(self.held.pop(number, None) is not None)


class FakeCarbon:
    """Carbon with hot keys."""

    def __init__(self, hear: Callable[[int], None]) -> None:
        self.hear = hear
        self.held: dict[int, tuple[int, int]] = {}
        self.refuses = False

    def take(self, number: int, code: int, modifiers: int) -> object:
        if self.refuses:
            return None
        self.held[number] = (code, modifiers)
        return number

    def give_back(self, taken: Any) -> None:
        del self.held[taken]


def windows_desk(request: pytest.FixtureRequest, others: bool) -> Desk:
    user32, app = FakeUser32(), QCoreApplication.instance()
    assert app is not None
    shortcuts = WindowsShortcuts(user32, app)
    request.addfinalizer(lambda: app.removeNativeEventFilter(shortcuts._filter))
    user32.taken = {ord("B"), ord("P")} if others else set()

    def press(shortcut: Shortcut) -> None:
        wanted = (0x4003, ord(shortcut.value.letter.upper()))
        for number, held in tuple(user32.held.items()):
            if held == wanted:
                shortcuts.hear(Message(None, WM_HOTKEY, number, 0))

    return Desk(shortcuts, press, QCoreApplication.processEvents)


def mac_desk(others: bool) -> Desk:
    made: list[FakeCarbon] = []

    def carbon(hear: Callable[[int], None]) -> FakeCarbon:
        made.append(FakeCarbon(hear))
        made[0].refuses = others
        return made[0]

    shortcuts = MacShortcuts(carbon)

    def press(shortcut: Shortcut) -> None:
        for number, held in tuple(made[0].held.items()):
            if held == (CODES[shortcut], CONTROL | OPTION):
                made[0].hear(number)

    return Desk(shortcuts, press, QCoreApplication.processEvents)


def portal_desk(request: pytest.FixtureRequest, others: bool) -> Desk:
    address: str = request.getfixturevalue("bus_address")
    until: Until = request.getfixturevalue("until")
    buses: list[Bus] = []
    asked: list[str] = []
    given: list[str] = []

    def respond(options: dict[str, Any], code: int, results: dict[str, Any]) -> tuple[str, Any]:
        sender = buses[0].unique_name.removeprefix(":").replace(".", "_")
        path = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
        interface = "org.freedesktop.portal.Request"
        portal.emit(path, interface, "Response", "ua{sv}", (code, results))
        return "o", (path,)

    def register(app: str, _options: object) -> tuple[str, tuple[()]]:
        assert app == APP_ID
        assert asked == [], "who it is comes first"
        asked.append("Register")
        return "", ()

    def create(options: dict[str, Any]) -> tuple[str, Any]:
        asked.append("CreateSession")
        return respond(options, 0, {"session_handle": ("s", f"{PATH}/session/x/backease")})

    def bind(session: str, wanted: Any, _window: str, options: dict[str, Any]) -> tuple[str, Any]:
        asked.append("BindShortcuts")
        if others:
            return respond(options, 1, {})
        given.extend(name for name, _ in wanted)
        shortcuts = [(name, {"trigger_description": ("s", f"Meta+{name}")}) for name in given]
        return respond(options, 0, {"shortcuts": ("a(sa{sv})", shortcuts)})

    answers = {"Register": register, "CreateSession": create, "BindShortcuts": bind}
    portal = request.getfixturevalue("service")(SERVICE, answers)

    def open_bus(owner: QObject) -> Bus:
        buses.append(Bus(address, owner))
        return buses[-1]

    shortcuts = PortalShortcuts(open_bus)
    request.addfinalizer(lambda: [bus.close() for bus in buses])

    def press(shortcut: Shortcut) -> None:
        if shortcut.id in given:
            values = (f"{PATH}/session/x/backease", shortcut.id, 1, {})
            portal.emit(PATH, PORTAL, "Activated", "osta{sv}", values)

    def settle() -> None:
        """Wait until the portal has been asked all, then until what it sent has been heard."""
        if buses:
            until(lambda: asked[-1:] == ["BindShortcuts"])
            for _ in range(2):
                heard: list[object] = []
                buses[0].call(_ANYTHING, (), heard.append, heard.append)
                until(lambda heard=heard: bool(heard))

    return Desk(shortcuts, press, settle)


def x11_desk(request: pytest.FixtureRequest, others: bool) -> Desk:
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("not installed: Xvfb or xdotool")
    until: Until = request.getfixturevalue("until")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    environment = {"DISPLAY": f":{server.stdout.readline().strip()}"}
    shortcuts = X11Shortcuts(environment)
    somebody = X11Shortcuts(environment)

    def end() -> None:
        for each in (shortcuts, somebody):
            for shortcut in Shortcut:
                each.release(shortcut)
        server.terminate()
        server.wait()
        server.stdout.close()

    request.addfinalizer(end)
    if others:
        for shortcut in Shortcut:
            somebody.hold(shortcut)

    def press(shortcut: Shortcut) -> None:
        keys = f"ctrl+alt+{shortcut.value.letter}"
        subprocess.run(["xdotool", "key", keys], env=os.environ | environment, check=True)

    def settle() -> None:
        """Whatever the server has sent is there before it answers us once more."""
        if shortcuts._notifier is not None:
            shortcuts._display.has_owner("PRIMARY")
            shortcuts._on_readable()
        until(lambda: True)

    return Desk(shortcuts, press, settle)


Make = Callable[[bool], Desk]


@pytest.fixture(params=["X11", "portal", "Windows", "macOS"])
def make(request: pytest.FixtureRequest, qapp: QObject) -> Make:
    makes: dict[str, Make] = {
        "X11": lambda others: x11_desk(request, others),
        "portal": lambda others: portal_desk(request, others),
        "Windows": lambda others: windows_desk(request, others),
        "macOS": mac_desk,
    }
    return makes[request.param]


def test_what_is_held_is_told_once_a_press_and_what_is_not_is_not(make: Make) -> None:
    desk = make(False)
    assert desk.press_all() == []
    desk.hold(Shortcut.CARD)
    assert desk.press_all() == [Shortcut.CARD]
    desk.hold(Shortcut.PAUSE)
    desk.hold(Shortcut.PAUSE)
    assert desk.press_all() == [Shortcut.CARD, Shortcut.PAUSE]
    desk.shortcuts.release(Shortcut.CARD)
    assert desk.press_all() == [Shortcut.PAUSE]
    desk.shortcuts.release(Shortcut.PAUSE)
    desk.shortcuts.release(Shortcut.PAUSE)
    assert desk.press_all() == []


def test_what_was_given_back_can_be_held_again(make: Make) -> None:
    desk = make(False)
    for _ in range(2):
        desk.hold(Shortcut.PAUSE)
        assert desk.press_all() == [Shortcut.PAUSE]
        desk.shortcuts.release(Shortcut.PAUSE)


def test_keys_are_shown_only_while_they_lead_somewhere(make: Make) -> None:
    desk = make(False)
    assert desk.shortcuts.label(Shortcut.CARD) == ""
    desk.hold(Shortcut.CARD)
    assert desk.shortcuts.label(Shortcut.CARD)
    assert desk.shortcuts.label(Shortcut.PAUSE) == ""
    desk.shortcuts.release(Shortcut.CARD)
    assert desk.shortcuts.label(Shortcut.CARD) == ""


def test_keys_that_somebody_else_has_or_that_are_refused_are_neither_told_nor_shown(
    make: Make,
) -> None:
    desk = make(True)
    desk.hold(Shortcut.CARD)
    assert desk.shortcuts.label(Shortcut.CARD) == ""
    assert desk.press_all() == []
    desk.shortcuts.release(Shortcut.CARD)


def test_the_last_resort_holds_nothing_and_shows_nothing() -> None:
    nothing = Shortcuts()
    nothing.hold(Shortcut.CARD)
    assert nothing.label(Shortcut.CARD) == ""
    nothing.release(Shortcut.CARD)


def test_without_a_server_nothing_is_held(qapp: QObject) -> None:
    shortcuts = X11Shortcuts({"DISPLAY": ":7777"})
    shortcuts.hold(Shortcut.CARD)
    assert shortcuts.label(Shortcut.CARD) == ""
    shortcuts.release(Shortcut.CARD)
