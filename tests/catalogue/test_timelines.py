"""Every shipped routine, at every speed, with and without a voice, at every dose."""

from dataclasses import replace

import pytest

from backease_desktop.core.catalogue.routine import RoutineKind
from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.dose import dose_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import CueKind, SegmentKind, Timeline
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english
from tests.fakes.timeline_rules import broken_rules

CATALOGUE = shipped_catalogue()
WORDING = english()
ROUTINES = list(CATALOGUE.routines)
RATES = (120, 150, 175, 200, 240)


def timeline(routine: str, rate: int = 150, **choices: object) -> Timeline:
    preferences = replace(Preferences(rate_wpm=rate), **choices)  # type: ignore[arg-type]
    return compile_timeline(
        CATALOGUE.routines[routine],
        CATALOGUE,
        preferences,
        WORDING,
        lambda text: estimate(text, rate),
    )


@pytest.mark.parametrize("dose", list(DoseLevel))
@pytest.mark.parametrize("voice", [True, False], ids=["voice", "tones"])
@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_rule_is_broken(routine: str, rate: int, voice: bool, dose: DoseLevel) -> None:
    assert broken_rules(timeline(routine, rate, voice=voice, dose=dose)) == []


@pytest.mark.parametrize("dose", list(DoseLevel))
@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_hold_has_its_full_length(routine: str, rate: int, dose: DoseLevel) -> None:
    steps = CATALOGUE.routines[routine].steps
    for segment in timeline(routine, rate, dose=dose).segments:
        if segment.kind is SegmentKind.HOLD:
            assert segment.step is not None
            step = steps[segment.step]
            exercise = CATALOGUE.exercise_of(step)
            wanted = dose_of(exercise, CATALOGUE.prescription_of(step), dose)
            assert segment.duration == wanted.hold


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_step_relaxes_once_and_says_so(routine: str) -> None:
    compiled = timeline(routine)
    relaxed = [s.step for s in compiled.segments if s.kind is SegmentKind.RELAX]
    assert relaxed == list(range(len(CATALOGUE.routines[routine].steps)))
    for segment in compiled.segments:
        if segment.kind is SegmentKind.RELAX:
            relax = [cue.text for cue in segment.cues if cue.kind is CueKind.RELAX]
            assert len(relax) == 1
            assert "relax" in relax[0].lower()


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_change_of_side_says_the_landmark_of_the_side_that_follows(routine: str) -> None:
    compiled = timeline(routine)
    for before, segment in zip(compiled.segments, compiled.segments[1:], strict=False):
        if before.kind is SegmentKind.SWITCH:
            assert segment.side == before.side
            landmark = next(c for c in before.cues if c.kind is CueKind.LANDMARK)
            assert landmark.text.lower().rstrip(".") == (segment.landmark or "").lower()


@pytest.mark.parametrize("side", [None, *Side])
def test_an_affected_side_never_breaks_a_rule(side: Side | None) -> None:
    for routine in ROUTINES:
        assert broken_rules(timeline(routine, affected_side=side)) == []


@pytest.mark.parametrize(
    ("routine", "minutes"),
    [("desk-chair-2", 2), ("desk-standing-5", 5), ("desk-no-mat-7", 7), ("mat-12", 12)],
)
def test_a_desk_set_lasts_about_as_long_as_its_name_says(routine: str, minutes: int) -> None:
    assert CATALOGUE.routines[routine].kind is RoutineKind.DESK
    at_first = timeline(routine, dose=DoseLevel.GENTLE)
    assert at_first.duration == pytest.approx(minutes * 60_000, rel=0.2)
