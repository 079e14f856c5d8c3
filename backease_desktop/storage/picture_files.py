"""Pictures that were drawn once, kept for the next start, a file for each.

A picture is known by all that it was drawn from: a figure, its size, its colours, and the code that
draws; its file says so again, so that the file of another in its place is none of it. So one that
is found is never an old one; where there are too many the oldest go. One that is
missing, damaged or foreign is drawn anew, and one that cannot be kept is no loss.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import backease_desktop
from backease_desktop import __version__
from backease_desktop.disk import oldest, read_file, sweep, write_file
from backease_desktop.storage.digest import digest

MOST_BYTES = 1 << 20
"""Of one picture; ours has a hundredth of that."""

MOST_FILES = 600
"""Pictures that are kept; every theme and size of a day needs less than half."""

KIND, FORMERLY = ".picture", ".png"
"""What such a file is called now, and what older versions called theirs, which nobody reads."""


def code_that_draws(package: Path) -> Iterator[Path]:
    """The files of the package whose change draws other pictures; none where it is frozen."""
    for room in ("core/figure", "ui/figure"):
        yield from (package / room).glob("*.py")


def kept_pictures(cache: Path) -> "PictureFiles":
    """The pictures in the person's cache folder, drawn by this program."""
    package = Path(backease_desktop.__file__).parent
    return PictureFiles(cache / "pictures", code_that_draws(package))


class PictureFiles:
    """The pictures in a folder.

    Args:
        folder: of its own.
        code: files that draw; pictures of other code are not found.
    """

    def __init__(self, folder: Path, code: Iterable[Path]) -> None:
        self._folder = folder
        self._drawn_by = _print_of(code)
        self._counted = False

    def load(self, drawn_from: str) -> bytes | None:
        """What was kept of this, or None."""
        with suppress(OSError):
            file = self._file_of(drawn_from)
            head, _, picture = read_file(file, MOST_BYTES).partition(b"\n")
            if head == _seal(file, picture):
                return picture
        return None

    def save(self, drawn_from: str, picture: bytes) -> None:
        """Keep a picture; the oldest give way where there are too many."""
        with suppress(OSError):
            file = self._file_of(drawn_from)
            whole = _seal(file, picture) + b"\n" + picture
            written = write_file(file, whole, follows=False)
            if not self._counted:  # once a run: pictures come by the dozen
                self._counted = True
                make_room(self._folder, FORMERLY, 0, written)
                make_room(self._folder, KIND, MOST_FILES, written)

    def _file_of(self, drawn_from: str) -> Path:
        name = digest(f"{self._drawn_by}\n{drawn_from}".encode(errors="replace")).decode()
        return self._folder / f"{name[:32]}{KIND}"


def make_room(folder: Path, kind: str, most: int, now: float) -> None:
    """Take away our oldest pictures where there are too many, and what was left half written.

    Args:
        folder: may hold pictures of others, which stay.
        kind: what their names end with; before it they are digits of a digest.
        most: that are kept.
        now: by the clock of the file system, as `write_file` returns it.

    Raises:
        OSError: one cannot be taken away.
    """
    sweep(folder, f".*{kind}.*", now)
    names = re.compile(r"[0-9a-f]{24,32}" + re.escape(kind))
    for old in oldest(folder, names, most):
        old.unlink()


def _seal(file: Path, picture: bytes) -> bytes:
    """A digest of a picture and of what it is known by."""
    return digest(file.name.encode() + b"\n" + picture)


def _print_of(code: Iterable[Path]) -> str:
    """What changes whenever the code does; where its files cannot be seen, our version stands."""
    marks = [__version__, sys.byteorder]
    for file in sorted(code):
        with suppress(OSError):
            status = file.stat()
            marks.append(f"{file.name} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_size}")
    return digest("".join(marks).encode()).decode()
