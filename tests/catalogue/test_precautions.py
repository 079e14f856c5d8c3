"""The shipped precautions: every row of the safety table reaches the exercises that it means."""

from datetime import date

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.words import Action, Direction, Position
from backease_desktop.core.person.person import RatherNot
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.plan_file import load_plan_rules
from backease_desktop.storage.safety_file import load_safety

CATALOGUE = bundled("catalogue")

RATHER_NOT = {"kneel", "floor", "wrists", "prone"}

CONDITIONS = {
    "belly-gap",
    "dizziness",
    "eye-pressure",
    "heart",
    "hip-replacement",
    "knee",
    "neck",
    "pelvic-girdle",
    "reflux",
    "scoliosis",
    "wrist-pain",
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
    assert {rule.condition for rule in shipped.rules if not rule.rather_not} == CONDITIONS


def test_whatever_is_rather_not_done_has_a_rule(shipped: Catalogue) -> None:
    assert (
        {rule.condition for rule in shipped.rules if rule.rather_not}
        == RATHER_NOT
        == set(RatherNot)
    )


def test_what_is_rather_not_done_is_nobodys_precaution(shipped: Catalogue) -> None:
    told = {
        rule.rather_not for e in shipped.exercises.values() for rule in shipped.precautions_of(e)
    }

    assert told == {False}


def test_nothing_that_is_rather_not_done_is_called_as_a_condition(shipped: Catalogue) -> None:
    assert {rule.condition for rule in shipped.rules if not rule.rather_not} & RATHER_NOT == set()


def test_one_condition_has_one_title(shipped: Catalogue) -> None:
    titles = {(rule.condition, rule.title) for rule in shipped.rules if not rule.rather_not}

    assert len(titles) == len(CONDITIONS)


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
        ("sciatic-nerve-glide", "disc", {"modify"}),
        ("towel-hamstring-stretch", "disc", {"modify"}),
        ("calf-raise", "disc", set()),
        ("prone-leg-lift", "stenosis", {"modify"}),
        ("upper-back-extension", "fusion", {"modify"}),
        ("foam-rolling", "fusion", {"modify"}),
        ("forward-fold", "eye-pressure", {"avoid"}),
        ("childs-pose", "eye-pressure", {"avoid"}),
        ("seated-twist", "eye-pressure", set()),
        ("forward-fold", "blood-pressure", {"ask"}),
        ("legs-up-the-wall", "heart", {"avoid"}),
        ("seated-figure-four", "hip-replacement", {"avoid"}),
        ("pigeon-pose", "hip-replacement", {"avoid"}),
        ("bridge", "hip-replacement", set()),
        ("bird-dog", "knee", {"avoid"}),
        ("wall-sit", "knee", {"avoid"}),
        ("mini-squat", "knee", set()),
        ("plank", "wrist-pain", {"modify"}),
        ("forearm-plank", "wrist-pain", set()),
        ("neck-turn", "dizziness", {"modify"}),
        ("neck-turn", "neck", {"modify"}),
        ("lunge", "pelvic-girdle", {"avoid"}),
        ("standing-piriformis-stretch", "pelvic-girdle", {"avoid"}),
        ("superman", "belly-gap", {"avoid"}),
        ("pelvic-tilt", "belly-gap", set()),
        ("seated-side-bend", "scoliosis", {"ask"}),
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


def test_what_may_come_instead_is_an_exercise_of_the_catalogue(shipped: Catalogue) -> None:
    unknown = {
        name
        for rule in shipped.rules
        for names in rule.instead_exercise.values()
        for name in names
        if name not in shipped.exercises
    }

    assert unknown == set()


def test_what_changes_an_exercise_has_a_sentence_of_its_own_to_be_heard(shipped: Catalogue) -> None:
    for rule in shipped.rules:
        assert (rule.tip is not None) is (rule.action is Action.MODIFY), rule.condition


def test_every_sentence_about_bodies_has_a_source_and_the_day_of_our_last_look(
    shipped: Catalogue,
) -> None:
    rules = load_plan_rules(CATALOGUE / "plan.yaml")
    looks = [
        (f"{rule.condition} {rule.when}", rule.source, rule.reviewed) for rule in shipped.rules
    ]
    looks += [
        (part.id, part.source, part.reviewed)
        for part in load_safety(CATALOGUE / "safety.yaml").parts
    ]
    looks += [
        (str(rule), rule.source, rules.reviewed)
        for rule in (rules.up, rules.down, rules.stop, rules.walking, *rules.ladders)
    ]

    assert [what for what, source, _ in looks if len(source.split()) < 2 and source != "ours"] == []
    first = date(2026, 11, 21)  # on which the first of them were written
    assert [what for what, _, day in looks if date.fromisoformat(day) < first] == []


def test_what_is_ours_in_the_plan_says_why() -> None:
    rules = load_plan_rules(CATALOGUE / "plan.yaml")
    ours = [
        one for one in (rules.up, rules.down, rules.stop, *rules.ladders) if one.source == "ours"
    ]

    assert len(ours) > 3
    assert all(len(one.about.split()) >= 5 for one in ours)
