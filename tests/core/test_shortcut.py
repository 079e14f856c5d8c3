"""The two shortcuts: each its own keys, shown as they are pressed."""

import re

from backease_desktop.core.fields import fields_of
from backease_desktop.core.settings import KeySettings
from backease_desktop.core.shortcut import Shortcut


def test_no_two_shortcuts_have_the_same_keys() -> None:
    assert len({shortcut.value.letter for shortcut in Shortcut}) == len(Shortcut)


def test_the_settings_name_exactly_the_keys_that_there_are() -> None:
    said = re.findall(r"Ctrl\+Alt\+\w", fields_of(KeySettings)["everywhere"].help)
    assert sorted(said) == sorted(shortcut.label for shortcut in Shortcut)
