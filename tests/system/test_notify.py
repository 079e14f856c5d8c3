from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.core.notification import OPEN, Button
from backease_desktop.core.reminder.events import Called
from backease_desktop.core.reminder.roster import CallStyle, Reminder
from backease_desktop.core.units import Ms
from backease_desktop.system.notify.bus import BusNotifier
from backease_desktop.system.notify.notifier import Notifier
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.ui.calls.calls import Calls, CallWords
from tests.fakes.calling import FakeWindow
from tests.fakes.desktop import BusService

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ICON = Path("/usr/share/icons/backease.svg").absolute()
BUTTONS = (Button("start", "Start"), Button("later", "In 5 minutes"))


class Server:
    """A notification server that gives each notification the next number."""

    def __init__(self, service: Service, can: list[str]) -> None:
        self.numbers = iter(range(1, 99))
        self.bus = service(
            NAME,
            {
                "GetCapabilities": ("as", (can,)),
                "Notify": lambda *asked: ("u", (asked[1] or next(self.numbers),)),
                "CloseNotification": ("", ()),
            },
        )

    def notified(self) -> list[tuple[Any, ...]]:
        return [values for _, member, values in self.bus.calls if member == "Notify"]

    def closed(self) -> list[int]:
        calls = self.bus.calls
        return [values[0] for _, member, values in calls if member == "CloseNotification"]

    def press(self, number: int, key: str) -> None:
        self.bus.emit(PATH, NAME, "ActionInvoked", "us", (number, key))

    def close(self, number: int) -> None:
        self.bus.emit(PATH, NAME, "NotificationClosed", "uu", (number, 2))


class Ear:
    """Writes down what a notifier tells."""

    def __init__(self, notifier: Notifier) -> None:
        self.heard: list[str] = []
        notifier.shown.connect(lambda: self.heard.append("shown"))
        notifier.unavailable.connect(lambda why: self.heard.append(f"unavailable: {why}"))
        notifier.answered.connect(lambda key: self.heard.append(f"answered: {key}"))
        notifier.dismissed.connect(lambda: self.heard.append("dismissed"))


def shown(bus: Bus, until: Until, body: str = "Two minutes?") -> tuple[BusNotifier, Ear]:
    notifier = BusNotifier(bus, ICON)
    ear = Ear(notifier)
    notifier.show("Time to stretch", body, BUTTONS)
    until(lambda: ear.heard == ["shown"])
    return notifier, ear


def test_a_notification_has_its_buttons_and_stays(bus: Bus, service: Service, until: Until) -> None:
    server = Server(service, ["actions", "body"])
    shown(bus, until)
    ((_, _, _, title, body, actions, hints, expires),) = server.notified()
    assert (title, body) == ("Time to stretch", "Two minutes?")
    assert actions == [OPEN, "", "start", "Start", "later", "In 5 minutes"]
    assert hints["urgency"] == ("y", 1)
    assert expires == 0


@pytest.mark.parametrize(
    ("can", "body"), [(["body"], "a < b & c"), (["body-markup"], "a &lt; b &amp; c")]
)
def test_text_is_never_taken_for_markup(
    bus: Bus, service: Service, until: Until, can: list[str], body: str
) -> None:
    server = Server(service, can)
    shown(bus, until, "a < b & c")
    assert server.notified()[0][4] == body
    assert server.notified()[0][5] == []


def test_a_button_is_answered_once_and_takes_the_notification_away(
    bus: Bus, service: Service, until: Until
) -> None:
    server = Server(service, ["actions"])
    _, ear = shown(bus, until)
    server.press(1, "later")
    server.press(1, "start")
    server.close(1)
    until(lambda: server.closed() == [1])
    until(lambda: len(ear.heard) > 1)
    assert ear.heard == ["shown", "answered: later"]


def test_a_closed_notification_is_dismissed(bus: Bus, service: Service, until: Until) -> None:
    server = Server(service, ["actions"])
    _, ear = shown(bus, until)
    server.close(77)
    server.close(1)
    until(lambda: len(ear.heard) == 2)
    assert ear.heard == ["shown", "dismissed"]


def test_a_second_one_takes_the_place_of_the_first(
    bus: Bus, service: Service, until: Until
) -> None:
    server = Server(service, ["actions"])
    notifier, ear = shown(bus, until)
    notifier.show("Still time", "", BUTTONS)
    until(lambda: ear.heard == ["shown", "shown"])
    assert [asked[1] for asked in server.notified()] == [0, 1]


def test_a_withdrawal_before_it_appears_leaves_nothing_on_the_screen(
    bus: Bus, service: Service, until: Until
) -> None:
    server = Server(service, ["actions"])
    notifier = BusNotifier(bus, ICON)
    ear = Ear(notifier)
    notifier.show("Time to stretch", "", BUTTONS)
    until(lambda: server.notified() != [])
    notifier.withdraw()
    until(lambda: server.closed() == [1])
    assert ear.heard == []


def test_without_a_server_it_is_unavailable(bus: Bus, until: Until) -> None:
    notifier = BusNotifier(bus, ICON)
    ear = Ear(notifier)
    notifier.show("Time to stretch", "", BUTTONS)
    until(lambda: len(ear.heard) == 1)
    assert ear.heard[0].startswith("unavailable: ")


def test_the_failure_of_a_withdrawn_notification_is_not_told(bus: Bus, until: Until) -> None:
    notifier = BusNotifier(bus, ICON)
    ear = Ear(notifier)
    notifier.show("Time to stretch", "", BUTTONS)
    notifier.withdraw()
    notifier.show("Still time", "", BUTTONS)
    until(lambda: ear.heard != [])
    assert len(ear.heard) == 1


def test_the_last_resort_is_unavailable_but_not_at_once(
    qapp: QCoreApplication, until: Until
) -> None:
    notifier = Notifier()
    ear = Ear(notifier)
    notifier.show("Time to stretch", "", BUTTONS)
    notifier.withdraw()
    notifier.show("Still time", "", BUTTONS)
    assert ear.heard == []
    until(lambda: ear.heard == [f"unavailable: {notifier.name}"])


@pytest.mark.parametrize("is_there", [True, False])
def test_a_call_goes_to_the_server_and_comes_to_the_card_without_one(
    bus: Bus, service: Service, until: Until, is_there: bool
) -> None:
    server = Server(service, ["actions"]) if is_there else None
    card, answers = FakeWindow(), []
    calls = Calls(
        make_card=lambda: card,
        make_full_break=FakeWindow,
        make_announcer=lambda: pytest.fail("nothing is to sound"),
        notifier=BusNotifier(bus, ICON),
    )
    calls.snooze_requested.connect(answers.append)
    called = Called(("a",), "b", Ms(0), Ms(0), (), softly=False, may_speak=False)
    reminder = Reminder(id="a", name="A", style=CallStyle.NOTIFICATION)
    calls.call(called, reminder, CallWords("Time to stretch", "Two minutes?", "", "", (5, 10)))
    if server is None:
        until(lambda: card.is_shown)
        return
    until(lambda: server.notified() != [])
    assert server.notified()[0][5][4:6] == ["later", "In 5 min"]
    server.press(1, "later")
    until(lambda: answers == [5])
    until(lambda: server.closed() == [1])
    assert not card.is_shown


@pytest.mark.parametrize("how", ["it goes", "another one takes its place"])
def test_a_server_that_goes_takes_its_notification_and_its_number_along(
    bus: Bus, service: Service, until: Until, how: str
) -> None:
    server = Server(service, ["actions"])
    notifier, ear = shown(bus, until)

    server.bus.drop_name()
    if how != "it goes":
        server = Server(service, ["actions"])
    until(lambda: len(ear.heard) == 2)
    assert ear.heard[1] == "unavailable: the notification server has gone"

    notifier.withdraw()
    if how != "it goes":
        server.press(1, "start")  # the number of somebody else's now
        notifier.show("Again", "Two minutes?", BUTTONS)
        until(lambda: len(ear.heard) == 3)
        assert ear.heard[2] == "shown"
    assert server.closed() == []


def test_where_the_server_goes_in_the_middle_of_a_call_the_card_comes(
    bus: Bus, service: Service, until: Until
) -> None:
    server = Server(service, ["actions"])
    card, notifier = FakeWindow(), BusNotifier(bus, ICON)
    ear = Ear(notifier)
    calls = Calls(
        make_card=lambda: card,
        make_full_break=FakeWindow,
        make_announcer=lambda: pytest.fail("nothing is to sound"),
        notifier=notifier,
    )
    called = Called(("a",), "b", Ms(0), Ms(0), (), softly=False, may_speak=False)
    reminder = Reminder(id="a", name="A", style=CallStyle.NOTIFICATION)
    calls.call(called, reminder, CallWords("Time to stretch", "Two minutes?", "", "", (5, 10)))
    until(lambda: ear.heard == ["shown"])

    server.bus.drop_name()

    until(lambda: card.is_shown)
