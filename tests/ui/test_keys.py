"""The one table of keys."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from backease_desktop.ui.keys import (
    BINDINGS,
    Command,
    Where,
    Wish,
    as_markdown,
    caps,
    label,
    wish_for,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, KEYPAD, CONTROL = (
    Modifier.ShiftModifier,
    Modifier.KeypadModifier,
    Modifier.ControlModifier,
)
PLACES = (Where.SESSION, Where.HOME, Where.PAGES)


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> QKeyCombination:
    return QKeyCombination(modifiers, key)


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: binding.command)
def test_every_key_of_the_table_is_one_that_qt_knows(binding) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for key in binding.keys:
        sequence = QKeySequence(key)
        assert sequence.count() == 1
        assert sequence[0].key() is not Key.Key_unknown


@pytest.mark.parametrize("where", PLACES)
def test_no_key_asks_for_two_things_in_one_place(where: Where) -> None:
    counted = {Where.ANYWHERE, where} | ({Where.PAGES} if where is Where.HOME else set())
    keys = [key for binding in BINDINGS if binding.where in counted for key in binding.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Key.Key_Space, Modifier.NoModifier, Command.PAUSE),
        (Key.Key_Period, Modifier.NoModifier, Command.PAUSE),
        (Key.Key_MediaTogglePlayPause, Modifier.NoModifier, Command.PAUSE),
        (Key.Key_MediaPlay, Modifier.NoModifier, Command.PAUSE),
        (Key.Key_Right, Modifier.NoModifier, Command.NEXT),
        (Key.Key_PageDown, Modifier.NoModifier, Command.NEXT),
        (Key.Key_MediaNext, Modifier.NoModifier, Command.NEXT),
        (Key.Key_Right, SHIFT, Command.NEXT_EXERCISE),
        (Key.Key_Left, Modifier.NoModifier, Command.PREVIOUS),
        (Key.Key_PageUp, Modifier.NoModifier, Command.PREVIOUS),
        (Key.Key_MediaPrevious, Modifier.NoModifier, Command.PREVIOUS),
        (Key.Key_A, Modifier.NoModifier, Command.AGAIN),
        (Key.Key_Plus, SHIFT, Command.EXTEND),
        (Key.Key_Plus, KEYPAD, Command.EXTEND),
        (Key.Key_H, Modifier.NoModifier, Command.HURTS),
        (Key.Key_F, Modifier.NoModifier, Command.FULL_SCREEN),
        (Key.Key_F5, Modifier.NoModifier, Command.FULL_SCREEN),
        (Key.Key_M, Modifier.NoModifier, Command.VOICE),
        (Key.Key_C, Modifier.NoModifier, Command.CAPTIONS),
        (Key.Key_Escape, Modifier.NoModifier, Command.LEAVE),
        (Key.Key_Question, SHIFT, Command.KEYS),
        (Key.Key_F1, Modifier.NoModifier, Command.KEYS),
    ],
)
def test_a_key_in_a_session_asks_for_its_command(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, command: Command
) -> None:
    assert wish_for(pressed(key, modifiers), Where.SESSION) == Wish(command)


def test_digits_start_sets_on_the_first_page_only() -> None:
    assert wish_for(pressed(Key.Key_3), Where.HOME) == Wish(Command.START_SET, 3)
    assert wish_for(pressed(Key.Key_3, KEYPAD), Where.HOME) == Wish(Command.START_SET, 3)
    assert wish_for(pressed(Key.Key_3), Where.PAGES) is None
    assert wish_for(pressed(Key.Key_3), Where.SESSION) is None


def test_a_slash_searches_on_pages_and_not_in_a_session() -> None:
    assert wish_for(pressed(Key.Key_Slash), Where.HOME) == Wish(Command.SEARCH)
    assert wish_for(pressed(Key.Key_Slash, SHIFT), Where.PAGES) == Wish(Command.SEARCH)
    assert wish_for(pressed(Key.Key_Slash), Where.SESSION) is None


def test_control_and_a_digit_go_to_a_page() -> None:
    assert wish_for(pressed(Key.Key_5, CONTROL), Where.HOME) == Wish(Command.PAGE, 5)


def test_a_letter_with_control_is_not_the_letter() -> None:
    assert wish_for(pressed(Key.Key_H, CONTROL), Where.SESSION) is None


def test_the_readme_table_holds_every_key_that_is_shown() -> None:
    table = as_markdown()
    for binding in BINDINGS:
        assert label(binding) in table
        assert all(f"`{cap}`" in table for cap in caps(binding))
    assert len(table.splitlines()) == len(BINDINGS) + 2
