"""Every exercise × every condition: what is avoided has a name instead, nothing leads to worse."""

from datetime import date, timedelta
from itertools import product

import pytest

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.person import NOBODY, Person, RatherNot
from backease_desktop.core.person.verdict import Asking, easier_for, harder_for, verdict
from tests.fakes.shipped_catalogue import shipped_catalogue

SHIPPED = shipped_catalogue()
TODAY = date(2026, 11, 26)
CONDITIONS = sorted({rule.condition for rule in SHIPPED.rules})
PAIRS = list(product(CONDITIONS, SHIPPED.exercises.values()))
NOT_NAMED = {"surgery"}
"""Conditions that ask about everything, so that nothing can be named instead."""


def asking(*conditions: str, person: Person = NOBODY, **more: object) -> Asking:
    """Somebody with these conditions, or who would rather not do these things."""
    for condition in conditions:
        person = person.with_condition(condition)
    return Asking(person, TODAY, **more)  # type: ignore[arg-type]


def exercise(name: str) -> Exercise:
    return SHIPPED.exercises[name]


def test_who_says_nothing_gets_every_exercise_as_it_is() -> None:
    actions = {verdict(one, asking(), SHIPPED).action for one in SHIPPED.exercises.values()}

    assert actions == {None}


def test_a_verdict_says_why_on_whose_word_and_when_that_was_looked_at() -> None:
    for condition, one in PAIRS:
        found = verdict(one, asking(condition), SHIPPED)
        assert (found.action is None) is (found.rules == ())
        for rule in found.rules:
            assert all((rule.reason, rule.source, rule.reviewed))


def test_whatever_does_not_come_has_a_named_alternative_that_comes() -> None:
    unnamed = [
        f"{condition}: {one.id}"
        for condition, one in PAIRS
        if condition not in NOT_NAMED
        for found in [verdict(one, asking(condition), SHIPPED)]
        if not found.is_done and not found.instead
    ]

    assert unnamed == []


def test_an_alternative_is_right_for_the_person_whatever_else_they_have() -> None:
    for first, second in product(CONDITIONS, CONDITIONS):
        here = asking(first, second)
        for one in SHIPPED.exercises.values():
            for name in verdict(one, here, SHIPPED).instead:
                assert name != one.id
                assert verdict(exercise(name), here, SHIPPED).is_done, (first, second, name)


def test_what_works_on_the_same_part_comes_first() -> None:
    found = verdict(exercise("hamstring-stretch"), asking("pregnancy-16"), SHIPPED)

    assert found.instead[0] == "standing-hamstring-stretch"


def test_what_is_rather_not_done_is_left_out_and_never_asked_about() -> None:
    actions = {
        verdict(one, asking(*RatherNot), SHIPPED).action for one in SHIPPED.exercises.values()
    }

    assert actions == {None, Action.AVOID}


def test_who_may_is_not_asked_again_and_who_may_not_gets_another() -> None:
    press_up = exercise("prone-press-up")
    person = NOBODY.with_condition("stenosis")
    may = person.with_answer(press_up.id, TODAY, may=True)
    may_not = person.with_answer(press_up.id, TODAY, may=False)

    assert verdict(press_up, asking(person=person), SHIPPED).action is Action.ASK
    assert verdict(press_up, asking(person=may), SHIPPED).action is None
    refused = verdict(press_up, asking(person=may_not), SHIPPED)
    assert refused.action is Action.AVOID
    assert refused.instead
    later = Asking(may, TODAY + timedelta(days=90))
    assert verdict(press_up, later, SHIPPED).action is Action.ASK


def test_to_be_allowed_does_not_undo_what_is_avoided_or_changed() -> None:
    fold = exercise("forward-fold")
    person = NOBODY.with_condition("blood-pressure").with_condition("eye-pressure")
    may = person.with_answer(fold.id, TODAY, may=True)

    assert verdict(fold, asking(person=may), SHIPPED).action is Action.AVOID


def test_all_that_changes_an_exercise_is_said_once_each() -> None:
    found = verdict(exercise("forward-fold"), asking("disc", "osteoporosis"), SHIPPED)

    assert found.tip == (
        "Keep your back long, and stay in the middle. "
        "Bend less, and stop if it moves down the leg. Stop before it tingles or runs down the leg."
    )


def test_what_hurt_once_gives_way_to_its_easier_form_and_what_hurt_twice_stays_away() -> None:
    bird_dog, twist = exercise("bird-dog"), exercise("seated-side-bend")

    once = verdict(bird_dog, asking(hurt={"bird-dog": 1}), SHIPPED)
    assert (once.action, once.instead) == (Action.AVOID, ("all-fours-leg-lift",))
    assert once.rules[0].reason == "It hurt last time."
    assert verdict(twist, asking(hurt={twist.id: 1}), SHIPPED).action is None
    assert verdict(twist, asking(hurt={twist.id: 2}), SHIPPED).action is Action.AVOID


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("link_for", [easier_for, harder_for])
def test_no_link_leads_to_what_needs_more_care(condition: str, link_for: object) -> None:
    here = asking(condition)
    for one in SHIPPED.exercises.values():
        other = link_for(one, here, SHIPPED)  # type: ignore[operator]
        if other is None:
            continue
        there = verdict(other, here, SHIPPED)
        assert there.is_done, (one.id, other.id)
        assert there.action is None or verdict(one, here, SHIPPED).action is not None


def test_nearly_every_easier_form_is_easier_for_everybody() -> None:
    lost = {
        (one.id, one.easier, condition)
        for condition, one in PAIRS
        if one.easier
        and verdict(one, asking(condition), SHIPPED).is_done
        and easier_for(one, asking(condition), SHIPPED) is None
    }

    assert lost == {
        ("mini-squat", "sit-to-stand", "hip-replacement"),
        ("forearm-plank", "knees-plank", "knee"),
        ("forearm-plank", "knees-plank", "kneel"),
        ("forearm-plank", "knees-plank", "wrists"),
        ("forearm-plank", "knees-plank", "wrist-pain"),
        ("side-plank", "side-plank-on-knees", "knee"),
        ("side-plank", "side-plank-on-knees", "kneel"),
    }
