"""How often most lines ask for."""

import pytest

from backease_desktop.core.paste.often import Asked, asked_of
from backease_desktop.core.paste.read import read_text
from tests.core.paste.test_lines import words


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Bridge 3x10\nPlank 30 s", None),
        ("Bridge 3x10 daily\nPlank 30 s", Asked(1)),
        ("Bridge x10 bd\nPlank 30 s bd\nBird dog 10 reps daily", Asked(2)),
        ("Bridge x10 bd\nBird dog 10 reps daily", Asked(1)),
        ("Bridge x10 3-4 times a day", Asked(3)),
        ("Bridge x10, Mon/Wed/Fri", Asked(None, 3)),
        ("Do these twice a day\nBridge 3x10", None),
    ],
)
def test_what_most_lines_say_counts_and_of_two_the_lesser(text: str, asked: Asked | None) -> None:
    assert asked_of(read_text(text, words())) == asked
