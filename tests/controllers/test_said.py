"""What a person says around a session: written at once, beside it; asked before once a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.hurting import Hurting
from backease_desktop.controllers.said import Said
from backease_desktop.core.journal.entries import LeftHurting
from tests.controllers.conftest import TODAY, Stage
from tests.fakes.small_catalogue import small_catalogue


class Days:
    """The local date, moved by hand."""

    def __init__(self) -> None:
        self.today = TODAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def hurting(stage: Stage) -> Hurting:
    small = small_catalogue()
    eased = small.exercises["twist"].with_(easier="plank")
    catalogue = replace(small, exercises={**small.exercises, "twist": eased})
    door = Door(catalogue, stage.journal, lambda: TODAY, stage.session)
    return Hurting(stage.session, door, stage.session)


@pytest.fixture
def said(stage: Stage, hurting: Hurting, days: Days) -> Said:
    return Said(stage.journal, stage.notes, hurting, days, stage.session)


def play_through(stage: Stage) -> None:
    stage.play()
    while stage.session.is_on:
        stage.run(500)


def left(stage: Stage) -> list[tuple[str, int | None, bool]]:
    return [
        (one.exercise, one.pain, one.numb)
        for one in stage.journal.entries()
        if isinstance(one, LeftHurting)
    ]


def test_before_the_first_session_of_all_nothing_is_asked(stage: Stage, said: Said) -> None:
    assert not said.asks_before
    stage.play()
    assert not said.asks_before


def test_from_then_on_it_is_asked_once_a_day(stage: Stage, said: Said, days: Days) -> None:
    play_through(stage)
    stage.play()
    assert said.asks_before
    said.ask_before()
    assert not said.asks_before  # answered or not
    days.today += timedelta(days=1)
    assert said.asks_before


def test_who_has_told_it_today_is_not_asked_again_even_by_another_start(
    stage: Stage, said: Said, hurting: Hurting, days: Days
) -> None:
    play_through(stage)
    stage.play()
    said.tell_before(4)
    anew = Said(stage.journal, stage.notes, hurting, days, stage.session)
    assert not anew.asks_before


def test_what_was_said_stands_with_the_session(stage: Stage, said: Said) -> None:
    stage.play()
    said.tell_before(4)
    assert said.before == 4
    while stage.session.is_on:
        stage.run(500)
    said.tell_after(1)
    said.tell_after(10)  # 1 and then 0
    said.tell_felt("easy")
    said.tell_felt("hard")
    told = stage.journal.history.sessions[-1]
    assert told.before is not None
    assert told.after is not None
    assert (told.before.level, told.after.level, told.felt) == (4, 10, "hard")
    assert said.today == 1


def test_what_hurt_is_noted_when_something_else_comes(
    stage: Stage, said: Said, hurting: Hurting
) -> None:
    assert said.before is None
    stage.play()
    stage.run_to("hold")
    hurting.leave()
    hurting.tell(4)
    assert left(stage) == []
    hurting.next_exercise()
    assert left(stage) == [("twist", 4, False)]


@pytest.mark.usefixtures("said")
def test_what_was_left_unsaid_is_noted_without_a_number(stage: Stage, hurting: Hurting) -> None:
    stage.play()
    stage.run_to("hold")
    hurting.leave()
    stage.session.stop()
    assert left(stage) == [("twist", None, False)]
    assert stage.journal.history.sessions[-1].how == "hurt"


@pytest.mark.usefixtures("said")
def test_what_was_taken_back_is_not_noted_and_what_is_enough_is(
    stage: Stage, hurting: Hurting
) -> None:
    stage.play()
    stage.run_to("hold")
    hurting.leave()
    hurting.tell(5)
    hurting.take_back()
    assert left(stage) == []
    hurting.leave()
    hurting.tell_numb()
    hurting.take_back()
    assert left(stage) == [("twist", None, True)]


def test_an_automatic_dose_follows_how_it_was_and_a_chosen_one_stays(
    stage: Stage, said: Said
) -> None:
    play_through(stage)
    before = stage.settings.preferences.dose
    said.tell_felt("hard")
    assert (before, stage.settings.preferences.dose) == ("gentle", "gentle")
    said.tell_felt("right")
    assert stage.settings.preferences.dose == "gentle"
    said.tell_felt("easy")
    assert stage.settings.preferences.dose == "standard"
    play_through(stage)
    said.tell_felt("easy")
    assert stage.settings.preferences.dose == "full"
    stage.settings.set_field("session", "dose", "gentle")
    assert stage.settings.preferences.dose == "gentle"
