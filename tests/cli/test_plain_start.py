"""The plainest starts are read by hand, and just as the parser would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.cli.plain_start import plain_start
from backease_desktop.cli.typed import read

WORDS = st.sampled_from(
    [
        *(
            "--profile",
            "--event-log",
            "--start",
            "--show",
            "--open",
            "--background",
            "list",
            "play",
            "--version",
        ),
        *("--profile=a", "--prof", "-h", "--", "a", "b c", "", "desk-chair-2", "--json"),
    ]
)


@given(st.lists(WORDS, max_size=6))
def test_what_is_read_by_hand_is_what_the_parser_reads(words: list[str]) -> None:
    plain = plain_start(words)
    if plain is not None:
        typed = read(words)
        for name in ("profile", "event_log", "start", "show", "open", "background"):
            assert getattr(plain, name) == getattr(typed, name)
        assert typed.load.__name__ == "window"


@pytest.mark.parametrize(
    "words",
    [[], ["--open"], ["--background"], ["--profile", "p", "--event-log", "e", "--start", "short"]],
)
def test_what_an_icon_and_a_login_ask_for_needs_no_parser(words: list[str]) -> None:
    assert plain_start(words) is not None


@pytest.mark.parametrize("words", [["list"], ["--start"], ["--start", "--background"], ["--help"]])
def test_everything_else_is_the_parsers(words: list[str]) -> None:
    assert plain_start(words) is None
