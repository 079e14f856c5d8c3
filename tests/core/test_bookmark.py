"""The bookmark: the same second, side and repetition, whatever became of the timeline."""

import dataclasses
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backease_desktop.core.bookmark import Bookmark, bookmark_of
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.tally import Tally
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import small_catalogue
from tests.fakes.snapshots import core_timeline, played

NOW = datetime(2026, 11, 26, 11, 17, tzinfo=UTC)
ROUTINE = small_catalogue().routines["short"]
WHOLE = core_timeline()


def marked(seconds: float) -> Bookmark:
    """The bookmark of a moment, as it comes back from the file."""
    player = played(WHOLE, seconds)
    mark = bookmark_of("a" * 28, ROUTINE, snapshot_of(player), Tally(), player.played, NOW)
    return msgspec.json.decode(msgspec.json.encode(mark), type=Bookmark)


@given(st.integers(0, WHOLE.duration // 1000 - 1))
def test_the_place_is_the_same_millisecond_in_the_same_timeline(seconds: int) -> None:
    assert marked(seconds).place_in(WHOLE) == seconds * 1000


@given(st.integers(0, WHOLE.duration // 1000 - 1))
def test_where_less_is_told_it_is_the_same_side_set_and_repetition(seconds: int) -> None:
    shorter = dataclasses.replace(
        WHOLE,
        segments=tuple(
            replace(s, duration=Ms(3_000), cues=()) if s.kind is SegmentKind.PREPARE else s
            for s in WHOLE.segments
            if s.kind is not SegmentKind.INTRO
        ),
    )
    before = played(WHOLE, seconds).segment
    after = shorter.segments[shorter.index_at(marked(seconds).place_in(shorter))]
    if before.kind is not SegmentKind.INTRO:
        assert (after.kind, after.exercise, after.side, after.set_number, after.rep) == (
            before.kind,
            before.exercise,
            before.side,
            before.set_number,
            before.rep,
        )


@given(st.integers(0, WHOLE.duration // 1000 - 1))
def test_a_player_stands_there_and_says_nothing_before_it_goes_on(seconds: int) -> None:
    at = marked(seconds).place_in(WHOLE)
    player = Player(WHOLE)
    player.stand_at(Ms(77_000), at)
    assert (player.status, player.elapsed, player.played) == (Status.PAUSED, at, 0)
    assert player.advance(Ms(79_000)) == []
    player.resume(Ms(80_000))
    assert player.status is Status.PLAYING
    assert player.index == WHOLE.index_at(at)
    if player.segment.kind is SegmentKind.HOLD:
        assert player.elapsed == at  # a hold goes on with the time that was left


def test_it_says_where_it_was() -> None:
    assert marked(60).words == "Bird dog, left arm, right leg"
    assert marked(0).words == ""


@pytest.mark.parametrize(
    ("since", "is_offered"),
    [
        (timedelta(0), True),
        (timedelta(hours=4), True),
        (timedelta(hours=4, seconds=1), False),
        (timedelta(seconds=-1), False),  # the clock was set back: nobody knows
    ],
)
def test_it_is_offered_for_four_hours(since: timedelta, is_offered: bool) -> None:
    assert marked(60).is_offered(NOW + since) is is_offered


def test_it_knows_which_repetition_of_how_many_it_was() -> None:
    at = next(i for i, segment in enumerate(WHOLE.segments) if segment.rep == 6)
    mark = marked(WHOLE.starts[at] / 1000)
    assert (mark.rep, mark.reps) == (6, WHOLE.segments[at].reps)


def test_an_empty_one_is_never_offered() -> None:
    assert not Bookmark().is_offered(datetime(1970, 1, 1, tzinfo=UTC))
