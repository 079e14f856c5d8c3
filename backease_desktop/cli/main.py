"""The command `backease`: its options, and how every problem of a command reaches the person.

Exit codes: 0 for success, 1 for a problem that was reported, 2 for wrong usage. Problems go to
stderr, a readable line each; no traceback reaches a user.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from backease_desktop import __version__
from backease_desktop.cli.commands import CHILDREN, COMMANDS, Run, window
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable

_BOX_OF_A_PROBLEM = 0x10
"""Windows' number for a box with the sign of an error and one button."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0] in CHILDREN:
        return CHILDREN[given[0]](given[1:])
    # Not `set_defaults`: that would give the commands' own parsers the defaults, too, and an option
    # before the command would be forgotten.
    options = _parser().parse_args(given, argparse.Namespace(profile=None, event_log=None))
    try:
        run: Run = options.run
        code = run(options)
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


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        help="keep all data of this run (settings, history, clips, logs) under DIR",
    )
    shared.add_argument(
        "--event-log", type=Path, metavar="FILE", help="append what happens to FILE as JSON lines"
    )
    parser = argparse.ArgumentParser(
        prog="backease",
        description="Reminds desk workers to stretch and guides back exercises by voice. "
        "Without a command it opens the window, or brings the running one forward.",
        epilog="example: backease --start desk-chair-2",
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"BackEase Desktop {__version__}")
    parser.add_argument("--start", metavar="ROUTINE", help="open and start a routine at once")
    parser.add_argument("--show", metavar="ROUTINE", help="open at a routine")
    parser.add_argument(
        "--open",
        type=Path,
        nargs="?",  # a menu entry leaves it out where there is no file
        metavar="FILE",
        help="open a file that others gave you",
    )
    parser.add_argument(
        "--background",
        action="store_true",
        help="stay without a window and remind, as after a start at login",
    )
    parser.set_defaults(run=window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(
            command.name,
            help=command.does,
            description=command.does[0].upper() + command.does[1:] + ".",
            epilog=f"example: backease {command.example}",
            parents=[shared],
        )
        command.add_words(own)
        own.set_defaults(run=command.run)
    return parser
