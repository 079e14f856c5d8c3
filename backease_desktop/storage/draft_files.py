"""What is being written and not in order yet, a file for each: kept apart from the packs.

A draft that cannot be read is told, left as it is, and never written over.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable
from backease_desktop.disk import read_file, write_file

MOST_DRAFTS = 500
MOST_BYTES = 256 * 1024
"""Of a draft; as of a file of a pack."""


class DraftError(ReportedError):
    """A draft cannot be kept; says which, and why."""


class _Named(Protocol):
    @property
    def id(self) -> str:
        """As its file is called."""


T = TypeVar("T", bound=_Named)


class DraftFiles(Generic[T]):
    """Finds and keeps drafts of one kind.

    Args:
        folder: holds them, and is made when the first is kept.
        read: a draft from the words of its file; raises a `ValueError` or one of msgspec's.
        written: the words of a draft.
    """

    def __init__(
        self, folder: Path, read: Callable[[object], T], written: Callable[[T], object]
    ) -> None:
        self._folder = folder
        self._read = read
        self._written = written
        self._unread: dict[str, str] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each that cannot be used."""
        return tuple(self._unread.values())

    def problem(self, id_: str) -> str:
        """Why the draft of an id cannot be used; empty where it can, or is not there."""
        return self._unread.get(id_, "")

    def all(self) -> tuple[T, ...]:
        """All that can be read, by the names of their files."""
        self._unread = {}
        files = sorted(self._folder.glob("*.json"))[:MOST_DRAFTS]
        found = (self._one(file) for file in files)
        return tuple(draft for draft in found if draft is not None)

    def keep(self, draft: T) -> None:
        """Write a draft as it is now.

        Raises:
            DraftError: it cannot be written, or one that cannot be read stands there.
        """
        if why := self.problem(draft.id):
            raise DraftError(why)
        file = self._file(draft.id)
        text = msgspec.json.format(msgspec.json.encode(self._written(draft)), indent=1) + b"\n"
        try:
            write_file(file, text)
        except OSError as error:
            raise DraftError(f"{file}: cannot be written ({error.strerror})") from error

    def forget(self, id_: str) -> None:
        """Take a draft away; nothing where there is none.

        Raises:
            DraftError: it cannot be taken away.
        """
        file = self._file(id_)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise DraftError(f"{file}: cannot be deleted ({error.strerror})") from error

    def refuse(self, id_: str, why: str) -> None:
        """Leave the draft of an id as it is: it is told, and not written over."""
        self._unread[id_] = printable(f"{self._file(id_)}: {why}")

    def _file(self, id_: str) -> Path:
        return self._folder / f"{id_}.json"

    def _one(self, file: Path) -> T | None:
        try:
            draft = self._read(msgspec.json.decode(read_file(file, MOST_BYTES)))
        except OSError as error:
            self.refuse(file.stem, f"cannot be read ({error.strerror})")
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            self.refuse(file.stem, f"cannot be used ({error})")
        else:
            if draft.id == file.stem:
                return draft
            wrong = f"id: is {draft.id!r}; must be {file.stem!r}, as the file is called"
            self.refuse(file.stem, wrong)
        return None
