"""The reading of the shelf: begun by whoever asks first, gone on with by whoever asks next.

What came with the program is read first, and packs after that, in pieces. Between the two there is
a shelf `at_hand`, which is true as far as it goes: a pack adds, and never replaces.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.pieces import Pieces, drained

if TYPE_CHECKING:
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.storage.read_folders import ReadFolders


class ShelfReading(QObject):
    """Reads it once.

    Args:
        kept: what was read of the person's files.
        look: called before anything is read, by whoever has to know what the files were then.
        all_at_once: what is at hand is all of it; so where home shows all of it already.
        parent: the owner.

    Signals:
        ended: all is read.
    """

    ended = Signal()

    def __init__(
        self, kept: Kept, look: Callable[[], object], *, all_at_once: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._look = look
        self._all_at_once = all_at_once
        self._folders: ReadFolders | None = None
        self._shipped: Shelf | None = None
        self._shelf: Shelf | None = None
        self._pieces: Pieces[None] | None = None

    @property
    def is_over(self) -> bool:
        """Whether all is read."""
        return self._shelf is not None

    @property
    def shelf(self) -> "Shelf":
        """All of it; what is not read yet is read now."""
        if self._shelf is None:
            drained(self.pieces)
        assert self._shelf is not None
        return self._shelf

    @property
    def at_hand(self) -> "Shelf":
        """What there is by now: what came with the program at least."""
        if self._shelf is not None or self._all_at_once:
            return self.shelf
        pieces = self.pieces
        while self._shipped is None:
            if (beside := next(pieces)) is not None:
                beside()
        return self._shipped

    @property
    def folders(self) -> "ReadFolders":
        """What was read of packs."""
        if self._folders is None:
            # Loaded on first use, as the catalogue.
            from backease_desktop.storage.read_folders import ReadFolders

            self._folders = ReadFolders(self._kept.folders.cache)
        return self._folders

    @property
    def pieces(self) -> Pieces[None]:
        """What is left of the reading; one, whoever does the next piece."""
        if self._pieces is None:
            self._pieces = self._read()
        return self._pieces

    def reading_again(self) -> Pieces["Catalogue"]:
        """Read in pieces what the files come to now; nobody takes it up."""
        # Loaded on first use, as below.
        from backease_desktop.bootstrap.shelf import adding_packs, reading_shipped

        shipped = yield from reading_shipped(self._kept, self.folders)
        return (yield from adding_packs(shipped, self.folders)).catalogue

    def take_catalogue(self, catalogue: "Catalogue") -> None:
        """The person's own things have changed."""
        self._shelf = msgspec.structs.replace(self.shelf, catalogue=catalogue)

    def _read(self) -> Pieces[None]:
        # Loaded on first use, some at a time: the first paint does without, where it can.
        from backease_desktop.core.catalogue import catalogue  # noqa: F401

        yield None
        # Loaded on first use.
        from backease_desktop.storage import catalogue_folder  # noqa: F401

        yield None
        # Loaded on first use.
        from backease_desktop.storage import catalogue_files  # noqa: F401

        yield None
        # Loaded on first use.
        from backease_desktop.storage import journal_reader  # noqa: F401

        yield None
        # Loaded on first use, with what it joins.
        from backease_desktop.bootstrap.shelf import adding_packs, reading_shipped

        self._look()
        self._shipped = shipped = yield from reading_shipped(self._kept, self.folders)
        yield None
        self._shelf = yield from adding_packs(shipped, self.folders)
        self.ended.emit()
