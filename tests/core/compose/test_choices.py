"""What may come into a session, measured."""

from backease_desktop.core.compose.choices import choices_of, measured, rank, work_of
from backease_desktop.core.compose.wanted import Part
from tests.core.compose.test_composed import SHIPPED, Room


def test_a_choice_has_as_much_work_as_its_part_of_a_real_session() -> None:
    room = Room()
    made = room.compose(5, SHIPPED.exercises["bridge"].place, seed=1)
    parts = [
        measured(SHIPPED.exercise_of(step), step, SHIPPED.prescription_of(step), room.lay_out)
        for step in made.routine.steps
    ]

    assert sum(one.work for one in parts) == work_of(made.timeline)
    assert sum(one.length for one in parts) < made.timeline.duration
    assert all(one.work < one.length for one in parts)


def test_work_can_be_told_of_some_exercises_alone() -> None:
    made = Room().compose(5, SHIPPED.exercises["bridge"].place)
    first, *others = {step.exercise for step in made.routine.steps}

    assert work_of(made.timeline, frozenset({first})) > 0
    assert work_of(made.timeline) == work_of(made.timeline, frozenset({first})) + work_of(
        made.timeline, frozenset(others)
    )


def test_doses_for_a_condition_are_chosen_only_where_there_is_no_other() -> None:
    exercises = [SHIPPED.exercises[id_] for id_ in ("bridge", "seated-side-bend")]

    found = [
        (one.exercise.id, one.step.prescription) for one in choices_of(exercises, Room().lay_out)
    ]

    assert ("bridge", "001/pregnancy") not in found
    assert ("bridge", "001/lower-back") in found
    assert ("seated-side-bend", "001/scoliosis") in found


def test_what_looks_like_chance_is_the_same_on_every_machine() -> None:
    assert rank("turn", 0, 1, "bridge")[:12] == "118429099d16"
    assert rank(1, 23) != rank(12, 3)


def test_an_exercise_belongs_where_its_file_says() -> None:
    exercises = [SHIPPED.exercises[id_] for id_ in ("cat-camel", "bridge", "childs-pose")]

    parts = {one.exercise.id: one.part for one in choices_of(exercises, Room().lay_out)}

    assert parts == {
        "cat-camel": Part.WARM_UP,
        "bridge": Part.STRENGTH,
        "childs-pose": Part.STRETCH,
    }
