"""A routine while it is written: what each change leaves as it was, and what is amiss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.routine import MOST_STEPS, Routine, RoutineKind, Step
from backease_desktop.core.catalogue.words import Position, SideMode
from backease_desktop.core.editing.overview import overview_of
from backease_desktop.core.editing.problems import Outside, Trouble, outside, problems_of
from backease_desktop.core.editing.routine_draft import (
    MINE,
    RoutineDraft,
    draft_of,
    made_mine,
    sides_of,
    source_beside,
    step_of,
    with_amount,
    with_sides,
)
from backease_desktop.core.person.tailored import Tailored, for_anybody
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import by_letters, english

CATALOGUE = shipped_catalogue()
BIRD_DOG = CATALOGUE.exercises["bird-dog"]
ROUTINES = sorted(CATALOGUE.routines)


def draft(*exercises: str) -> RoutineDraft:
    steps = [step_of(CATALOGUE.exercises[one]) for one in exercises]
    return RoutineDraft(id="mine-1", name="Before lunch", steps=tuple(steps))


def troubles(one: RoutineDraft) -> list[tuple[Trouble, int | None]]:
    return [(problem.trouble, problem.step) for problem in problems_of(one, CATALOGUE)]


@pytest.mark.parametrize("id_", ROUTINES)
def test_a_routine_becomes_a_draft_and_is_the_same_again(id_: str) -> None:
    routine = CATALOGUE.routines[id_]

    assert draft_of(routine).routine() == routine
    assert problems_of(draft_of(routine), CATALOGUE) == ()


@pytest.mark.parametrize("id_", ROUTINES)
def test_what_is_made_mine_has_the_same_steps_and_is_nobody_elses_programme(id_: str) -> None:
    mine = made_mine(CATALOGUE.routines[id_], "mine-1", "Mine").routine()

    assert mine.steps == CATALOGUE.routines[id_].steps
    assert (mine.kind, mine.source, mine.section) == (RoutineKind.OWN, None, None)


def test_a_number_that_is_changed_leaves_the_others_as_the_source_has_them() -> None:
    step = with_amount(step_of(BIRD_DOG), BIRD_DOG, "reps", 14)

    before = BIRD_DOG.prescriptions[0]
    assert step.prescription is None
    assert step.dose == Prescription(
        source=MINE,
        hold_s=before.hold_s,
        reps=Range(min=14, max=14),
        sets=before.sets,
        rest_s=before.rest_s,
        sides=before.sides,
    )


def test_a_number_that_stays_as_it_is_leaves_the_step_the_source_s() -> None:
    step = with_amount(step_of(BIRD_DOG), BIRD_DOG, "breaths", None)

    assert step == step_of(BIRD_DOG)
    assert with_sides(step, BIRD_DOG, BIRD_DOG.sides) == step


def test_breaths_take_the_place_of_repetitions_and_the_other_way_round() -> None:
    cat_cow = next(one for one in CATALOGUE.exercises.values() if one.breath is not None)
    step = with_amount(step_of(cat_cow), cat_cow, "breaths", 6)
    again = with_amount(step, cat_cow, "reps", 8)

    assert step.dose is not None
    assert again.dose is not None
    assert (step.dose.reps, step.dose.hold_s) == (None, None)
    assert again.dose.breaths is None


def test_a_number_outside_the_source_s_range_is_noted_with_the_nearest_end() -> None:
    source = BIRD_DOG.prescriptions[0].reps
    assert source is not None
    more = with_amount(step_of(BIRD_DOG), BIRD_DOG, "reps", source.max + 2)
    less = with_amount(step_of(BIRD_DOG), BIRD_DOG, "reps", source.min - 1)

    assert outside(more, CATALOGUE) == (Outside("reps", source.max + 2, source),)
    assert outside(more, CATALOGUE)[0].nearest == source.max
    assert outside(less, CATALOGUE)[0].nearest == source.min
    assert outside(step_of(BIRD_DOG), CATALOGUE) == ()


def test_the_source_beside_a_dose_is_one_that_counts_alike() -> None:
    for exercise in CATALOGUE.exercises.values():
        for prescription in exercise.prescriptions:
            step = Step(exercise=exercise.id, prescription=prescription.key)
            assert source_beside(step, exercise) == prescription


def for_all(routine: Routine) -> Tailored:
    return for_anybody(routine, CATALOGUE)


def test_a_step_without_a_length_is_amiss_there_and_the_rest_is_counted() -> None:
    one = draft("bird-dog", "cat-cow", "dead-bug")
    step = one.steps[0]
    for field in ("reps", "hold_s"):
        step = with_amount(step, BIRD_DOG, field, None)
    one = one.with_step(0, step)

    assert troubles(one) == [(Trouble.NO_LENGTH, 0)]
    overview = overview_of(
        one, problems_of(one, CATALOGUE), for_all, Preferences(), english(), by_letters
    )
    assert set(overview.lengths) == {1, 2}
    assert overview.heard(0) == ()


def test_what_is_amiss_with_the_whole_is_said_of_the_whole() -> None:
    assert troubles(draft()) == [(Trouble.EMPTY, None)]
    assert troubles(draft("bird-dog").renamed(" ")) == [(Trouble.NAME, None)]
    assert troubles(draft("bird-dog").renamed("x" * 49)) == [(Trouble.NAME, None)]
    many = draft(*["shoulder-shrug"] * (MOST_STEPS + 1))
    assert troubles(many)[0] == (Trouble.TOO_MANY, None)
    assert (Trouble.TOO_LONG, None) in troubles(draft(*["bird-dog"] * 250))


def test_an_exercise_that_is_gone_and_a_dose_that_cannot_be_done_are_amiss_in_their_step() -> None:
    one = draft("bird-dog", "shoulder-shrug")
    gone = one.with_step(0, Step(exercise="no-such-exercise", prescription="000"))
    shrug = CATALOGUE.exercises["shoulder-shrug"]
    assert sides_of(shrug) == (SideMode.NONE,)
    sided = one.with_step(1, with_sides(one.steps[1], shrug, SideMode.EACH))
    step = with_amount(one.steps[1], shrug, "hold_s", 1800)
    endless = with_amount(with_amount(step, shrug, "sets", 20), shrug, "reps", 200)

    assert troubles(gone) == [(Trouble.UNKNOWN, 0)]
    assert troubles(sided) == [(Trouble.MISFIT, 1)]
    assert troubles(one.with_step(1, endless)) == [(Trouble.MISFIT, 1)]


@given(st.lists(st.integers(0, 7), min_size=1, max_size=8), st.data())
def test_a_step_that_is_moved_there_and_back_is_where_it_was(
    numbers: list[int], data: st.DataObject
) -> None:
    ids = sorted(CATALOGUE.exercises)
    one = draft(*(ids[number] for number in numbers))
    last = len(numbers) - 1
    index, to = data.draw(st.integers(0, last)), data.draw(st.integers(0, last))

    there = one.moved(index, to)

    assert there.steps[to] == one.steps[index]
    assert there.moved(to, index) == one
    assert sorted(map(repr, there.steps)) == sorted(map(repr, one.steps))


def test_an_order_of_ours_goes_with_the_exercises_that_it_names() -> None:
    routine = next(one for one in CATALOGUE.routines.values() if one.our_order)
    one = draft_of(routine)

    assert one.moved(0, 1).our_order == routine.our_order
    assert one.without(0).our_order == ()
    assert problems_of(one.without(0), CATALOGUE) == ()


def test_the_length_is_that_of_the_session_and_positions_change_where_they_do() -> None:
    one = draft("bird-dog", "cat-cow", "dead-bug")
    overview = overview_of(one, (), for_all, Preferences(), english(), by_letters)
    timeline = compile_timeline(one.routine(), CATALOGUE, Preferences(), english(), by_letters)

    assert overview.duration == timeline.duration
    assert list(overview.changes) == [2]
    assert overview.changes[2].to is Position.SUPINE
    assert overview.changes[2].takes > 0
    kinds = [kind for kind, _ in overview.heard(0)]
    assert kinds[0] is SegmentKind.POSITION
    assert kinds[-1] is SegmentKind.RELAX
    spoken = [cue.text for s in timeline.segments if s.step == 0 for cue in s.cues if cue.phrases]
    assert all(any(text in words for _, words in overview.heard(0)) for text in spoken)
