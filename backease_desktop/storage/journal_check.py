"""Are the files of the journal whole? Read line by line, without any index."""

from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.plain_text import printable
from backease_desktop.storage.journal_files import journal_paths, read_lines


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found.

    Attributes:
        devices: their names; files: how many they have; lines: with an end.
        broken: a sentence for each line, and each file, that cannot be used.
        torn: lines that were cut off; newer: those of a newer version.
    """

    devices: tuple[str, ...]
    files: int
    lines: int
    broken: tuple[str, ...]
    torn: int
    newer: int


def check(folder: Path) -> Checked:
    """Read all files of a folder."""
    paths = journal_paths(folder)
    broken: list[str] = []
    lines = torn = newer = 0
    for path in paths:
        try:
            read = read_lines(path)
        except OSError as error:
            broken.append(printable(f"{path}: cannot be read ({error.strerror or error})"))
            continue
        lines += read.count
        torn += read.torn + read.has_rest
        newer += read.newer
        broken += read.broken
    devices = sorted({path.parent.name for path in paths})
    return Checked(tuple(devices), len(paths), lines, tuple(broken), torn, newer)
