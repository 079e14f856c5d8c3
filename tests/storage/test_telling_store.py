"""What cannot be saved is told, and nothing else stops."""

import errno
import os

import pytest

from backease_desktop.storage.telling_store import TellingStore


class Disk:
    """Takes what is written until something is wrong with it."""

    def __init__(self) -> None:
        self.wrong = 0
        self.written: list[str] = []

    def save(self, value: str) -> None:
        if self.wrong:
            raise OSError(self.wrong, os.strerror(self.wrong))
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
    disk.wrong = errno.ENOSPC
    store.save("dark")
    store.save("light")
    assert len(told) == 1
    assert "settings" in told[0]
    assert "No space left on device" in told[0]
    disk.wrong = 0
    store.save("dark")
    disk.wrong = errno.ENOSPC
    store.save("light")
    assert len(told) == 2
    assert disk.written == ["dark"]
    assert caplog.text.count("settings cannot be saved") == 2


def test_another_reason_is_in_the_log_and_not_told_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    disk, told = Disk(), list[str]()
    store = TellingStore(disk, "settings", told.append)
    for number in (errno.ENOSPC, errno.ENOSPC, errno.EROFS, errno.EROFS):
        disk.wrong = number
        store.save("dark")

    assert len(told) == 1
    assert [os.strerror(errno.ENOSPC) in line for line in caplog.messages] == [True, False]
