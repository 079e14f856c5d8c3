"""Whether the files are whole."""

from pathlib import Path

from backease_desktop.core.journal.entries import DayMarked
from backease_desktop.storage.journal_check import check
from backease_desktop.storage.own_journal import OwnJournal
from tests.fakes.journal import DEVICE, MORNING, OTHER_DEVICE, FakeNow

ENTRY = DayMarked(day=MORNING.date(), mark="ill")


def test_whole_files_of_two_devices_are_counted(tmp_path: Path) -> None:
    for device in (DEVICE, OTHER_DEVICE):
        OwnJournal(tmp_path, device, FakeNow()).append(ENTRY)

    found = check(tmp_path)

    assert (found.devices, found.files, found.lines) == ((DEVICE, OTHER_DEVICE), 2, 2)
    assert (found.broken, found.torn, found.newer) == ((), 0, 0)


def test_what_is_broken_is_told_apart_from_torn_and_newer(tmp_path: Path) -> None:
    own = OwnJournal(tmp_path, DEVICE, FakeNow())
    kept = own.append(ENTRY)
    file = own.folder / "2026.jsonl"
    newer = f'{{"kind":"dreamt","id":"{kept.id}"}}\n'.encode()
    file.write_bytes(file.read_bytes() + b"nonsense\n" + newer + b'{"torn')
    (own.folder / "2025.jsonl").mkdir()

    found = check(tmp_path)

    assert (found.lines, found.torn, found.newer) == (3, 1, 1)
    assert found.broken == (
        f"{own.folder / '2025.jsonl'}: cannot be read (a folder, not a file)",
        f"{file}:2: is not JSON",
    )


def test_without_files_all_is_well(tmp_path: Path) -> None:
    assert check(tmp_path / "nothing").lines == 0
