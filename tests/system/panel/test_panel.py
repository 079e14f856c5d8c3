"""The panel under Wayland, against a compositor that remembers what was said to it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.system.panel.layer_shm import MOST
from backease_desktop.system.panel.layer_surface import LayerSurface
from backease_desktop.system.panel.panel import SurfacePanel, panel_for
from backease_desktop.system.panel.surface import MARGIN
from tests.fakes.compositor import FakeCompositor
from tests.fakes.layers import FRACTIONS, LAYERS, SHAPES, FakeLayers

Until = Callable[[Callable[[], bool]], None]

OVERLAY, BOTTOM_RIGHT, NO_KEYBOARD = 3, 2 | 8, 0
LEFT_BUTTON, RIGHT_BUTTON = 0x110, 0x111
WIDTH, HEIGHT = 40, 30


class Told:
    """All that a panel has told."""

    def __init__(self, panel: SurfacePanel) -> None:
        self.lines: list[tuple[object, ...]] = []
        panel.moved.connect(lambda x, y: self.lines.append(("moved", x, y)))
        for name in ("pressed", "released", "left", "picture_requested"):
            getattr(panel, name).connect(lambda name=name: self.lines.append((name,)))
        panel.failed.connect(lambda why: self.lines.append(("failed", why)))

    def take(self) -> list[tuple[object, ...]]:
        lines, self.lines = self.lines, []
        return lines


def picture(pixel: int, width: int = WIDTH, height: int = HEIGHT) -> tuple[bytes, int, int]:
    return bytes([pixel]) * 4 * width * height, width, height


def layer_panel(environment: dict[str, str]) -> SurfacePanel:
    return SurfacePanel(LayerSurface, environment)


@contextmanager
def shown(fake: FakeLayers) -> Iterator[tuple[SurfacePanel, Told]]:
    panel = layer_panel(fake.environment)
    told = Told(panel)
    try:
        assert panel.show(WIDTH, HEIGHT)
        assert told.take() == [("picture_requested",)]
        yield panel, told
    finally:
        panel.hide()


@pytest.fixture
def fake(tmp_path: Path, qapp: QCoreApplication) -> Iterator[FakeLayers]:
    with FakeLayers(tmp_path, LAYERS) as layers:
        yield layers


def test_it_stands_at_the_bottom_right_above_windows_and_never_takes_the_keyboard(
    fake: FakeLayers,
) -> None:
    with shown(fake):
        state = fake.state()
    assert state["layer"] == OVERLAY
    assert state["anchor"] == [BOTTOM_RIGHT]
    assert state["margin"] == [0, MARGIN, MARGIN, 0]
    assert state["keyboard"] == [NO_KEYBOARD]
    assert state["size"] == [WIDTH, HEIGHT]


def test_the_compositor_chooses_the_screen(fake: FakeLayers) -> None:
    with shown(fake):
        assert fake.state()["output"] == 0


def test_a_picture_arrives_as_it_was_painted(fake: FakeLayers) -> None:
    with shown(fake) as (panel, _):
        pixels = bytes(range(4)) + bytes(4 * WIDTH * HEIGHT - 8) + b"\xff\xfe\xfd\xfc"
        panel.paint(pixels, WIDTH, HEIGHT)
        assert fake.state()["picture"] == [WIDTH, HEIGHT, "00010203", "fffefdfc"]


def test_nothing_is_connected_unless_it_is_shown(fake: FakeLayers) -> None:
    panel = layer_panel(fake.environment)
    seen = [fake.state()["connected"]]
    for _ in range(2):
        panel.show(WIDTH, HEIGHT)
        seen.append(fake.state()["connected"])
        panel.hide()
        seen.append(fake.state()["connected"])
    assert seen == [False, True, False, True, False]


def test_without_a_change_nothing_is_sent(fake: FakeLayers) -> None:
    with shown(fake) as (panel, told):
        panel.paint(*picture(1))
        assert panel.show(WIDTH, HEIGHT)
        assert fake.state()["pictures"] == 1
        assert told.take() == []


def test_another_size_asks_for_another_picture(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (panel, told):
        panel.show(WIDTH, 2 * HEIGHT)
        until(lambda: told.lines == [("picture_requested",)])
        panel.paint(*picture(2, WIDTH, 2 * HEIGHT))
        assert fake.state()["picture"][:2] == [WIDTH, 2 * HEIGHT]


def test_the_pointer_is_told_in_logical_pixels(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (_, told):
        fake.point(12.5, 3)
        fake.tell("pointer", 2, 99, 13 * 256, -2 * 256)
        fake.tell("pointer", 3, 1, 99, LEFT_BUTTON, 1)
        fake.tell("pointer", 3, 1, 99, LEFT_BUTTON, 0)
        fake.tell("pointer", 1, 1, 0)
        until(lambda: ("left",) in told.lines)
        places = [("moved", 12.5, 3.0), ("moved", 13.0, -2.0)]
        assert told.take() == [*places, ("pressed",), ("released",), ("left",)]


def test_other_buttons_and_the_wheel_are_not_told(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (_, told):
        fake.tell("pointer", 3, 1, 99, RIGHT_BUTTON, 1)
        fake.tell("pointer", 4, 99, 0, 2560)
        fake.tell("pointer", 1, 1, 0)
        until(lambda: told.lines == [("left",)])


def test_a_finger_comes_presses_and_goes(fake: FakeLayers, until: Until) -> None:
    down, up, motion = 0, 1, 2
    with shown(fake) as (_, told):
        fake.tell("touch", down, 1, 99, 0, 5, 256, 512)
        fake.tell("touch", down, 1, 99, 0, 6, 0, 0)  # a second finger
        fake.tell("touch", motion, 99, 6, 0, 0)
        fake.tell("touch", motion, 99, 5, 768, 512)
        fake.tell("touch", up, 1, 99, 6)
        fake.tell("touch", up, 1, 99, 5)
        until(lambda: ("left",) in told.lines)
        first = [("moved", 1.0, 2.0), ("pressed",), ("moved", 3.0, 2.0)]
        assert told.take() == [*first, ("released",), ("left",)]


def test_a_touch_that_is_taken_away_presses_nothing(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (_, told):
        fake.tell("touch", 0, 1, 99, 0, 5, 256, 512)
        fake.tell("touch", 4)
        until(lambda: ("left",) in told.lines)
        assert told.take()[-3:] == [("moved", -1.0, -1.0), ("released",), ("left",)]


def test_over_it_the_cursor_is_an_arrow_where_that_can_be_asked_for(
    tmp_path: Path, qapp: QCoreApplication, until: Until
) -> None:
    with FakeLayers(tmp_path, LAYERS | SHAPES) as fake, shown(fake) as (_, told):
        fake.point(1, 1)
        until(lambda: bool(told.lines))
        assert fake.state()["cursor"] == [7, 1]


def test_a_screen_that_goes_brings_it_to_another_one(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (panel, told):
        fake.plug()
        fake.unplug()
        until(lambda: ("picture_requested",) in told.lines)
        panel.paint(*picture(3))
        state = fake.state()
        assert state["layers"] == 2
        assert state["pictures"] == 1


def test_without_any_screen_it_waits_for_one(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (panel, told):
        fake.unplug()
        until(lambda: told.lines == [("left",)])
        panel.paint(*picture(1))  # seen by nobody, and no mistake
        tries = fake.state()["layers"]
        fake.plug()
        until(lambda: ("picture_requested",) in told.lines)
        panel.paint(*picture(2))
        state = fake.state()
        assert state["picture"][2] == "02020202"
        assert state["layers"] == tries + 1


def test_a_panel_shown_without_a_screen_is_seen_on_the_first_that_comes(
    fake: FakeLayers, until: Until
) -> None:
    fake.unplug()
    panel = layer_panel(fake.environment)
    told = Told(panel)
    assert panel.show(WIDTH, HEIGHT)
    assert told.take() == []
    fake.plug()
    until(lambda: told.lines == [("picture_requested",)])
    panel.hide()


def test_a_screen_with_a_scale_wants_more_pixels(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (panel, told):
        assert panel.scale == 1
        fake.tell("output", 3, 2)
        until(lambda: told.lines == [("picture_requested",)])
        assert panel.scale == 2
        panel.paint(*picture(1, 2 * WIDTH, 2 * HEIGHT))
        assert fake.state()["scale"] == 2


def test_a_scale_may_be_a_fraction(tmp_path: Path, qapp: QCoreApplication, until: Until) -> None:
    with FakeLayers(tmp_path, LAYERS | FRACTIONS) as fake, shown(fake) as (panel, told):
        fake.tell("fraction", 0, 180)
        until(lambda: told.lines == [("picture_requested",)])
        assert panel.scale == 1.5
        panel.paint(*picture(1, 60, 45))
        state = fake.state()
        assert state["destination"] == [WIDTH, HEIGHT]
        assert state["picture"][:2] == [60, 45]


def test_memory_that_may_be_read_is_not_painted_on_and_the_last_picture_is_not_lost(
    fake: FakeLayers, until: Until
) -> None:
    with shown(fake) as (panel, _):
        fake.hold_buffers()
        for pixel in range(MOST + 3):
            panel.paint(*picture(pixel))
        state = fake.state()
        assert state["pictures"] == MOST
        assert state["picture"][2] == f"{MOST - 1:02x}" * 4
        fake.give_back()
        until(lambda: fake.state()["picture"][2] == f"{MOST + 2:02x}" * 4)
        assert fake.state()["pictures"] == MOST + 1


def test_a_compositor_that_refuses_is_told_of_once(fake: FakeLayers, until: Until) -> None:
    with shown(fake) as (panel, told):
        fake.refuse()
        until(lambda: bool(told.lines))
        assert told.take() == [("failed", "the compositor refuses: no!")]
        panel.paint(*picture(1))
        assert told.take() == []


def test_without_a_compositor_it_cannot_be_shown(tmp_path: Path, qapp: QCoreApplication) -> None:
    panel = layer_panel({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "none"})
    assert not panel.show(WIDTH, HEIGHT)


def test_there_is_a_panel_where_the_compositor_has_layers(
    fake: FakeLayers, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert panel_for(fake.environment) is not None
    assert not fake.state()["connected"]
    with FakeCompositor(tmp_path_factory.mktemp("plain"), {"wl_seat": 7}) as plain:
        assert panel_for(plain.environment) is None


def test_there_is_no_panel_where_the_windows_are_not_under_wayland(
    fake: FakeLayers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assert panel_for({"DISPLAY": ":0", "XDG_RUNTIME_DIR": "/nowhere"}) is None
    assert panel_for({**fake.environment, "QT_QPA_PLATFORM": "offscreen"}) is None
    assert panel_for({**fake.environment, "QT_QPA_PLATFORM": "wayland-egl"}) is not None
    assert not caplog.records
