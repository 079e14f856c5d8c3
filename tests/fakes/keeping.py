"""Files of a person that remember what was done with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from backease_desktop.controllers.errands import Errand, Errands, Going
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.errors import ReportedError

W = TypeVar("W")
R = TypeVar("R")


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
        self.errands = AtOnce()

    def files(self) -> tuple[AFile, ...]:
        return tuple(self.known)

    def export(
        self, kind: str, path: Path, exercises: Mapping[str, Exercise], /
    ) -> Errand[int, int]:
        def end(count: int) -> int:
            self.exported.append((kind, path))
            return count

        return self._errand(7, end)

    def bring_in(self, path: Path, /) -> Errand[int, WasTakenIn]:
        return self._errand(3, lambda count: WasTakenIn(count, self.wrong))

    def move_to(self, folder: Path, /) -> Errand[int, int]:
        def end(count: int) -> int:
            self.folder = folder
            return count

        return self._errand(12, end)

    def erase(self) -> Errand[int, WasErased]:
        size = sum(file.size for file in self.known)
        count, self.known = len(self.known), []
        return Errand(lambda _: count, lambda count: WasErased(count, size, self.stuck))

    def _errand(self, count: int, end: Callable[[int], R]) -> Errand[int, R]:
        def work(_: Going) -> int:
            if self.trouble:
                raise ReportedError(self.trouble)
            return count

        return Errand(work, end)


class AtOnce(Errands):
    """Runs an errand in the thread of whoever asks."""

    def run(
        self, errand: Errand[W, R], then: Callable[[R], None], failed: Callable[[str], None]
    ) -> None:
        try:
            came = errand.at_once()
        except ReportedError as error:
            self.ended.emit()
            failed(str(error))
        else:
            self.ended.emit()
            then(came)
