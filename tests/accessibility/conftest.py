import time
from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def until() -> Callable[[Callable[[], Any]], None]:
    """Ask another program until something is so; it has half a minute, and needs little of it."""

    def wait(condition: Callable[[], Any]) -> None:
        deadline = time.monotonic() + 30
        while not condition():
            assert time.monotonic() < deadline, "it did not become so within half a minute"

    return wait
