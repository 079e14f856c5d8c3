"""What stands behind the window: read when it is first asked for, at the latest after the paint.

Home is painted from what was kept (`first_sight`). Whoever presses a key before all this is there
asks for it by that, and waits for it; nothing that was pressed is lost.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now, today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.timeline.kept_home import KeptHome
from backease_desktop.storage.digest import digest
from backease_desktop.storage.paths import bundled

if TYPE_CHECKING:
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.controllers.composer import Composer
    from backease_desktop.controllers.door import Door
    from backease_desktop.controllers.exercise_editor import ExerciseEditor
    from backease_desktop.controllers.own_routines import OwnRoutines
    from backease_desktop.controllers.plan import PlanController
    from backease_desktop.controllers.ports import Journal
    from backease_desktop.controllers.routine_editor import RoutineEditor
    from backease_desktop.controllers.routines import RoutinesController
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.storage.pack_photos import PackPhotos
    from backease_desktop.storage.read_folders import ReadFolders


class Backstage(QObject):
    """Catalogue and wording, who it is for, and the cards.

    Args:
        kept: what was read of the person's files.
        settings: the settings and the profile.
        journal: the history.
        first: home as it was kept.
        parent: the owner.
    """

    def __init__(
        self,
        kept: Kept,
        settings: SettingsController,
        journal: "Journal",
        first: FirstSight,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._settings = settings
        self._journal = journal
        self._first = first
        self._shelf: Shelf | None = None
        self._reading: Pieces[Shelf] | None = None
        self._folders: ReadFolders | None = None
        self._door: Door | None = None
        self._routines: RoutinesController | None = None
        self._composer: Composer | None = None
        self._plans: PlanController | None = None
        self._own_routines: OwnRoutines | None = None
        self._routine_editor: RoutineEditor | None = None
        self._exercise_editor: ExerciseEditor | None = None
        self._photos: PackPhotos | None = None

    @property
    def shelf(self) -> "Shelf":
        """Everything that sessions are made of; what of it is not read yet is read now."""
        if self._shelf is None:
            self._shelf = drained(self._shelf_in_pieces)
        return self._shelf

    @property
    def _shelf_in_pieces(self) -> "Pieces[Shelf]":
        """The reading that is on, or begins: one, whoever asks for the next piece."""
        if self._reading is None:
            # Loaded on first use: the first paint does without.
            from backease_desktop.bootstrap.shelf import reading_shelf

            self._reading = reading_shelf(self._kept, self._read_folders)
        return self._reading

    @property
    def _read_folders(self) -> "ReadFolders":
        """What was read of packs."""
        if self._folders is None:
            # Loaded on first use, as the catalogue.
            from backease_desktop.storage.read_folders import ReadFolders

            self._folders = ReadFolders(self._kept.folders.cache)
        return self._folders

    def take_catalogue(self, catalogue: "Catalogue") -> None:
        """Play from another catalogue from here on: the person's own things have changed."""
        self._shelf = msgspec.structs.replace(self.shelf, catalogue=catalogue)
        self.door.take_catalogue(catalogue)

    @property
    def own_routines(self) -> "OwnRoutines":
        """The routines of the person's own."""
        if self._own_routines is None:
            # Loaded on first use: who writes no routine needs none of it.
            from backease_desktop.controllers.own_routines import OwnRoutines
            from backease_desktop.storage.own_routines import OwnRoutineFiles

            self._own_routines = OwnRoutines(
                OwnRoutineFiles(self._kept.folders.data, self._read_folders),
                lambda: self.shelf.catalogue,
                self.take_catalogue,
                self,
            )
        return self._own_routines

    def photo(self, exercise: str) -> bytes | None:
        """The photo that is shown instead of an exercise's figure, if it has one."""
        return self._pack_photos.photo(exercise)

    @property
    def _pack_photos(self) -> "PackPhotos":
        if self._photos is None:
            # Loaded on first use: nothing is drawn before the first paint.
            from backease_desktop.storage.pack_photos import PackPhotos

            self._photos = PackPhotos(self._kept.folders.data)
        return self._photos

    @property
    def exercise_editor(self) -> "ExerciseEditor":
        """Edits an exercise of the person's own."""
        if self._exercise_editor is None:
            # Loaded on first use, as they.
            from backease_desktop.controllers.exercise_editor import ExerciseEditor
            from backease_desktop.storage.own_exercises import OwnExerciseFiles
            from backease_desktop.ui.figure.photo_image import kept_photo

            store = OwnExerciseFiles(self._kept.folders.data, self._read_folders, self._pack_photos)
            self._exercise_editor = ExerciseEditor(
                store,
                lambda: self.shelf.catalogue,
                self.take_catalogue,
                kept_photo,
                lambda: self.door.asking,
                self,
            )
        return self._exercise_editor

    @property
    def routine_editor(self) -> "RoutineEditor":
        """Edits one of them."""
        if self._routine_editor is None:
            # Loaded on first use, as they.
            from backease_desktop.controllers.routine_editor import RoutineEditor

            shelf = self.shelf
            self._routine_editor = RoutineEditor(
                self.own_routines,
                self.door,
                self._settings,
                shelf.wording,
                shelf.speaking_time,
                self,
            )
        return self._routine_editor

    @property
    def door(self) -> "Door":
        """Knows the person."""
        if self._door is None:
            # Loaded on first use, as the catalogue.
            from backease_desktop.controllers.door import Door

            self._door = Door(self.shelf.catalogue, self._journal, today, self)
        return self._door

    @property
    def composer(self) -> "Composer":
        """Puts sessions together."""
        if self._composer is None:
            # Loaded on first use, as the history that it looks at.
            from backease_desktop.controllers.composer import Composer

            self._composer = Composer(
                door=self.door,
                settings=self._settings,
                wording=self.shelf.wording,
                speaking_time=self.shelf.speaking_time,
                journal=self._journal,
            )
        return self._composer

    @property
    def plans(self) -> "PlanController":
        """The plan of the person."""
        if self._plans is None:
            # Loaded on first use, as what puts sessions together.
            from backease_desktop.controllers.plan import PlanController
            from backease_desktop.storage.plan_file import load_plan_rules

            rules = bundled("catalogue") / "plan.yaml"
            self._plans = PlanController(
                rules=load_plan_rules(rules, self._kept.folders.cache),
                door=self.door,
                composer=self.composer,
                journal=self._journal,
                now=local_now,
                parent=self,
            )
        return self._plans

    @property
    def routines(self) -> "RoutinesController":
        """The cards."""
        if self._routines is None:
            # Loaded on first use, as the catalogue.
            from backease_desktop.controllers.routines import RoutinesController

            known = self._first.known
            self._routines = RoutinesController(
                door=self.door,
                wording=self.shelf.wording,
                settings=self._settings,
                speaking_time=self.shelf.speaking_time,
                print_of=_print_of,
                kept={c.id: (known.made_of[c.id], c) for c in known.cards} if known else {},
                parent=self,
            )
        return self._routines

    @property
    def is_read(self) -> bool:
        """Whether the catalogue is there."""
        return self._shelf is not None

    def get_ready(self) -> Pieces[None]:
        """Make all of it, a little at a time."""
        if self._shelf is None:
            shelf = yield from self._shelf_in_pieces
            if self._shelf is None:  # and nobody has asked for the rest of it meanwhile
                self._shelf = shelf
        yield None
        _ = self._journal.history
        yield None
        _ = self.routines
        yield None
        while self.routines.work_out_some():
            yield None

    def keep(self, figure_print: Callable[[str], str]) -> None:
        """Keep home as it is, for the next start; nothing where it was never worked out.

        Args:
            figure_print: what a figure is drawn from, in a few letters, by the exercise's id.
        """
        if self._routines is None:
            return
        # Loaded on first use: nobody waits for what is kept.
        from backease_desktop.core.timeline.home_days import true_until

        # What they are now comes first: whatever arrives meanwhile makes it untrue, and not false.
        settings, profile = self._settings.settings, self._settings.profile
        made_from, known = self._first.made_from(settings, profile), self._first.journal_now()
        day, cards = today(), self._routines.cards
        shown = {step.exercise for card in cards for step in card.steps}
        home = KeptHome(
            cards=cards,
            made_of=self._routines.made_of,
            figures={exercise: figure_print(exercise) for exercise in sorted(shown)},
            dose=self._settings.preferences.dose,
            side=self.door.person.side or SideThatHurts.BOTH,
            chosen=chosen_of(self._settings, {card.id for card in cards}),
            journal=known,
            since=day,
            until=true_until(settings, profile, self._journal.history, day),
        )
        self._first.keep(made_from, home)


def chosen_of(settings: SettingsController, ids: set[str]) -> str | None:
    """Of these routines, the one that was chosen last."""
    return next((one for one in reversed(settings.chosen) if one in ids), None)


def _print_of(data: bytes) -> str:
    return digest(data).decode()[:24]
