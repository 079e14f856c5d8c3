"""What a person has told the system about motion and contrast reaches the look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from backease_desktop.system.leanings.choice import leanings_here
from backease_desktop.system.leanings.leanings import Leanings
from backease_desktop.system.leanings.macos import CHANGED, less_motion, more_contrast
from backease_desktop.system.senses.source import StateSource
from backease_desktop.system.wire.dbus import Bus
from tests.fakes.desktop import BusService

Until = Callable[[Callable[[], bool]], None]
Service = Callable[..., BusService]
PORTAL = "org.freedesktop.portal.Desktop"
APPEARANCE = "org.freedesktop.appearance"
GNOME = "org.gnome.desktop.interface"


@dataclass
class FakePortal:
    """The settings that a portal shows; a key that it has not is an error to it."""

    settings: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)

    def read(self, namespace: str, key: str) -> tuple[str, tuple[Any]]:
        """Wrapped twice, as the real one does."""
        value = self.settings.get((namespace, key))
        return ("v", (("v", value),)) if value else ("s", ("Requested setting not found",))

    def change(self, service: BusService, namespace: str, key: str, kind: str, value: Any) -> None:
        self.settings[namespace, key] = (kind, value)
        service.emit(
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
            "SettingChanged",
            "ssv",
            (namespace, key, (kind, value)),
        )


@pytest.fixture
def portal() -> FakePortal:
    return FakePortal()


def told_by(leanings: Leanings) -> list[tuple[bool, bool]]:
    told: list[tuple[bool, bool]] = []
    leanings.changed.connect(lambda *wanted: told.append(wanted))
    return told


def test_the_portals_settings_are_told_at_the_start_and_at_every_change(
    bus: Bus, service: Service, portal: FakePortal, until: Until, qapp: QApplication
) -> None:
    portal.settings = {
        (APPEARANCE, "reduced-motion"): ("u", 1),
        (APPEARANCE, "contrast"): ("u", 0),
    }
    there = service(PORTAL, {"Read": portal.read})
    leanings = leanings_here(bus, qapp, bus)
    told = told_by(leanings)
    leanings.start()
    until(lambda: told == [(True, False)])
    portal.change(there, APPEARANCE, "contrast", "u", 1)
    until(lambda: told == [(True, False), (True, True)])
    portal.change(there, APPEARANCE, "reduced-motion", "u", 0)
    until(lambda: told[2:] == [(False, True)])


def test_where_a_portal_knows_no_reduced_motion_its_desktops_setting_counts(
    bus: Bus, service: Service, portal: FakePortal, until: Until, qapp: QApplication
) -> None:
    portal.settings = {(GNOME, "enable-animations"): ("b", False)}
    there = service(PORTAL, {"Read": portal.read})
    leanings = leanings_here(bus, qapp, bus)
    told = told_by(leanings)
    leanings.start()
    until(lambda: told == [(True, False)])
    portal.change(there, GNOME, "enable-animations", "b", True)
    until(lambda: told == [(True, False), (False, False)])


def test_a_portal_that_comes_later_is_heard_and_one_that_goes_takes_its_leanings_along(
    bus: Bus, service: Service, portal: FakePortal, until: Until, qapp: QApplication
) -> None:
    leanings = leanings_here(bus, qapp, bus)
    told = told_by(leanings)
    leanings.start()
    portal.settings = {(APPEARANCE, "contrast"): ("u", 1)}
    there = service(PORTAL, {"Read": portal.read})
    until(lambda: told == [(False, True)])
    there.drop_name()
    until(lambda: told == [(False, True), (False, False)])


def test_a_system_that_tells_nothing_leans_nowhere(qapp: QApplication) -> None:
    leanings = leanings_here(None, qapp, qapp)
    told = told_by(leanings)
    leanings.start()
    leanings.stop()
    assert told == []


class FakeWorkspace:
    """`NSWorkspace` with its notification centre, as far as the program uses them."""

    def __init__(self) -> None:
        self.less_motion = False
        self.more_contrast = False
        self.blocks: dict[object, Callable[[object], None]] = {}

    def notificationCenter(self) -> "FakeWorkspace":
        return self

    def addObserverForName_object_queue_usingBlock_(
        self, name: str, sender: None, queue: None, block: Callable[[object], None]
    ) -> object:
        assert name == CHANGED
        observer = object()
        self.blocks[observer] = block
        return observer

    def removeObserver_(self, observer: object) -> None:
        del self.blocks[observer]

    def accessibilityDisplayShouldReduceMotion(self) -> bool:
        return self.less_motion

    def accessibilityDisplayShouldIncreaseContrast(self) -> bool:
        return self.more_contrast

    def tell(self) -> None:
        for block in list(self.blocks.values()):
            block(None)


@pytest.mark.parametrize(
    ("make", "name"), [(less_motion, "less_motion"), (more_contrast, "more_contrast")]
)
def test_macos_tells_when_its_display_options_change(
    qapp: QCoreApplication, make: Callable[[FakeWorkspace], StateSource], name: str
) -> None:
    workspace = FakeWorkspace()
    source = make(workspace)
    told: list[bool] = []
    source.changed.connect(lambda: told.append(source.active()))
    source.start()
    for wanted in (True, False):
        setattr(workspace, name, wanted)
        workspace.tell()
    assert told == [True, False]
    source.stop()
    source.stop()
    assert workspace.blocks == {}
