"""The port `Notifier`, held by the desktop's notifier, the last resort, and the fake."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.ports import Notifier as Port
from backease_desktop.core.notification import OPEN, Button
from backease_desktop.system.notify.bus import BusNotifier
from backease_desktop.system.notify.notifier import Notifier
from backease_desktop.system.wire.dbus import Method, Remote
from tests.fakes.calling import FakeNotifier

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
BUTTONS = (Button("start", "Start"), Button("later", "In 5 minutes"))

_ANYTHING = Method(Remote(NAME, PATH, NAME), "GetCapabilities", gives="as")

Until = Callable[[Callable[[], bool]], None]


@dataclass
class Desk:
    """A notifier, what it told, and the screen that it writes on.

    Attributes:
        settle: lets everything that was asked be answered.
        on_screen: the titles that are seen now.
        press: presses a button of what is, or was, on the screen.
    """

    notifier: Port
    settle: Callable[[], None]
    on_screen: Callable[[], list[str]]
    press: Callable[[str], None]
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notifier.unavailable.connect(lambda _: self.told.append("unavailable"))
        self.notifier.answered.connect(lambda key: self.told.append(f"answered {key}"))

    def show(self, title: str) -> None:
        self.notifier.show(title, "Two minutes?", BUTTONS)
        assert self.told == [], "told during the call"


def fake_desk(works: bool) -> Desk:
    notifier = FakeNotifier(works=works)
    return Desk(
        notifier,
        QCoreApplication.processEvents,
        lambda: [notifier.shown[0]] if notifier.shown else [],
        notifier.press,
    )


def resort_desk() -> Desk:
    return Desk(Notifier(), QCoreApplication.processEvents, list, lambda _: None)


def bus_desk(works: bool, request: pytest.FixtureRequest) -> Desk:
    bus = request.getfixturevalue("bus")
    until: Until = request.getfixturevalue("until")
    screen: dict[int, str] = {}
    numbers = iter(range(1, 99))

    def notify(*asked: object) -> tuple[str, tuple[int]]:
        number = int(str(asked[1])) or next(numbers)
        screen[number] = str(asked[3])
        return "u", (number,)

    def close(number: int) -> tuple[str, tuple[()]]:
        screen.pop(number, None)
        return "", ()

    service = None
    if works:
        service = request.getfixturevalue("service")(
            NAME,
            {
                "GetCapabilities": ("as", (["actions"],)),
                "Notify": notify,
                "CloseNotification": close,
            },
        )

    def settle() -> None:
        """Ask what is answered after everything before; showing takes two questions, one by one."""
        for _ in range(3):
            answers: list[object] = []
            bus.call(_ANYTHING, (), answers.append, answers.append)
            until(lambda answers=answers: bool(answers))

    def press(key: str) -> None:
        if service is not None:
            service.emit(PATH, NAME, "ActionInvoked", "us", (1, key))
        settle()

    desk = Desk(
        BusNotifier(bus, Path("/usr/icon.svg")), settle, lambda: list(screen.values()), press
    )
    settle()
    return desk


Make = Callable[[bool], Desk]


@pytest.fixture(params=["fake", "bus", "last resort"])
def make(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Make:
    def desk(works: bool) -> Desk:
        if request.param == "fake":
            return fake_desk(works)
        if request.param == "bus":
            return bus_desk(works, request)
        if works:
            pytest.skip("it never works")
        return resort_desk()

    return desk


def test_what_cannot_be_shown_is_told_once_and_never_during_the_call(make: Make) -> None:
    desk = make(False)
    desk.show("Time to stretch")
    desk.settle()
    desk.settle()

    assert desk.told == ["unavailable"]
    assert desk.on_screen() == []


def test_what_is_withdrawn_before_an_answer_is_answered_by_nothing(make: Make) -> None:
    desk = make(False)
    desk.show("Time to stretch")
    desk.notifier.withdraw()
    desk.settle()

    assert desk.told == []


def test_two_that_cannot_be_shown_in_one_breath_are_told_as_one(make: Make) -> None:
    desk = make(False)
    desk.show("Time to stretch")
    desk.show("Still time")
    desk.settle()

    assert desk.told == ["unavailable"]


def test_withdrawing_nothing_is_harmless(make: Make) -> None:
    desk = make(False)
    desk.notifier.withdraw()
    desk.settle()

    assert desk.told == []


@pytest.mark.parametrize("key", ["start", "later", OPEN])
def test_what_is_pressed_is_answered_once_and_takes_it_away(make: Make, key: str) -> None:
    desk = make(True)
    desk.show("Time to stretch")
    desk.settle()
    assert desk.on_screen() == ["Time to stretch"]

    desk.press(key)
    desk.press("later")
    desk.settle()
    assert desk.told == [f"answered {key}"]
    assert desk.on_screen() == []


def test_one_takes_the_place_of_the_one_before(make: Make) -> None:
    desk = make(True)
    desk.show("Time to stretch")
    desk.settle()
    desk.show("Still time")
    desk.settle()

    assert desk.on_screen() == ["Still time"]
    assert desk.told == []


@pytest.mark.parametrize("is_seen", [True, False])
def test_what_is_withdrawn_is_not_on_the_screen_and_cannot_be_pressed(
    make: Make, is_seen: bool
) -> None:
    desk = make(True)
    desk.show("Time to stretch")
    if is_seen:
        desk.settle()
    desk.notifier.withdraw()
    desk.settle()
    assert desk.on_screen() == []

    desk.press("start")
    assert desk.told == []
