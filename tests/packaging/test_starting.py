"""What the set-up script makes of the words it is given."""

import pytest
from steps.commands import cores, in_terminal, side_by_side


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        ([], ["play", "--text"]),
        (["--start", "desk"], ["play", "desk", "--text"]),
        (["--profile=p", "--start=desk"], ["--profile", "p", "play", "desk", "--text"]),
        (["--event-log", "log"], ["--event-log", "log", "play", "--text"]),
    ],
)
def test_what_would_open_the_window_can_play_in_the_terminal(
    words: list[str], turned: list[str]
) -> None:
    assert in_terminal(words) == turned


@pytest.mark.parametrize(
    "words", [["list", "--json"], ["--profile", "p", "list"], ["--version"], ["--help"]]
)
def test_a_command_without_a_window_is_left_alone(words: list[str]) -> None:
    assert in_terminal(words) == []


def test_the_tests_use_every_core_and_one_core_needs_no_second_process() -> None:
    assert side_by_side(1) == []
    assert side_by_side(4) == ["-n", "4"]
    assert cores() >= 1
