"""It hurts: the session stands still until it is said what comes instead."""

from dataclasses import replace

import pytest

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.hurting import Hurt, Hurting
from backease_desktop.controllers.said import Said
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.units import Ms
from tests.controllers.conftest import TODAY, Stage
from tests.fakes.small_catalogue import routine, small_catalogue


@pytest.fixture
def door(stage: Stage) -> Door:
    """To the small catalogue, in which the twist has an easier form."""
    small = small_catalogue()
    eased = small.exercises["twist"].with_(easier="plank")
    catalogue = replace(small, exercises={**small.exercises, "twist": eased})
    return Door(catalogue, stage.journal, lambda: TODAY, stage.session)


@pytest.fixture
def hurting(stage: Stage, door: Door) -> Hurting:
    """What hurts, in the first hold of a session of twist and rolls."""
    hurting = Hurting(stage.session, door, stage.session)
    stage.play()
    stage.run_to("hold")
    return hurting


@pytest.fixture
def records(stage: Stage) -> list[SessionRecord]:
    records: list[SessionRecord] = []
    stage.session.ended.connect(records.append)
    return records


def test_it_stops_at_once_and_asks_with_the_easier_form(stage: Stage, hurting: Hurting) -> None:
    asked: list[Hurt] = []
    hurting.asked.connect(asked.append)
    hurting.leave()
    assert not stage.session.is_playing
    assert hurting.left is not None
    assert [hurt.easier and hurt.easier.id for hurt in asked] == ["plank"]
    assert [(hurt.level, hurt.numb) for hurt in asked] == [(None, False)]


def test_the_easier_form_takes_the_place_of_what_was_left(stage: Stage, hurting: Hurting) -> None:
    hurting.leave()
    hurting.take_easier()
    stage.speaker.render_all()
    stage.settle()
    assert stage.session.is_playing
    assert hurting.left is None
    assert stage.now.segment.exercise == "plank"
    names = dict.fromkeys(s.exercise for s in stage.now.timeline.segments if s.exercise)
    assert list(names) == ["plank", "rolls"]


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_it_goes_on_with_the_easier_form_at_the_beginning_of_the_very_step_that_hurt(
    stage: Stage, step: int
) -> None:
    small, names = small_catalogue(), ["twist", "rolls", "arms", "curls"]
    eased = {name: small.exercises[name].with_(easier="plank") for name in names}
    known = replace(small, exercises={**small.exercises, **eased})
    door = Door(known, stage.journal, lambda: TODAY, stage.session)
    hurting = Hurting(stage.session, door, stage.session)
    stage.session.entrance.start_routine(routine("mine", *names))
    stage.speaker.render_all()
    stage.settle()
    for _ in range(step + 1):
        stage.session.next_exercise()
    stage.run(2_000)
    hurting.leave()
    hurting.take_easier()
    stage.speaker.render_all()
    stage.settle()
    now = stage.now
    assert (now.segment.step, now.segment.exercise) == (step, "plank")
    assert now.index == now.timeline.first_of_step(step)
    steps = dict.fromkeys((s.step, s.exercise) for s in now.timeline.segments if s.exercise)
    assert list(steps) == [(n, "plank" if n == step else name) for n, name in enumerate(names)]


def test_without_an_easier_form_the_next_one_goes_on(stage: Stage, hurting: Hurting) -> None:
    while stage.now.segment.exercise != "rolls" or stage.now.segment.kind != "move":
        stage.run(50)
    hurting.leave()
    assert hurting.left is not None
    assert hurting.left.easier is None
    hurting.take_easier()
    assert stage.now.segment.kind == "outro"


def test_the_next_exercise_goes_on_by_itself(stage: Stage, hurting: Hurting) -> None:
    hurting.leave()
    hurting.next_exercise()
    assert stage.session.is_playing
    assert stage.now.segment.exercise == "rolls"
    assert hurting.left is None


def test_going_on_where_it_was_means_that_it_is_fine(
    stage: Stage, hurting: Hurting, records: list[SessionRecord]
) -> None:
    hurting.leave()
    stage.session.resume()
    assert stage.session.is_playing
    assert hurting.left is None
    stage.session.stop()
    assert records[0].hurt == ()


def test_taken_back_it_stays_paused_where_it_was(
    stage: Stage, hurting: Hurting, records: list[SessionRecord]
) -> None:
    segment = stage.session.segment
    hurting.leave()
    hurting.take_back()
    assert hurting.left is None
    assert not stage.session.is_playing
    assert stage.session.segment is segment
    stage.session.stop()
    assert (records[0].hurt, records[0].stopped_hurting) == ((), False)


def test_what_hurt_is_in_the_record_and_not_among_what_was_done(
    stage: Stage, hurting: Hurting, records: list[SessionRecord]
) -> None:
    hurting.leave()
    hurting.next_exercise()
    while not records:
        stage.run(100)
    assert records[0].hurt == ("twist",)
    assert records[0].exercises == ("rolls",)
    assert not records[0].stopped_hurting


def test_a_session_that_is_ended_there_and_then_was_stopped_because_it_hurt(
    stage: Stage, hurting: Hurting, records: list[SessionRecord]
) -> None:
    hurting.leave()
    stage.session.stop()
    assert records[0].stopped_hurting
    assert hurting.left is None


def test_what_was_played_before_the_easier_form_counts_as_well(
    stage: Stage, hurting: Hurting, records: list[SessionRecord]
) -> None:
    before = stage.now.elapsed
    stage.run(4_000)
    hurting.leave()
    hurting.take_easier()
    stage.speaker.render_all()
    stage.settle()
    stage.run(2_000)
    stage.session.stop()
    assert before + 5_900 <= records[0].played <= before + 6_100


def test_where_no_exercise_is_on_it_stops_and_asks_nothing(stage: Stage, door: Door) -> None:
    hurting = Hurting(stage.session, door, stage.session)
    hurting.leave()
    stage.play()
    hurting.leave()
    assert hurting.left is None
    assert stage.session.is_on
    assert not stage.session.is_playing
    stage.session.resume()
    assert stage.session.is_playing


@pytest.mark.parametrize(
    ("level", "numb", "is_enough"),
    [
        (None, False, False),
        (5, False, False),
        (6, False, True),
        (None, True, True),
        (0, True, True),
    ],
)
def test_six_and_more_or_numb_is_enough_for_today(
    hurting: Hurting, level: int | None, numb: bool, is_enough: bool
) -> None:
    hurting.leave()
    if level is not None:
        hurting.tell(level)
    if numb:
        hurting.tell_numb()
    assert hurting.left is not None
    assert hurting.left.is_enough is is_enough


def test_the_second_time_in_a_row_it_is_known_that_it_will_stay_out(
    stage: Stage, hurting: Hurting
) -> None:
    said = Said(stage.journal, stage.notes, hurting, lambda: TODAY, stage.session)
    hurting.leave()
    assert hurting.left is not None
    assert not hurting.left.stays_out
    stage.session.stop()
    assert said.today == 0
    stage.play()
    stage.run_to("hold")
    hurting.leave()
    assert hurting.left.stays_out


def test_numb_can_be_unsaid(hurting: Hurting) -> None:
    hurting.leave()
    hurting.tell_numb()
    hurting.tell_numb()
    assert hurting.left is not None
    assert not hurting.left.is_enough


def test_what_is_enough_is_kept_even_if_the_question_is_taken_back(
    stage: Stage, hurting: Hurting, records: list[SessionRecord]
) -> None:
    hurting.leave()
    hurting.tell(8)
    hurting.take_back()
    assert not stage.session.is_playing
    stage.session.stop()
    assert records[0].hurt == ("twist",)


def test_no_answer_in_time_is_not_said_and_it_waits_and_may_still_be_answered(
    stage: Stage, door: Door
) -> None:
    hurting = Hurting(stage.session, door, stage.session, answered_within=Ms(0))
    stage.play()
    stage.run_to("hold")
    hurting.leave()
    stage.settle()
    assert hurting.left is not None
    assert hurting.left.is_unsaid
    assert not stage.session.is_playing
    hurting.tell(3)
    assert (hurting.left.level, hurting.left.is_unsaid) == (3, False)
