"""The person's exercises as the editor finds and keeps them: files of packs, as by hand.

One that is not in order is not kept: a pack is taken whole or left out. A photo that lies under a
pose stays in the data folder, beside the packs, and is given to nobody.
"""

from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.disk import read_file, write_file
from backease_desktop.storage.catalogue_cache import Mark
from backease_desktop.storage.catalogue_files import packs_in
from backease_desktop.storage.own_packs import (
    OwnPackError,
    delete_item,
    place_of,
    save_item,
    seen_as_read,
)
from backease_desktop.storage.own_routines import PACK
from backease_desktop.storage.paths import PACKS
from backease_desktop.storage.read_folders import ReadFolders

PHOTOS = "photos"
MOST_PHOTO_BYTES = 32 << 20
"""Of a photo."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an exercise lies.

    Attributes:
        exercise: as it is.
        mark: of its file when it was read.
        seen: what its file holds, where that is known already.
    """

    pack: Path
    exercise: Exercise
    mark: Mark | None = None
    seen: bytes | None = None

    @property
    def held(self) -> bytes | None:
        """What its file holds, if that is what it was.

        Raises:
            OwnPackError: it was changed meanwhile.
        """
        if self.seen is not None:
            return self.seen
        return seen_as_read(place_of(self.pack, self.exercise), self.mark)


class OwnExerciseFiles:
    """Finds and keeps them.

    Args:
        data: the person's data folder.
        folders: reads packs, and knows what was read of them before.
    """

    def __init__(self, data: Path, folders: ReadFolders | None = None) -> None:
        self._data = data
        self._folders = folders or ReadFolders()
        self._places: dict[str, _Place] = {}

    def read(self) -> tuple[Exercise, ...]:
        """All of them, as they are now."""
        self._places = {}
        for pack in packs_in(self._data):
            folder = self._folders.read(pack)
            for exercise in folder.contents.exercises:
                self._places[exercise.id] = _Place(pack, exercise, folder.mark_of(exercise))
        return tuple(place.exercise for place in self._places.values())

    def keep(self, exercise: Exercise) -> None:
        """Keep one as it is now.

        Raises:
            ReportedError: it cannot be written, or was changed meanwhile by somebody else.
        """
        place = self._places.get(exercise.id)
        if place is not None and place.exercise == exercise:
            return
        pack = place.pack if place is not None else self._data / PACKS / PACK
        held = save_item(pack, exercise, place.held if place is not None else None)
        self._places[exercise.id] = _Place(pack, exercise, seen=held)

    def delete(self, id_: str) -> None:
        """Take one away; `keep` brings it back.

        Raises:
            ReportedError: it cannot be taken away, or was changed meanwhile.
        """
        place = self._places[id_]
        if (held := place.held) is not None:
            delete_item(place.pack, place.exercise, held)
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
