"""Whether a window can open here: displays that answer, refuse, or are not there."""

import socket
import sys
from pathlib import Path

import pytest

from backease_desktop.system.needs.display import no_display
from tests.fakes.x_server import FakeXServer

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Linux alone can lack a display"
)


def test_none_is_noticed() -> None:
    assert no_display({}).startswith("there is no display here")


def test_a_chosen_platform_is_believed() -> None:
    assert no_display({"QT_QPA_PLATFORM": "offscreen"}) == ""


def test_an_x_server_that_lets_us_in_is_a_display() -> None:
    with FakeXServer() as server:
        assert no_display(server.environment) == ""


@pytest.mark.parametrize("name", [":4711", "nonsense", ":", "127.0.0.1:1"])
def test_an_x_server_that_is_not_there_is_no_display(name: str) -> None:
    assert no_display({"DISPLAY": name}) == f"the display {name} cannot be opened"


def test_a_compositor_that_does_not_answer_is_no_display(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}

    assert no_display(environment) == "the display wayland-7 cannot be opened"


def test_a_runtime_folder_that_is_not_there_is_no_display_either() -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere/4711"}

    assert no_display(environment) == "the display wayland-0 cannot be opened"


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_compositor_that_listens_is_a_display(tmp_path: Path, is_whole: bool) -> None:
    door = tmp_path / "w"
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(door))
        compositor.listen()
        name = str(door) if is_whole else "w"

        assert no_display({"WAYLAND_DISPLAY": name, "XDG_RUNTIME_DIR": str(tmp_path)}) == ""


def test_an_x_server_beside_a_dead_compositor_is_a_display(tmp_path: Path) -> None:
    with FakeXServer() as server:
        environment = {"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": str(tmp_path)}

        assert no_display({**environment, **server.environment}) == ""
