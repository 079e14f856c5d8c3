"""Making a segment longer: what counts towards the end moves with it, what was heard stays."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.player.extend import EXTENSIBLE, extended
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import (
    Channel,
    Cue,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE = small_catalogue()
LONG = compile_timeline(
    CATALOGUE.routines["everything"], CATALOGUE, Preferences(), english(), by_letters
)
CHOICES = [i for i, s in enumerate(LONG.segments) if s.kind in EXTENSIBLE]


@given(st.sampled_from(CHOICES), st.floats(0, 1), st.lists(st.integers(1, 20_000), max_size=3))
def test_however_often_it_is_made_longer_nothing_overlaps_and_nothing_heard_moves(
    index: int, share: float, pieces: list[int]
) -> None:
    segment = LONG.segments[index]
    offset = Ms(int(segment.duration * share))
    timeline = LONG
    for piece in pieces:
        timeline = extended(timeline, index, offset, Ms(piece))
    longer = timeline.segments[index]
    assert longer.duration == segment.duration + sum(pieces)
    heard = [cue for cue in segment.cues if cue.at <= offset]
    assert [cue for cue in longer.cues if cue in heard] == heard
    rest = [c for c in longer.cues if c.at > offset and c.kind is not CueKind.END_TICK]
    for one, other in itertools.pairwise(rest):
        assert one.at <= other.at
    assert timeline.segments[:index] == LONG.segments[:index]
    assert timeline.segments[index + 1 :] == LONG.segments[index + 1 :]


def test_repetitions_intro_and_outro_keep_their_length() -> None:
    assert {SegmentKind.MOVE, SegmentKind.INTRO, SegmentKind.OUTRO}.isdisjoint(EXTENSIBLE)


def cue(kind: CueKind, at: int) -> Cue:
    return Cue(Ms(at), Ms(500), kind, Channel.VOICE, kind.value)


def of(*cues: Cue) -> Timeline:
    hold = Segment(SegmentKind.HOLD, Ms(30_000), 0, cues=cues)
    return Timeline("one", "One", DoseLevel.STANDARD, 150, (hold,))


def placed(timeline: Timeline) -> list[tuple[str, int]]:
    return [(cue.kind.value, cue.at) for cue in timeline.segments[0].cues]


HOLD = of(
    cue(CueKind.START, 0),
    cue(CueKind.TIP, 4_000),
    cue(CueKind.HALFWAY, 15_000),
    cue(CueKind.TEN_LEFT, 20_000),
    *(cue(CueKind.END_TICK, at) for at in (27_000, 28_000, 29_000)),
)
TICKS = [("end_tick", at) for at in (37_000, 38_000, 39_000)]


def test_before_anything_sounded_only_what_counts_towards_the_end_moves() -> None:
    longer = placed(extended(HOLD, 0, Ms(0), Ms(10_000)))
    assert longer == [("start", 0), ("tip", 4_000), ("ten_left", 30_000), *TICKS]


def test_what_sounds_at_this_very_moment_was_heard() -> None:
    longer = placed(extended(HOLD, 0, Ms(15_000), Ms(10_000)))
    heard = [("start", 0), ("tip", 4_000), ("halfway", 15_000)]
    assert longer == [*heard, ("ten_left", 30_000), *TICKS]


def test_ticks_that_were_heard_stay_and_three_come_again_at_the_new_end() -> None:
    longer = placed(extended(HOLD, 0, Ms(28_500), Ms(10_000)))
    assert longer[4:] == [("end_tick", 27_000), ("end_tick", 28_000), *TICKS]
    once_more = extended(extended(HOLD, 0, Ms(28_500), Ms(10_000)), 0, Ms(29_000), Ms(500))
    assert placed(once_more)[6:] == [("end_tick", at) for at in (37_500, 38_500, 39_500)]


@pytest.mark.parametrize(
    "kind",
    ["tip", "preview", "dose", "setup", "movement", "breath_hint", "fetch", "wait", "come_out"],
)
def test_what_is_told_of_an_exercise_keeps_its_place(kind: str) -> None:
    assert placed(extended(of(cue(CueKind(kind), 5_000)), 0, Ms(0), Ms(9_000))) == [(kind, 5_000)]


@pytest.mark.parametrize("kind", ["count_in", "minute_left", "landmark", "relax"])
def test_what_leads_to_the_end_moves_with_it(kind: str) -> None:
    assert placed(extended(of(cue(CueKind(kind), 5_000)), 0, Ms(0), Ms(9_000))) == [(kind, 14_000)]
