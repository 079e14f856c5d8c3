"""The port `ScreenAwake`, held by the desktop's and by the fake."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.ports import ScreenAwake as Port
from backease_desktop.system.keep_awake.inhibitor import Inhibitor, InhibitorError
from backease_desktop.system.keep_awake.screen_awake import ScreenAwake
from tests.fakes.ports import RecordingAwake


class Desktop(Inhibitor):
    """A desktop that keeps its screen on, once at a time, and lists why."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: list[str] = []

    def hold(self, reason: str) -> None:
        self.reasons.append(reason)

    def release(self) -> None:
        self.reasons.pop()


class Refusing(Inhibitor):
    """A desktop that keeps no screen on."""

    def hold(self, reason: str) -> None:
        raise InhibitorError("not here")

    def release(self) -> None:
        raise AssertionError("nothing is held here")


@dataclass
class Desk:
    """What keeps the screen on, and what the desktop lists."""

    awake: Port
    reasons: Callable[[], list[str]]
    keep: list[object] = field(default_factory=list)


def fake_desk() -> Desk:
    awake = RecordingAwake()
    return Desk(awake, lambda: [] if awake.reason is None else [awake.reason])


def real_desk(first: list[Inhibitor]) -> Desk:
    desktop = Desktop()
    return Desk(ScreenAwake([*first, desktop]), lambda: desktop.reasons, [desktop])


@pytest.fixture(params=["fake", "real", "real, second way"])
def desk(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Desk:
    if request.param == "fake":
        return fake_desk()
    return real_desk([] if request.param == "real" else [Refusing()])


def test_the_screen_is_kept_on_until_it_is_let_go(desk: Desk) -> None:
    desk.awake.hold("Neck, 4 minutes")
    assert desk.reasons() == ["Neck, 4 minutes"]

    desk.awake.release()
    assert desk.reasons() == []


def test_a_second_call_changes_nothing_and_one_release_ends_both(desk: Desk) -> None:
    desk.awake.hold("Neck, 4 minutes")
    desk.awake.hold("Hips, 2 minutes")
    assert desk.reasons() == ["Neck, 4 minutes"]

    desk.awake.release()
    assert desk.reasons() == []


def test_letting_go_of_nothing_is_harmless(desk: Desk) -> None:
    desk.awake.release()
    desk.awake.hold("Neck, 4 minutes")
    desk.awake.release()
    desk.awake.release()
    desk.awake.hold("Hips, 2 minutes")

    assert desk.reasons() == ["Hips, 2 minutes"]
