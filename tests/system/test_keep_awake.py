from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.system.keep_awake.bus import RECIPES, BusInhibitor
from backease_desktop.system.keep_awake.inhibitor import Inhibitor, InhibitorError
from backease_desktop.system.keep_awake.macos import MacInhibitor
from backease_desktop.system.keep_awake.screen_awake import ScreenAwake
from backease_desktop.system.keep_awake.windows import WindowsInhibitor
from backease_desktop.system.keep_awake.x11 import X11Inhibitor
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.x11 import Display
from tests.fakes.desktop import BusService
from tests.fakes.macos import FakeCoreFoundation, FakeIOKit
from tests.fakes.windows import FakeWindows

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]

SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
PORTAL = "org.freedesktop.portal.Desktop"


class Recorder(Inhibitor):
    """A way that works, or refuses at once."""

    def __init__(self, name: str, refusal: str = "") -> None:
        super().__init__()
        self.name = name
        self.refusal = refusal
        self.held = False

    def hold(self, reason: str) -> None:
        if self.refusal:
            raise InhibitorError(self.refusal)
        self.held = True

    def release(self) -> None:
        self.held = False


def all_on_the_bus(bus: Bus) -> ScreenAwake:
    return ScreenAwake([BusInhibitor(bus, recipe) for recipe in RECIPES])


def test_the_first_way_that_works_is_held_and_released(qapp: QCoreApplication) -> None:
    broken, good, spare = Recorder("broken", "no"), Recorder("good"), Recorder("spare")
    awake = ScreenAwake([broken, good, spare])
    awake.hold("Neck, 4 minutes")
    assert (awake.held, awake.name, good.held, spare.held) == (True, "good", True, False)
    awake.release()
    assert (awake.held, good.held) == (False, False)


def test_a_late_refusal_moves_on_to_the_next_way(qapp: QCoreApplication) -> None:
    fickle, good = Recorder("fickle"), Recorder("good")
    awake = ScreenAwake([fickle, good])
    awake.hold("Neck")
    fickle.failed.emit("on second thoughts, no")
    fickle.failed.emit("still no")
    assert (awake.name, good.held) == ("good", True)


def test_a_refusal_after_release_holds_nothing(qapp: QCoreApplication) -> None:
    fickle, good = Recorder("fickle"), Recorder("good")
    awake = ScreenAwake([fickle, good])
    awake.hold("Neck")
    awake.release()
    fickle.failed.emit("no")
    assert not good.held


def test_with_no_way_at_all_holding_does_no_harm(qapp: QCoreApplication) -> None:
    awake = ScreenAwake([])
    awake.hold("Neck")
    awake.release()
    assert awake.name == "nothing here can keep the screen on"


@pytest.mark.parametrize(
    ("name", "answers", "undone"),
    [
        (SAVER, {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())}, ("UnInhibit", (7,))),
        (GNOME, {"Inhibit": ("u", (8,)), "Uninhibit": ("", ())}, ("Uninhibit", (8,))),
        (PORTAL, {"Inhibit": ("o", ("/handle/9",)), "Close": ("", ())}, ("Close", ())),
    ],
)
def test_whichever_service_is_there_is_asked_and_gets_its_token_back(
    bus: Bus,
    service: Service,
    until: Until,
    name: str,
    answers: dict[str, object],
    undone: tuple[str, tuple[object, ...]],
) -> None:
    there = service(name, answers)
    awake = all_on_the_bus(bus)
    awake.hold("Neck, 4 minutes")
    until(lambda: there.members() == ["Inhibit"])
    assert "Neck, 4 minutes" in repr(there.calls[0])
    awake.release()
    until(lambda: len(there.calls) == 2)
    assert there.calls[1][1:] == undone


def test_a_release_before_the_answer_still_gives_the_token_back(
    bus: Bus, service: Service, until: Until
) -> None:
    there = service(SAVER, {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())})
    awake = all_on_the_bus(bus)
    awake.hold("Neck")
    awake.release()
    until(lambda: there.members() == ["Inhibit", "UnInhibit"])


def test_a_session_started_again_at_once_keeps_exactly_one_hold(
    bus: Bus, service: Service, until: Until
) -> None:
    cookies = iter(range(1, 9))
    there = service(SAVER, {"Inhibit": lambda *_: ("u", (next(cookies),)), "UnInhibit": ("", ())})
    awake = all_on_the_bus(bus)
    awake.hold("Neck")
    awake.release()
    awake.hold("Back")
    until(lambda: len(there.calls) == 3)
    assert there.calls[-1][1:] == ("UnInhibit", (1,))


def test_a_service_that_is_started_again_is_asked_again(
    bus: Bus, service: Service, until: Until
) -> None:
    first = service(SAVER, {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())})
    awake = all_on_the_bus(bus)
    awake.hold("Neck")
    until(lambda: first.members() == ["Inhibit"])
    second = service(SAVER, {"Inhibit": ("u", (1,)), "UnInhibit": ("", ())})  # waits for the name

    first.drop_name()
    until(lambda: second.members() == ["Inhibit"])
    awake.release()

    until(lambda: second.calls[-1][1:] == ("UnInhibit", (1,)))
    assert first.members() == ["Inhibit"]


def test_without_any_service_the_screen_falls_back_to_nothing(bus: Bus, until: Until) -> None:
    awake = all_on_the_bus(bus)
    awake.hold("Neck")
    until(lambda: awake.name == "nothing here can keep the screen on")
    awake.release()


def test_windows_needs_the_display_only_between_hold_and_release(qapp: QCoreApplication) -> None:
    kernel32 = FakeWindows()
    awake = ScreenAwake([WindowsInhibitor(kernel32)])
    awake.hold("Neck")
    assert kernel32.flags == 0x8000_0003
    awake.release()
    assert kernel32.flags == 0x8000_0000


def test_windows_refusing_is_not_an_error_of_the_session(qapp: QCoreApplication) -> None:
    awake = ScreenAwake([WindowsInhibitor(FakeWindows(refuses=True))])
    awake.hold("Neck")
    assert awake.name == "nothing here can keep the screen on"


def test_macos_holds_one_named_assertion_and_owns_nothing_afterwards(
    qapp: QCoreApplication,
) -> None:
    foundation = FakeCoreFoundation()
    power = FakeIOKit(foundation)
    awake = ScreenAwake([MacInhibitor(power, CoreFoundation(foundation))])
    awake.hold("Neck")
    assert list(power.held.values()) == [("PreventUserIdleDisplaySleep", "Neck")]
    awake.release()
    assert (power.held, foundation.owned) == ({}, [])


def test_macos_refusing_moves_on(qapp: QCoreApplication) -> None:
    foundation = FakeCoreFoundation()
    power = FakeIOKit(foundation, refuses=True)
    awake = ScreenAwake([MacInhibitor(power, CoreFoundation(foundation)), Recorder("next")])
    awake.hold("Neck")
    assert awake.name == "next"


def test_a_display_that_is_not_there_moves_on(qapp: QCoreApplication) -> None:
    awake = ScreenAwake([X11Inhibitor(Display({"DISPLAY": ":98765"})), Recorder("next")])
    awake.hold("Neck")
    assert awake.name == "next"
