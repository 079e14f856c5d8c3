"""What is typed behind `backease`: the options and commands, with their help."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from backease_desktop import __version__
from backease_desktop.cli.commands import COMMANDS, window


def read(given: Sequence[str]) -> argparse.Namespace:
    """What was typed; `load` of it loads what runs it. Wrong usage ends the process with code 2."""
    # Not `set_defaults`: that would give the commands' own parsers the defaults, too, and an option
    # before the command would be forgotten.
    return parser().parse_args(given, argparse.Namespace(profile=None, event_log=None))


def parser() -> argparse.ArgumentParser:
    """The one parser of all commands; man page and completions are made from it, too."""
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
    backease = argparse.ArgumentParser(
        prog="backease",
        description="Reminds desk workers to stretch and guides back exercises by voice. "
        "Without a command it opens the window, or brings the running one forward.",
        epilog="example: backease --start desk-chair-2",
        parents=[shared],
    )
    backease.add_argument("--version", action="version", version=f"BackEase Desktop {__version__}")
    backease.add_argument("--start", metavar="ROUTINE", help="open and start a routine at once")
    backease.add_argument("--show", metavar="ROUTINE", help="open at a routine")
    backease.add_argument(
        "--open",
        type=Path,
        nargs="?",  # a menu entry leaves it out where there is no file
        metavar="FILE",
        help="open a file that others gave you",
    )
    backease.add_argument(
        "--background",
        action="store_true",
        help="stay without a window and remind, as after a start at login",
    )
    backease.set_defaults(load=window)
    commands = backease.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(
            command.name,
            help=command.does,
            description=command.does[0].upper() + command.does[1:] + ".",
            epilog=f"example: backease {command.example}",
            parents=[shared],
        )
        command.add_words(own)
        own.set_defaults(load=command.load)
    return backease
