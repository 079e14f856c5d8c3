"""`backease remind`: times, and a program that does not run."""

from pathlib import Path

import pytest

from backease_desktop.cli.main import main
from backease_desktop.cli.remind_command import minutes_of
from backease_desktop.core.errors import ReportedError


@pytest.mark.parametrize(("text", "minutes"), [("45m", 45), ("1h", 60), (" 2 H ", 120), ("5", 5)])
def test_times_are_minutes_or_hours(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", "0m", "soon", "-3m", "5d"])
def test_other_times_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ReportedError, match="such as 45m or 1h"):
        minutes_of(text)


def test_a_time_that_is_too_long_is_told_the_longest() -> None:
    with pytest.raises(ReportedError, match=r"longest is \d+h"):
        minutes_of("9999h")


@pytest.mark.parametrize("arguments", [["every"], ["pause"], ["status", "5m"]])
def test_a_time_where_it_does_not_belong_is_a_problem(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["remind", *arguments, "--profile", str(tmp_path)]) == 1
    assert "time" in capsys.readouterr().err
