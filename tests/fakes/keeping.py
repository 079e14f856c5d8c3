"""Files of a person that remember what was done with them."""

from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.errors import ReportedError


@dataclass(frozen=True)
class AFile:
    """A file."""

    path: Path
    size: int


@dataclass(frozen=True)
class WasErased:
    """What erasing has done."""

    count: int
    size: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class WasTakenIn:
    """What came of a file."""

    new: int
    wrong: tuple[str, ...] = ()


class FakeKeeping:
    """Two files, and a sentence that everything fails with once it is set."""

    def __init__(self) -> None:
        self.folder = Path("/profile/data/journal")
        self.known = [AFile(Path("/profile/a"), 1024), AFile(Path("/profile/b"), 2048)]
        self.exported: list[tuple[str, Path]] = []
        self.trouble = ""
        self.stuck: tuple[str, ...] = ()
        self.wrong: tuple[str, ...] = ()

    def files(self) -> tuple[AFile, ...]:
        return tuple(self.known)

    def export(self, kind: str, path: Path, /) -> int:
        self._fail()
        self.exported.append((kind, path))
        return 7

    def bring_in(self, path: Path, /) -> WasTakenIn:
        self._fail()
        return WasTakenIn(3, self.wrong)

    def move_to(self, folder: Path, /) -> int:
        self._fail()
        self.folder = folder
        return 12

    def erase(self) -> WasErased:
        size = sum(file.size for file in self.known)
        count, self.known = len(self.known), []
        return WasErased(count, size, self.stuck)

    def _fail(self) -> None:
        if self.trouble:
            raise ReportedError(self.trouble)
