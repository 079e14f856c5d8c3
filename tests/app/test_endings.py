"""Every signal is an orderly end: `endings` says what that means, and does it more often."""

import os
import signal
from pathlib import Path

import pytest

from tests.app.endings import WAYS, ended

pytestmark = [
    pytest.mark.starts_programs,
    pytest.mark.skipif(os.name != "posix", reason="signals of Unix"),
]


@pytest.mark.parametrize(
    ("way", "name", "after_ms"),
    [
        *((way, "SIGTERM", 300) for way in WAYS),
        ("session", "SIGINT", 0),
        ("session", "SIGINT", 1500),
        ("session", "SIGHUP", 40),
        ("tray", "SIGINT", 0),
        ("terminal", "SIGHUP", 10),
        ("terminal", "SIGINT", 100),
        ("terminal", "SIGQUIT", 200),
    ],
)
def test_whatever_is_on_a_signal_ends_it_in_order(
    tmp_path: Path, way: str, name: str, after_ms: int
) -> None:
    assert ended(tmp_path, way, signal.Signals[name], after_ms).faults == ()
