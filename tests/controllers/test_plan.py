"""The plan of the person who is there."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.composer import Composer
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.plan import PlanController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.journal.entries import (
    Felt,
    PainTold,
    SessionEnded,
    SessionStarted,
    Walked,
)
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.plan.plan import Answers
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.units import MINUTE
from tests.core.plan.conftest import RULES
from tests.fakes.journal import FakeNow, MemoryJournal
from tests.fakes.ports import MemoryStore
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

THREE = Answers(3, 10, (Place.CHAIR, Place.MAT))


class Room:
    """Somebody with a plan controller, whose days pass."""

    def __init__(self, owner: QObject) -> None:
        self.now = FakeNow(datetime(2026, 11, 2, 9, tzinfo=UTC))
        self.journal = MemoryJournal(self.now)
        self.settings = SettingsController(
            settings=Settings(),
            profile=Profile(),
            settings_store=MemoryStore(),
            profile_store=MemoryStore(),
            journal=self.journal,
            today=lambda: self.now().date(),
            parent=owner,
        )
        self.door = Door(shipped_catalogue(), self.journal, lambda: self.now().date(), owner)
        self.composer = Composer(
            door=self.door,
            settings=self.settings,
            wording=english(),
            speaking_time=lambda text, voice: estimate(text, voice.rate_wpm),
            journal=self.journal,
        )
        self.plans = PlanController(
            rules=RULES,
            door=self.door,
            composer=self.composer,
            journal=self.journal,
            now=self.now,
            parent=owner,
        )

    def rung(self, ladder: str) -> int:
        return {one.ladder.id: one.standing.rung for one in self.plans.next}[ladder]

    def do_today(self, felt: str = "easy", pain: int | None = None) -> tuple[str, ...]:
        """Start today's session, do all of it, and say how it was; then the next day begins."""
        routine = self.door.routine(self.plans.start())
        self.now.advance(seconds=1)
        done = tuple(step.exercise for step in routine.steps)
        started = self.journal.append(SessionStarted(routine=routine.id, exercises=done))
        self.journal.append(
            SessionEnded(
                session=started.id, how="finished", played_ms=1, fraction=1.0, exercises=done
            )
        )
        self.journal.append(Felt(session=started.id, how=felt))  # type: ignore[arg-type]
        if pain is not None:
            self.journal.append(PainTold(session=started.id, level=pain, when="after"))
        self.now.advance(days=1)
        return done


@pytest.fixture
def room(qapp: QObject) -> Iterator[Room]:
    owner = QObject()
    yield Room(owner)
    owner.deleteLater()


def test_without_a_plan_nothing_is_due(room: Room) -> None:
    assert room.plans.plan is None
    assert not room.plans.is_due
    assert room.plans.next == ()


def test_todays_session_fits_the_answers_and_is_due_once_a_day(room: Room) -> None:
    room.plans.answer(THREE)
    assert room.plans.is_due

    card = room.plans.today().card

    assert card.places == (Place.CHAIR,)
    assert 0.8 * 10 * MINUTE <= card.duration <= 10 * MINUTE
    room.do_today()
    assert room.plans.is_due
    room.now.advance(days=-1)
    assert not room.plans.is_due


def test_easy_sessions_lead_up_where_they_were_done_and_hard_ones_down(room: Room) -> None:
    room.plans.answer(Answers(3, 20, (Place.CHAIR,)))
    for _ in range(4):
        room.do_today("easy")
    after_easy = {one.ladder.id: one.standing for one in room.plans.next}
    assert any(one.rung > 0 or one.good > 0 for one in after_easy.values())
    for _ in range(6):
        room.do_today("hard")
    assert all(one.standing.rung == 0 for one in room.plans.next)


def test_pain_of_six_stops_it_and_going_on_is_the_persons_choice(room: Room) -> None:
    room.plans.answer(THREE)
    room.do_today("right", pain=7)
    assert not room.plans.is_due

    room.plans.resume()

    assert room.plans.is_due


def test_a_rung_up_or_down_by_ones_own_choice_stays_on_the_ladder(room: Room) -> None:
    room.plans.answer(THREE)
    room.plans.move("plank", 1)
    assert room.rung("plank") == 1
    for _ in range(9):
        room.plans.move("plank", -1)
    assert room.rung("plank") == 0
    room.plans.move("no-such-ladder", 1)


def test_a_walk_counts_for_its_week_and_there_is_none_without_a_plan(room: Room) -> None:
    assert room.plans.walking is None
    room.plans.answer(THREE)
    assert room.plans.walking == (5, 0, 5)

    room.journal.append(Walked(duration_ms=6 * MINUTE))

    assert room.plans.walking == (5, 1, 5)


def test_other_answers_keep_what_was_done_and_throwing_away_keeps_nothing(room: Room) -> None:
    room.plans.answer(THREE)
    room.do_today()
    room.plans.answer(Answers(5, 5, (Place.MAT,)))
    assert room.plans.plan is not None
    assert (room.plans.plan.done, room.plans.plan.sessions) == (1, 30)

    room.plans.throw_away()

    assert room.plans.plan is None


def test_whoever_says_something_about_themselves_is_offered_something_else(
    room: Room, qtbot: QtBot
) -> None:
    room.plans.answer(THREE)
    assert "plank" in {one.ladder.id for one in room.plans.next}
    with qtbot.waitSignal(room.plans.changed):
        room.door.say(NOBODY.with_condition("floor"))

    assert "plank" not in {one.ladder.id for one in room.plans.next}
