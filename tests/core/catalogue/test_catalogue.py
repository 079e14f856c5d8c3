"""What a catalogue knows of its routines, and which references lead nowhere."""

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue, broken_references, catalogue_of
from backease_desktop.core.catalogue.routine import Routine, RoutineKind
from backease_desktop.core.catalogue.words import Area, Equipment, Place, Position
from tests.core.catalogue.samples import CLINIC, HOLD, catalogue, exercise, routine, rule

CHAIR = exercise("turn", position="sitting", equipment=["chair"], areas=["neck"])
MAT = exercise("bridge", position="supine", equipment=["mat"], areas=["core", "neck"])
PRONE = exercise("cobra", position="prone", equipment=["mat"])


def broken(found: Catalogue) -> list[str]:
    return [f"{r.kind} {r.item} {r.field}: {r.problem}" for r in broken_references(found)]


def test_a_routine_needs_what_its_exercises_need_each_once() -> None:
    mixed = routine("mixed", "bridge", "turn", "cobra", "bridge")
    found = catalogue(CHAIR, MAT, PRONE, routines=(mixed,))

    assert found.positions_of(mixed) == (Position.SUPINE, Position.SITTING, Position.PRONE)
    assert found.places_of(mixed) == (Place.MAT, Place.CHAIR)
    assert found.equipment_of(mixed) == (Equipment.MAT, Equipment.CHAIR)
    assert found.areas_of(mixed) == (Area.CORE, Area.NECK, Area.LOWER_BACK)


def test_a_step_leads_to_its_exercise_and_dose() -> None:
    turns = routine("turns", "turn")
    found = catalogue(CHAIR, routines=(turns,))

    assert found.exercise_of(turns.steps[0]) is CHAIR
    assert found.prescription_of(turns.steps[0]) is CHAIR.prescriptions[0]


def test_a_catalogue_knows_the_precautions_of_its_exercises() -> None:
    always, never = rule(), rule(when={"balance": True})

    assert catalogue_of([CLINIC], [CHAIR], [], [always, never]).precautions_of(CHAIR) == (always,)


def test_a_whole_catalogue_has_no_broken_reference() -> None:
    easy = exercise("easy", prescriptions=[{**HOLD, "section": "core"}])
    hard = exercise("hard", easier="easy")

    assert broken(catalogue(easy, hard, routines=(routine("set", "hard"),))) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"easier": "nap"}, "easier: no exercise has the id 'nap'"),
        ({"harder": "nap"}, "harder: no exercise has the id 'nap'"),
        ({"harder": "bow"}, "harder: names the exercise itself"),
        (
            {"prescriptions": [HOLD, {"source": "009", "reps": 3}]},
            "prescriptions.1.source: no source has the id '009'; known are clinic",
        ),
        (
            {"prescriptions": [{**HOLD, "section": "hips"}]},
            "prescriptions.0.section: source clinic has no section 'hips'; it has core",
        ),
    ],
)
def test_an_exercise_that_refers_to_nothing_is_named(
    changes: dict[str, object], problem: str
) -> None:
    assert broken(catalogue(exercise("bow", **changes))) == [f"exercise bow {problem}"]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (routine("set", "nap"), "steps.0.exercise: no exercise has the id 'nap'"),
        (routine("set", "turn", source="009"), "source: no source '009'"),
        (
            routine("set", steps=[{"exercise": "turn", "prescription": "001"}]),
            "steps.0.prescription: turn has no prescription '001'; it has clinic",
        ),
    ],
)
def test_a_routine_that_refers_to_nothing_is_named(wrong: Routine, problem: str) -> None:
    assert broken(catalogue(CHAIR, routines=(wrong,))) == [f"routine set {problem}"]


def test_a_person_s_own_routine_is_the_kind_that_needs_no_word() -> None:
    assert routine("set", "turn").kind is RoutineKind.OWN


def test_one_exercise_can_take_the_place_of_another() -> None:
    changed = routine("set", "bridge", "turn").with_exercise(0, PRONE)

    assert [step.exercise for step in changed.steps] == ["cobra", "turn"]
    assert changed.steps[0].prescription == "clinic"
