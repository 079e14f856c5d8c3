"""What is asked of an X server, on a connection that nothing was asked on before."""

from collections.abc import Iterator

import pytest

from backease_desktop.core.units import Ms
from backease_desktop.system.wire.x11 import Display
from tests.fakes.x_server import FakeXServer

TRAY = "_NET_SYSTEM_TRAY_S0"
PATIENT_S = 20.0
"""On a busy machine the fake answers late; what is never answered shows all the same."""


@pytest.fixture
def server() -> Iterator[FakeXServer]:
    with FakeXServer() as server:
        yield server


@pytest.fixture
def display(server: FakeXServer) -> Iterator[Display]:
    display = Display(server.environment, PATIENT_S)
    yield display
    display.close()


pytestmark = pytest.mark.starts_programs


def test_who_has_a_selection_may_be_the_first_question(
    server: FakeXServer, display: Display
) -> None:
    server.set("tray", 1)
    assert display.has_owner(TRAY)
    assert not display.has_owner("_NET_WM_CM_S0")


def test_a_full_screen_window_may_be_the_first_question(
    server: FakeXServer, display: Display
) -> None:
    server.set("full", 1)
    assert display.active_window_is_full_screen()


def test_the_idle_time_may_be_the_first_question(server: FakeXServer, display: Display) -> None:
    server.set("idle", 1_234)
    assert display.idle() == Ms(1_234)


def test_a_connection_that_was_closed_begins_anew(server: FakeXServer, display: Display) -> None:
    server.set("tray", 1)
    assert display.has_owner(TRAY)
    assert display.has_owner("_NET_WM_CM_S0") is False
    display.close()
    server.set("tray", 0)
    assert not display.has_owner(TRAY)
