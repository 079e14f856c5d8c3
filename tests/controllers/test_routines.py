"""Cards are worked out some at a time, and again only where what they are made of has changed."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.routines import (
    AT_A_TIME,
    FIRST,
    GROWTH,
    LOOKED_AT,
    Made,
    RoutinesController,
)
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.catalogue import Catalogue, catalogue_of
from backease_desktop.core.journal.entries import Felt, PainTold, SessionEnded, SessionStarted
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import DoseChoice, Settings
from backease_desktop.core.timeline.preferences import FULL, SHORT
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice
from tests.controllers.conftest import TODAY
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import MemoryStore
from tests.fakes.small_catalogue import english, small_catalogue

MANY = 3 * LOOKED_AT


class Desk:
    """The cards of a catalogue, and how often a phrase was measured for them."""

    def __init__(
        self, catalogue: Catalogue, owner: QObject, kept: dict[str, Made] | None = None
    ) -> None:
        self.measured = 0
        self.today = TODAY
        self.journal = journal = MemoryJournal()
        journal.setParent(owner)
        self.settings = SettingsController(
            settings=Settings(),
            profile=Profile(first_start=TODAY, understood=True),
            settings_store=MemoryStore(),
            profile_store=MemoryStore(),
            journal=journal,
            today=lambda: self.today,
            parent=owner,
        )
        self.door = Door(catalogue, journal, lambda: self.today, owner)
        self.routines = RoutinesController(
            door=self.door,
            wording=english(),
            settings=self.settings,
            speaking_time=self._length,
            print_of=lambda data: data.hex(),
            kept=kept or {},
            parent=owner,
        )

    def do(self, exercises: tuple[str, ...], sessions: int) -> None:
        """Have so many sessions behind one."""
        for _ in range(sessions):
            begun = self.journal.append(SessionStarted(routine="short", exercises=exercises))
            self.journal.append(
                SessionEnded(
                    session=begun.id,
                    how="finished",
                    played_ms=1,
                    fraction=1.0,
                    exercises=exercises,
                )
            )

    def _length(self, text: str, voice: VoiceChoice) -> Ms:
        self.measured += 1
        return Ms(40 * len(text))

    def made(self) -> dict[str, Made]:
        """What a next start would be given."""
        made_of = self.routines.made_of
        return {card.id: (made_of[card.id], card) for card in self.routines.cards}


@pytest.fixture
def owner() -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def larger() -> Catalogue:
    """The small catalogue with many routines."""
    small = small_catalogue()
    first = next(iter(small.routines.values()))
    copies = [first.with_(id=f"copy-{n}", name=f"Copy {n}") for n in range(MANY)]
    return catalogue_of(small.sources.values(), small.exercises.values(), copies, small.rules)


def test_a_piece_of_the_work_is_small_however_many_routines_there_are(owner: QObject) -> None:
    desk = Desk(larger(), owner)
    pieces = 1
    while desk.routines.work_out_some():
        pieces += 1
    assert pieces >= MANY / AT_A_TIME
    assert len(desk.routines.cards) == MANY


def test_kept_cards_are_looked_at_many_at_a_time_and_none_is_laid_out(owner: QObject) -> None:
    first = Desk(larger(), owner)
    kept = first.made()
    again = Desk(larger(), owner, kept)
    pieces = 1
    while again.routines.work_out_some():
        pieces += 1

    assert pieces <= MANY / LOOKED_AT + 1
    assert again.measured == 0
    assert again.routines.cards == first.routines.cards


def test_a_changed_exercise_costs_the_cards_that_have_it_and_no_other(owner: QObject) -> None:
    small = small_catalogue()
    first = Desk(small, owner)
    kept = first.made()
    changed = next(iter(small.routines.values())).steps[0].exercise
    exercises = [
        one.with_(name="Another name") if one.id == changed else one
        for one in small.exercises.values()
    ]
    other = catalogue_of(small.sources.values(), exercises, small.routines.values(), small.rules)
    again = Desk(other, owner, kept)

    told = {card.id for card in again.routines.cards if again.made()[card.id] != kept[card.id]}
    has_it = {
        one.id for one in small.routines.values() if changed in [s.exercise for s in one.steps]
    }
    assert told == has_it
    assert again.measured > 0


def test_a_session_costs_the_cards_of_which_more_is_said_than_before(owner: QObject) -> None:
    catalogue = small_catalogue()
    routine = next(iter(catalogue.routines.values()))
    done = tuple(step.exercise for step in routine.steps)
    before: dict[str, Made] = {}
    made_anew: list[set[str]] = []
    for sessions in range(FULL + SHORT + 3):
        fresh = Desk(catalogue, owner)
        kept = Desk(catalogue, owner, before)
        for desk in (fresh, kept):
            desk.do(done, sessions)
        now = fresh.made()
        assert kept.made() == now
        made_anew.append({id_ for id_, made in now.items() if before.get(id_) != made})
        assert (kept.measured > 0) == bool(made_anew[-1])
        before = now

    assert made_anew[0] == {*catalogue.routines}
    assert routine.id in made_anew[FULL]
    assert routine.id in made_anew[FULL + SHORT]
    assert not any(made_anew[n] for n in (FULL - 1, FULL + 1, FULL + SHORT + 1, FULL + SHORT + 2))


def test_another_dose_makes_every_card_anew(owner: QObject) -> None:
    desk = Desk(small_catalogue(), owner)
    before = desk.routines.made_of
    desk.settings.set_field("session", "dose", "full")
    assert not set(before.values()) & set(desk.routines.made_of.values())


def test_the_first_cards_are_there_at_once_and_the_others_as_they_are_made(owner: QObject) -> None:
    routines = Desk(larger(), owner).routines
    grown: list[tuple[str, ...]] = []
    routines.grown.connect(lambda: grown.append(ids(routines.so_far())))

    first = ids(routines.so_far())
    assert FIRST <= len(first) < FIRST + AT_A_TIME
    while routines.work_out_some():
        pass

    assert len(grown) > 1
    for before, after in pairwise([first, *grown[:-1]]):
        assert after[: len(before)] == before
        assert len(after) >= GROWTH * len(before)
    assert grown[-1] == ids(routines.cards)
    assert len(grown[-1]) == MANY
    assert routines.is_made


def test_a_card_that_matters_is_made_with_the_first_ones(owner: QObject) -> None:
    routines = Desk(larger(), owner).routines
    last = f"copy-{MANY - 1}"
    assert last not in ids(routines.so_far())
    assert last in ids(routines.so_far({last, "nobody's"}))
    assert not routines.is_made


def test_with_another_dose_the_cards_stand_where_they_stood(owner: QObject) -> None:
    desk = Desk(larger(), owner)
    before = ids(desk.routines.cards)
    measured = desk.measured
    desk.settings.set_field("session", "dose", DoseChoice.FULL)
    assert not desk.routines.is_made
    first = desk.routines.so_far()
    assert ids(first) == before[: len(first)]
    assert len(first) < FIRST + AT_A_TIME
    assert desk.measured > measured
    assert desk.routines.cards[: len(first)] == first


def test_routines_that_come_stand_behind_until_all_are_made(owner: QObject) -> None:
    desk = Desk(small_catalogue(), owner)
    had = ids(desk.routines.cards)
    small, more = small_catalogue(), larger()
    both = [*more.routines.values(), *small.routines.values()]
    desk.door.take_catalogue(
        catalogue_of(small.sources.values(), small.exercises.values(), both, small.rules)
    )
    assert ids(desk.routines.so_far())[: len(had)] == had
    assert set(ids(desk.routines.cards)) == {one.id for one in both}


def ids(cards: Iterable[RoutineCard]) -> tuple[str, ...]:
    return tuple(card.id for card in cards)


def test_cards_are_those_of_the_day_on_which_they_are_looked_at(owner: QObject) -> None:
    desk = Desk(small_catalogue(), owner)
    told: list[None] = []
    desk.routines.changed.connect(lambda: told.append(None))
    gentle = desk.routines.cards
    desk.routines.look_again()
    assert told == []

    desk.today = TODAY + timedelta(days=30)  # the first gentle week is over
    desk.routines.look_again()

    later = Desk(small_catalogue(), owner)
    later.today = desk.today
    assert len(told) == 1
    assert desk.routines.cards == later.routines.cards != gentle


def test_pain_that_is_told_after_an_easy_session_holds_the_cards_back(owner: QObject) -> None:
    desk = Desk(small_catalogue(), owner)
    begun = desk.journal.append(SessionStarted(routine="short", dose="gentle"))
    desk.journal.append(Felt(session=begun.id, how="easy"))
    risen = desk.routines.cards
    told: list[None] = []
    desk.routines.changed.connect(lambda: told.append(None))

    desk.journal.append(PainTold(level=7, when="after", session=begun.id))

    assert len(told) == 1
    assert desk.routines.cards != risen
