"""What a call offers, and what comes of Start."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.offers import Offers
from backease_desktop.controllers.reminders import ReminderController
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.reminder.roster import CHOOSE, FIRST, Reminder, Roster
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.core.units import MINUTE, Ms
from tests.fakes.reminding import Day


def card(name: str, minutes: float) -> RoutineCard:
    return RoutineCard(
        id=name,
        name=name,
        about="",
        is_desk_set=True,
        source_title=None,
        duration=Ms(round(minutes * MINUTE)),
        places=(Place.CHAIR,),
        equipment=(),
        areas=(),
        steps=(RoutineStep(f"{name}-exercise", name, "", False),),
        has_affected=False,
    )


OWN, OTHER = card(FIRST.routine, 2), card("another", 2)
FREE = FIRST.with_(routine=CHOOSE)
GONE = FIRST.with_(routine="was-in-a-pack")


@dataclass
class Desk:
    """A reminder with what it may offer, and what came of it."""

    day: Day
    reminders: ReminderController
    offers: Offers
    is_in_session: bool = False
    done: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    returned: int = 0

    composed: list[RoutineCard] = field(default_factory=list)
    wanted: list[tuple[Place, Ms]] = field(default_factory=list)

    asked: list[str | None] = field(default_factory=list)

    def cards_with(self, routine: str | None) -> tuple[RoutineCard, ...]:
        """The cards at hand; somebody's own one is there for who asks for it."""
        self.asked.append(routine)
        return (OWN, OTHER) if routine in (OWN.id, None) else (OTHER,)

    def compose(self, place: Place, longest: Ms) -> RoutineCard | None:
        """What was laid ready to be put together, once each; then nothing can be."""
        self.wanted.append((place, longest))
        return self.composed.pop(0) if self.composed else None

    def on_return(self) -> None:
        self.returned += 1

    def call(self, reminder: Reminder = FIRST) -> None:
        """Have this reminder call, and offer what it offers."""
        self.reminders.put(reminder)
        self.reminders.call_now()
        self.offers.offer(reminder)


@pytest.fixture
def desk(qapp: QObject) -> Iterator[Desk]:
    owner, day = QObject(), Day()
    reminders = ReminderController(
        instant=day.instant,
        presence=day.presence,
        roster=Roster(),
        roster_store=day.rosters,
        state=None,
        store=day.states,
        log=day.log,
        parent=owner,
    )
    offers = Offers(
        reminders,
        cards=lambda wanted: desk.cards_with(wanted),
        done=lambda: desk.done,
        compose=lambda place, longest: desk.compose(place, longest),
        session_is_on=lambda: desk.is_in_session,
        parent=owner,
    )
    desk = Desk(day, reminders, offers)
    offers.start_wanted.connect(desk.started.append)
    offers.return_wanted.connect(desk.on_return)
    reminders.start()
    yield desk
    reminders.stop()
    owner.deleteLater()


def test_a_call_offers_the_reminders_own_routine_and_start_opens_it(desk: Desk) -> None:
    desk.done = [OWN.id]
    desk.call()
    assert desk.offers.current == OWN
    assert desk.offers.exercise == f"{OWN.id}-exercise"
    desk.reminders.begin()
    assert desk.started == [OWN.id]


@pytest.mark.parametrize("reminder", [FREE, GONE])
def test_where_it_may_choose_it_offers_what_was_not_done_last(
    desk: Desk, reminder: Reminder
) -> None:
    desk.done = [OWN.id]
    desk.call(reminder)
    assert desk.offers.current == OTHER


def test_only_a_routine_that_is_named_is_asked_for(desk: Desk) -> None:
    desk.call(FREE)
    desk.reminders.not_now()
    desk.call()
    assert desk.asked == [None, OWN.id]


def test_start_opens_what_was_offered_even_if_another_would_be_chosen_by_now(desk: Desk) -> None:
    desk.done = [OWN.id]
    desk.call(FREE)
    desk.done = [OTHER.id]
    desk.reminders.begin()
    assert desk.started == [OTHER.id]


@pytest.mark.parametrize("answer", ["not_now", "did_it"])
def test_what_was_answered_otherwise_is_not_what_the_next_start_opens(
    desk: Desk, answer: str
) -> None:
    desk.done = [OWN.id]
    desk.call(FREE)
    getattr(desk.reminders, answer)()
    assert desk.offers.current is None
    desk.done = [OTHER.id]
    desk.offers.start()
    assert desk.started == [OWN.id]


def test_what_was_put_off_is_still_what_start_opens(desk: Desk) -> None:
    desk.done = [OWN.id]
    desk.call(FREE)
    desk.reminders.snooze(20)
    desk.done = [OTHER.id]
    desk.offers.start()
    assert desk.started == [OTHER.id]


def test_an_offer_is_told_to_whoever_shows_it(desk: Desk) -> None:
    told: list[object] = []
    desk.offers.offered.connect(told.append)
    desk.call()
    assert told == [OWN]


def test_start_without_a_call_chooses_then(desk: Desk) -> None:
    desk.offers.start()
    assert desk.started == [OWN.id]


def test_start_in_the_tray_leads_back_to_the_session_that_is_on(desk: Desk) -> None:
    desk.is_in_session = True
    desk.offers.start()
    assert (desk.started, desk.returned) == ([], 1)


def test_start_on_a_card_leads_back_to_the_session_that_is_on(desk: Desk) -> None:
    desk.call()
    desk.is_in_session = True
    desk.reminders.begin()
    assert (desk.started, desk.returned) == ([], 1)


@pytest.mark.parametrize(("minutes", "soon"), [(1, True), (30, False)])
def test_a_call_that_was_put_off_is_soon_only_shortly_before_it_comes(
    desk: Desk, minutes: int, soon: bool
) -> None:
    desk.call()
    desk.reminders.snooze(minutes)
    assert desk.offers.calls_soon(desk.day.instant().wall) is soon


def test_a_pause_that_ends_shortly_is_soon(desk: Desk) -> None:
    desk.reminders.pause_for(Ms(60 * MINUTE))
    now = desk.day.instant().wall
    assert not desk.offers.calls_soon(now)
    assert desk.offers.calls_soon(now + timedelta(minutes=59))


def test_what_is_to_be_chosen_is_put_together_for_the_reminders_place_and_minutes(
    desk: Desk,
) -> None:
    made = card("fitted-chair-3-1", 3)
    desk.composed.append(made)

    desk.call(FREE.with_(most_min=3, place=Place.CHAIR))
    desk.reminders.begin()

    assert desk.wanted == [(Place.CHAIR, Ms(3 * MINUTE))]
    assert desk.started == [made.id]


def test_a_reminder_with_a_routine_of_its_own_has_nothing_put_together(desk: Desk) -> None:
    desk.call(FIRST)

    assert desk.wanted == []
    assert desk.offers.current == OWN
