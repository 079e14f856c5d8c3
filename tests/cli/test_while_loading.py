"""Ctrl+C while Qt is loaded is never swallowed, and is Python's again afterwards."""

import signal
import subprocess
import sys

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


def test_afterwards_ctrl_c_is_pythons_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with ended_by_ctrl_c():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
