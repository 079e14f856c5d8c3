"""Every shipped routine, told to somebody with closed eyes who meets it for the first time."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import DoseLevel, Equipment, Order, Side
from backease_desktop.core.reading import read
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import CueKind, SegmentKind, Timeline
from tests.fakes.script_rules import unheard
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english
from tests.fakes.timeline_rules import broken_rules

CATALOGUE = shipped_catalogue()
WORDING = english()
ROUTINES = list(CATALOGUE.routines)
RATES = (130, 175, 220)
MET_OFTEN = dict.fromkeys(CATALOGUE.exercises, 5)


def timeline(routine: str, rate: int = 150, **choices: object) -> Timeline:
    preferences = replace(Preferences(rate_wpm=rate), **choices)  # type: ignore[arg-type]
    return compile_timeline(
        CATALOGUE.routines[routine],
        CATALOGUE,
        preferences,
        WORDING,
        lambda text: estimate(text, rate),
    )


@cache
def shipped_phrases() -> frozenset[str]:
    return every_phrase(CATALOGUE, WORDING)


@pytest.mark.parametrize("dose", list(DoseLevel))
@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_all_that_is_needed_is_heard_before_the_start_in_order_and_once(
    routine: str, rate: int, dose: DoseLevel
) -> None:
    told = timeline(routine, rate, dose=dose)

    assert unheard(told, CATALOGUE.routines[routine], CATALOGUE) == []


@pytest.mark.parametrize("dose", list(DoseLevel))
@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_to_whom_it_is_known_the_movement_is_told_in_short_and_no_rule_is_broken(
    routine: str, rate: int, dose: DoseLevel
) -> None:
    told = timeline(routine, rate, dose=dose, met=MET_OFTEN)
    movements = {e.movement for e in CATALOGUE.exercises.values()}
    said = [cue for segment in told.segments for cue in segment.cues]

    assert broken_rules(told) == []
    assert not movements & {cue.text for cue in said}
    assert sum(cue.kind is CueKind.DOSE for cue in said) == told.step_count
    assert told.duration < timeline(routine, rate, dose=dose).duration


@pytest.mark.parametrize("routine", ROUTINES)
def test_our_order_breaks_no_rule_either(routine: str) -> None:
    told = timeline(routine, order=Order.OURS)

    assert broken_rules(told) == []
    assert unheard(told, CATALOGUE.routines[routine].in_order(Order.OURS), CATALOGUE) == []


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("routine", ROUTINES)
def test_what_is_done_on_each_side_begins_with_the_affected_one(routine: str, side: Side) -> None:
    sided: dict[int | None, str] = {}
    for segment in timeline(routine, affected_side=side).segments:
        if segment.side and segment.kind in (SegmentKind.HOLD, SegmentKind.MOVE):
            sided.setdefault(segment.step, segment.side)

    assert set(sided.values()) <= {side}


@pytest.mark.parametrize("met", [0, 3, 6])
@pytest.mark.parametrize("dose", list(DoseLevel))
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_phrase_of_a_session_is_among_those_that_a_voice_is_made_of(
    routine: str, dose: DoseLevel, met: int
) -> None:
    known = dict.fromkeys(CATALOGUE.exercises, met)
    for rate in (RATES[0], RATES[-1]):
        told = timeline(routine, rate, dose=dose, met=known, first_side=Side.LEFT)

        assert set(phrases_of(told)) - shipped_phrases() == set()


@given(st.lists(st.sampled_from(list(CATALOGUE.exercises)), min_size=1, max_size=8), st.data())
@settings(max_examples=30)
def test_whatever_somebody_puts_together_is_said_by_the_same_voice(
    exercises: list[str], data: st.DataObject
) -> None:
    steps = [
        {"exercise": name, "prescription": data.draw(st.sampled_from(keys))}
        for name in exercises
        for keys in [[p.key for p in CATALOGUE.exercises[name].prescriptions]]
    ]
    own = read(Routine, {"id": "own", "name": "My own", "about": "Put together.", "steps": steps})
    told = compile_timeline(
        own, CATALOGUE, Preferences(), WORDING, lambda text: estimate(text, 150)
    )
    things = sorted(CATALOGUE.equipment_of(own), key=list(Equipment).index)
    needed = {WORDING.needed(things)} if things else set()

    assert set(phrases_of(told)) - shipped_phrases() <= {"My own.", *needed}


def test_phrases_combine_so_that_there_are_not_many() -> None:
    assert len(shipped_phrases()) < 1500
    assert all(phrase.strip() == phrase != "" for phrase in shipped_phrases())
