"""Every key in one table: the window, the overlay of keys and the README are made from it.

Rules:
1. A key means the same everywhere, or something only in one place (`Where`).
2. Media keys and the keys of a presenter's clicker stand beside the letters that they equal.
3. What is shown is the first key; the overlay shows them all except those without a cap.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
"""Keys that ask for nothing by themselves: Ctrl+1 begins with one of them."""


class Where(StrEnum):
    """Where a key counts."""

    SESSION = "session"
    HOME = "home"
    PAGES = "pages"
    ANYWHERE = "anywhere"


class Command(StrEnum):
    """What a key or a button asks for; the last ones have no key of their own."""

    PAUSE = "pause"
    NEXT = "next"
    NEXT_EXERCISE = "next_exercise"
    PREVIOUS = "previous"
    AGAIN = "again"
    EXTEND = "extend"
    HURTS = "hurts"
    VOICE = "voice"
    CAPTIONS = "captions"
    ADJUST = "adjust"
    LEAVE = "leave"
    FULL_SCREEN = "full_screen"
    START_SET = "start_set"
    ANOTHER = "another"
    SEARCH = "search"
    PAGE = "page"
    KEYS = "keys"
    QUIT = "quit"
    RESUME = "resume"
    EASIER = "easier"
    NUMB = "numb"
    TAKE_BACK = "take_back"
    REARRANGE = "rearrange"
    HELP = "help"
    END = "end"
    REPEAT = "repeat"
    DONE = "done"
    SILENCE = "silence"


class Wish(msgspec.Struct, frozen=True):
    """A command with its number: of the desk set or of the page, from 1; else 0."""

    command: Command
    number: int = 0


class Binding(msgspec.Struct, frozen=True):
    """A line of the table.

    Attributes:
        command: what is asked for; label: in words.
        keys: as `QKeySequence` reads them.
        shown: the caps that are shown, where they are not the keys one by one.
        is_numbered: each key stands for its place in `keys`.
    """

    command: Command
    label: object  # what QT_TRANSLATE_NOOP is typed as; a string
    where: Where
    keys: tuple[str, ...]
    shown: tuple[str, ...] = ()
    is_numbered: bool = False


_DIGITS = tuple(str(number) for number in range(1, 10))

BINDINGS = (
    Binding(
        Command.PAUSE,
        QT_TRANSLATE_NOOP("keys", "Pause and go on"),
        Where.SESSION,
        ("Space", ".", "Toggle Media Play/Pause", "Media Play", "Media Pause"),
        ("Space", "."),
    ),
    Binding(
        Command.NEXT,
        QT_TRANSLATE_NOOP("keys", "Skip to what comes next"),
        Where.SESSION,
        ("Right", "N", "PgDown", "Media Next"),
        ("→", "N", "Page ↓"),
    ),
    Binding(
        Command.NEXT_EXERCISE,
        QT_TRANSLATE_NOOP("keys", "Next exercise"),
        Where.SESSION,
        ("Shift+Right", "Shift+N"),
        ("Shift →",),
    ),
    Binding(
        Command.PREVIOUS,
        QT_TRANSLATE_NOOP("keys", "Back"),
        Where.SESSION,
        ("Left", "P", "PgUp", "Media Previous"),
        ("←", "P", "Page ↑"),
    ),
    Binding(
        Command.AGAIN,
        QT_TRANSLATE_NOOP("keys", "This exercise again"),
        Where.SESSION,
        ("A",),
    ),
    Binding(
        Command.EXTEND,
        QT_TRANSLATE_NOOP("keys", "Ten seconds more"),
        Where.SESSION,
        ("+", "="),
        ("+",),
    ),
    Binding(Command.HURTS, QT_TRANSLATE_NOOP("keys", "It hurts"), Where.SESSION, ("H",)),
    Binding(Command.VOICE, QT_TRANSLATE_NOOP("keys", "Voice on or off"), Where.SESSION, ("M",)),
    Binding(
        Command.CAPTIONS, QT_TRANSLATE_NOOP("keys", "Captions on or off"), Where.SESSION, ("C",)
    ),
    Binding(Command.ADJUST, QT_TRANSLATE_NOOP("keys", "Sound and effort"), Where.SESSION, ("S",)),
    Binding(
        Command.LEAVE,
        QT_TRANSLATE_NOOP("keys", "Leave full screen, end the session (twice)"),
        Where.SESSION,
        ("Esc", "Media Stop"),
        ("Esc",),
    ),
    Binding(
        Command.FULL_SCREEN,
        QT_TRANSLATE_NOOP("keys", "Full screen"),
        Where.SESSION,
        ("F", "F5", "F11"),
    ),
    Binding(
        Command.START_SET,
        QT_TRANSLATE_NOOP("keys", "Start what fits now, or the card with that number"),
        Where.HOME,
        _DIGITS,
        ("1 – 9",),
        is_numbered=True,
    ),
    Binding(Command.ANOTHER, QT_TRANSLATE_NOOP("keys", "Another one"), Where.HOME, ("O",)),
    Binding(Command.SEARCH, QT_TRANSLATE_NOOP("keys", "Search"), Where.PAGES, ("/", "Ctrl+F")),
    Binding(
        Command.PAGE,
        QT_TRANSLATE_NOOP("keys", "Go to a page"),
        Where.PAGES,
        tuple(f"Ctrl+{digit}" for digit in _DIGITS),
        ("Ctrl 1 – 9",),
        is_numbered=True,
    ),
    Binding(Command.KEYS, QT_TRANSLATE_NOOP("keys", "Show the keys"), Where.ANYWHERE, ("F1", "?")),
    Binding(Command.QUIT, QT_TRANSLATE_NOOP("keys", "Quit"), Where.ANYWHERE, ("Ctrl+Q",)),
)

IN_SESSION = frozenset(one.command for one in BINDINGS if one.where is Where.SESSION)
"""What the keys of a session ask for."""

_PLACES = {
    Where.SESSION: QT_TRANSLATE_NOOP("keys", "In a session"),
    Where.HOME: QT_TRANSLATE_NOOP("keys", "On Play"),
    Where.PAGES: QT_TRANSLATE_NOOP("keys", "On every page"),
    Where.ANYWHERE: QT_TRANSLATE_NOOP("keys", "Everywhere"),
}


def wish_for(key: QKeyCombination, where: Where) -> Wish | None:
    """What a key asks for in a place, None if nothing.

    Args:
        key: as the event has it.
        where: `SESSION`, `HOME`, or `PAGES` for any other page.
    """
    sequence = QKeySequence(_plain(key))
    for binding in BINDINGS:
        if binding.where in _counting(where):
            for number, name in enumerate(binding.keys, 1):
                if QKeySequence(name) == sequence:
                    return Wish(binding.command, number if binding.is_numbered else 0)
    return None


def caps(binding: Binding) -> tuple[str, ...]:
    """The caps that are shown for a binding."""
    return binding.shown or binding.keys


def cap(command: Command) -> str:
    """The cap that stands beside a button of that command."""
    return next(caps(binding)[0] for binding in BINDINGS if binding.command is command)


def label(binding: Binding) -> str:
    """What a binding does, in the language of the screen."""
    return QCoreApplication.translate("keys", str(binding.label))


def place(where: Where) -> str:
    """Where a binding counts, in the language of the screen."""
    return QCoreApplication.translate("keys", str(_PLACES[where]))


def by_place() -> Iterable[tuple[Where, tuple[Binding, ...]]]:
    """The table in its order, by place."""
    for where in Where:
        yield where, tuple(binding for binding in BINDINGS if binding.where is where)


def as_markdown() -> str:
    """The table for the README."""
    lines = ["| Where | Key | Does |", "|---|---|---|"]
    for where, bindings in by_place():
        for binding in bindings:
            keys = " or ".join(f"`{cap}`" for cap in caps(binding))
            lines.append(f"| {place(where)} | {keys} | {label(binding)} |")
    return "\n".join(lines) + "\n"


def _counting(where: Where) -> tuple[Where, ...]:
    if where is Where.SESSION:
        return Where.SESSION, Where.ANYWHERE
    if where is Where.HOME:
        return Where.HOME, Where.PAGES, Where.ANYWHERE
    return Where.PAGES, Where.ANYWHERE


def _plain(key: QKeyCombination) -> QKeyCombination:
    """Without what a layout needs to reach a sign: Shift for `?` and `+`, the keypad for digits."""
    modifiers = key.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_sign = 0x21 <= key.key() <= 0x2F or 0x3A <= key.key() <= 0x40
    if is_sign:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeyCombination(modifiers, key.key())
