"""Where programs are measured: a display of their own, a home of their own, no session bus.

Nothing of the user's is touched, and nothing of the user's desktop disturbs.
"""

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

SIZE = "1600x1000x24"
_LIMIT = 15.0
_NOT_THEIRS = (
    *("DBUS_", "WAYLAND_", "QT_", "PULSE_", "XDG_", "BACKEASE_"),
    *("PYTHON", "SBK_"),  # a start without bytecode, or with other bindings, is no start of ours
)
"""Variables of whoever measures that would change what is measured."""


class NotHereError(Exception):
    """A part cannot be measured on this machine; says what is missing."""


def require(*programs: str) -> None:
    """Go on only if these programs are installed.

    Raises:
        NotHereError: one of them is not.
    """
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        raise NotHereError(f"needs {' and '.join(missing)}")
    if not Path("/proc/self/smaps_rollup").exists():
        raise NotHereError("needs Linux, whose /proc tells what a program costs")


def wait_for(condition: Callable[[], bool], what: str, seconds: float = _LIMIT) -> None:
    """Wait until something is so.

    Raises:
        RuntimeError: it did not become so in time.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what} within {seconds:.0f} s")
        time.sleep(0.005)


class Stage:
    """A display with a window manager, and a folder that is everybody's home.

    Args:
        folder: an empty folder.

    Attributes:
        environment: what a program needs to run here.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(_NOT_THEIRS)
        }
        self.environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self.environment |= {"QT_QPA_PLATFORM": "xcb"}

    def __enter__(self) -> Self:
        require("Xvfb", "openbox")
        try:
            self._open()
        except RuntimeError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait()

    def xdotool(self, *words: str) -> str:
        """Do something with windows or keys; what xdotool prints."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def _open(self) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-noreset"]
        command += ["-nolisten", "tcp"]
        self._start(command, (writing,))
        os.close(writing)
        with os.fdopen(reading) as numbers:
            if not select.select([numbers], [], [], _LIMIT)[0]:
                raise RuntimeError("Xvfb did not start")
            self.environment["DISPLAY"] = f":{numbers.readline().strip()}"
        self._start(["openbox"])
        # Openbox is there when it answers for the display; without it nothing is minimised.
        if shutil.which("xdotool"):
            wait_for(self._has_window_manager, "openbox did not start")

    def _has_window_manager(self) -> bool:
        return bool(self.xdotool("get_desktop"))

    def _start(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        process = subprocess.Popen(
            command,
            env=self.environment,
            pass_fds=pass_fds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)
