"""The person's own routines: which there are, what is changed in them, and what home knows of it.

What is kept is kept at once; the catalogue that everybody plays from follows by `publish`, when
somebody leaves the editor or starts what they have written.
"""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.pack import id_from
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.editing.problems import problems_of
from backease_desktop.core.editing.routine_draft import RoutineDraft, made_mine
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.pieces import Pieces, drained

LONGEST_NAME = 48


class OwnStore(Protocol):
    """Finds and keeps the routines of the person's own."""

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each that cannot be used."""

    def reading(self) -> Pieces[tuple[RoutineDraft, ...]]:
        """Read all of them, as they are now, in pieces."""

    def keep(self, draft: RoutineDraft, *, is_in_order: bool) -> None:
        """Keep one as it is now.

        Raises:
            ReportedError: it cannot be kept; says why.
        """

    def delete(self, id_: str) -> None:
        """Take one away; `restore` brings it back.

        Raises:
            ReportedError: it cannot be taken away; says why.
        """

    def restore(self, id_: str) -> None:
        """Bring back what was deleted.

        Raises:
            ReportedError: it cannot be written; says why.
        """


class OwnRoutines(QObject):
    """Knows them.

    Args:
        store: finds and keeps them.
        catalogue: all that can be played now.
        take: makes another catalogue the one that is played from.
        parent: the owner.

    Signals:
        changed: there are others, or one of them is another.
        failed: something could not be kept or taken away; carries the sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        store: OwnStore,
        catalogue: Callable[[], Catalogue],
        take: Callable[[Catalogue], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._catalogue = catalogue
        self._take = take
        self._drafts: dict[str, RoutineDraft] | None = None
        self._pieces: Pieces[None] | None = None
        self._touched: set[str] = set()

    @property
    def catalogue(self) -> Catalogue:
        """All that can be played now."""
        return self._catalogue()

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each routine that cannot be used."""
        return self._store.problems

    @property
    def is_read(self) -> bool:
        """Whether all of them are known."""
        return self._drafts is not None

    @property
    def pieces(self) -> Pieces[None]:
        """What is left of the reading; one, whoever does the next piece."""
        if self._pieces is None:
            self._pieces = self._read()
        return self._pieces

    @property
    def drafts(self) -> tuple[RoutineDraft, ...]:
        """All of the person's routines, by name; read when they are first asked for."""
        return tuple(sorted(self._all.values(), key=lambda one: (one.name.casefold(), one.id)))

    def draft(self, id_: str) -> RoutineDraft | None:
        """One of them."""
        return self._all.get(id_)

    def is_own(self, id_: str) -> bool:
        """Whether a routine is the person's own."""
        return id_ in self._all

    def new(self, name: str) -> RoutineDraft:
        """A new one, not kept before something of it is changed."""
        return RoutineDraft(id=self._free_id(name), name=name)

    def copy_of(self, routine: Routine, name: str) -> RoutineDraft:
        """A routine as one of the person's own, kept at once."""
        name = name if len(name) <= LONGEST_NAME else routine.name
        draft = made_mine(routine, self._free_id(name), name)
        self.keep(draft)
        return draft

    def keep(self, draft: RoutineDraft) -> bool:
        """Keep one as it is now; whether it could be."""
        is_in_order = not problems_of(draft, self.catalogue)
        try:
            self._store.keep(draft, is_in_order=is_in_order)
        except ReportedError as error:
            self.failed.emit(str(error))
            return False
        self._all[draft.id] = draft
        self._touched.add(draft.id)
        return True

    def delete(self, id_: str) -> bool:
        """Take one away; whether it could be."""
        try:
            self._store.delete(id_)
        except ReportedError as error:
            self.failed.emit(str(error))
            return False
        self._all.pop(id_)
        self._touched.add(id_)
        self.publish()
        return True

    def restore(self, draft: RoutineDraft) -> None:
        """Bring back what was deleted."""
        try:
            self._store.restore(draft.id)
        except ReportedError as error:
            self.failed.emit(str(error))
            return
        self._all[draft.id] = draft
        self._touched.add(draft.id)
        self.publish()

    def publish(self) -> None:
        """Have everybody know what has changed."""
        if not self._touched:
            return
        catalogue = self.catalogue
        routines = dict(catalogue.routines)
        for id_ in self._touched:
            draft = self._all.get(id_)
            if draft is not None and not problems_of(draft, catalogue):
                routines[id_] = draft.routine()
            else:
                routines.pop(id_, None)
        self._touched = set()
        self._take(replace(catalogue, routines=MappingProxyType(routines)))
        self.changed.emit()

    @property
    def _all(self) -> dict[str, RoutineDraft]:
        if self._drafts is None:
            drained(self.pieces)
        assert self._drafts is not None
        return self._drafts

    def _read(self) -> Pieces[None]:
        found = yield from self._store.reading()
        self._drafts = {draft.id: draft for draft in found}

    def _free_id(self, name: str) -> str:
        return id_from(name, {*self.catalogue.routines, *self._all})
