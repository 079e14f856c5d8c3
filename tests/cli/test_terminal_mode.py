"""A terminal gives single keys, also to a program that was stopped, and is itself afterwards."""

import os
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import pty
import termios

from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]

READS = """
import os
from backease_desktop.cli.terminal_mode import single_keys
give_back = single_keys(0)
print("asked", flush=True)
try:
    print("read", os.read(0, 1).decode(), flush=True)
except OSError:
    pass
give_back()
"""

IN_THE_BACKGROUND = """
import subprocess, sys
done = subprocess.run([sys.executable, "-c", {reads!r}], process_group=0, timeout={patience})
print("ended", done.returncode, flush=True)
"""


def start(program: str) -> tuple[int, int]:
    """A program of Python in a terminal of its own: its id, and our end."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        os.execv(sys.executable, [sys.executable, "-c", program])
    return pid, terminal


def hear(terminal: int, word: str) -> str:
    """What is written up to the line that ends with a word: who still writes would meet our end."""
    heard = ""
    while f"{word}\r\n" not in heard:
        heard += os.read(terminal, 1024).decode()
    return heard


def set_line_by_line(terminal: int) -> None:
    """Do what a shell does when it takes the terminal back."""
    mode = termios.tcgetattr(terminal)
    mode[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, mode)


def is_line_by_line(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ICANON)


def code_of(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_it_gives_single_keys_and_is_as_before_afterwards() -> None:
    pid, terminal = start(READS)
    hear(terminal, "asked")
    assert not is_line_by_line(terminal)

    os.write(terminal, b"n")

    assert hear(terminal, "read n").count("n") == 1  # the key itself is not shown
    assert code_of(pid) == 0
    assert is_line_by_line(terminal)
    os.close(terminal)


def test_after_a_stop_it_gives_single_keys_again() -> None:
    pid, terminal = start(READS)
    hear(terminal, "asked")
    set_line_by_line(terminal)

    os.kill(pid, signal.SIGCONT)
    os.write(terminal, b"n")

    hear(terminal, "read n")
    assert code_of(pid) == 0
    os.close(terminal)


def test_one_that_is_gone_is_given_back_without_a_word() -> None:
    pid, terminal = start(READS)
    hear(terminal, "asked")

    os.close(terminal)

    assert code_of(pid) == 0


def test_in_the_background_it_is_left_alone() -> None:
    reads = READS.replace("os.read(0, 1)", "b'nothing'")  # reading would stop it
    pid, terminal = start(IN_THE_BACKGROUND.format(reads=reads, patience=PATIENCE_S))

    hear(terminal, "ended 0")

    assert is_line_by_line(terminal)
    assert code_of(pid) == 0
    os.close(terminal)
