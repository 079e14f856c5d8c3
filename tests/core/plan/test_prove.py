"""The proof holds for the shipped rules, and fails for each that is tampered with, by its name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.plan.prove import Proof, everybody, proof
from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.core.reading import read
from tests.core.plan.conftest import RULES, values
from tests.fakes.shipped_catalogue import shipped_catalogue

TODAY = date(2026, 11, 26)
SHIPPED = shipped_catalogue()


def proved(given: dict[str, Any]) -> Proof:
    return proof(read(PlanRules, given), SHIPPED, [Asking(NOBODY, TODAY)])


def test_the_shipped_rules_hold_in_every_state_that_can_be_reached() -> None:
    people = everybody(SHIPPED, TODAY)

    found = proof(RULES, SHIPPED, people)

    assert len(people) > 400
    assert found.violations == ()
    rungs = sum(len(ladder.rungs) for ladder in RULES.ladders)
    assert found.states >= 3 * rungs
    ladders = found.states - len(RULES.walking.minutes) * (RULES.walking.weeks + 1)
    assert found.moves >= ladders * 4 * 12 * 2


def _put(*path: str | int) -> Callable[[dict[str, Any], Any], None]:
    def put(given: Any, value: Any) -> None:
        for key in path[:-1]:
            given = given[key]
        given[path[-1]] = value

    return put


TAMPERED = {
    "up after two": (_put("up", "sessions"), 2, "up: bridge goes up after 2 good sessions"),
    "up after hard": (_put("up", "felt"), ["easy", "hard"], "up.felt: hard leads up"),
    "up with pain": (_put("up", "pain_up_to"), 5, "up.pain_up_to: 5 is more than 3"),
    "not down after hard": (_put("down", "felt"), [], "down: bridge does not go one rung down"),
    "not down with pain": (_put("down", "pain_from"), 5, "down: bridge does not go"),
    "down with little": (_put("down", "pain_from"), 3, "down: bridge goes down after"),
    "stops late": (_put("stop", "pain_from"), 7, "stop: with pain of 6 the plan goes on"),
    "stops early": (_put("stop", "pain_from"), 5, "stop: with pain of 5 the plan stops"),
    "held too long": (_put("ladders", 1, "rungs", 5, "hold_s"), 90, "plank, rung 6"),
    "held too short": (_put("ladders", 1, "rungs", 0, "hold_s"), 5, "less than its source"),
    "too often": (_put("ladders", 0, "rungs", 4, "reps"), 13, "reps 13 is more than"),
    "sets of nobody": (_put("ladders", 0, "rungs", 4, "sets"), 3, "sets 3 is more than"),
    "no dose": (_put("ladders", 3, "rungs", 0, "reps"), None, "reps should be given"),
    "falls": (_put("ladders", 1, "rungs", 1, "hold_s"), 10, "asks for no more than"),
    "no such dose": (_put("ladders", 0, "rungs", 3, "of"), "004", "no exercise with a"),
    "no such exercise": (_put("ladders", 0, "rungs", 3, "exercise"), "bridges", "bridges"),
    "walks too long": (_put("walking", "minutes"), [25, 30, 35], "walking.minutes: 35 is more"),
    "walks leap": (_put("walking", "minutes"), [5, 15, 20], "from 5 to 15 is more than 5"),
    "walks too often": (_put("walking", "days"), 6, "walking.days: 6 is more than"),
    "walks too soon": (_put("walking", "weeks"), 1, "walking.weeks: 1 is less than 3"),
    "too few weeks": (_put("weeks"), 2, "weeks: 2; the plan has 6"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_is_tampered_with_does_not_prove_itself(name: str) -> None:
    put, value, said = TAMPERED[name]
    given = values()
    put(given, value)

    found = proved(given)

    assert any(said in violation for violation in found.violations), found.violations
    assert len(found.violations) <= 4 * len(RULES.ladders)


def test_both_pain_rules_together_let_somebody_up_in_pain_and_that_is_found() -> None:
    given = values()
    given["up"]["pain_up_to"] = 5
    given["down"]["pain_from"] = 6

    said = " ".join(proved(given).violations)

    assert "up: bridge goes up after" in said
    assert "pain of 4" in said
