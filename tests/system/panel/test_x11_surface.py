"""The panel where the compositor has no layers: a window of X11 that nobody manages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.system.panel.panel import SurfacePanel, panel_for
from backease_desktop.system.panel.surface import MARGIN
from backease_desktop.system.panel.x11_surface import X11Surface, corner
from tests.fakes.compositor import FakeCompositor
from tests.fakes.x_windows import FakeXWindows

Until = Callable[[Callable[[], bool]], None]

WIDTH, HEIGHT = 300, 200
PRIMARY = (1000, 100, 800, 600)


@pytest.fixture
def server() -> Iterator[FakeXWindows]:
    with FakeXWindows() as fake:
        yield fake


@pytest.fixture
def panel(server: FakeXWindows, qapp: QCoreApplication) -> Iterator[SurfacePanel]:
    panel = SurfacePanel(X11Surface, server.environment)
    yield panel
    panel.hide()


def box(server: FakeXWindows) -> tuple[int, ...]:
    return tuple(server.get(name) for name in ("left", "top", "width", "height"))


def told_by(panel: SurfacePanel) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    panel.moved.connect(lambda x, y: told.append(("moved", x, y)))
    for name in ("pressed", "released", "left", "picture_requested"):
        getattr(panel, name).connect(lambda name=name: told.append((name,)))
    return told


def test_it_stands_at_the_bottom_right_of_the_primary_screen_and_no_manager_touches_it(
    panel: SurfacePanel, server: FakeXWindows
) -> None:
    assert panel.show(WIDTH, HEIGHT)
    assert box(server) == corner(PRIMARY, (WIDTH, HEIGHT), MARGIN)
    assert server.get("unmanaged")
    assert server.get("mapped")


def test_it_leaves_the_bar_of_the_desktop_free(panel: SurfacePanel, server: FakeXWindows) -> None:
    server.set("work_height", 650)
    panel.show(WIDTH, HEIGHT)
    assert server.get("top") + HEIGHT + MARGIN == 650


def test_it_asks_for_a_picture_and_shows_it_whole(
    panel: SurfacePanel, server: FakeXWindows
) -> None:
    told = told_by(panel)
    panel.show(WIDTH, HEIGHT)
    assert told == [("picture_requested",)]
    size = 4 * WIDTH * HEIGHT
    panel.paint(
        (1).to_bytes(4, "little") + bytes(size - 8) + (2).to_bytes(4, "little"), WIDTH, HEIGHT
    )
    assert [server.get(name) for name in ("pictures", "first", "last")] == [1, 1, 2]
    assert server.get("strips") == 1


def test_a_large_picture_goes_in_strips(panel: SurfacePanel, server: FakeXWindows) -> None:
    panel.show(700, 500)
    size = 4 * 700 * 500
    panel.paint(bytes(size - 4) + (9).to_bytes(4, "little"), 700, 500)
    assert server.get("strips") == 6
    assert server.get("last") == 9


def test_twice_the_dots_are_twice_the_pixels(panel: SurfacePanel, server: FakeXWindows) -> None:
    server.set("dpi", 200)
    told = told_by(panel)
    panel.show(WIDTH, HEIGHT)
    assert panel.scale == 2
    assert box(server) == corner(PRIMARY, (2 * WIDTH, 2 * HEIGHT), 2 * MARGIN)
    server.set("motion", 21 * 1000 + 30)
    panel.show(WIDTH, HEIGHT)
    assert ("moved", 10.5, 15.0) in told


def test_pointer_and_button_are_told(
    panel: SurfacePanel, server: FakeXWindows, until: Until
) -> None:
    panel.show(WIDTH, HEIGHT)
    told = told_by(panel)
    server.set("enter", 5 * 1000 + 6)
    server.set("press", 3)  # the right button
    server.set("press", 1)
    server.set("release", 1)
    server.set("leave", 0)
    until(lambda: ("left",) in told)
    assert told == [("moved", 5.0, 6.0), ("pressed",), ("released",), ("left",)]


def test_a_screen_that_goes_brings_it_to_one_that_is_left(
    panel: SurfacePanel, server: FakeXWindows, until: Until
) -> None:
    panel.show(WIDTH, HEIGHT)
    server.set("monitors", 1)
    first = corner((0, 0, 1000, 900), (WIDTH, HEIGHT), MARGIN)
    until(lambda: box(server) == first)


def test_without_a_word_about_screens_the_whole_is_one(
    panel: SurfacePanel, server: FakeXWindows
) -> None:
    server.set("monitors", 0)
    panel.show(WIDTH, HEIGHT)
    assert box(server) == corner((0, 0, 1800, 900), (WIDTH, HEIGHT), MARGIN)


def test_another_size_keeps_the_corner(
    panel: SurfacePanel, server: FakeXWindows, until: Until
) -> None:
    panel.show(WIDTH, HEIGHT)
    told = told_by(panel)
    panel.show(WIDTH, 2 * HEIGHT)
    assert box(server) == corner(PRIMARY, (WIDTH, 2 * HEIGHT), MARGIN)
    until(lambda: ("picture_requested",) in told)


def test_a_server_without_transparent_windows_shows_no_panel(
    panel: SurfacePanel, server: FakeXWindows
) -> None:
    server.set("depth", 30)
    assert not panel.show(WIDTH, HEIGHT)


def test_it_is_chosen_where_the_compositor_has_no_layers_but_runs_x11_programs(
    server: FakeXWindows, tmp_path: Path, qapp: QCoreApplication
) -> None:
    with FakeCompositor(tmp_path, {"wl_seat": 7}) as plain:
        panel = panel_for({**plain.environment, **server.environment})
        assert panel is not None
        assert panel.show(WIDTH, HEIGHT)
        assert server.get("mapped")
        panel.hide()
