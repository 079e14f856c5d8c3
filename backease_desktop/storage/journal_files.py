"""The files of the journal, of all devices, as they are read.

Rules:
1. Only lines that have an end count; what stands behind the last of them may still be arriving.
2. A line that cannot be used is left where it is and told with its file and number; one of a newer
   version is left, and not told.
3. Copies that an engine of synchronisation has made of a file are files like any other.
4. A file that cannot be read is told, and left as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.lines import TORN_END, entry_of
from backease_desktop.core.plain_text import printable
from backease_desktop.core.wanted import Ask, always, while_wanted
from backease_desktop.disk import read_file

MOST_BYTES = 1 << 28
"""Of one file; a year of a busy person has a hundredth of that."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What was read of a file.

    Attributes:
        entries: in the order in which they stand there, each with the byte at which its line
            begins, and the line.
        broken: a sentence for each line that cannot be used.
        count: lines that have an end; newer: those of a newer version; torn: those cut off.
        end: bytes up to the end of the last of them.
        has_rest: something stands behind it.
    """

    entries: tuple[tuple[Entry, int, bytes], ...] = ()
    broken: tuple[str, ...] = ()
    count: int = 0
    newer: int = 0
    torn: int = 0
    end: int = 0
    has_rest: bool = False


def journal_paths(folder: Path) -> tuple[Path, ...]:
    """The files of all devices, with the copies of them."""
    found = folder.glob("*/*.jsonl")
    return tuple(sorted(path for path in found if not path.name.startswith(".")))


def read_lines(path: Path, start: int = 0, number: int = 0, ask: Ask = always) -> Lines:
    """What stands in a file, or from the end of a line on.

    Args:
        path: the file.
        start: bytes that were read before.
        number: lines that were read before.
        ask: whether it is still wanted.

    Raises:
        OSError: it cannot be read; says why in plain words.
    """
    data = read_file(path, MOST_BYTES, start)
    whole, rest = data[: data.rfind(b"\n") + 1], data[data.rfind(b"\n") + 1 :]
    entries: list[tuple[Entry, int, bytes]] = []
    broken: list[str] = []
    newer = torn = count = 0
    at = start
    for line in while_wanted(whole.split(b"\n")[:-1], ask):
        begins, at = at, at + len(line) + 1
        count += 1
        if line.endswith(TORN_END):
            torn += 1
            continue
        try:
            entry = entry_of(line)
        except FieldError as error:
            broken.append(_sentence(path, number + count, error))
            continue
        if entry is None:
            newer += 1
        else:
            entries.append((entry, begins, line))
    return Lines(
        entries=tuple(entries),
        broken=tuple(broken),
        count=count,
        newer=newer,
        torn=torn,
        end=start + len(whole),
        has_rest=bool(rest),
    )


def every_entry(folder: Path, ask: Ask = always) -> Iterator[Entry]:
    """The entries of all devices, as they stand in the files; some stand there twice.

    Args:
        folder: of all devices.
        ask: whether they are still wanted.
    """
    for path in journal_paths(folder):
        try:
            for entry, *_ in read_lines(path, ask=ask).entries:
                yield entry
        except OSError:
            continue  # told by whoever checks


def _sentence(path: Path, number: int, error: FieldError) -> str:
    field = ".".join(str(part) for part in error.place)
    return printable(f"{path}:{number}: {f'{field}: ' if field else ''}{error}")
