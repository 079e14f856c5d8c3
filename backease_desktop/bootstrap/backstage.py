"""What stands behind the window: read when it is first asked for, at the latest after the paint.

Home is painted from what was kept (`first_sight`). Whoever presses a key before all this is there
asks for it by that, and waits for it; nothing that was pressed is lost.

Where nothing that is kept is true, home is painted from what came with the program, and packs are
read after that. What is `at_hand` meanwhile is enough to start what is shown; the rest comes into
the same door, the same cards and the same composer.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import local_now, today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.bootstrap.shelf_reading import ShelfReading
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.pieces import Pieces
from backease_desktop.storage.digest import digest
from backease_desktop.storage.paths import bundled

if TYPE_CHECKING:
    from backease_desktop.bootstrap.home_keeping import HomeKeeping, Prints
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.controllers.composer import Composer
    from backease_desktop.controllers.door import Door
    from backease_desktop.controllers.exercise_editor import ExerciseEditor
    from backease_desktop.controllers.in_turns import InTurns
    from backease_desktop.controllers.own_routines import OwnRoutines
    from backease_desktop.controllers.plan import PlanController
    from backease_desktop.controllers.routine_editor import RoutineEditor
    from backease_desktop.controllers.routines import RoutinesController
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.storage.file_journal import FileJournal
    from backease_desktop.storage.pack_photos import PackPhotos


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
        journal: "FileJournal",
        first: FirstSight,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kept, self._settings = kept, settings
        self._journal = journal
        self._first = first
        shown = first.home is not None
        self._reading = ShelfReading(kept, lambda: first.files, all_at_once=shown, parent=self)
        self._reading.ended.connect(self._on_read)
        self._making: InTurns | None = None
        self._is_getting_ready = False
        self._door: Door | None = None
        self._routines: RoutinesController | None = None
        self._composer: Composer | None = None
        self._plans: PlanController | None = None
        self._own_routines: OwnRoutines | None = None
        self._routine_editor: RoutineEditor | None = None
        self._exercise_editor: ExerciseEditor | None = None
        self._photos: PackPhotos | None = None
        self._home_keeping: HomeKeeping | None = None

    @property
    def shelf(self) -> "Shelf":
        """Everything that sessions are made of; what of it is not read yet is read now."""
        return self._reading.shelf

    @property
    def at_hand(self) -> "Shelf":
        """What there is of it by now: all that home shows."""
        return self._reading.at_hand

    def have(self, routine_id: str | None) -> "RoutinesController":
        """Have a routine at hand, if there is one: all is read for it if need be."""
        if routine_id is not None and routine_id not in self.at_hand.catalogue.routines:
            _ = self.shelf
        return self.routines_at_hand

    def take_catalogue(self, catalogue: "Catalogue") -> None:
        """Play from another catalogue from here on: the person's own things have changed."""
        self._reading.take_catalogue(catalogue)
        self.door.take_catalogue(catalogue)

    def _on_read(self) -> None:
        """Whoever has had what was at hand has all of it from here on."""
        catalogue = self.shelf.catalogue
        if self._door is not None and self._door.catalogue is not catalogue:
            self._door.take_catalogue(catalogue)

    @property
    def own_routines(self) -> "OwnRoutines":
        """The routines of the person's own."""
        if self._own_routines is None:
            # Loaded on first use: who writes no routine needs none of it.
            from backease_desktop.controllers.own_routines import OwnRoutines
            from backease_desktop.storage.own_routines import OwnRoutineFiles

            self._own_routines = OwnRoutines(
                OwnRoutineFiles(self._kept.folders.data, self._reading.folders),
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

            store = OwnExerciseFiles(
                self._kept.folders.data, self._reading.folders, self._pack_photos
            )
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
        """Knows the person, and all that there is."""
        _ = self.shelf
        return self.door_at_hand

    @property
    def door_at_hand(self) -> "Door":
        """The same door, that knows what is at hand."""
        if self._door is None:
            # Loaded on first use, as the catalogue.
            from backease_desktop.controllers.door import Door

            self._door = Door(self.at_hand.catalogue, self._journal, today, self)
        return self._door

    @property
    def composer(self) -> "Composer":
        """Puts sessions together."""
        if self._composer is None:
            # Loaded on first use, as the history that it looks at.
            from backease_desktop.controllers.composer import Composer

            self._composer = Composer(
                door=self.door_at_hand,
                settings=self._settings,
                wording=self.at_hand.wording,
                speaking_time=self.at_hand.speaking_time,
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
        """The cards of all that there is."""
        _ = self.shelf
        return self.routines_at_hand

    @property
    def routines_at_hand(self) -> "RoutinesController":
        """The cards of what is at hand."""
        if self._routines is None:
            # Loaded on first use, as the catalogue.
            from backease_desktop.controllers.routines import RoutinesController

            known, shelf = self._first.known, self.at_hand
            self._routines = RoutinesController(
                door=self.door_at_hand,
                wording=shelf.wording,
                settings=self._settings,
                speaking_time=shelf.speaking_time,
                print_of=_print_of,
                kept={c.id: (known.made_of[c.id], c) for c in known.cards} if known else {},
                parent=self,
            )
            self._routines.changed.connect(self._on_cards_changed)
        return self._routines

    @property
    def is_read(self) -> bool:
        """Whether the catalogue is there."""
        return self._reading.is_over

    def get_ready(self) -> Pieces[None]:
        """Make all of it, a little at a time."""
        self._is_getting_ready = True
        yield from self._reading.pieces
        yield None
        _ = self._journal.history
        yield None
        _ = self.routines
        yield None
        yield from self._make_cards()
        self._is_getting_ready = False

    def stop(self) -> None:
        """Leave undone what is being made."""
        if self._making is not None:
            self._making.let_go()
            self._making = None

    def _make_cards(self) -> Pieces[None]:
        while self.routines_at_hand.work_out_some():
            yield None

    def _on_cards_changed(self) -> None:
        """Make those that nobody has asked for yet, a little at a time."""
        if self._is_getting_ready or not self.is_read:
            return
        # Loaded on first use, as all that is done in turns.
        from backease_desktop.controllers.in_turns import InTurns

        self.stop()
        self._making = InTurns(self._make_again(), self)
        self._making.begin()

    def _make_again(self) -> Pieces[None]:
        yield from self._make_cards()
        if self._home_keeping is not None:
            yield from self._home_keeping.keeping()

    def _read_again(self) -> Pieces["Catalogue"]:
        self._pack_photos.forget()
        return self._reading.reading_again()

    def keeping(self, figures: "Prints", *, may_read: bool = True) -> Pieces[None]:
        """Keep home as it is, for the next start; see `home_keeping`.

        Args:
            figures: of the exercises that are shown.
            may_read: there is time to read files again that have changed.
        """
        if not self.is_read or self._routines is None:
            return
        if self._home_keeping is None:
            # Loaded on first use: nobody waits for what is kept.
            from backease_desktop.bootstrap.home_keeping import HomeKeeping

            known = (self._settings, self.door, self._journal)
            self._home_keeping = HomeKeeping(
                self._first, self._routines, *known, figures, self._reading, self._read_again
            )
        yield from self._home_keeping.keeping(may_read=may_read)


def _print_of(data: bytes) -> str:
    return digest(data).decode()[:24]
