"""What the command `backease` runs, and how every problem of it reaches the person.

Exit codes: 0 for success, 1 for a problem that was reported, 2 for wrong usage. Problems go to
stderr, a readable line each; no traceback reaches a user.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from backease_desktop.cli.plain_start import plain_start
from backease_desktop.cli.while_loading import ended_by_ctrl_c
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable

if TYPE_CHECKING:
    import argparse

_BOX_OF_A_PROBLEM = 0x10
"""Windows' number for a box with the sign of an error and one button."""


def run(given: Sequence[str]) -> int:
    """Run a command, given as its words; returns its exit code."""
    return _done(lambda: _load(given)())


def _load(given: Sequence[str]) -> Callable[[], int]:
    """Load what the words ask for; what is returned runs it."""
    with ended_by_ctrl_c():
        if (asked := plain_start(given)) is not None:
            from backease_desktop.cli.window_command import open_window

            return lambda: open_window(asked)
        from backease_desktop.cli.commands import CHILDREN

        if given and given[0] in CHILDREN:
            run_child = CHILDREN[given[0]]()
            return lambda: run_child(given[1:])
        # A command says itself what a person must know; a log is for the program that stays.
        import logging

        from backease_desktop.cli.typed import read

        logging.getLogger("backease_desktop").addHandler(logging.NullHandler())
        typed = read(given)
        run_command: Callable[[argparse.Namespace], int] = typed.load()
        return lambda: run_command(typed)


def _done(run: Callable[[], int]) -> int:
    """Run it; its exit code. Whatever goes wrong is told in a line."""
    try:
        try:
            code = run()
        except SystemExit:  # so end --help, --version and wrong words
            _flush()
            raise
        _flush()
        return code
    except ReportedError as problem:
        tell(printable(" ".join(str(problem).split())))
        return 1
    except ImportError as error:
        # Loaded where something is wrong, which a start that goes well never pays for.
        from backease_desktop.system.needs.libraries import why_not_loaded

        tell(why_not_loaded(error))
        return 1
    except BrokenPipeError:  # the reader of our output has seen enough
        _write_no_more()
        return 0
    except OSError as error:
        _write_no_more()
        what = printable(str(error.filename or "the output"))
        tell(f"{what}: {error.strerror}")
        return 1
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 1


def tell(problem: str) -> None:
    """Tell the person: on stderr, or in a box where a start on Windows has no console."""
    if sys.stderr is not None:
        with suppress(OSError):  # the terminal was closed: nobody is there to be told
            print(f"backease: {problem}", file=sys.stderr)
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, problem, "BackEase", _BOX_OF_A_PROBLEM)


def _flush() -> None:
    """Hand over what was printed, while a reader that has gone can still be told from an error."""
    if sys.stdout is not None:  # as it is on Windows without a console
        sys.stdout.flush()


def _write_no_more() -> None:
    """Let go of what the output did not take; Python would complain of it once more at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
