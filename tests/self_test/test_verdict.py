"""How checks come out."""

import pytest

from backease_desktop.self_test.verdict import Broken, Lacking, Result, Verdict, judged


def test_a_check_that_returns_is_good() -> None:
    assert judged("voice", lambda: "it speaks") == Result("voice", Verdict.GOOD, "it speaks")


@pytest.mark.parametrize(
    ("error", "verdict", "detail"),
    [
        (Lacking("no tray", "reminders come all the same"), "warning", "no tray; reminders"),
        (Broken("no font", "install one"), "FAILED", "no font; install one"),
        (KeyError("what"), "FAILED", "KeyError: 'what'"),
    ],
    ids=lambda value: str(value),
)
def test_a_check_that_raises_is_told_with_what_to_do(
    error: Exception, verdict: str, detail: str
) -> None:
    def check() -> str:
        raise error

    result = judged("x", check)

    assert result.verdict == verdict
    assert result.detail.startswith(detail)
