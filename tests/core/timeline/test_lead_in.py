"""The lead-in: a session that was cut off goes on at its very millisecond, with all told."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Source, catalogue_of
from backease_desktop.core.catalogue.words import PLACE_OF, Place
from backease_desktop.core.player.events import CueDue
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.lead_in import TO_BE_THERE, lead_in_of
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind, Timeline
from backease_desktop.core.timeline.voicing import Voicing
from backease_desktop.core.units import SECOND, Ms
from tests.fakes.small_catalogue import english, exercise, routine

WORDING = english()
VOICING = Voicing(lambda text: Ms(70 * len(text)))
EXERCISES = (
    exercise("bridge", "supine", "none", reps=10),
    exercise("lifts", "side-lying", "each", {"load": "isometric"}, hold_s=6, reps=4, sets=2),
    exercise("turn", "sitting", "each", hold_s=30),
    exercise("dog", "all-fours", "alternate", reps=12),
    exercise("sway", "standing", "none", reps=20),
)
SOURCE = Source(id="000", title="An article", file="000.txt", about="An article.")
CATALOGUE = catalogue_of([SOURCE], EXERCISES, [routine("all", *(one.id for one in EXERCISES))])
WHOLE = compile_timeline(
    CATALOGUE.routines["all"], CATALOGUE, Preferences(), WORDING, VOICING.lengths
)
PHRASES = every_phrase(CATALOGUE, WORDING)
moments = st.integers(0, WHOLE.duration - 1).map(Ms)
KINDS = SegmentKind


def lead_in(at: int, timeline: Timeline = WHOLE) -> Segment | None:
    return lead_in_of(timeline, Ms(at), VOICING, WORDING)


def words_before(kind: SegmentKind, exercise: str, into: int, rep: int | None = None) -> list[str]:
    """What is said before a segment goes on that had come so far, in milliseconds."""
    index = next(
        i
        for i, s in enumerate(WHOLE.segments)
        if (s.kind, s.exercise) == (kind, exercise) and rep in (None, s.rep)
    )
    lead = lead_in(WHOLE.starts[index] + into)
    return [] if lead is None else [cue.text for cue in lead.cues]


def steps(length: int) -> Iterator[Ms]:
    """Readings of a clock, none further apart than a player bears."""
    yield from (Ms(moment) for moment in range(0, length, 500))
    yield Ms(length)


@settings(max_examples=300)
@given(moments)
def test_it_goes_on_at_the_very_millisecond_wherever_it_was_cut_off(at: Ms) -> None:
    lead, player = lead_in(at), Player(WHOLE)
    player.stand_at(Ms(0), at)
    player.resume(Ms(0), lead)
    if lead is None:
        assert at - player.elapsed < SECOND  # nothing had been told yet, so it begins there
        return
    for moment in steps(lead.duration):
        assert player.status is Status.COUNTING_IN
        player.advance(moment)
        shown = snapshot_of(player)
        assert (shown.elapsed, shown.left) == (at, WHOLE.duration - at)
    assert player.status is Status.PLAYING


@settings(max_examples=300)
@given(moments)
def test_what_had_been_told_of_getting_ready_is_told_again_and_the_rest_at_its_moment(
    at: Ms,
) -> None:
    index = WHOLE.index_at(at)
    segment, lead = WHOLE.segments[index], lead_in(at)
    if segment.kind not in (KINDS.POSITION, KINDS.PREPARE) or lead is None:
        return
    player, told = Player(WHOLE), [cue.text for cue in lead.cues]
    player.stand_at(Ms(0), at)
    player.resume(Ms(0), lead)
    for moment in steps(lead.duration):
        player.advance(moment)
    for moment in steps(segment.duration - (at - WHOLE.starts[index]) - 1):
        events = player.advance(Ms(lead.duration + moment))
        told += [event.cue.text for event in events if isinstance(event, CueDue)]
    wanted = [cue.text for cue in segment.cues if cue.kind is not CueKind.COUNT_IN]
    assert [text for text in told if text in wanted] == wanted


@given(moments)
def test_no_two_of_its_cues_overlap_and_none_reaches_beyond_it(at: Ms) -> None:
    lead = lead_in(at)
    if lead is not None:
        ends = [cue.end for cue in lead.cues]
        starts = [cue.at for cue in lead.cues[1:]]
        assert all(end < start for end, start in zip(ends, [*starts, lead.duration], strict=True))


@given(moments)
def test_every_phrase_of_it_is_one_that_a_voice_pack_is_made_from(at: Ms) -> None:
    lead = lead_in(at)
    if lead is not None:
        alone = Timeline("", "", WHOLE.dose, WHOLE.rate_wpm, (lead,))
        assert set(phrases_of(alone)) <= PHRASES


@given(moments)
def test_who_goes_on_has_the_time_to_be_there_before_they_hold_or_move(at: Ms) -> None:
    """Counted from the moment at which the name has been said to the first of three, two, one."""
    segment, lead = WHOLE.segments[WHOLE.index_at(at)], lead_in(at)
    if segment.kind not in (KINDS.HOLD, KINDS.MOVE):
        return
    assert lead is not None
    assert segment.position is not None
    first = next(cue for cue in lead.cues if cue.kind is CueKind.COUNT_IN)
    assert first.at - lead.cues[0].end >= TO_BE_THERE[PLACE_OF[segment.position]]


@pytest.mark.parametrize("place", Place)
def test_the_floor_takes_longest(place: Place) -> None:
    assert TO_BE_THERE[Place.CHAIR] <= TO_BE_THERE[place] <= TO_BE_THERE[Place.MAT]


def test_before_a_repetition_it_says_which_one_of_how_many() -> None:
    said = words_before(KINDS.MOVE, "bridge", 900, rep=6)
    assert said == ["Bridge. Take your time.", "Repetition. Six of ten.", "Three", "Two", "One"]


def test_of_many_repetitions_the_number_alone_is_said() -> None:
    said = words_before(KINDS.MOVE, "sway", 100, rep=15)
    assert said == ["Sway.", "Repetition. Fifteen.", "Three", "Two", "One"]


def test_where_sides_change_with_every_repetition_pairs_are_counted() -> None:
    said = words_before(KINDS.MOVE, "dog", 100, rep=8)
    assert said[:2] == ["Dog. Left arm up. Take your time.", "Repetition. Four of six."]


def test_before_a_hold_it_says_how_long_that_still_lasts() -> None:
    assert words_before(KINDS.HOLD, "turn", 18_000)[1:] == [
        "Hold it for twelve seconds.",
        "Three",
        "Two",
        "One",
    ]


def test_a_hold_within_a_repetition_says_both() -> None:
    said = words_before(KINDS.HOLD, "lifts", 2_000, rep=3)
    assert said[1] == "Repetition. Three of four. Hold it for four seconds."


def test_a_rest_says_the_exercise_and_not_how_long_it_was_to_last() -> None:
    assert words_before(KINDS.REST, "lifts", 5_000)[0].startswith("Lifts.")
    assert not any("Rest for" in text for text in words_before(KINDS.REST, "lifts", 5_000))


def test_at_the_very_start_there_is_nothing_to_tell_again() -> None:
    assert lead_in(0) is None
