"""What was read of the catalogue's folders in this run: no file twice, unless it has changed.

The catalogue, the person's routines and their exercises are read from the same packs, by whoever is
asked for them first.
"""

from pathlib import Path

from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.storage.catalogue_folder import Folder, reading_folder


class ReadFolders:
    """Reads folders, and remembers them.

    Args:
        cache: where values are kept for the next run; None keeps none.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self.cache = cache
        self._read: dict[Path, Folder] = {}

    def known(self, folder: Path) -> Folder | None:
        """A folder as it was read the last time; None where it was not."""
        return self._read.get(folder)

    def read(self, folder: Path) -> Folder:
        """A folder as it is now."""
        return drained(self.reading(folder))

    def reading(self, folder: Path) -> Pieces[Folder]:
        """Read a folder in pieces."""
        found = yield from reading_folder(folder, self.cache, self._read.get(folder))
        self._read[folder] = found
        return found
