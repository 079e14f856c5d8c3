"""A loss is told once by sources that lean on a service of the bus, whatever the order of words."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.core.units import Ms
from backease_desktop.system.senses.asked import AskedState
from backease_desktop.system.senses.idle.mutter import MutterIdle
from backease_desktop.system.senses.idle.screensaver import ScreenSaverIdle
from backease_desktop.system.senses.quiet.bus import KDE_SCREEN_KEPT_ON, NOTIFICATIONS_INHIBITED
from backease_desktop.system.senses.source import Source
from tests.fakes.hand_bus import HandBus

SOURCES: dict[str, Callable[[Any], Source]] = {
    "state": lambda bus: AskedState(bus, KDE_SCREEN_KEPT_ON),
    "property": lambda bus: AskedState(bus, NOTIFICATIONS_INHIBITED),
    "GNOME idle": lambda bus: MutterIdle(bus, lambda: Ms(0)),
    "screen saver idle": ScreenSaverIdle,
}


@pytest.mark.parametrize("kind", SOURCES)
def test_a_loss_that_the_bus_tells_in_many_ways_is_told_once(
    qapp: QCoreApplication, kind: str
) -> None:
    bus, told = HandBus(), list[str]()
    source = SOURCES[kind](bus)
    source.failed.connect(told.append)
    source.start()
    bus.set_owner(True)

    bus.set_owner(False)
    for asked in bus.asked:
        asked.refuse("the service is gone")
    bus.set_owner(False)

    assert len(told) == 1


@pytest.mark.parametrize("kind", ["state", "screen saver idle"])
def test_a_second_loss_after_a_recovery_is_told_again(qapp: QCoreApplication, kind: str) -> None:
    bus, told = HandBus(), list[str]()
    source = SOURCES[kind](bus)
    source.failed.connect(lambda _: told.append("failed"))
    source.recovered.connect(lambda: told.append("recovered"))
    source.start()
    for _ in range(2):
        bus.set_owner(False)
        bus.set_owner(True)
        bus.asked[-1].answer((0,))

    assert told == ["failed", "recovered"] * 2


@pytest.mark.parametrize("end", ["answer", "refuse"])
def test_what_was_asked_before_a_stop_is_answered_to_nobody(
    qapp: QCoreApplication, end: str
) -> None:
    bus, told = HandBus(), list[str]()
    source = AskedState(bus, KDE_SCREEN_KEPT_ON)  # type: ignore[arg-type]
    source.failed.connect(told.append)
    source.changed.connect(lambda: told.append("changed"))
    source.start()
    bus.set_owner(True)
    source.stop()
    source.start()

    before = bus.asked[0]
    if end == "answer":
        before.answer((True,))
    else:
        before.refuse("the service is gone")

    assert told == []
    assert not source.active()
