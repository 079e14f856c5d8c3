"""Sessions put together for the person who is there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.composer import Composer
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.journal.entries import (
    ReminderAnswered,
    ReminderCalled,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import DoseChoice, Settings
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.units import MINUTE, Ms
from tests.fakes.journal import FakeNow, MemoryJournal
from tests.fakes.ports import MemoryStore
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

TWO = Ms(2 * MINUTE)
NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


class Desk:
    """Somebody at a desk, who has sessions put together."""

    def __init__(self, owner: QObject) -> None:
        self.journal = MemoryJournal(FakeNow(NOW))
        self.settings = SettingsController(
            settings=Settings(),
            profile=Profile(),
            settings_store=MemoryStore(),
            profile_store=MemoryStore(),
            journal=self.journal,
            today=NOW.date,
            parent=owner,
        )
        self.door = Door(shipped_catalogue(), self.journal, NOW.date, owner)
        self.composer = Composer(
            door=self.door,
            settings=self.settings,
            wording=english(),
            speaking_time=lambda text, voice: estimate(text, voice.rate_wpm),
            journal=self.journal,
        )

    def exercises(self, routine: str) -> tuple[str, ...]:
        return tuple(step.exercise for step in self.door.routine(routine).steps)

    def play(self, routine: str) -> None:
        """Do all of it."""
        done = self.exercises(routine)
        started = self.journal.append(SessionStarted(routine=routine, exercises=done))
        self.journal.append(
            SessionEnded(
                session=started.id, how="finished", played_ms=1, fraction=1.0, exercises=done
            )
        )


@pytest.fixture
def desk(qapp: QObject) -> Iterator[Desk]:
    owner = QObject()
    yield Desk(owner)
    owner.deleteLater()


@pytest.mark.parametrize("are_done", [True, False])
def test_twelve_reminders_at_the_chair_offer_at_least_eight_different_sessions(
    desk: Desk, are_done: bool
) -> None:
    offered = []
    for _ in range(12):
        desk.journal.append(ReminderCalled(reminders=("stretch",)))
        card = desk.composer.card_for(Place.CHAIR, TWO)
        assert card is not None
        assert card.places == (Place.CHAIR,)
        offered.append(desk.exercises(card.id))
        if are_done:
            desk.play(card.id)
        else:
            desk.journal.append(ReminderAnswered(reminders=("stretch",), answer="not_now"))

    assert len(set(offered)) >= 8


@pytest.mark.parametrize("answer", [None, "start", "later"])
def test_a_call_that_is_not_over_opens_what_was_put_together_before_it(
    desk: Desk, answer: Literal["start", "later"] | None
) -> None:
    before = desk.composer.card_for(Place.CHAIR, TWO)
    desk.journal.append(ReminderCalled(reminders=("stretch",)))
    if answer is not None:
        desk.journal.append(ReminderAnswered(reminders=("stretch",), answer=answer))
    assert before is not None
    assert desk.composer.card_for(Place.CHAIR, TWO) == before


def test_what_was_put_together_can_be_started_by_its_id(desk: Desk) -> None:
    fitted = desk.composer.compose(Wanted(TWO, Place.CHAIR))

    assert desk.door.routine(fitted.card.id) == fitted.made.routine
    assert fitted.card.duration == fitted.made.timeline.duration
    with pytest.raises(KeyError):
        desk.door.routine("was-never-made")


def test_another_dose_is_measured_anew(desk: Desk) -> None:
    wanted = Wanted(Ms(10 * MINUTE), Place.MAT)
    for dose in (DoseChoice.GENTLE, DoseChoice.FULL):
        desk.settings.set_field("session", "dose", dose)
        made = desk.composer.compose(wanted).made
        assert made.timeline.dose == str(dose)
        assert 0.8 * wanted.longest <= made.timeline.duration <= wanted.longest


def test_where_nothing_is_left_nothing_is_offered(desk: Desk) -> None:
    desk.door.say(NOBODY.with_condition("floor"))

    assert desk.composer.card_for(Place.MAT, TWO) is None
