"""Today's part of a plan: it fits, and has the rungs that are next and right for the person."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.plan.part import next_rungs, part_of_today
from backease_desktop.core.plan.plan import Answers, Plan
from backease_desktop.core.plan.standing import Standing
from backease_desktop.core.units import MINUTE
from tests.core.compose.test_composed import CONDITIONS, SHIPPED, Room, check, somebody
from tests.core.plan.conftest import RULES

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
HIGH = {ladder.id: Standing(len(ladder.rungs) - 1) for ladder in RULES.ladders}


def plan(minutes: int, *places: Place, done: int = 0, **more: Standing) -> Plan:
    return Plan(Answers(3, minutes, places), START, done, 6, date(2026, 11, 3), more)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_a_part_fits_the_minutes_and_the_place_and_its_strength_is_of_rungs(
    place: Place, minutes: int
) -> None:
    room = Room()
    for done in range(6):
        part = part_of_today(
            plan(minutes, place, done=done), RULES, room.asking, SHIPPED, "Plan", room.lay_out
        )
        check(part.composed, room, minutes, place)
        rungs = {rung.exercise: ladder.id for ladder in RULES.ladders for rung in ladder.rungs}
        steps = part.composed.routine.steps
        strong = [step for step in steps if SHIPPED.exercises[step.exercise].strengthens]
        assert {rungs[step.exercise] for step in strong} == set(part.standings)
        assert len(strong) == len({step.exercise for step in strong}), "a rung comes once"
        assert all(step.dose is not None for step in strong)
        assert part.composed.routine.id.startswith("plan-")


def test_a_rung_comes_with_its_very_dose() -> None:
    room = Room()
    on = plan(10, Place.MAT, plank=Standing(4))
    seen = 0
    for done in range(12):
        on = plan(10, Place.MAT, done=done, plank=Standing(4))
        part = part_of_today(on, RULES, room.asking, SHIPPED, "Plan", room.lay_out)
        for segment in part.composed.timeline.segments:
            if segment.exercise == "plank" and segment.kind == "hold":
                assert segment.duration == 45_000
                seen += 1
    assert seen > 0


@given(
    conditions=st.sets(st.sampled_from(CONDITIONS), max_size=4),
    hurt=st.sets(st.sampled_from(sorted(SHIPPED.exercises)), max_size=8),
    places=st.sets(st.sampled_from(Place), min_size=1).map(sorted),
    is_high=st.booleans(),
)
def test_no_ladder_offers_what_is_not_right_or_is_done_elsewhere(
    conditions: set[str], hurt: set[str], places: list[Place], is_high: bool
) -> None:
    room = Room(somebody(*sorted(conditions)), hurt=dict.fromkeys(hurt, 1))
    on = plan(10, *places, **(HIGH if is_high else {}))

    for one in next_rungs(on, RULES, room.asking, SHIPPED):
        assert one.rung.exercise not in hurt
        assert SHIPPED.exercises[one.rung.exercise].place in places
        step = one.rung.step(SHIPPED)
        given = one.rung.prescription(SHIPPED)
        assert given is not None
        assert step.dose is not None
        if given.hold_s is not None:
            assert step.dose.hold_s is not None
            assert step.dose.hold_s.max <= given.hold_s.max


def test_where_no_ladder_has_anything_a_session_is_put_together_all_the_same() -> None:
    strong = {id_: 1 for id_, one in SHIPPED.exercises.items() if one.strengthens}
    room = Room(NOBODY, hurt=strong)

    part = part_of_today(plan(5, Place.CHAIR), RULES, room.asking, SHIPPED, "Plan", room.lay_out)

    assert part.standings == {}
    assert part.composed.timeline.duration <= 5 * MINUTE
