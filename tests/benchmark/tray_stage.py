"""A stage with a tray and with buses of its own, as a desktop has them.

The tray is `trayer`, which speaks the X11 way that Qt 5, Qt 6 and GTK 3 all fall back to where
nobody on the session bus shows icons (XEmbed). The buses have nobody on them and start nobody, so
that what a program asks others to do for it is left out for all alike.
"""

import os
import subprocess
from typing import Self

from tests.benchmark.stage import Stage, require, wait_for

SPECK, LARGEST_ICON = 8, 48
"""Pixels: a tray's windows below the one are its own, a program's above the other are no icons."""

_BUS = """<busconfig>
<type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


class TrayStage(Stage):
    """A `Stage` with a tray, a session bus and a system bus."""

    def __enter__(self) -> Self:
        require("trayer", "dbus-daemon", "xdotool", "xwininfo", "wmctrl")
        return super().__enter__()

    @property
    def icons(self) -> int:
        """How many icons the tray shows."""
        tray = self.xdotool("search", "--name", "^panel$")
        if not tray:
            return 0
        tree = subprocess.run(
            ["xwininfo", "-tree", "-id", tray.split()[0]],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return icons_in(tree.stdout)

    def windows_of(self, pid: int) -> list[str]:
        """The windows of a program that can be seen, not counting its icon in the tray."""
        seen = self.xdotool("search", "--onlyvisible", "--pid", str(pid)).split()
        return [each for each in seen if self._size(each).get("WIDTH", 0) > LARGEST_ICON]

    def close_window(self, window: str) -> None:
        """Let the window manager ask a window to close, as its button does."""
        subprocess.run(["wmctrl", "-i", "-c", hex(int(window))], env=self.environment, check=True)

    def click(self, window: str, x: int, y: int) -> None:
        """Click at a place in a window; from its right or bottom edge if below zero."""
        size = self._size(window)
        place = (x % size["WIDTH"], y % size["HEIGHT"])
        self.xdotool("mousemove", "--window", window, *map(str, place), "click", "1")

    def home(self, name: str) -> dict[str, str]:
        """The environment with a new home."""
        folder = self._folder / name
        folder.mkdir(mode=0o700)
        return self.environment | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}

    def _open(self) -> None:
        for bus in ("SESSION", "SYSTEM"):
            self.environment[f"DBUS_{bus}_BUS_ADDRESS"] = self._bus(bus.lower())
        # Settings of GNOME in a file of the home, instead of asking a service that is not there.
        self.environment["GSETTINGS_BACKEND"] = "keyfile"
        super()._open()
        command = ["trayer", "--edge", "top", "--align", "left", "--widthtype", "request"]
        self._start([*command, "--heighttype", "pixel", "--height", "24"])
        wait_for(lambda: bool(self.xdotool("search", "--name", "^panel$")), "trayer did not start")

    def _bus(self, name: str) -> str:
        config = self._folder / f"{name}-bus.conf"
        config.write_text(_BUS.format(folder=self._folder))
        reading, writing = os.pipe()
        command = ["dbus-daemon", "--nofork", f"--config-file={config}"]
        self._start([*command, f"--print-address={writing}"], (writing,))
        os.close(writing)
        with os.fdopen(reading) as addresses:
            return addresses.readline().strip()

    def _size(self, window: str) -> dict[str, int]:
        """By name; nothing of a window that has just gone."""
        said = self.xdotool("getwindowgeometry", "--shell", window).splitlines()
        return {name: int(value) for name, _, value in (line.partition("=") for line in said)}


def icons_in(tree: str) -> int:
    """The number of icons in a tray, from `xwininfo -tree`: its children that are not specks."""
    found = 0
    for line in tree.splitlines():
        is_child = line.startswith(" " * 5 + "0x")
        size = next((word for word in line.split() if "x" in word and "+" in word), "")
        if is_child and size and int(size.split("x")[0]) > SPECK:
            found += 1
    return found
