"""The person's routines as the editor finds and keeps them.

Rules:
1. What is in order lies in a pack, as anybody would write it by hand: in the pack that it came
   from, or in `packs/mine`.
2. What is not in order yet lies in `drafts`, because a pack is taken whole or left out. As long as
   it does, the routine of that id is not one that can be started.
3. A draft that cannot be read is told, left as it is, and never written over.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.editing.routine_draft import RoutineDraft, draft_of
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.disk import folder_to_ourselves, write_file
from backease_desktop.storage.catalogue_cache import Mark
from backease_desktop.storage.catalogue_files import MOST_PACKS, packs_in
from backease_desktop.storage.draft_files import DraftFiles
from backease_desktop.storage.own_packs import (
    delete_item,
    place_of,
    save_item,
    seen,
    seen_as_read,
)
from backease_desktop.storage.paths import DRAFTS, PACKS
from backease_desktop.storage.read_folders import ReadFolders

PACK = "mine"
"""The folder of the pack that new routines are kept in."""


class OwnRoutineError(ReportedError):
    """A routine of the person's cannot be kept; says which, and why."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a routine lies.

    Attributes:
        draft: as it is.
        pack: the folder of its pack.
        mark: of its file there when it was read; None if there was none.
        seen: what that file holds, where that is known already.
        is_waiting: it lies in the drafts.
    """

    draft: RoutineDraft
    pack: Path
    mark: Mark | None = None
    seen: bytes | None = None
    is_waiting: bool = False

    @property
    def held(self) -> bytes | None:
        """What its file in the pack holds, if that is what it was; None if there is none.

        Raises:
            OwnPackError: it was changed meanwhile.
        """
        if self.seen is not None:
            return self.seen
        return seen_as_read(place_of(self.pack, _named(self.draft.id)), self.mark)


class OwnRoutineFiles:
    """Finds and keeps them.

    Args:
        data: the person's data folder.
        folders: reads packs, and knows what was read of them before.
    """

    def __init__(self, data: Path, folders: ReadFolders | None = None) -> None:
        self._data = data
        self._folders = folders or ReadFolders()
        self._drafts = DraftFiles[RoutineDraft](
            data / DRAFTS, lambda words: msgspec.convert(words, RoutineDraft), lambda draft: draft
        )
        self._places: dict[str, _Place] = {}
        self._gone: dict[str, _Place] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each draft that cannot be used."""
        return self._drafts.problems

    def read(self) -> tuple[RoutineDraft, ...]:
        """All of them, as they are now, by id."""
        return drained(self.reading())

    def reading(self) -> Pieces[tuple[RoutineDraft, ...]]:
        """Read all of them in pieces, a pack each; nothing is kept or deleted before the end."""
        self._places = {}
        for pack in packs_in(self._data):
            yield None
            folder = yield from self._folders.reading(pack)
            for routine in folder.contents.routines:
                mark = folder.mark_of(routine)
                self._places[routine.id] = _Place(draft_of(routine), pack, mark)
        for draft in self._drafts.all():
            before = self._places.get(draft.id) or self._new_place(draft)
            self._places[draft.id] = replace(before, draft=draft, is_waiting=True)
        return tuple(self._places[id_].draft for id_ in sorted(self._places))

    def keep(self, draft: RoutineDraft, *, is_in_order: bool) -> None:
        """Keep a routine as it is now.

        Raises:
            ReportedError: it cannot be written, or was changed meanwhile by somebody else.
        """
        place = self._places.get(draft.id) or self._new_place(draft)
        if (
            place.draft == draft
            and place.is_waiting is not is_in_order
            and draft.id in self._places
        ):
            return
        if why := self._drafts.problem(draft.id):
            raise OwnRoutineError(why)
        if is_in_order:
            held = save_item(place.pack, draft.routine(), place.held)
            if place.is_waiting:
                self._drafts.forget(draft.id)
            place = replace(place, draft=draft, seen=held, is_waiting=False)
        else:
            self._drafts.keep(draft)
            place = replace(place, draft=draft, is_waiting=True)
        self._places[draft.id] = place

    def delete(self, id_: str) -> None:
        """Take a routine away, wherever it lies; `restore` brings it back.

        Raises:
            ReportedError: it cannot be taken away, or was changed meanwhile.
        """
        place = self._places[id_]
        if (held := place.held) is not None:
            delete_item(place.pack, _named(id_), held)
        if place.is_waiting:
            self._drafts.forget(id_)
        del self._places[id_]
        self._gone[id_] = replace(place, seen=held)

    def restore(self, id_: str) -> None:
        """Bring back what was deleted, as it was.

        Raises:
            ReportedError: it cannot be written.
        """
        place = self._gone.pop(id_)
        if place.seen is not None:
            file = place_of(place.pack, place.draft.routine())
            try:
                with folder_to_ourselves(place.pack):
                    if seen(file) is not None:
                        raise OwnRoutineError(f"{file}: is there again; what stands there is kept")
                    write_file(file, place.seen)
            except OSError as error:
                raise OwnRoutineError(f"{file}: cannot be written ({error.strerror})") from error
        if place.is_waiting:
            self._drafts.keep(place.draft)
        self._places[id_] = place

    def _new_place(self, draft: RoutineDraft) -> _Place:
        pack = self._data / PACKS / PACK
        if not pack.exists() and len(packs_in(self._data)) >= MOST_PACKS:
            home = self._data / PACKS
            raise OwnRoutineError(f"{home}: {MOST_PACKS} packs are there; delete one not needed")
        return _Place(draft, pack)


def _named(id_: str) -> Routine:
    """A routine of that id, which is all that its place depends on."""
    return Routine(id=id_, name="", about="", steps=())
