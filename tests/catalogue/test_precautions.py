"""The shipped precautions: every row of the safety table reaches the exercises that it means."""

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.words import Action, Direction, Position

CONDITIONS = {
    "pregnancy-16",
    "pregnancy",
    "osteoporosis",
    "disc",
    "stenosis",
    "fusion",
    "blood-pressure",
    "surgery",
    "blood-thinners",
}


def actions(catalogue: Catalogue, exercise: str, condition: str) -> set[str]:
    rules = catalogue.precautions_of(catalogue.exercises[exercise])
    return {rule.action.value for rule in rules if rule.condition == condition}


def test_every_condition_of_the_profile_has_a_rule(shipped: Catalogue) -> None:
    assert {rule.condition for rule in shipped.rules} == CONDITIONS


def test_one_condition_has_one_title(shipped: Catalogue) -> None:
    assert len({(rule.condition, rule.title) for rule in shipped.rules}) == len(CONDITIONS)


@pytest.mark.parametrize(
    ("exercise", "condition", "expected"),
    [
        ("bridge", "pregnancy-16", {"avoid"}),
        ("superman", "pregnancy-16", {"avoid"}),
        ("side-lying-leg-lift", "pregnancy-16", set()),
        ("all-fours-pelvic-tilt", "pregnancy-16", set()),
        ("all-fours-pelvic-tilt", "pregnancy", set()),
        ("cat-camel", "pregnancy", {"modify"}),
        ("standing-piriformis-stretch", "pregnancy", {"modify"}),
        ("forward-fold", "pregnancy", {"modify"}),
        ("seated-side-bend", "pregnancy", set()),
        ("forward-fold", "osteoporosis", {"modify"}),
        ("knee-rolls", "osteoporosis", {"modify", "ask"}),
        ("foam-rolling", "osteoporosis", {"ask"}),
        ("bird-dog", "osteoporosis", set()),
        ("both-knees-to-chest", "disc", {"modify"}),
        ("prone-press-up", "disc", set()),
        ("prone-press-up", "stenosis", {"ask"}),
        ("standing-back-extension", "stenosis", {"ask"}),
        ("both-knees-to-chest", "stenosis", set()),
        ("prone-press-up", "fusion", {"ask"}),
        ("seated-twist", "fusion", {"ask"}),
        ("pelvic-tilt", "fusion", set()),
        ("wall-sit", "blood-pressure", {"ask"}),
        ("plank", "blood-pressure", {"ask"}),
        ("scapular-squeeze", "blood-pressure", set()),
        ("neck-retraction", "surgery", {"ask"}),
        ("foam-rolling", "blood-thinners", {"ask"}),
        ("bridge", "blood-thinners", set()),
    ],
)
def test_a_condition_and_an_exercise_meet_as_the_safety_table_says(
    shipped: Catalogue, exercise: str, condition: str, expected: set[str]
) -> None:
    assert actions(shipped, exercise, condition) == expected


def test_nobody_past_week_sixteen_lies_on_back_or_front(shipped: Catalogue) -> None:
    lying = {
        e.id for e in shipped.exercises.values() if e.position in (Position.SUPINE, Position.PRONE)
    }
    avoided = {id_ for id_ in shipped.exercises if actions(shipped, id_, "pregnancy-16")}

    assert avoided == lying


def test_whatever_is_avoided_names_something_instead(shipped: Catalogue) -> None:
    bare = [
        rule.reason for rule in shipped.rules if rule.action is Action.AVOID and not rule.instead
    ]

    assert bare == []


def test_no_rule_is_signed_before_a_clinician_has_signed_it(shipped: Catalogue) -> None:
    assert {rule.signed_by for rule in shipped.rules} == {None}


def test_only_the_cats_bend_both_forward_and_back(
    shipped: Catalogue,
) -> None:
    both = {
        e.id
        for e in shipped.exercises.values()
        if {Direction.FLEXION, Direction.EXTENSION} <= set(e.spine.directions)
    }

    assert both == {"cat-camel", "cat-cow", "chair-cat-camel"}


SEVERITY = {Action.MODIFY: 1, Action.ASK: 2, Action.AVOID: 3}


def test_an_easier_form_brings_no_new_precaution(shipped: Catalogue) -> None:
    def worst(exercise: str) -> dict[str, int]:
        found = dict[str, int]()
        for rule in shipped.precautions_of(shipped.exercises[exercise]):
            found[rule.condition] = max(found.get(rule.condition, 0), SEVERITY[rule.action])
        return found

    worse = [
        f"{exercise.id} -> {exercise.easier}: {condition}"
        for exercise in shipped.exercises.values()
        if exercise.easier
        for condition, severity in worst(exercise.easier).items()
        if severity > worst(exercise.id).get(condition, 0)
    ]

    assert worse == []
