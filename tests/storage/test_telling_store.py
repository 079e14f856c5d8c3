"""What cannot be saved is told, and nothing else stops."""

import errno
import os

import pytest

from backease_desktop.storage.telling_store import TellingStore


class Disk:
    """Takes what is written until it is full."""

    def __init__(self) -> None:
        self.is_full = False
        self.written: list[str] = []

    def save(self, value: str) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.written.append(value)


def test_what_can_be_saved_is_saved_without_a_word() -> None:
    disk, told = Disk(), list[str]()
    TellingStore(disk, "settings", told.append).save("dark")
    assert (disk.written, told) == (["dark"], [])


def test_a_full_disk_is_told_once_with_its_reason_until_there_was_room_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    disk, told = Disk(), list[str]()
    store = TellingStore(disk, "settings", told.append)
    disk.is_full = True
    store.save("dark")
    store.save("light")
    assert len(told) == 1
    assert "settings" in told[0]
    assert "No space left on device" in told[0]
    disk.is_full = False
    store.save("dark")
    disk.is_full = True
    store.save("light")
    assert len(told) == 2
    assert disk.written == ["dark"]
    assert caplog.text.count("settings cannot be saved") == 3
