"""The routine that is being written: its draft with undo, what is amiss, what it comes to.

Every change is kept (`kept_draft`), and at once when the editor is left. A routine that is not in
order is kept, and not started. What it comes to is reckoned as it is for the person.
"""

from dataclasses import replace
from functools import cache

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.kept_draft import KeptDraft
from backease_desktop.controllers.own_routines import OwnRoutines
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.catalogue.words import DoseLevel, SideMode
from backease_desktop.core.editing.overview import Overview, overview_of
from backease_desktop.core.editing.problems import DraftProblem, problems_of
from backease_desktop.core.editing.routine_draft import (
    Amount,
    RoutineDraft,
    source_beside,
    step_of,
    with_amount,
    with_sides,
)
from backease_desktop.core.editing.undo import Undo
from backease_desktop.core.speaking_time import SpeakingTime
from backease_desktop.core.wording import Wording


class RoutineEditor(QObject):
    """Edits one routine at a time.

    Args:
        own: keeps routines.
        door: knows what a routine is for the person.
        settings: dose and voice, for the length.
        wording: what is said.
        speaking_time: how long phrases take.
        parent: the owner.

    Signals:
        changed: the draft is another one; carries the index of the step to look at, or -1.
    """

    changed = Signal(int)

    def __init__(
        self,
        own: OwnRoutines,
        door: Door,
        settings: SettingsController,
        wording: Wording,
        speaking_time: SpeakingTime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.own = own
        self._door = door
        self._settings = settings
        self._wording = wording
        self.written = KeptDraft(RoutineDraft(id="", name=""), own.keep, self)
        self.written.changed.connect(self._on_changed)
        door.changed.connect(self._on_person_changed)
        self._look_at: int | None = None
        self._problems: tuple[DraftProblem, ...] | None = None
        self._overview: Overview | None = None
        self._lengths = cache(lambda voice: cache(lambda text: speaking_time(text, voice)))

    @property
    def draft(self) -> RoutineDraft:
        """The routine as it is."""
        return self.written.now

    @property
    def catalogue(self) -> Catalogue:
        """The exercises, and what sources say of them."""
        return self.own.catalogue

    @property
    def level(self) -> DoseLevel:
        """How much of a range the person does."""
        return self._settings.preferences.dose

    @property
    def problems(self) -> tuple[DraftProblem, ...]:
        """What is amiss."""
        if self._problems is None:
            self._problems = problems_of(self.draft, self.catalogue)
        return self._problems

    @property
    def overview(self) -> Overview:
        """What it comes to."""
        if self._overview is None:
            voice = self._settings.settings.voice.choice(self._wording.voice)
            self._overview = overview_of(
                self.draft,
                self.problems,
                self._door.shown,
                replace(self._settings.preferences, voice=True),  # as sessions are laid out
                self._wording,
                self._lengths(voice),
            )
        return self._overview

    def open(self, draft: RoutineDraft) -> None:
        """Edit a routine; what was edited before is kept first."""
        self.leave()
        self.written.begin(Undo(draft))
        self._tell(0 if draft.steps else -1)

    def change(self, draft: RoutineDraft, look_at: int = -1, run: str = "") -> None:
        """Put another draft in the place of this one; it can be undone."""
        self._look_at = look_at
        self.written.change(draft, run)
        self._look_at = None

    def rename(self, name: str) -> None:
        """Call it otherwise; letters that are typed are one change."""
        self.change(self.draft.renamed(name), run="name")

    def add(self, index: int, exercise: Exercise) -> None:
        """Put a step of an exercise before the one of that number, or at the end."""
        self.change(self.draft.added(index, step_of(exercise)), index)

    def swap(self, index: int, exercise: Exercise) -> None:
        """Put an exercise in the place of a step, by the first of its prescriptions."""
        self.change(self.draft.with_step(index, step_of(exercise)), index)

    def move(self, index: int, to: int) -> None:
        """Put a step in another place."""
        self.change(self.draft.moved(index, to), to)

    def copy(self, index: int) -> None:
        """Have a step twice."""
        self.change(self.draft.added(index + 1, self.draft.steps[index]), index + 1)

    def take_out(self, index: int) -> None:
        """Have a step no more."""
        draft = self.draft.without(index)
        self.change(draft, min(index, len(draft.steps) - 1))

    def set_amount(self, index: int, field: Amount, value: int | None) -> None:
        """Do more or less in a step; None takes the number out."""
        if (exercise := self.exercise(index)) is not None:
            step = with_amount(self.draft.steps[index], exercise, field, value)
            self.change(self.draft.with_step(index, step), index)

    def set_sides(self, index: int, sides: SideMode) -> None:
        """Treat left and right otherwise in a step."""
        if (exercise := self.exercise(index)) is not None:
            step = with_sides(self.draft.steps[index], exercise, sides)
            self.change(self.draft.with_step(index, step), index)

    def take_source(self, index: int) -> None:
        """Do a step as the source beside it says."""
        if (exercise := self.exercise(index)) is not None:
            source = source_beside(self.draft.steps[index], exercise)
            step = Step(exercise=exercise.id, prescription=source.key)
            self.change(self.draft.with_step(index, step), index)

    def exercise(self, index: int) -> Exercise | None:
        """The exercise of a step; None where there is no such step or exercise."""
        if not 0 <= index < len(self.draft.steps):
            return None
        return self.catalogue.exercises.get(self.draft.steps[index].exercise)

    def leave(self) -> None:
        """Nobody looks any more: keep everything, and have everybody know it."""
        self.written.keep()
        self.own.publish()

    def _on_changed(self, before: RoutineDraft) -> None:
        asked = self._look_at
        self._tell(_first_difference(before, self.draft) if asked is None else asked)

    def _on_person_changed(self) -> None:
        self._tell(-1)

    def _tell(self, look_at: int) -> None:
        self._problems = self._overview = None
        self.changed.emit(look_at)


def _first_difference(before: RoutineDraft, now: RoutineDraft) -> int:
    """The first step that is another one than before, or -1."""
    pairs = enumerate(zip(before.steps, now.steps, strict=False))
    first = next((index for index, (one, other) in pairs if one != other), None)
    if first is not None:
        return first
    if len(before.steps) == len(now.steps):
        return -1
    return min(len(before.steps), len(now.steps) - 1)
