from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QObject

from tests.fakes.band import Band


@pytest.fixture
def band(
    bus_address: str, until: Callable[[Callable[[], bool]], None], qapp: QObject
) -> Iterator[Band]:
    with ExitStack() as stack:
        yield Band(bus_address, until, stack)
