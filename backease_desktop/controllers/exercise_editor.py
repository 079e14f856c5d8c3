"""The exercise that is being written: with undo, and what stands in its way.

It is kept at every change (`kept_draft`), whether it is in order or not. What is not is not played:
until it is in order everybody has the exercise as it was. Everybody who plays learns of a change
when the editor is left, or when it is tried.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.kept_draft import KeptDraft
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.pack import id_from
from backease_desktop.core.editing.exercise_draft import begun_from, copied, fault_of_exercise
from backease_desktop.core.editing.links_draft import (
    LINKS,
    Link,
    NotOffered,
    choices,
    fault_of_links,
    not_offered,
)
from backease_desktop.core.editing.undo import Undo
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.person.verdict import Asking

Photo = tuple[bytes, bool] | None
"""A photo as it is kept, and whether it is shown instead of the figure."""


class OwnExercises(Protocol):
    """Finds and keeps the exercises of the person's own."""

    def read(self) -> tuple[Exercise, ...]:
        """All of them, as they are played now."""

    def draft(self, id_: str) -> Exercise | None:
        """One as it was being written, where it is not in order."""

    def problem(self, id_: str) -> str:
        """Why the draft of one cannot be opened; empty where it can, or is not there."""

    def keep(self, exercise: Exercise, *, is_in_order: bool) -> None:
        """Keep one as it is now.

        Raises:
            ReportedError: it cannot be kept; says why.
        """

    def delete(self, id_: str) -> None:
        """Take one away.

        Raises:
            ReportedError: it cannot be taken away; says why.
        """

    def beside(self, id_: str) -> Collection[str]:
        """Ids of all in the pack that one lies in, or will lie in."""

    def photo(self, id_: str) -> tuple[bytes, bool] | None:
        """The photo of one, and whether it is shown instead of the figure; or None."""

    def photo_file(self, file: Path) -> bytes:
        """What a file holds that somebody has chosen.

        Raises:
            ReportedError: it cannot be read.
        """

    def keep_photo(self, id_: str, photo: bytes | None, *, is_shown: bool) -> None:
        """Keep the photo of one, or none.

        Raises:
            ReportedError: it cannot be written.
        """


class ExerciseEditor(QObject):
    """Edits one exercise at a time.

    Args:
        store: finds and keeps them.
        catalogue: all that can be played now.
        take: makes another catalogue the one that is played from.
        kept_photo: makes a photo from anywhere into one that may be kept.
        asking: who the person is, today.
        parent: the owner.

    Signals:
        changed: the exercise is another one.
        failed: something could not be kept; carries the sentence.
        published: everybody may know what was written; carries the exercise's id.
    """

    changed = Signal()
    failed = Signal(str)
    published = Signal(str)

    def __init__(
        self,
        store: OwnExercises,
        catalogue: Callable[[], Catalogue],
        take: Callable[[Catalogue], None],
        kept_photo: Callable[[bytes], bytes],
        asking: Callable[[], Asking],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._catalogue = catalogue
        self._take = take
        self._kept_photo = kept_photo
        self._asking = asking
        self._own: dict[str, Exercise] | None = None
        self._deleted: tuple[Undo[Exercise | None], Exercise, Photo] | None = None
        self.written = KeptDraft[Exercise | None](None, self._write, self)
        self.written.changed.connect(lambda _before: self.changed.emit())

    @property
    def exercise(self) -> Exercise | None:
        """The exercise as it is; None before the first is opened."""
        return self.written.now

    @property
    def fault(self) -> tuple[str, str] | None:
        """The field that stands in the way of keeping it, and what would be right there."""
        return self._fault_of(self.exercise) if self.exercise else None

    @property
    def forms(self) -> list[Exercise]:
        """What may be named as its easier or harder form."""
        exercise, catalogue = self.exercise, self._catalogue()
        if exercise is None:
            return []
        shipped = catalogue.exercises.keys() - self._all.keys()
        return choices(exercise, catalogue, shipped | set(self._store.beside(exercise.id)))

    @property
    def not_offered(self) -> Mapping[Link, NotOffered]:
        """Which of the forms that it names this person is not offered, and why."""
        exercise = self.exercise
        if exercise is None:
            return {}
        asking = self._asking()
        found = {link: not_offered(exercise, link, asking, self._catalogue()) for link in LINKS}
        return {link: why for link, why in found.items() if why is not None}

    @property
    def photo(self) -> Photo:
        """The photo, and whether it is shown instead of the figure; None where there is none."""
        return self._store.photo(self.exercise.id) if self.exercise else None

    def is_own(self, id_: str) -> bool:
        """Whether an exercise is the person's own."""
        return id_ in self._all

    def open(self, id_: str, name: str) -> None:
        """Edit an exercise: one of the person's own itself, a copy of any other one.

        Args:
            id_: of the exercise.
            name: of the copy, where one is made.
        """
        self.leave()
        exercise = self._all.get(id_)
        is_own = exercise is not None
        if exercise is None:
            exercise = copied(self._catalogue().exercises[id_], self._free_id(name), name)
        if why := self._store.problem(exercise.id):
            self.failed.emit(why)
        self.written.begin(Undo(self._store.draft(exercise.id) or exercise), is_kept=is_own)
        self.written.keep()
        self.changed.emit()

    def begin(self, id_: str, name: str) -> None:
        """Edit a new exercise, in the pose of another one; it is not played before it is left."""
        self.leave()
        exercise = begun_from(self._catalogue().exercises[id_], self._free_id(name), name)
        self.written.begin(Undo(exercise), is_kept=False)
        self.written.keep()
        self.changed.emit()

    def delete(self) -> bool:
        """Take the exercise away, unless something needs it; `restore` brings it back."""
        exercise, catalogue = self._own_of(self.exercise), self._catalogue()
        if exercise is None:
            return False
        needs = [
            routine.name
            for routine in catalogue.routines.values()
            if any(step.exercise == exercise.id for step in routine.steps)
        ]
        needs += [one.name for one in self._all.values() if exercise.id in (one.easier, one.harder)]
        if needs:
            words = self.tr("“{exercise}” is needed by “{other}”; take it out there first.")
            self.failed.emit(words.format(exercise=exercise.name, other=needs[0]))
            return False
        photo = self.photo
        try:
            self._store.delete(exercise.id)
        except ReportedError as error:
            self.failed.emit(str(error))
            return False
        del self._all[exercise.id]
        self._deleted = self.written.past, exercise, photo
        self.written.begin(Undo(None))
        exercises = {k: v for k, v in catalogue.exercises.items() if k != exercise.id}
        self._take(replace(catalogue, exercises=MappingProxyType(exercises)))
        self.published.emit(exercise.id)
        return True

    def restore(self) -> None:
        """Bring back what was deleted last, with all that can be undone in it."""
        if self._deleted is not None:
            past, as_played, photo = self._deleted
            self._deleted = None
            self._write(as_played)
            self.written.begin(past, is_kept=False)
            if photo is not None:
                self._keep_photo(photo[0], is_shown=photo[1])
            self.leave()
            self.changed.emit()

    def set_photo(self, file: Path | None) -> None:
        """Lay a photo under the pose, or have none; a small copy of it is kept on this machine."""
        try:
            photo = self._kept_photo(self._store.photo_file(file)) if file else None
        except ReportedError as error:
            self.failed.emit(str(error))
            return
        self._keep_photo(photo, is_shown=False)

    def show_photo(self, is_shown: bool) -> None:
        """Show the photo everywhere instead of the figure, or lay it under the pose again."""
        if (photo := self.photo) is not None:
            self._keep_photo(photo[0], is_shown=is_shown)

    def _keep_photo(self, photo: bytes | None, *, is_shown: bool) -> None:
        exercise = self.exercise
        if exercise is None or exercise.id not in self._all:
            return
        try:
            self._store.keep_photo(exercise.id, photo, is_shown=is_shown)
        except ReportedError as error:
            self.failed.emit(str(error))
        self.published.emit(exercise.id)
        self.changed.emit()

    def leave(self) -> None:
        """Nobody looks any more: keep everything, and have everybody know it."""
        self.written.keep()
        kept, catalogue = self._own_of(self.exercise), self._catalogue()
        if kept is not None and catalogue.exercises.get(kept.id) != kept:
            exercises = {**catalogue.exercises, kept.id: kept}
            self._take(replace(catalogue, exercises=MappingProxyType(exercises)))
            self.published.emit(kept.id)

    def _write(self, exercise: Exercise | None) -> bool:
        if exercise is None:
            return False
        is_in_order = self._fault_of(exercise) is None
        try:
            self._store.keep(exercise, is_in_order=is_in_order)
        except ReportedError as error:
            self.failed.emit(str(error))
            return False
        if is_in_order:
            self._all[exercise.id] = exercise
        return True

    def _fault_of(self, exercise: Exercise) -> tuple[str, str] | None:
        known = {*self._catalogue().exercises, *self._all}
        return fault_of_exercise(exercise) or fault_of_links(exercise, known)

    def _free_id(self, name: str) -> str:
        return id_from(name, {*self._catalogue().exercises, *self._all})

    def _own_of(self, exercise: Exercise | None) -> Exercise | None:
        """The exercise as it is played."""
        return self._all.get(exercise.id) if exercise is not None else None

    @property
    def _all(self) -> dict[str, Exercise]:
        if self._own is None:
            self._own = {exercise.id: exercise for exercise in self._store.read()}
        return self._own
