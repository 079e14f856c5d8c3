"""A sheet that is printed for somebody says what is not as the article has it, and why."""

from datetime import date
from itertools import combinations

import pytest

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.person.person import NOBODY, Person
from backease_desktop.core.person.tailored import NothingLeftError, tailored
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.units import Ms
from backease_desktop.ui.figure.sheet_words import Sheet, sheet_of
from tests.core.person.test_tailored import routine_of
from tests.fakes.shipped_catalogue import shipped_catalogue

TODAY = date(2026, 11, 26)
CATALOGUE = shipped_catalogue()

pytestmark = pytest.mark.usefixtures("qapp")


def printed_for(person: Person, routine: str) -> Sheet:
    mine = tailored(CATALOGUE.routines[routine], Asking(person, TODAY), CATALOGUE)
    return sheet_of(mine.routine, CATALOGUE, DoseLevel.GENTLE, Ms(1), {}, mine.changes)


def notes(sheet: Sheet) -> dict[str, str]:
    return {step.name: " ".join(step.notes) for step in sheet.steps}


def test_for_whoever_has_said_nothing_nothing_is_for_them() -> None:
    assert not any("For you" in note for note in notes(printed_for(NOBODY, "mat-12")).values())


def test_what_comes_in_the_place_of_another_says_of_which() -> None:
    told = notes(printed_for(NOBODY.with_week(20, TODAY), "mat-12"))

    assert "Bridge" not in told
    assert any("For you, in place of: Bridge." in note for note in told.values())


def test_both_that_come_for_one_that_stands_there_twice_say_so() -> None:
    person = NOBODY.with_condition("pregnancy-16")
    mine = tailored(routine_of("bridge", "bridge"), Asking(person, TODAY), CATALOGUE)

    sheet = sheet_of(mine.routine, CATALOGUE, DoseLevel.GENTLE, Ms(1), {}, mine.changes)

    assert len(notes(sheet)) == 2
    assert all("For you, in place of: Bridge." in note for note in notes(sheet).values())


def test_what_is_changed_has_the_sentence_that_a_session_says() -> None:
    told = notes(printed_for(NOBODY.with_condition("wrist-pain"), "mat-12"))

    assert "For you: Rest on your fists or your forearms." in told["Bird dog"]


def test_whatever_comes_has_the_tip_that_a_session_says_of_it() -> None:
    """Every pair of conditions, on every routine: also of what takes another's place."""
    taken = 0
    conditions = sorted({rule.condition for rule in CATALOGUE.rules})
    for one, other in combinations(conditions, 2):
        asking = Asking(NOBODY.with_condition(one).with_condition(other), TODAY)
        for routine in CATALOGUE.routines.values():
            try:
                mine = tailored(routine, asking, CATALOGUE)
            except NothingLeftError:
                continue
            steps = sheet_of(mine.routine, CATALOGUE, DoseLevel.GENTLE, Ms(1), {}, mine.changes)
            for step, printed in zip(mine.routine.steps, steps.steps, strict=True):
                said = mine.catalogue.exercises[step.exercise].tip
                if said != CATALOGUE.exercises[step.exercise].tip:
                    assert f"For you: {said}" in " ".join(printed.notes), (one, other, routine.id)
                    taken += step.exercise not in {s.exercise for s in routine.steps}
    assert taken > 0


def test_what_is_to_be_asked_about_says_so_with_the_reason() -> None:
    told = notes(printed_for(NOBODY.with_condition("scoliosis"), "desk-chair-2"))

    (asked,) = (note for note in told.values() if "ask a doctor or physiotherapist first" in note)
    assert "A long bend can press the curve further to its hollow side." in asked
