"""What a catalogue knows of its routines, and which references lead nowhere."""

from itertools import permutations

import pytest
from pydantic import ValidationError

from backease_desktop.core.catalogue.catalogue import (
    Catalogue,
    Source,
    broken_references,
    catalogue_of,
)
from backease_desktop.core.catalogue.routine import MeantFor, Order, Routine, RoutineKind
from backease_desktop.core.catalogue.words import Area, Equipment, Place, Position
from backease_desktop.core.reading import read
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


@pytest.mark.parametrize("order", list(permutations(["bridge", "turn", "turn", "cobra"])))
def test_our_order_does_the_same_steps_in_another_order(order: tuple[str, ...]) -> None:
    changed = routine("set", "turn", "bridge", "cobra", "turn", our_order=order)

    assert [step.exercise for step in changed.in_order(Order.OURS).steps] == list(order)
    assert changed.in_order(Order.ARTICLE) is changed
    assert (
        changed.in_order(Order.OURS).in_order(Order.OURS).steps
        == changed.in_order(Order.OURS).steps
    )


def test_a_routine_with_one_order_has_it_as_ours_too() -> None:
    assert routine("set", "turn", "cobra").in_order(Order.OURS).steps[0].exercise == "turn"


@pytest.mark.parametrize(
    ("order", "problem"),
    [
        (["turn"], "our_order: leaves out cobra"),
        (["turn", "cobra", "bridge"], "our_order: bridge has no such step"),
        (["turn", "cobra", "cobra"], "our_order: cobra has no such step"),
    ],
)
def test_our_order_leaves_nothing_out_and_adds_nothing(order: list[str], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        routine("set", "turn", "cobra", our_order=order)


def test_a_routine_may_say_whom_it_is_meant_for() -> None:
    assert routine("set", "turn", **{"for": "sciatica"}).meant_for is MeantFor.SCIATICA
    assert routine("set", "turn").meant_for is None
    with pytest.raises(ValidationError):
        routine("set", "turn", **{"for": "cats"})


def test_a_source_names_its_file_or_its_page_with_the_day_it_was_read() -> None:
    page = {"id": "nhs", "title": "Page", "about": "A page.", "address": "https://nhs.uk/x"}

    assert read(Source, {**page, "looked_up": "2026-11-29"}).file == ""
    with pytest.raises(ValidationError, match="on which day"):
        read(Source, page)
    with pytest.raises(ValidationError, match="names its file, its address"):
        read(Source, {"id": "nhs", "title": "Page", "about": "A page."})
    ours = {"id": "ours", "title": "BackEase", "about": "Ourselves."}
    assert read(Source, ours).address is None
