"""The entrance: what is asked before a session, and that nothing comes in beside it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.entrance import Entrance
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.routine import single_exercise
from backease_desktop.core.person.person import NOBODY, SideThatHurts
from backease_desktop.core.person.questions import (
    AskQuestion,
    MeantQuestion,
    Question,
    Reply,
    SideQuestion,
)
from backease_desktop.core.person.tailored import Tailored
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import MemoryStore
from tests.fakes.shipped_catalogue import shipped_catalogue

TODAY = date(2026, 11, 26)
SHIPPED = shipped_catalogue()


class Ears:
    """Hears what an entrance says."""

    def __init__(self, journal: MemoryJournal, owner: QObject) -> None:
        settings = SettingsController(
            settings=Settings(),
            profile=Profile(),
            settings_store=MemoryStore(),
            profile_store=MemoryStore(),
            journal=journal,
            today=lambda: TODAY,
            parent=owner,
        )
        self.door = Door(SHIPPED, journal, lambda: TODAY, owner)
        self.entrance = Entrance(self.door, settings, owner)
        self.asked: list[Question] = []
        self.refused: list[str] = []
        self.opened: list[tuple[Tailored, int | None]] = []
        self.entrance.asked.connect(self.asked.append)
        self.entrance.refused.connect(self.refused.append)
        self.entrance.opened.connect(lambda mine, step: self.opened.append((mine, step)))

    def says(self, *conditions: str) -> None:
        """The person says this about themselves."""
        person = self.door.person
        for condition in conditions:
            person = person.with_condition(condition)
        self.door.say(person)

    @property
    def exercises(self) -> list[str]:
        """What comes in the session that opened last."""
        return [step.exercise for step in self.opened[-1][0].routine.steps]


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def ears(qapp: QObject, journal: MemoryJournal) -> Iterator[Ears]:
    owner = QObject()
    yield Ears(journal, owner)
    owner.deleteLater()


def test_who_says_nothing_is_let_in_at_once(ears: Ears) -> None:
    ears.entrance.start("desk-chair-2")

    assert ears.asked == []
    assert ears.opened[0][0].routine == SHIPPED.routines["desk-chair-2"]


def test_what_is_meant_for_others_starts_only_after_that_was_read(ears: Ears) -> None:
    ears.entrance.start("in-pregnancy")
    (question,) = ears.asked
    assert isinstance(question, MeantQuestion)
    assert ears.opened == []

    ears.entrance.answer(question, Reply.NO)
    assert ears.opened == []
    ears.entrance.start("in-pregnancy")
    ears.entrance.answer(ears.asked[-1], Reply.YES)
    assert len(ears.opened) == 1
    ears.entrance.start("in-pregnancy")
    assert len(ears.asked) == 2


def test_who_says_that_they_are_meant_gets_it_as_it_is_for_them(ears: Ears) -> None:
    ears.entrance.start("in-pregnancy")
    ears.entrance.answer(ears.asked[0], Reply.ME)

    assert ears.door.person.conditions == ("pregnancy",)
    assert "bridge" not in ears.exercises


def test_an_answer_is_kept_by_the_journal_and_known_after_a_start(
    ears: Ears, journal: MemoryJournal
) -> None:
    ears.says("stenosis")
    routine = single_exercise(SHIPPED.exercises["prone-press-up"])
    ears.entrance.start_routine(routine)
    assert isinstance(ears.asked[0], AskQuestion)
    ears.entrance.answer(ears.asked[0], Reply.YES)
    assert ears.exercises == ["prone-press-up"]

    owner = QObject()
    again = Ears(journal, owner)
    again.entrance.start_routine(routine)
    assert again.asked == []
    owner.deleteLater()


def test_who_may_not_gets_what_comes_instead(ears: Ears) -> None:
    ears.says("stenosis")
    ears.entrance.start_routine(single_exercise(SHIPPED.exercises["prone-press-up"]))
    ears.entrance.answer(ears.asked[0], Reply.NO)

    assert ears.exercises == ["bridge"]


def test_a_question_that_is_left_starts_nothing_and_keeps_nothing(ears: Ears) -> None:
    ears.entrance.start_routine(single_exercise(SHIPPED.exercises["sciatic-nerve-glide"]))
    assert isinstance(ears.asked[0], SideQuestion)
    ears.entrance.answer(ears.asked[0], None)

    assert ears.opened == []
    assert ears.door.person == NOBODY
    ears.entrance.answer(ears.asked[0], SideThatHurts.LEFT)
    assert ears.opened == []


def test_where_nobody_can_be_asked_it_is_avoided_and_nothing_is_kept(ears: Ears) -> None:
    ears.says("stenosis")
    routine = single_exercise(SHIPPED.exercises["prone-press-up"])
    ears.entrance.start_routine(routine, can_ask=False)

    assert ears.asked == []
    assert ears.exercises == ["bridge"]
    assert ears.door.person.answers == {}


def test_what_nothing_is_left_of_says_so_and_does_not_start(ears: Ears) -> None:
    ears.says("surgery")
    routine = single_exercise(SHIPPED.exercises["bridge"])
    ears.entrance.start_routine(routine, can_ask=False)

    assert ears.opened == []
    assert "operation" in ears.refused[0]


def test_what_ended_is_taken_up_where_it_ended_and_again_through_the_door(ears: Ears) -> None:
    ears.entrance.start("mat-12")
    ears.entrance.note_end(SHIPPED.routines["mat-12"], 5)
    ears.says("pregnancy-16")
    ears.entrance.repeat(where_it_ended=True)

    mine, step = ears.opened[-1]
    assert step == min(5, len(mine.routine.steps) - 1)
    assert not {"bridge", "dead-bug", "knee-to-chest"} & set(ears.exercises)


def test_what_another_machine_says_counts_here(ears: Ears, journal: MemoryJournal) -> None:
    told: list[None] = []
    assert ears.door.person == NOBODY
    ears.door.changed.connect(lambda: told.append(None))
    other = QObject()
    Ears(journal, other).says("disc")

    assert ears.door.person.conditions == ("disc",)
    assert told == [None]
    other.deleteLater()


def test_whatever_is_said_in_one_go_is_told_once(ears: Ears) -> None:
    told: list[int] = []
    ears.door.changed.connect(lambda: told.append(len(ears.door.person.answers)))
    ears.says("surgery")
    ears.entrance.start("mat-12")
    ears.entrance.answer(ears.asked[0], Reply.YES)

    assert told == [0, len({step.exercise for step in SHIPPED.routines["mat-12"].steps})]
