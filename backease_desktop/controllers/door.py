"""The one door: every session, from whatever way in, is the routine as it is for this person.

What the person says about themselves is kept here, field by field in the journal, and what follows
from it is asked here. `SessionController` takes only what has come through the door, and asks first
what is to be asked first; so a way in cannot forget either.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.ports import Journal
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.journal.entries import (
    Corrected,
    Deleted,
    Entry,
    ExerciseDone,
    LeftHurting,
    ProfileChanged,
    SessionEnded,
)
from backease_desktop.core.journal.left import Left, taken_back, times_left
from backease_desktop.core.person.asking import left_of
from backease_desktop.core.person.effects import Effects, effects_of
from backease_desktop.core.person.keeping import changes, person_of
from backease_desktop.core.person.person import NOBODY, Person, SideThatHurts
from backease_desktop.core.person.questions import Question, Reply, answered, question_before
from backease_desktop.core.person.tailored import NothingLeftError, Tailored, tailored
from backease_desktop.core.person.verdict import Asking, Verdict, easier_for, verdict

TELLS = (ProfileChanged, LeftHurting, ExerciseDone, SessionEnded, Corrected, Deleted)
"""Entries that can make the person, or what hurts them, another."""


class Door(QObject):
    """Knows the person, and what everything is for them.

    Args:
        catalogue: exercises, routines and rules.
        journal: keeps what the person says.
        today: the day.
        parent: the owner.
        person: who it is for, where that is not the person whose journal it is.

    Signals:
        changed: the person is another one than before, by what was said here or on another machine.
        catalogue_changed: other routines or exercises are there.
    """

    changed = Signal()
    catalogue_changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        journal: Journal,
        today: Callable[[], date],
        parent: QObject | None = None,
        *,
        person: Person | None = None,
    ) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self._journal = journal
        self._today = today
        self._fixed = person
        self._person = person
        self._left: tuple[Left, ...] | None = None
        self._is_saying = False
        self._remembered: dict[str, Routine] = {}
        journal.changed.connect(self._on_journal_changed)

    @property
    def person(self) -> Person:
        """What the person says about themselves; read when it is first asked for."""
        if self._person is None:
            self._person = person_of(self._journal.history.profile)
        return self._person

    @property
    def asking(self) -> Asking:
        """Who asks, today."""
        hurt = {one.exercise: one.times for one in self.left}
        return Asking(self.person, self._today(), hurt)

    @property
    def left(self) -> tuple[Left, ...]:
        """What was left because it hurt and is not as it was; read when it is first asked for."""
        if self._left is None:
            own = self._fixed is None
            self._left = left_of(self._journal.history, self.catalogue) if own else ()
        return self._left

    def routine(self, id_: str) -> Routine:
        """A routine of the catalogue, or one that was put together and is remembered.

        Raises:
            KeyError: there is none.
        """
        return self._remembered.get(id_) or self.catalogue.routines[id_]

    def remember(self, routine: Routine) -> None:
        """Know a routine that was put together by its id, as long as the program runs."""
        self._remembered[routine.id] = routine

    def take_catalogue(self, catalogue: Catalogue) -> None:
        """Other routines or exercises are there: the person's own have changed."""
        self.catalogue = catalogue
        self._left = None
        self.catalogue_changed.emit()

    def times_left(self, exercise: str) -> int:
        """How often in a row an exercise was left because it hurt, until now."""
        return times_left(self._journal.history, exercise)

    def take_back(self, exercise: str) -> None:
        """An exercise that hurt is to come again as it was."""
        self._journal.append(taken_back(exercise))

    @property
    def today(self) -> date:
        """The day that weeks and answers are counted to."""
        return self._today()

    def effects(self) -> Effects:
        """What the person's words come to in their routines."""
        return effects_of(self.asking, self.catalogue)

    def count_of(self, condition: str) -> int:
        """How many exercises of the person's routines a condition would concern."""
        asking = Asking(NOBODY.with_condition(condition), self._today())
        return len(effects_of(asking, self.catalogue).never)

    def say(self, person: Person) -> None:
        """The person says something else about themselves: what differs is kept, and told once.

        An answer may be about forty exercises, and whoever hears of it makes every card anew.
        """
        if self._fixed is not None:
            return
        before, self._is_saying = self.person, True
        try:
            for field, value in changes(before, person):
                self._journal.append(ProfileChanged(field=field, value=value))
        finally:
            self._is_saying, self._person = False, None
        if self.person != before:
            self.changed.emit()

    def verdict(self, exercise: Exercise) -> Verdict:
        """What an exercise is for the person."""
        return verdict(exercise, self.asking, self.catalogue)

    def easier(self, exercise_id: str | None) -> Exercise | None:
        """The easier form of an exercise, where there is one that is easier for this person."""
        exercise = self.catalogue.exercises.get(exercise_id or "")
        return easier_for(exercise, self.asking, self.catalogue) if exercise else None

    def let_in(self, routine: Routine, *, can_ask: bool = True) -> Tailored:
        """A routine as it is for the person; see `core.person.tailored`.

        Raises:
            NothingLeftError: nothing of it is left.
        """
        return tailored(routine, self.asking, self.catalogue, can_ask=can_ask)

    def shown(self, routine: Routine) -> Tailored | None:
        """A routine as it is for the person, to be shown; None where nothing of it is left."""
        try:
            return self.let_in(routine)
        except NothingLeftError:
            return None

    def is_meant(self, routine: Routine) -> bool:
        """Whether the person has said that they are one of those for whom it is meant."""
        return self.person.is_meant(routine.meant_for, self._today())

    def question(self, routine: Routine) -> Question | None:
        """What is to be asked before a routine starts; None if nothing is.

        Raises:
            NothingLeftError: nothing of it is left.
        """
        return question_before(routine, self.asking, self.catalogue)

    def answer(self, question: Question, reply: Reply | SideThatHurts) -> None:
        """Keep what was answered."""
        self.say(answered(self.person, question, reply, self._today()))

    def _on_journal_changed(self, entries: tuple[Entry, ...]) -> None:
        if self._is_saying or not any(isinstance(entry, TELLS) for entry in entries):
            return
        before, left = self._person, self._left
        self._person, self._left = self._fixed, None
        is_another = before is not None and self.person != before
        if is_another or (left is not None and self.left != left):
            self.changed.emit()
