"""What a file of rules may hold."""

import pytest
from pydantic import ValidationError

from backease_desktop.core.catalogue.routine import single_exercise
from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.core.reading import read
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.units import Ms
from tests.core.plan.conftest import RULES, values
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

SHIPPED = shipped_catalogue()


def test_every_rule_and_ladder_names_its_source_and_says_why() -> None:
    told = (RULES.up, RULES.down, RULES.stop, RULES.walking, *RULES.ladders)

    assert all(one.source and one.about for one in told)


def test_an_exercise_stands_in_one_ladder_only() -> None:
    given = values()
    given["ladders"][1]["rungs"][0]["exercise"] = "bridge"

    with pytest.raises(ValidationError, match="bridge stands in bridge and in plank"):
        read(PlanRules, given)


def test_walks_grow_and_ladders_have_names_of_their_own() -> None:
    shrinking, twice = values(), values()
    shrinking["walking"]["minutes"] = [5, 8, 8]
    twice["ladders"].append(twice["ladders"][0])

    with pytest.raises(ValidationError, match=r"walking.minutes: each should be more"):
        read(PlanRules, shrinking)
    with pytest.raises(ValidationError, match="bridge stands there twice"):
        read(PlanRules, twice)


def test_a_rung_has_one_dose_at_every_level_and_the_voice_of_the_pack_says_it() -> None:
    known = every_phrase(SHIPPED, english())
    for ladder in RULES.ladders:
        for rung in ladder.rungs:
            alone = single_exercise(SHIPPED.exercises[rung.exercise])
            routine = alone.with_(steps=(rung.step(SHIPPED),))
            timeline = compile_timeline(routine, SHIPPED, Preferences(), english(), lambda _: Ms(1))
            assert not set(phrases_of(timeline)) - known, (ladder.id, rung)
