"""The person's exercises as the editor finds and keeps them: files of packs, as by hand.

One that is not in order is not kept: a pack is taken whole or left out. A photo that lies under a
pose stays in the data folder, beside the packs, and is given to nobody.
"""

from pathlib import Path

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.disk import read_file, write_file
from backease_desktop.storage.catalogue_files import packs_in
from backease_desktop.storage.catalogue_folder import read_folder
from backease_desktop.storage.own_packs import (
    OwnPackError,
    delete_item,
    place_of,
    save_item,
    seen,
)
from backease_desktop.storage.own_routines import PACK
from backease_desktop.storage.paths import PACKS

PHOTOS = "photos"
MOST_PHOTO_BYTES = 32 << 20
"""Of a photo."""


class OwnExerciseFiles:
    """Finds and keeps them.

    Args:
        data: the person's data folder.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._places: dict[str, tuple[Path, Exercise, bytes | None]] = {}

    def read(self) -> tuple[Exercise, ...]:
        """All of them, as they are now."""
        self._places = {}
        for pack in packs_in(self._data):
            for exercise in read_folder(pack).contents.exercises:
                found = seen(place_of(pack, exercise))
                self._places[exercise.id] = (pack, exercise, found)
        return tuple(exercise for _, exercise, _ in self._places.values())

    def keep(self, exercise: Exercise) -> None:
        """Keep one as it is now.

        Raises:
            ReportedError: it cannot be written, or was changed meanwhile by somebody else.
        """
        new = (self._data / PACKS / PACK, None, None)
        pack, before, held = self._places.get(exercise.id, new)
        if before == exercise:
            return
        self._places[exercise.id] = (pack, exercise, save_item(pack, exercise, held))

    def delete(self, id_: str) -> None:
        """Take one away; `keep` brings it back.

        Raises:
            ReportedError: it cannot be taken away, or was changed meanwhile.
        """
        pack, exercise, held = self._places[id_]
        if held is not None:
            delete_item(pack, exercise, held)
        del self._places[id_]

    def photo(self, id_: str) -> bytes | None:
        """The photo that lies under an exercise's pose; None if there is none that can be read."""
        try:
            return read_file(self._data / PHOTOS / id_, MOST_PHOTO_BYTES)
        except OSError:
            return None

    def keep_photo(self, id_: str, file: Path | None) -> None:
        """Keep a copy of a photo for an exercise, or none.

        Raises:
            ReportedError: it cannot be read or written.
        """
        place = self._data / PHOTOS / id_
        try:
            if file is None:
                place.unlink(missing_ok=True)
            else:
                write_file(place, read_file(file, MOST_PHOTO_BYTES))
        except OSError as error:
            raise OwnPackError(f"{file or place}: cannot be used ({error.strerror})") from error
