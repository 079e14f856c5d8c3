"""The list of commands: what each is called, what it does, and what runs it.

Rules:
    * Every command stands here, the hidden ones too. A module is named by an import statement, not
      by a text that is put together, so that a frozen program has all of them.
    * The import stands inside the function that loads the command, so that `backease list` need not
      load a window; what runs it is returned, so that Ctrl+C ends whatever is being loaded.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from backease_desktop.cli import words
from backease_desktop.own_program import SCREEN_CHILD, SPEECH_CHILD

Run = Callable[[argparse.Namespace], int]
"""Runs a command with its options; returns the exit code."""

RunChild = Callable[[Sequence[str]], int]
"""Runs what the program has started of itself, with the words behind the first one."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that people type.

    Attributes:
        name: its word.
        does: what it does, for `backease --help`.
        example: what stands behind `backease`, for its own help.
        add_words: gives its parser the words it knows.
        load: loads what runs it.
    """

    name: str
    does: str
    example: str
    add_words: Callable[[argparse.ArgumentParser], None]
    load: Callable[[], Run]


def window() -> Run:
    """What runs without a command."""
    from backease_desktop.cli.window_command import window

    return window


def _list() -> Run:
    from backease_desktop.cli.catalogue_commands import list_routines

    return list_routines


def _catalogue() -> Run:
    from backease_desktop.cli.catalogue_commands import catalogue

    return catalogue


def _timeline() -> Run:
    from backease_desktop.cli.catalogue_commands import timeline

    return timeline


def _compose() -> Run:
    from backease_desktop.cli.compose_command import compose

    return compose


def _plan() -> Run:
    from backease_desktop.cli.plan_command import plan

    return plan


def _figure() -> Run:
    from backease_desktop.bootstrap.overrides import tell_errors_of_overrides

    tell_errors_of_overrides()
    from backease_desktop.cli.figure_commands import figure

    return figure


def _sheet() -> Run:
    from backease_desktop.cli.figure_commands import sheet

    return sheet


def _play() -> Run:
    from backease_desktop.bootstrap.overrides import tell_errors_of_overrides

    tell_errors_of_overrides()
    from backease_desktop.cli.play_command import play

    return play


def _say() -> Run:
    from backease_desktop.cli.say_command import say

    return say


def _voice() -> Run:
    from backease_desktop.cli.voice_command import voice

    return voice


def _remind() -> Run:
    from backease_desktop.cli.remind_command import remind

    return remind


def _me() -> Run:
    from backease_desktop.cli.me_command import me

    return me


def _history() -> Run:
    from backease_desktop.cli.history_command import history

    return history


def _journal() -> Run:
    from backease_desktop.cli.history_command import journal

    return journal


def _import() -> Run:
    from backease_desktop.cli.import_command import bring_in

    return bring_in


def _export() -> Run:
    from backease_desktop.cli.export_command import export

    return export


def _desktop() -> Run:
    from backease_desktop.cli.desktop_command import desktop

    return desktop


def _policy() -> Run:
    from backease_desktop.cli.policy_command import policy

    return policy


def _self_test() -> Run:
    from backease_desktop.cli.self_test_command import self_test

    return self_test


def _speech_child() -> RunChild:
    from backease_desktop.speech.child import run

    return run


def _screen_child() -> RunChild:
    from backease_desktop.self_test.screen import run

    return run


COMMANDS = (
    Command(
        "list",
        "routines with minutes, places, equipment",
        "list --json",
        words.add_list_words,
        _list,
    ),
    Command(
        "catalogue",
        "check the catalogue or a pack, or export it as JSON",
        "catalogue check my-pack/",
        words.add_catalogue_words,
        _catalogue,
    ),
    Command(
        "timeline",
        "the cue sheet of a routine: everything that is said, and when",
        "timeline desk-chair-2 --rate 150 --dose gentle",
        words.add_timeline_words,
        _timeline,
    ),
    Command(
        "compose",
        "put a session together that fits the minutes and the place there are",
        "compose --minutes 5 --place chair --areas neck,shoulders",
        words.add_compose_words,
        _compose,
    ),
    Command(
        "plan",
        "six weeks from three answers: show it, start, change or stop it, prove its rules",
        "plan start --days 3 --minutes 10 --places chair,mat",
        words.add_plan_words,
        _plan,
    ),
    Command(
        "figure",
        "draw an exercise into a file, or watch it in a window while you edit",
        "figure bird-dog --png bird-dog.png --side left --theme dark",
        words.add_figure_words,
        _figure,
    ),
    Command(
        "sheet",
        "print a routine: figures, doses, sources",
        "sheet desk-chair-2 --pdf desk.pdf",
        words.add_sheet_words,
        _sheet,
    ),
    Command(
        "import",
        "bring in what others gave: a physio's text, a .backease file, a code's photo, open JSON",
        "import from-my-physio.txt --json",
        words.add_import_words,
        _import,
    ),
    Command(
        "export",
        "give a routine away: as a file, as a code to be photographed, as sound to take along",
        "export mat-12 --file mat-12.backease",
        words.add_export_words,
        _export,
    ),
    Command(
        "play",
        "play a routine in the terminal, with a countdown; works without a display",
        "play desk-chair-2 --text",
        words.add_play_words,
        _play,
    ),
    Command(
        "say",
        "speak a phrase, or write it to a file",
        'say "Switch sides."',
        words.add_say_words,
        _say,
    ),
    Command(
        "voice",
        "check that every phrase is in the voice pack, or render those that are not",
        "voice check",
        words.add_voice_words,
        _voice,
    ),
    Command(
        "remind",
        "talk to the running program about its reminders",
        "remind every 45m",
        words.add_remind_words,
        _remind,
    ),
    Command(
        "me",
        "what you say about yourself, and what that changes",
        "me add disc",
        words.add_me_words,
        _me,
    ),
    Command(
        "history",
        "what you did: list it, export it for other programs, import it again",
        "history export --format csv --since 2026-01-01 --out history.csv",
        words.add_history_words,
        _history,
    ),
    Command(
        "journal",
        "check that the files of your history are whole, on all devices",
        "journal check",
        words.add_journal_words,
        _journal,
    ),
    Command(
        "desktop",
        "put BackEase into your applications menu, or take it out",
        "desktop install",
        words.add_desktop_words,
        _desktop,
    ),
    Command(
        "policy",
        "what the organisation of this computer has set",
        "policy show",
        words.add_policy_words,
        _policy,
    ),
    Command(
        "self-test",
        "check whether this installation is sound",
        "self-test",
        words.add_no_words,
        _self_test,
    ),
)

CHILDREN: dict[str, Callable[[], RunChild]] = {
    SPEECH_CHILD: _speech_child,
    SCREEN_CHILD: _screen_child,
}
"""First words that the program says to itself when it starts a process of its own, frozen or not.

Nobody types them. What stands behind them is handed over as it is, and no parser is made.
"""
