"""The door: whatever routine goes through it, nothing that is avoided comes out."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.routine import Routine, Step, single_exercise
from backease_desktop.core.catalogue.words import Action, Order
from backease_desktop.core.person.person import NOBODY, Person, RatherNot, SideThatHurts
from backease_desktop.core.person.questions import (
    AskQuestion,
    MeantQuestion,
    Reply,
    SideQuestion,
    answered,
    question_before,
)
from backease_desktop.core.person.tailored import (
    NothingLeftError,
    Tailored,
    for_anybody,
    tailored,
)
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.core.reading import read
from backease_desktop.core.values import words_of
from tests.fakes.shipped_catalogue import shipped_catalogue

SHIPPED = shipped_catalogue()
TODAY = date(2026, 11, 26)
CONDITIONS = sorted({rule.condition for rule in SHIPPED.rules})
ROUTINES = list(SHIPPED.routines.values())
IDS = list(SHIPPED.exercises)


def somebody(*conditions: str) -> Person:
    person = NOBODY
    for condition in conditions:
        person = person.with_condition(condition)
    return person


def routine_of(*exercises: str) -> Routine:
    steps = [
        Step(exercise=id_, prescription=SHIPPED.exercises[id_].prescriptions[0].key)
        for id_ in exercises
    ]
    return Routine(id="some", name="Some", about="Some exercises.", steps=tuple(steps))


def door(routine: Routine, person: Person, *, can_ask: bool = True) -> Tailored:
    return tailored(routine, Asking(person, TODAY), SHIPPED, can_ask=can_ask)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_shipped_routine_brings_what_a_condition_avoids(condition: str) -> None:
    person = somebody(condition)
    for routine in ROUTINES:
        try:
            mine = door(routine, person, can_ask=False)
        except NothingLeftError:
            continue
        for step in mine.routine.steps:
            found = verdict(SHIPPED.exercise_of(step), Asking(person, TODAY), SHIPPED)
            assert found.is_done, (routine.id, step.exercise)


@given(
    st.lists(st.sampled_from(IDS), min_size=1, max_size=6),
    st.lists(st.sampled_from(CONDITIONS), max_size=4),
    st.booleans(),
)
def test_whatever_goes_through_the_door_comes_out_right_and_the_same_twice(
    exercises: list[str], conditions: list[str], can_ask: bool
) -> None:
    person = somebody(*conditions)
    try:
        mine = door(routine_of(*exercises), person, can_ask=can_ask)
    except NothingLeftError:
        return
    for step in mine.routine.steps:
        found = verdict(SHIPPED.exercise_of(step), Asking(person, TODAY), SHIPPED)
        assert found.action is not Action.AVOID
        assert can_ask or found.is_done
        if found.tip:
            assert mine.catalogue.exercise_of(step).tip == found.tip
    assert door(mine.routine, person, can_ask=can_ask).routine == mine.routine
    told = {one.exercise for one in mine.changes}
    assert told <= set(exercises)
    assert {one for one in exercises if one not in told} <= {
        step.exercise for step in mine.routine.steps
    }


def test_who_says_nothing_gets_the_routine_as_its_article_has_it() -> None:
    for routine in ROUTINES:
        assert door(routine, NOBODY) == for_anybody(routine, SHIPPED)


def test_what_takes_a_place_comes_by_its_gentlest_prescription_and_only_once() -> None:
    mine = door(routine_of("bridge", "pelvic-tilt", "dead-bug"), somebody("pregnancy-16"))

    names = [step.exercise for step in mine.routine.steps]
    assert len(set(names)) == len(names) == 3
    for step in mine.routine.steps:
        assert SHIPPED.prescription_of(step) == SHIPPED.exercise_of(step).gentlest


def test_an_alternative_that_comes_anyway_is_not_given_twice() -> None:
    mine = door(routine_of("all-fours-pelvic-tilt", "bridge"), somebody("pregnancy-16"))

    assert [step.exercise for step in mine.routine.steps].count("all-fours-pelvic-tilt") == 1


def test_one_that_stands_there_twice_is_told_with_each_that_takes_its_place() -> None:
    bridge = SHIPPED.exercises["bridge"]
    first, second = verdict(bridge, Asking(somebody("pregnancy-16"), TODAY), SHIPPED).instead[:2]
    mine = door(routine_of("bridge", "neck-turn", "bridge"), somebody("pregnancy-16"))

    assert [step.exercise for step in mine.routine.steps] == [first, "neck-turn", second]
    assert [(one.exercise, one.instead, one.again) for one in mine.changes] == [
        ("bridge", first, False),
        ("bridge", second, True),
    ]
    assert mine.told == 1


def test_whatever_takes_a_place_is_told_and_so_is_whatever_gets_none() -> None:
    """Every exercise so often that nothing is left to take its place, for every condition."""
    for condition, exercise in product(CONDITIONS, IDS):
        times = (
            len(
                verdict(
                    SHIPPED.exercises[exercise], Asking(somebody(condition), TODAY), SHIPPED
                ).instead
            )
            + 1
        )
        try:
            mine = door(routine_of(*[exercise] * times), somebody(condition), can_ask=False)
        except NothingLeftError:
            continue
        come = [step.exercise for step in mine.routine.steps if step.exercise != exercise]
        told = [one.instead for one in mine.changes if not one.comes]
        assert [id_ for id_ in told if id_] == come, (condition, exercise)
        assert (None in told) is (len(mine.routine.steps) < times), (condition, exercise)


def test_what_has_no_alternative_is_left_out_and_that_is_said() -> None:
    person = somebody("surgery").with_answer("neck-turn", TODAY, may=True)
    mine = door(routine_of("neck-turn", "bridge"), person, can_ask=False)

    assert [step.exercise for step in mine.routine.steps] == ["neck-turn"]
    assert [(one.exercise, one.instead, one.comes) for one in mine.changes] == [
        ("bridge", None, False)
    ]


def test_a_routine_of_which_nothing_is_left_says_so() -> None:
    with pytest.raises(NothingLeftError, match=r"^Nothing of Bridge is left .*operation or injury"):
        door(single_exercise(SHIPPED.exercises["bridge"]), somebody("surgery"), can_ask=False)


def test_our_order_is_kept_with_what_takes_a_place_in_that_place() -> None:
    for routine, condition in product(ROUTINES, CONDITIONS):
        if not routine.our_order:
            continue
        try:
            mine = door(routine, somebody(condition)).routine
        except NothingLeftError:
            continue
        read(Routine, words_of(mine))
        assert sorted(s.exercise for s in mine.in_order(Order.OURS).steps) == sorted(
            s.exercise for s in mine.steps
        )


def test_what_is_changed_is_counted_once_each_and_what_is_asked_is_not_counted() -> None:
    mine = door(routine_of("forward-fold", "forward-fold", "prone-press-up"), somebody("disc"))
    assert mine.told == 1

    assert door(routine_of("prone-press-up"), somebody("stenosis")).told == 0


# Questions


def ask(routine: Routine, person: Person) -> object:
    return question_before(routine, Asking(person, TODAY), SHIPPED)


def test_a_programme_says_for_whom_it_is_until_that_was_read_or_is_true() -> None:
    routine = SHIPPED.routines["with-sciatica"]
    question = ask(routine, NOBODY.with_(side=SideThatHurts.LEFT))
    assert isinstance(question, MeantQuestion)

    read = answered(NOBODY, question, Reply.YES, TODAY).with_(side=SideThatHurts.LEFT)
    assert ask(routine, read) is None
    assert answered(NOBODY, question, Reply.NO, TODAY) == NOBODY
    assert ask(routine, somebody("disc").with_(side=SideThatHurts.LEFT)) is None


def test_what_is_to_be_asked_about_is_asked_once_for_all_exercises_together() -> None:
    routine, person = routine_of("prone-press-up", "superman"), somebody("stenosis")
    question = ask(routine, person)
    assert isinstance(question, AskQuestion)
    assert [exercise for exercise, _, _ in question.asked] == ["prone-press-up", "superman"]

    may = answered(person, question, Reply.YES, TODAY)
    may_not = answered(person, question, Reply.NO, TODAY)
    assert ask(routine, may) is None
    assert ask(routine, may_not) is None
    assert door(routine, may).routine == routine
    assert not {"prone-press-up", "superman"} & {
        step.exercise for step in door(routine, may_not).routine.steps
    }


def test_the_side_is_asked_once_and_only_where_it_matters() -> None:
    glide = single_exercise(SHIPPED.exercises["sciatic-nerve-glide"])
    question = ask(glide, NOBODY)
    assert isinstance(question, SideQuestion)

    assert ask(glide, answered(NOBODY, question, SideThatHurts.NEITHER, TODAY)) is None
    assert ask(single_exercise(SHIPPED.exercises["bridge"]), NOBODY) is None


@pytest.mark.parametrize("thing", RatherNot)
def test_what_is_rather_not_done_asks_nothing(thing: RatherNot) -> None:
    person = somebody(thing).with_(side=SideThatHurts.BOTH)
    for routine in ROUTINES:
        if not routine.meant_for:
            assert ask(routine, person) is None
