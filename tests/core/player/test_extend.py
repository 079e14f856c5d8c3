"""Making a segment longer: what counts towards the end moves with it, what was heard stays."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.player.extend import EXTENSIBLE, extended
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import CueKind, SegmentKind
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
