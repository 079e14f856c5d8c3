"""Photos that are shown instead of a figure: `photos/<id>.jpg` in the pack of the exercise.

Rules:
1. A photo counts only beside the exercise of the same pack, so that no pack changes another's
   pictures. It is a JPEG of at most `MOST_PHOTO` bytes; what is not is no photo.
2. What is written here was taken in from elsewhere and has no metadata (`core.jpeg`).
"""

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path

from backease_desktop.core.jpeg import JpegError, jpeg_size
from backease_desktop.disk import read_file, write_file
from backease_desktop.storage.catalogue_files import packs_in
from backease_desktop.storage.catalogue_folder import MOST_FILES, file_of
from backease_desktop.storage.paths import PHOTOS

ENDING = ".jpg"
MOST_PHOTO = 400 << 10
"""Bytes of a photo."""


class PackPhotos:
    """Finds photos.

    Args:
        data: the person's data folder.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._found: dict[str, Path] | None = None

    def photo(self, exercise: str) -> bytes | None:
        """The photo of an exercise; None if there is none that can be shown."""
        file = self._files.get(exercise)
        if file is None:
            return None
        try:
            return photo_in(file)
        except (OSError, JpegError):
            return None

    def forget(self) -> None:
        """There may be others now: they are looked for when one is asked for next."""
        self._found = None

    @property
    def _files(self) -> dict[str, Path]:
        if self._found is None:
            self._found = {
                file.stem: file for pack in packs_in(self._data) for file in photos_of(pack)
            }
        return self._found


def photos_of(pack: Path) -> list[Path]:
    """The files of photos in a pack, of exercises that are in it."""
    try:
        with os.scandir(pack / PHOTOS) as entries:
            names = [entry.name for entry in islice(entries, MOST_FILES)]
    except OSError:
        return []
    stems = [name.removesuffix(ENDING) for name in sorted(names) if name.endswith(ENDING)]
    return [photo_file(pack, stem) for stem in stems if file_of(pack, "exercises", stem).is_file()]


def photo_file(pack: Path, exercise: str) -> Path:
    """Where the photo of an exercise is, or would be."""
    return pack / PHOTOS / f"{exercise}{ENDING}"


def photo_in(file: Path) -> bytes:
    """The photo of a file.

    Raises:
        OSError: it cannot be read.
        JpegError: it is none that can be shown.
    """
    data = read_file(file, MOST_PHOTO)
    jpeg_size(data)
    return data


def keep_photo(pack: Path, exercise: str, photo: bytes | None) -> None:
    """Keep a photo for an exercise of a pack, or none.

    Raises:
        OSError: it cannot be written or taken away.
    """
    file = photo_file(pack, exercise)
    if photo is not None:
        write_file(file, photo)
        return
    file.unlink(missing_ok=True)
    with suppress(OSError):  # not empty, or not there
        file.parent.rmdir()
