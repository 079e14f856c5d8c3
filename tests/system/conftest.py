import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer

from backease_desktop.system.wire.dbus import Bus
from tests.fakes.desktop import BusService, private_bus
from tests.patience import PATIENCE_MS


@pytest.fixture
def until(qapp: QCoreApplication) -> Callable[[Callable[[], bool]], None]:
    """Let events happen until something is so; it needs little of its time."""

    def wait(condition: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(PATIENCE_MS)
        pulse = QTimer(interval=20)
        pulse.start()
        try:
            while not condition():
                assert not deadline.hasExpired(), "it did not become so"
                qapp.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        finally:
            pulse.stop()

    return wait


@pytest.fixture
def bus_address(tmp_path: Path) -> Iterator[str]:
    if not shutil.which("dbus-daemon"):
        pytest.skip("this machine has no dbus-daemon")
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def bus(bus_address: str, qapp: QCoreApplication) -> Iterator[Bus]:
    connection = Bus(bus_address)
    yield connection
    connection.close()


@pytest.fixture
def service(bus_address: str, qapp: QCoreApplication) -> Iterator[Callable[..., BusService]]:
    """Put services with recorded answers on the private bus."""
    with ExitStack() as stack:

        def make(name: str, answers: dict[str, Any]) -> BusService:
            made = BusService(bus_address, name, answers)
            stack.callback(made.close)
            return made

        yield make
