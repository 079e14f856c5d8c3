import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.patience import PATIENCE_S


@pytest.fixture
def until() -> Callable[[Callable[[], Any]], None]:
    """Ask another program until something is so; it needs little of its time."""

    def wait(condition: Callable[[], Any]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline, "it did not become so"

    return wait
