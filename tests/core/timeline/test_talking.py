"""Where somebody talks in a timeline: every word is in a stretch, and no long silence is."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.timeline.segments import (
    Channel,
    Cue,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.timeline.talking import AHEAD, PATIENCE, is_talk, stretches_of_words
from backease_desktop.core.units import Ms


def timeline_of(parts: list[list[tuple[int, int, Channel]]]) -> Timeline:
    """A segment for each list of silences, lengths and channels of its cues."""
    segments = []
    for block, sounds in enumerate(parts):
        at, cues = 0, []
        for silence, length, channel in sounds:
            at += silence
            cues.append(Cue(Ms(at), Ms(length), CueKind.START, channel, "word"))
            at += length
        segments.append(Segment(SegmentKind.HOLD, Ms(at + 100), block, cues=tuple(cues)))
    return Timeline("r", "R", DoseLevel.STANDARD, 150, tuple(segments))


timelines = st.lists(
    st.lists(
        st.tuples(st.integers(0, 12_000), st.integers(1, 5_000), st.sampled_from([*Channel])),
        max_size=5,
    ),
    min_size=1,
    max_size=5,
).map(timeline_of)


def words(timeline: Timeline) -> list[tuple[int, int]]:
    return [
        (start + cue.at, start + cue.end)
        for start, segment in zip(timeline.starts, timeline.segments, strict=True)
        for cue in segment.cues
        if cue.channel is Channel.VOICE
    ]


@given(timelines, st.data())
def test_there_is_room_for_each_word_from_half_a_second_before(
    timeline: Timeline, data: st.DataObject
) -> None:
    stretches = stretches_of_words(timeline)
    for begin, end in words(timeline):
        at = data.draw(st.integers(begin - AHEAD, end - 1))
        assert is_talk(stretches, Ms(at))


@given(timelines)
def test_between_two_stretches_there_is_a_silence_that_is_worth_it(timeline: Timeline) -> None:
    stretches = stretches_of_words(timeline)
    for one, other in itertools.pairwise(stretches):
        assert other[0] - one[1] >= PATIENCE
        assert not is_talk(stretches, one[1])
    spoken = words(timeline)
    assert {begin for begin, _ in stretches} <= {begin for begin, _ in spoken}
    assert {end for _, end in stretches} <= {end for _, end in spoken}


def test_a_timeline_of_tones_alone_has_no_stretch() -> None:
    stretches = stretches_of_words(timeline_of([[(0, 500, Channel.TONE)]]))
    assert stretches == ()
    assert not is_talk(stretches, Ms(100))
