"""Ctrl+C while something is loaded ends the program, is never swallowed, and shows no traceback."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from backease_desktop.cli.while_loading import ended_by_ctrl_c

SWALLOWS = """
import os, signal
from backease_desktop.cli.while_loading import ended_by_ctrl_c

def load():  # as the import hook of PySide6 does
    try:
        os.kill(os.getpid(), signal.SIGINT)
        sum(range(1000))
    except BaseException:
        pass

signal.signal(signal.SIGINT, {handler})
with ended_by_ctrl_c():
    load()
print("ran on")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal there")
@pytest.mark.parametrize(
    ("handler", "code", "said"),
    [("signal.default_int_handler", -signal.SIGINT, ""), ("signal.SIG_IGN", 0, "ran on\n")],
)
def test_what_swallows_exceptions_does_not_swallow_ctrl_c(
    handler: str, code: int, said: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SWALLOWS.format(handler=handler)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (code, said)


STARTS = """
import os, signal, sys

class Presses:  # at the moment when something begins to be loaded
    def find_spec(self, name, path=None, target=None):
        if name == {loaded!r}:
            os.kill(os.getpid(), signal.SIGINT)
            sum(range(1000))

sys.meta_path.insert(0, Presses())
from backease_desktop.cli.main import main
sys.exit(main({words!r}))
"""

LOADED = {
    "backease_desktop.cli.run": "list",
    "backease_desktop.core.plain_text": "list",
    "backease_desktop.cli.commands": "list",
    "backease_desktop.cli.typed": "list",
    "backease_desktop.cli.catalogue_commands": "list",
    "backease_desktop.cli.window_command": "",
    "PySide6.QtWidgets": "",
    "backease_desktop.bootstrap.window": "",
    "shiboken6": "list",
    "PySide6.QtCore": "list",
    "PySide6.QtGui": "sheet desk-chair-2 --pdf x.pdf",
    "backease_desktop.cli.play_command": "play --text",
    "backease_desktop.speech.choir": "--speech-child",
}
"""What is loaded on the way to a command, and the words of the command."""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal there")
@pytest.mark.parametrize("loaded", LOADED)
def test_whatever_is_being_loaded_ctrl_c_ends_it_without_a_traceback(
    loaded: str, tmp_path: Path
) -> None:
    words = [*LOADED[loaded].split(), "--profile", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-c", STARTS.format(loaded=loaded, words=words)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_afterwards_ctrl_c_is_pythons_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with ended_by_ctrl_c():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
