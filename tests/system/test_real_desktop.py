"""The sources against real services: an X server, Wayland compositors, a sound server.

They run where the programs are installed and `BACKEASE_REAL_DESKTOP=1` is set; each test starts its
own server and ends it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QImage

from backease_desktop.core.units import Ms
from backease_desktop.system.keep_awake.x11 import X11Inhibitor
from backease_desktop.system.panel.panel import SurfacePanel, panel_for
from backease_desktop.system.panel.surface import MARGIN
from backease_desktop.system.panel.x11_surface import X11Surface
from backease_desktop.system.senses.idle.wayland import WaylandIdle
from backease_desktop.system.senses.idle.x11 import X11Idle
from backease_desktop.system.senses.in_use.camera import LinuxCamera, load_libc
from backease_desktop.system.senses.in_use.pulse import PulseMicrophone
from backease_desktop.system.senses.quiet.wayland import WaylandFullScreen
from backease_desktop.system.senses.quiet.x11 import X11FullScreen
from backease_desktop.system.senses.source import CLOSE, Source
from backease_desktop.system.wire.wayland import Compositor
from backease_desktop.system.wire.x11 import Display

Until = Callable[[Callable[[], bool]], None]

NOBODY = 65_534

pytestmark = [
    pytest.mark.real_desktop,
    pytest.mark.skipif(
        os.environ.get("BACKEASE_REAL_DESKTOP") != "1", reason="BACKEASE_REAL_DESKTOP is not 1"
    ),
]


def needs(*programs: str) -> None:
    missing = [each for each in programs if shutil.which(each) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@contextmanager
def running(*command: str | Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A program that ends with the block."""
    process = subprocess.Popen(
        [str(each) for each in command],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


@contextmanager
def started(source: Source) -> Iterator[None]:
    source.start()
    try:
        yield
    finally:
        source.stop()


def monotonic() -> Ms:
    return Ms(time.monotonic_ns() // 1_000_000)


@pytest.fixture
def x_server(until: Until) -> Iterator[dict[str, str]]:
    needs("Xvfb", "xdotool", "openbox")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "800x600x24"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as numbers:
            display = f":{numbers.readline().strip()}"
        try:
            with running("openbox", DISPLAY=display):
                yield {"DISPLAY": display}
        finally:
            server.terminate()


def press(display: dict[str, str]) -> None:
    subprocess.run(["xdotool", "key", "a"], env={**os.environ, **display}, check=True)


def test_a_real_key_press_ends_the_idle_time_of_a_real_x_server(
    x_server: dict[str, str], until: Until
) -> None:
    source = X11Idle(Display(x_server))
    with started(source):
        press(x_server)
        until(lambda: source.idle() > 300)
        press(x_server)
        assert source.idle() < 200


def test_the_screen_saver_of_a_real_x_server_stands_still_while_held(
    x_server: dict[str, str], until: Until
) -> None:
    display = Display(x_server)
    inhibitor = X11Inhibitor(display)
    inhibitor.hold("Neck")
    assert display.idle() >= 0  # the server has taken the request without an error
    inhibitor.release()
    display.close()


WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("a window")
label.showFullScreen() if sys.argv[1] == "full" else label.show()
app.exec()
"""


def test_a_real_window_that_fills_the_screen_is_seen(
    x_server: dict[str, str], until: Until
) -> None:
    source = X11FullScreen(Display(x_server))
    platform = {"QT_QPA_PLATFORM": "xcb", **x_server}
    with started(source):
        with running(sys.executable, "-c", WINDOW, "plain", **platform):
            until(lambda: has_active_window(x_server))
            assert not source.active()
        with running(sys.executable, "-c", WINDOW, "full", **platform):
            until(source.active)
        until(lambda: not source.active())


def has_active_window(display: dict[str, str]) -> bool:
    found = subprocess.run(
        ["xdotool", "getactivewindow"], env={**os.environ, **display}, capture_output=True
    )
    return found.returncode == 0


@pytest.fixture
def kwin(tmp_path: Path, bus_address: str, until: Until) -> Iterator[dict[str, str]]:
    needs("kwin_wayland")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    # A copy, because the original has file capabilities that not every machine lets us use;
    # with the same name, because KWin's own plug-in looks at that.
    program = shutil.copy(str(shutil.which("kwin_wayland")), tmp_path / "kwin_wayland")
    environment = {"XDG_RUNTIME_DIR": str(runtime), "WAYLAND_DISPLAY": "wayland-test"}
    settings = {
        "XDG_RUNTIME_DIR": str(runtime),
        "DBUS_SESSION_BUS_ADDRESS": bus_address,
        "KWIN_WAYLAND_NO_PERMISSION_CHECKS": "1",
        "QT_QPA_PLATFORM": "",
    }
    options = ("--virtual", "--no-lockscreen", "--socket", "wayland-test")
    with running(program, *options, **settings):
        until(lambda: (runtime / "wayland-test").exists())
        yield environment


class Mouse:
    """Moves the pointer of KWin by its own protocol for that."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._compositor = Compositor(environment)
        self._input, _ = self._compositor.bind("org_kde_kwin_fake_input", 4)
        text = 2, int.from_bytes(b"t\0\0\0", "little")
        self._compositor.send(self._input, 0, *text, *text)
        self._compositor.round_trip()

    def move(self) -> None:
        self._compositor.send(self._input, 1, 256 * 10, 256 * 10)
        self._compositor.round_trip()

    def move_to(self, x: int, y: int) -> None:
        self._compositor.send(self._input, 9, 256 * x, 256 * y)
        self._compositor.round_trip()

    def press(self) -> None:
        self._compositor.send(self._input, 2, 0x110, 1)
        self._compositor.send(self._input, 2, 0x110, 0)
        self._compositor.round_trip()

    def close(self) -> None:
        self._compositor.close()


def test_a_real_compositor_tells_a_pause_and_the_next_movement(
    kwin: dict[str, str], qapp: QCoreApplication
) -> None:
    mouse = Mouse(kwin)
    source = WaylandIdle(kwin, monotonic)
    told: list[bool] = []
    source.changed.connect(lambda: told.append(source.idle() >= CLOSE))
    with started(source):
        source.watch_closely(True)
        start = monotonic()
        while not told and monotonic() - start < 2 * CLOSE:
            qapp.processEvents()
        assert told == [True]
        assert abs(monotonic() - start - CLOSE) < 500
        moved = monotonic()
        mouse.move()
        while len(told) < 2 and monotonic() - moved < 1000:
            qapp.processEvents()
        assert told == [True, False]
        assert monotonic() - moved < 200
    mouse.close()


@pytest.fixture
def sway(tmp_path: Path, until: Until) -> Iterator[dict[str, str]]:
    needs("sway", "setpriv")
    with ExitStack() as stack:
        # Not below tmp_path, which is closed to the user that sway wants to be.
        runtime = Path(f"/tmp/backease-sway-{os.getpid()}")
        runtime.mkdir(mode=0o700)
        stack.callback(shutil.rmtree, runtime)
        (runtime / "config").touch()
        command: list[str] = []
        if os.geteuid() == 0:  # sway refuses to run as root
            os.chown(runtime, NOBODY, NOBODY)
            command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        settings = {
            "XDG_RUNTIME_DIR": str(runtime),
            "HOME": str(runtime),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        stack.enter_context(running(*command, "sway", "-c", runtime / "config", **settings))
        until(lambda: any(map(is_display, runtime.iterdir())))
        (display,) = filter(is_display, runtime.iterdir())
        yield {"XDG_RUNTIME_DIR": str(runtime), "WAYLAND_DISPLAY": display.name}


def is_display(path: Path) -> bool:
    return re.fullmatch(r"wayland-\d+", path.name) is not None


def test_a_real_window_that_fills_a_wayland_screen_is_seen(
    sway: dict[str, str], until: Until
) -> None:
    source = WaylandFullScreen(sway)
    platform = {"QT_QPA_PLATFORM": "wayland", **sway}
    with started(source):
        assert not source.active()
        with running(sys.executable, "-c", WINDOW, "full", **platform):
            until(source.active)
        until(lambda: not source.active())


RED, SIZE = bytes((0, 0, 255, 255)), (120, 80)


def red_rectangle(display: dict[str, str]) -> QRect:
    """What is red on the screen, if anything."""
    command = ["grim", "-t", "ppm", "-"]
    shot = subprocess.run(command, env={**os.environ, **display}, capture_output=True, check=True)
    image = QImage.fromData(shot.stdout)
    is_red = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixel(x, y) == 0xFFFF0000
    ]
    if not is_red:
        return QRect()
    rows, columns = [y for _, y in is_red], [x for x, _ in is_red]
    return QRect(QPoint(min(columns), min(rows)), QPoint(max(columns), max(rows)))


def keyboard_owner(display: dict[str, str]) -> int:
    """The process whose window has the keyboard; 0 while it is none."""
    (path,) = Path(display["XDG_RUNTIME_DIR"]).glob("sway-ipc.*")
    command = ["swaymsg", "--socket", str(path), "--raw", "-t", "get_tree"]
    tree = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    nodes = [tree]
    while nodes:
        node = nodes.pop()
        if node["focused"]:
            return int(node.get("pid", 0))
        nodes += node["nodes"] + node["floating_nodes"]
    return 0


def test_a_real_panel_stands_in_the_corner_and_leaves_the_keyboard_where_it_is(
    sway: dict[str, str], until: Until
) -> None:
    needs("grim", "swaymsg")
    panel = panel_for(sway)
    assert panel is not None
    width, height = SIZE
    panel.picture_requested.connect(lambda: panel.paint(RED * width * height, width, height))
    platform = {"QT_QPA_PLATFORM": "wayland", **sway}
    with running(sys.executable, "-c", WINDOW, "plain", **platform) as window:
        until(lambda: keyboard_owner(sway) == window.pid)
        assert panel.show(width, height)
        until(lambda: not red_rectangle(sway).isNull())
        spot = red_rectangle(sway)
        assert keyboard_owner(sway) == window.pid
        panel.hide()
    assert spot.size() == QSize(width, height)
    assert 1280 - 1 - spot.right() == 720 - 1 - spot.bottom() == MARGIN


def test_a_real_screen_that_is_scaled_asks_for_a_finer_picture(
    sway: dict[str, str], until: Until
) -> None:
    needs("swaymsg")
    panel = panel_for(sway)
    assert panel is not None
    assert panel.show(*SIZE)
    (path,) = Path(sway["XDG_RUNTIME_DIR"]).glob("sway-ipc.*")
    command = ["swaymsg", "--socket", str(path), "output", "*", "scale", "2"]
    subprocess.run(command, capture_output=True, check=True)
    until(lambda: panel.scale == 2)
    panel.hide()


def test_real_presses_reach_a_panel_of_kwin(kwin: dict[str, str], until: Until) -> None:
    panel = panel_for(kwin)
    assert panel is not None
    width, height = SIZE
    told: list[str] = []
    panel.picture_requested.connect(lambda: panel.paint(RED * width * height, width, height))
    panel.moved.connect(lambda x, y: told.append(f"moved {x:.0f} {y:.0f}"))
    panel.pressed.connect(lambda: told.append("pressed"))
    panel.released.connect(lambda: told.append("released"))
    assert panel.show(width, height)
    mouse = Mouse(kwin)
    # The screen of a virtual KWin is 1024 × 768.
    mouse.move_to(1024 - MARGIN - 20, 768 - MARGIN - 10)
    until(lambda: told == ["moved 100 70"])
    mouse.press()
    until(lambda: told[1:] == ["pressed", "released"])
    mouse.close()
    panel.hide()


def test_a_real_x_server_shows_a_panel_and_leaves_the_keyboard_where_it_is(
    x_server: dict[str, str], until: Until
) -> None:
    width, height = SIZE
    panel = SurfacePanel(X11Surface, x_server)
    told: list[str] = []
    panel.picture_requested.connect(lambda: panel.paint(RED * width * height, width, height))
    panel.pressed.connect(lambda: told.append("pressed"))
    platform = {"QT_QPA_PLATFORM": "xcb", **x_server}
    with running(sys.executable, "-c", WINDOW, "plain", **platform):
        until(lambda: has_active_window(x_server))
        before = xdotool(x_server, "getactivewindow")
        assert panel.show(width, height)
        xdotool(x_server, "mousemove", str(800 - MARGIN - 1), str(600 - MARGIN - 1), "click", "1")
        until(lambda: told == ["pressed"])
        assert xdotool(x_server, "getactivewindow") == before
        panel.hide()


def xdotool(display: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words], env={**os.environ, **display}, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def sound(tmp_path: Path, until: Until) -> Iterator[dict[str, str]]:
    needs("pulseaudio", "parec")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(tmp_path)}
    options = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no")
    modules = ("-L", "module-null-source", "-L", "module-native-protocol-unix")
    with running("pulseaudio", *options, *modules, **environment):
        until(lambda: (runtime / "pulse" / "native").exists())
        yield environment


def test_a_real_recording_is_noticed_at_once_and_so_is_its_end(
    sound: dict[str, str], until: Until
) -> None:
    source = PulseMicrophone(sound)
    told: list[bool] = []
    source.changed.connect(lambda: told.append(source.active()))
    with started(source):
        with running("parec", "--raw", **sound):
            until(lambda: told == [True])
        until(lambda: told == [True, False])


def test_the_kernel_tells_of_a_file_that_is_opened(
    tmp_path: Path, until: Until, qapp: QCoreApplication
) -> None:
    device = tmp_path / "video0"
    device.touch()
    source = LinuxCamera(load_libc(), tmp_path)
    with started(source):
        assert not source.active()
        with device.open():
            until(source.active)
        until(lambda: not source.active())
