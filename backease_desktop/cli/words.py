"""The words that each command knows; nothing that runs them."""

import argparse
from pathlib import Path

from backease_desktop.cli.values import day, listed, size, speed, whole

DOSES = ("gentle", "standard", "full")


def add_no_words(_parser: argparse.ArgumentParser) -> None:
    """A command that is complete by itself."""


def add_for_anybody(parser: argparse.ArgumentParser) -> None:
    """What leaves the person out of it."""
    parser.add_argument(
        "--for-anybody", action="store_true", help="as the article has it, not as it is for you"
    )


def add_routine(parser: argparse.ArgumentParser) -> None:
    """Which routine."""
    parser.add_argument("routine", metavar="ROUTINE", help="its id, as `backease list` says it")


def add_dose(parser: argparse.ArgumentParser) -> None:
    """How much of what its source allows is done."""
    parser.add_argument("--dose", choices=DOSES, help="the effort (default: as you have set it)")


def add_list_words(parser: argparse.ArgumentParser) -> None:
    """`backease list`."""
    add_for_anybody(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def add_catalogue_words(parser: argparse.ArgumentParser) -> None:
    """`backease catalogue`."""
    parser.add_argument(
        "what",
        choices=("check", "export", "schema"),
        help="check: what is wrong in it; export: all of it; schema: of its files, for editors",
    )
    parser.add_argument("path", nargs="?", type=Path, help="a pack's folder, for check")


def add_timeline_words(parser: argparse.ArgumentParser) -> None:
    """`backease timeline`."""
    add_routine(parser)
    add_for_anybody(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--rate", type=whole(80, 400), metavar="WPM", help="words a minute")
    add_dose(parser)
    parser.add_argument(
        "--voice", choices=("on", "off"), default="on", help="off: a tone in place of words"
    )
    parser.add_argument(
        "--met",
        type=whole(0, 1000),
        metavar="N",
        help="as told to whoever has met every exercise N times (as your profile says)",
    )


def add_compose_words(parser: argparse.ArgumentParser) -> None:
    """`backease compose`."""
    parser.add_argument(
        "--minutes", type=whole(1, 60), metavar="N", required=True, help="the time there is"
    )
    parser.add_argument(
        "--place", choices=("chair", "standing", "mat"), required=True, help="where it is done"
    )
    parser.add_argument(
        "--areas",
        type=listed,
        nargs="+",
        default=(),
        metavar="AREA",
        help="what it is for, such as neck,shoulders or 'lower back' (default: the whole back)",
    )
    parser.add_argument(
        "--with",
        dest="things",
        type=listed,
        nargs="+",
        default=(),
        metavar="THING",
        help="what is at hand beside chair, desk, wall and mat: towel, band, foam-roller, cushion",
    )
    parser.add_argument(
        "--seed",
        type=whole(0, 2**31),
        default=0,
        metavar="N",
        help="another number gives another session; the same number the same (default: 0)",
    )
    add_dose(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def add_plan_words(parser: argparse.ArgumentParser) -> None:
    """`backease plan`."""
    parser.add_argument(
        "what",
        choices=("show", "start", "change", "resume", "stop", "prove"),
        help="show: what is next; start, change: with days, minutes and places; resume: after it "
        "has stopped because of pain; stop: throw it away; prove: visit every state of its rules",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="prove: other rules")
    parser.add_argument("--days", type=whole(1, 7), metavar="N", help="days a week")
    parser.add_argument("--minutes", type=whole(5, 20), metavar="N", help="of a session")
    parser.add_argument(
        "--places",
        type=listed,
        metavar="PLACES",
        help="such as chair,mat; they take turns",
    )
    parser.add_argument("--json", action="store_true", help="show, prove: as JSON")


def add_figure_words(parser: argparse.ArgumentParser) -> None:
    """`backease figure`."""
    parser.add_argument("exercise", metavar="ID", nargs="?", help="an exercise, or a YAML file")
    parser.add_argument("--all", type=Path, metavar="DIR", help="every exercise, into a folder")
    one_of = parser.add_mutually_exclusive_group()
    for kind in ("svg", "png"):
        one_of.add_argument(
            f"--{kind}",
            type=Path,
            nargs="?",
            const=Path(),
            metavar="FILE",
            help=f"write {kind.upper()}; - is standard output; without FILE, ID.{kind}",
        )
    one_of.add_argument(
        "--watch",
        action="store_true",
        help="a window that follows the file (if no file is written)",
    )
    parser.add_argument("--size", type=size, metavar="WxH", help="pixels of a PNG")
    parser.add_argument("--keyframe", metavar="NAME", help="of the figure (default: hold)")
    sides, themes = ("left", "right"), ("light", "dark", "contrast")
    parser.add_argument("--side", choices=sides, default="right", help="that works")
    parser.add_argument("--theme", choices=themes, default="light", help="its colours")


def add_sheet_words(parser: argparse.ArgumentParser) -> None:
    """`backease sheet`."""
    add_routine(parser)
    add_for_anybody(parser)
    parser.add_argument("--pdf", type=Path, metavar="FILE", required=True, help="to print")
    add_dose(parser)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="its size")


def add_import_words(parser: argparse.ArgumentParser) -> None:
    """`backease import`."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a text, a .backease file, JSON, or a photo"
    )
    parser.add_argument(
        "--json", action="store_true", help="say as JSON what was read, and keep nothing"
    )
    parser.add_argument("--name", metavar="NAME", help="of the routine that a text becomes")
    parser.add_argument("--from", dest="sender", metavar="WHO", help="who gave you the text")


def add_export_words(parser: argparse.ArgumentParser) -> None:
    """`backease export`."""
    add_routine(parser)
    one_of = parser.add_mutually_exclusive_group(required=True)
    one_of.add_argument(
        "--file", "--pack", type=Path, metavar="FILE.backease", help="a file that others open"
    )
    one_of.add_argument(
        "--audio",
        type=Path,
        metavar="FILE.mp3",
        help="the session as it would sound for you, with chapters: .mp3, .opus or .wav",
    )
    one_of.add_argument("--qr", type=Path, metavar="FILE.png", help="a code that others photograph")
    parser.add_argument("--from", dest="sender", metavar="NAME", help="your name in the file")


def add_play_words(parser: argparse.ArgumentParser) -> None:
    """`backease play`."""
    parser.add_argument(
        "routine", metavar="ROUTINE", nargs="?", help="default: two minutes at the chair"
    )
    add_for_anybody(parser)
    parser.add_argument(
        "--text", action="store_true", help="as text; a session in the window is `backease --start`"
    )
    parser.add_argument(
        "--speed", type=speed, default=1.0, metavar="N", help="N times as fast, without sound"
    )
    parser.add_argument("--mute", action="store_true", help="no sound")


def add_say_words(parser: argparse.ArgumentParser) -> None:
    """`backease say`."""
    parser.add_argument("text", metavar="TEXT", help="the phrase, in quotes")
    parser.add_argument("--out", type=Path, metavar="FILE.wav", help="write it there instead")
    parser.add_argument("--rate", type=whole(80, 400), metavar="WPM", help="words a minute")
    parser.add_argument(
        "--voice", metavar="ID", help="a voice of this system; heart: the natural one"
    )


def add_voice_words(parser: argparse.ArgumentParser) -> None:
    """`backease voice`."""
    parser.add_argument(
        "what",
        choices=("check", "render"),
        help="check: is every phrase in the voice pack, and nothing else; render: make it so",
    )
    parser.add_argument("--json", action="store_true", help="check: as JSON")
    parser.add_argument(
        "--environment", type=Path, metavar="DIR", help="render: where the voice is installed"
    )
    parser.add_argument(
        "--install", action="store_true", help="render: make that environment first"
    )


def add_remind_words(parser: argparse.ArgumentParser) -> None:
    """`backease remind`."""
    parser.add_argument(
        "what",
        metavar="WHAT",
        choices=(
            "status",
            "now",
            "start",
            "snooze",
            "dismiss",
            "every",
            "pause",
            "resume",
            "done",
        ),
        help="status: what comes next; now: call at once; start, snooze [TIME], dismiss: answer a "
        "call; every TIME: the minutes of the first reminder; pause TIME: be quiet; resume: end "
        "the pause; done: you took a break that nobody saw",
    )
    parser.add_argument(
        "time", nargs="?", metavar="TIME", help="for every, pause and snooze: such as 45m or 1h"
    )


def add_me_words(parser: argparse.ArgumentParser) -> None:
    """`backease me`."""
    parser.add_argument(
        "what",
        choices=("show", "set", "add", "remove", "clear"),
        help="show: what is kept; set KEY VALUE: pregnancy-week, due-date, affected-side, "
        "rather-not (kneel, floor, wrists, prone; several with commas; none); add, remove "
        "CONDITION; clear: everything",
    )
    parser.add_argument("key", nargs="?", metavar="KEY", help="a key of set, or a condition")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="for set")
    parser.add_argument("--json", action="store_true", help="as JSON")


def add_history_words(parser: argparse.ArgumentParser) -> None:
    """`backease history`."""
    parser.add_argument(
        "what",
        choices=("list", "export", "import"),
        help="list: the sessions; export: for other programs; import: from another computer",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="for import: the JSON")
    parser.add_argument(
        "--format", choices=("csv", "json", "ics", "fit", "fhir"), default="json", help="for export"
    )
    parser.add_argument("--since", type=day, metavar="DATE", help="from this day on: 2026-01-31")
    parser.add_argument("--out", type=Path, metavar="FILE", help="export: into a file")


def add_journal_words(parser: argparse.ArgumentParser) -> None:
    """`backease journal`."""
    parser.add_argument("what", choices=("check",), help="look at every line")


def add_desktop_words(parser: argparse.ArgumentParser) -> None:
    """`backease desktop`."""
    parser.add_argument(
        "what", choices=("install", "remove"), help="install: into the menu; remove: out of it"
    )


def add_policy_words(parser: argparse.ArgumentParser) -> None:
    """`backease policy`."""
    parser.add_argument(
        "what", choices=("show", "schema"), help="show: what is set; schema: of policies.json"
    )
    parser.add_argument("--json", action="store_true", help="show: for programs")
