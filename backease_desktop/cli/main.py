"""The words of the command `backease`.

Exit codes: 0 for success, 1 for a problem that was reported, 2 for wrong usage. Problems go to
stderr, a readable line each; no traceback reaches a user. Each command's module is imported when
it is called, so that `backease list` need not load a window.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from backease_desktop import __version__
from backease_desktop.core.errors import ReportedError

DOSES = ("gentle", "standard", "full")
FASTEST = 1000.0
SMALLEST_PX, LARGEST_PX = 16, 8192

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    # Not `set_defaults`: that would give the commands' own parsers the defaults, too, and an option
    # before the command would be forgotten.
    options = _parser().parse_args(arguments, argparse.Namespace(profile=None, event_log=None))
    try:
        run: Run = getattr(import_module(f"backease_desktop.cli.{options.module}"), options.run)
        return run(options)
    except ReportedError as problem:
        print(f"backease: {problem}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 1


class _Commands:
    """Adds commands to the parser, each with an example in its help."""

    def __init__(self, parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
        self._commands = parser.add_subparsers(title="commands", metavar="COMMAND")
        self._shared = shared

    def add(
        self, name: str, module: str, run: str, does: str, example: str
    ) -> argparse.ArgumentParser:
        parser = self._commands.add_parser(
            name,
            help=does,
            description=does[0].upper() + does[1:] + ".",
            epilog=f"example: backease {example}",
            parents=[self._shared],
        )
        parser.set_defaults(module=module, run=run)
        return parser


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
    parser.add_argument(
        "--background",
        action="store_true",
        help="stay without a window and remind, as after a start at login",
    )
    parser.set_defaults(module="window_command", run="window")
    commands = _Commands(parser, shared)
    _add_catalogue_commands(commands)
    _add_drawing_commands(commands)
    _add_playing_commands(commands)
    return parser


def _add_catalogue_commands(commands: _Commands) -> None:
    listed = commands.add(
        "list",
        "catalogue_commands",
        "list_routines",
        "routines with minutes, places, equipment",
        "list --json",
    )
    listed.add_argument("--json", action="store_true", help="as JSON")
    catalogue = commands.add(
        "catalogue",
        "catalogue_commands",
        "catalogue",
        "check the catalogue or a pack, or export it as JSON",
        "catalogue check my-pack/",
    )
    catalogue.add_argument("what", choices=("check", "export", "schema"))
    catalogue.add_argument("path", nargs="?", type=Path, help="a pack's folder, for check")
    timeline = commands.add(
        "timeline",
        "catalogue_commands",
        "timeline",
        "the cue sheet of a routine: everything that is said, and when",
        "timeline desk-chair-2 --rate 150 --dose gentle",
    )
    timeline.add_argument("routine", metavar="ROUTINE")
    timeline.add_argument("--json", action="store_true", help="as JSON")
    timeline.add_argument("--rate", type=_whole(80, 400), metavar="WPM", help="words a minute")
    timeline.add_argument("--dose", choices=DOSES)
    timeline.add_argument("--voice", choices=("on", "off"), default="on")


def _add_drawing_commands(commands: _Commands) -> None:
    figure = commands.add(
        "figure",
        "figure_commands",
        "figure",
        "draw an exercise into a file, or watch it in a window while you edit",
        "figure bird-dog --png bird-dog.png --side left --theme dark",
    )
    figure.add_argument("exercise", metavar="ID", nargs="?", help="an exercise, or a YAML file")
    figure.add_argument("--all", type=Path, metavar="DIR", help="every exercise, into a folder")
    way = figure.add_mutually_exclusive_group()
    for kind in ("svg", "png"):
        way.add_argument(
            f"--{kind}",
            type=Path,
            nargs="?",
            const=Path(),
            metavar="FILE",
            help=f"write {kind.upper()}; - is standard output; without FILE, ID.{kind}",
        )
    way.add_argument(
        "--watch",
        action="store_true",
        help="a window that follows the file (if no file is written)",
    )
    figure.add_argument("--size", type=_size, metavar="WxH", help="pixels of a PNG")
    figure.add_argument("--keyframe", metavar="NAME", help="default: hold")
    figure.add_argument("--side", choices=("left", "right"), default="right")
    figure.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    sheet = commands.add(
        "sheet",
        "figure_commands",
        "sheet",
        "print a routine: figures, doses, sources",
        "sheet desk-chair-2 --pdf desk.pdf",
    )
    sheet.add_argument("routine", metavar="ROUTINE")
    sheet.add_argument("--pdf", type=Path, metavar="FILE", required=True)
    sheet.add_argument("--dose", choices=DOSES)
    sheet.add_argument("--paper", choices=("a4", "letter"), default="a4")


def _add_playing_commands(commands: _Commands) -> None:
    play = commands.add(
        "play",
        "play_command",
        "play",
        "play a routine in the terminal, with a countdown; works without a display",
        "play desk-chair-2 --text",
    )
    play.add_argument(
        "routine", metavar="ROUTINE", nargs="?", help="default: two minutes at the chair"
    )
    play.add_argument(
        "--text", action="store_true", help="as text; a session in the window is `backease --start`"
    )
    play.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help="N times as fast, mute"
    )
    play.add_argument("--mute", action="store_true", help="no sound")
    say = commands.add(
        "say", "say_command", "say", "speak a phrase, or write it to a file", 'say "Switch sides."'
    )
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--out", type=Path, metavar="FILE.wav", help="write it instead")
    say.add_argument("--rate", type=_whole(80, 400), metavar="WPM", help="words a minute")
    say.add_argument("--voice", metavar="ID", help="a voice of this system")
    remind = commands.add(
        "remind",
        "remind_command",
        "remind",
        "talk to the running program about its reminders",
        "remind every 45m",
    )
    remind.add_argument(
        "what",
        metavar="WHAT",
        choices=("status", "now", "every", "pause", "resume", "snooze", "done"),
        help="status: what comes next; now: call at once; every TIME: the minutes of the first "
        "reminder; pause TIME: be quiet; resume: end the pause; snooze TIME: put off what is due; "
        "done: you took a break that nobody saw",
    )
    remind.add_argument(
        "time", nargs="?", metavar="TIME", help="for every, pause and snooze: such as 45m or 1h"
    )
    commands.add(
        "self-test", "self_test_command", "self_test", "is this installation sound?", "self-test"
    )


def _whole(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number from {least} to {most}"
            )
        return int(text)

    return parse


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 800x660")
    size = int(width), int(height)
    if min(size) < SMALLEST_PX or max(size) > LARGEST_PX:
        raise argparse.ArgumentTypeError(f"{text!r} is not from {SMALLEST_PX} to {LARGEST_PX}")
    return size


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0, up to {FASTEST:.0f}")
    return speed
