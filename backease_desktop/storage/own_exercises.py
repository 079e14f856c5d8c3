"""The person's exercises as the editor finds and keeps them.

Rules:
1. What is in order lies in a pack, as by hand. What is not in order yet lies in `drafts/exercises`,
   because a pack is taken whole or left out; meanwhile the exercise is played as it was.
2. A draft says what it was made from. Where the exercise was changed by hand since, the draft is
   told, left as it is, and not opened.
3. A photo that is shown instead of a figure lies in the pack of its exercise (`pack_photos`). One
   that lies under a pose stays in the data folder, beside the packs; nobody is given it.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.editing.exercise_draft import fault_of_pose
from backease_desktop.core.loose import loose_value
from backease_desktop.core.values import words_of
from backease_desktop.disk import read_file, write_file
from backease_desktop.storage.catalogue_cache import Mark
from backease_desktop.storage.catalogue_files import packs_in
from backease_desktop.storage.draft_files import DraftFiles
from backease_desktop.storage.own_packs import (
    OwnPackError,
    delete_item,
    place_of,
    save_item,
    seen_as_read,
)
from backease_desktop.storage.own_routines import PACK
from backease_desktop.storage.pack_photos import MOST_PHOTO, PackPhotos, keep_photo
from backease_desktop.storage.paths import DRAFTS, PACKS, PHOTOS
from backease_desktop.storage.read_folders import ReadFolders

PART = "exercises"
"""The folder of drafts of exercises, below that of the drafts."""
MOST_TAKEN_IN = 64 << 20
"""Bytes of a photo that is taken in; what is kept of it has a hundredth of that."""


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


@dataclass(frozen=True, slots=True)
class _Draft:
    """An exercise that is not in order.

    Attributes:
        exercise: as it is being written; kept: as its pack had it then, None if it had not.
    """

    exercise: Exercise
    kept: Exercise | None

    @property
    def id(self) -> str:
        """As its file is called."""
        return self.exercise.id

    def words(self) -> object:
        """As its file says it."""
        parts = {"exercise": self.exercise, "kept": self.kept}
        return {name: words_of(part) for name, part in parts.items()}


def _draft_of(words: object) -> _Draft:
    if not isinstance(words, dict) or words.keys() != {"exercise", "kept"}:
        raise ValueError("a draft is a group of two fields, exercise and kept")
    exercise, kept = loose_value(Exercise, words["exercise"]), words["kept"]
    if (fault := fault_of_pose(exercise)) is not None:
        raise ValueError(": ".join(fault))
    return _Draft(exercise, None if kept is None else loose_value(Exercise, kept))


class OwnExerciseFiles:
    """Finds and keeps them.

    Args:
        data: the person's data folder.
        folders: reads packs, and knows what was read of them before.
        photos: finds those that are shown.
    """

    def __init__(
        self,
        data: Path,
        folders: ReadFolders | None = None,
        photos: PackPhotos | None = None,
    ) -> None:
        self._data = data
        self.photos = photos or PackPhotos(data)
        self._folders = folders or ReadFolders()
        self._places: dict[str, _Place] = {}
        self._drafts = DraftFiles[_Draft](data / DRAFTS / PART, _draft_of, _Draft.words)
        self._waiting: dict[str, Exercise] = {}

    def read(self) -> tuple[Exercise, ...]:
        """All of them, as they are played now."""
        self._places = {}
        for pack in packs_in(self._data):
            folder = self._folders.read(pack)
            for exercise in folder.contents.exercises:
                self._places[exercise.id] = _Place(pack, exercise, folder.mark_of(exercise))
        self._waiting = {}
        for draft in self._drafts.all():
            place = self._places.get(draft.id)
            if (place.exercise if place else None) == draft.kept:
                self._waiting[draft.id] = draft.exercise
            else:
                self._drafts.refuse(draft.id, "the exercise was changed by hand since; left aside")
        return tuple(place.exercise for place in self._places.values())

    def draft(self, id_: str) -> Exercise | None:
        """An exercise as it was being written, where it is not in order."""
        return self._waiting.get(id_)

    def problem(self, id_: str) -> str:
        """Why the draft of an exercise cannot be opened; empty where it can, or is not there."""
        return self._drafts.problem(id_)

    def keep(self, exercise: Exercise, *, is_in_order: bool) -> None:
        """Keep one as it is now.

        Raises:
            ReportedError: it cannot be written, or was changed meanwhile by somebody else.
        """
        place = self._places.get(exercise.id)
        if not is_in_order:
            self._drafts.keep(_Draft(exercise, place.exercise if place else None))
            self._waiting[exercise.id] = exercise
            return
        if place is None or place.exercise != exercise:
            pack = place.pack if place is not None else self._data / PACKS / PACK
            held = save_item(pack, exercise, place.held if place is not None else None)
            self._places[exercise.id] = _Place(pack, exercise, seen=held)
        self._forget_draft(exercise.id)

    def delete(self, id_: str) -> None:
        """Take one away with its photo; `keep` and `keep_photo` bring them back.

        Raises:
            ReportedError: it cannot be taken away, or was changed meanwhile.
        """
        place = self._places[id_]
        if (held := place.held) is not None:
            delete_item(place.pack, place.exercise, held)
        del self._places[id_]
        self._forget_draft(id_)
        with suppress(OSError):  # what stays is shown nowhere, for its exercise is gone
            keep_photo(place.pack, id_, None)
            self._under(id_).unlink(missing_ok=True)
        self.photos.forget()

    def beside(self, id_: str) -> frozenset[str]:
        """Ids of all in the pack that an exercise lies in, or will lie in."""
        place = self._places.get(id_)
        pack = place.pack if place is not None else self._data / PACKS / PACK
        return frozenset(other for other, there in self._places.items() if there.pack == pack)

    def photo(self, id_: str) -> tuple[bytes, bool] | None:
        """The photo of an exercise, and whether it is shown instead of the figure; or None."""
        if (shown := self.photos.photo(id_)) is not None:
            return shown, True
        try:
            return read_file(self._under(id_), MOST_PHOTO), False
        except OSError:
            return None

    def photo_file(self, file: Path) -> bytes:
        """What a file holds that somebody has chosen.

        Raises:
            ReportedError: it cannot be read.
        """
        try:
            return read_file(file, MOST_TAKEN_IN)
        except OSError as error:
            raise OwnPackError(f"{file}: cannot be read ({error.strerror})") from error

    def keep_photo(self, id_: str, photo: bytes | None, *, is_shown: bool) -> None:
        """Keep the photo of an exercise, or none.

        Args:
            id_: of the exercise, which is kept.
            photo: as it is to be kept.
            is_shown: it is shown instead of the figure; else it lies under the pose.

        Raises:
            ReportedError: it cannot be written.
        """
        place = self._under(id_)
        try:
            keep_photo(self._places[id_].pack, id_, photo if is_shown else None)
            if photo is None or is_shown:
                place.unlink(missing_ok=True)
            else:
                write_file(place, photo)
        except OSError as error:
            raise OwnPackError(f"{place}: cannot be written ({error.strerror})") from error
        finally:
            self.photos.forget()

    def _under(self, id_: str) -> Path:
        return self._data / PHOTOS / id_

    def _forget_draft(self, id_: str) -> None:
        if self._waiting.pop(id_, None) is not None:
            self._drafts.forget(id_)
