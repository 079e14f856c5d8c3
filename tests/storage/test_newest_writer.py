"""A disk that is slow keeps nobody waiting, and what was wanted last is what stands there."""

import threading
from dataclasses import dataclass, field

from backease_desktop.storage.newest_writer import NewestWriter
from tests.patience import PATIENCE_S


@dataclass
class SlowDisk:
    """Writes nothing until it is let."""

    may_go_on: threading.Event = field(default_factory=threading.Event)
    has_begun: threading.Event = field(default_factory=threading.Event)
    written: list[int] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)

    def save(self, value: int) -> None:
        self.threads.add(threading.current_thread().name)
        self.has_begun.set()
        assert self.may_go_on.wait(PATIENCE_S)
        self.written.append(value)


def test_a_disk_that_stands_still_keeps_nobody_waiting() -> None:
    """Were it written by whoever asks, the first `save` would not come back."""
    disk = SlowDisk()
    writer = NewestWriter(disk)
    writer.save(1)
    assert disk.has_begun.wait(PATIENCE_S)
    for value in range(2, 100):
        writer.save(value)
    assert disk.written == []
    disk.may_go_on.set()
    writer.close()
    assert disk.written == [1, 99]  # of those that had to wait the newest
    assert threading.current_thread().name not in disk.threads


def test_what_was_saved_last_is_written_when_it_is_closed() -> None:
    disk = SlowDisk()
    disk.may_go_on.set()
    writer = NewestWriter(disk)
    for value in range(50):
        writer.save(value)
    writer.close()
    assert disk.written[-1] == 49
    assert disk.written == sorted(disk.written)


def test_it_can_be_used_again_after_it_was_closed() -> None:
    disk = SlowDisk()
    disk.may_go_on.set()
    writer = NewestWriter(disk)
    writer.close()
    writer.save(7)
    writer.close()
    writer.close()
    assert disk.written == [7]


def test_no_thread_is_left_after_it_was_closed() -> None:
    disk = SlowDisk()
    disk.may_go_on.set()
    before = set(threading.enumerate())
    writer = NewestWriter(disk)
    writer.save(1)
    writer.close()
    assert set(threading.enumerate()) <= before
