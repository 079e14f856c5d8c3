"""A session as a piece of media: where it is, and where a seek leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.now_playing import now_playing, segment_to_seek
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.snapshots import core_timeline, snapshot_at, start_of

TIMELINE = core_timeline()
IN_HOLD = start_of(SegmentKind.HOLD) + 10


def test_the_exercise_is_the_title_and_the_session_the_album() -> None:
    now = now_playing(snapshot_at(IN_HOLD), "file:///bird-dog.png")
    assert (now.title, now.session, now.track, now.tracks) == ("Bird dog", TIMELINE.name, 1, 4)
    assert (now.position, now.length) == (IN_HOLD * 1000, TIMELINE.duration)
    assert (now.exercise, now.artwork) == ("bird-dog", "file:///bird-dog.png")


def test_before_the_first_exercise_the_session_itself_is_the_title() -> None:
    now = now_playing(snapshot_at(1))
    assert (now.title, now.exercise, now.track) == (TIMELINE.name, "", 0)


@pytest.mark.parametrize("is_paused", [True, False])
def test_what_is_paused_does_not_play(is_paused: bool) -> None:
    assert now_playing(snapshot_at(IN_HOLD, is_paused=is_paused)).is_playing is not is_paused


def test_time_that_passes_never_leads_out_of_the_session() -> None:
    now = now_playing(snapshot_at(IN_HOLD))
    assert now.position_after(Ms(1_000)) == now.position + 1_000
    assert now.position_after(Ms(10**9)) == now.length


def test_a_step_back_within_a_hold_begins_the_hold_again() -> None:
    now = snapshot_at(IN_HOLD)
    assert segment_to_seek(now, Ms(now.elapsed - 3_000)) == now.index


def test_a_step_forward_within_a_hold_does_not_begin_it_again() -> None:
    now = snapshot_at(IN_HOLD)
    assert segment_to_seek(now, Ms(now.elapsed + 3_000)) is None


def test_a_moment_after_the_end_does_not_end_the_session() -> None:
    assert segment_to_seek(snapshot_at(IN_HOLD), TIMELINE.duration) is None


@given(at=st.integers(0, 400), to=st.integers(-(10**6), 10**6))
def test_a_seek_leads_to_the_segment_of_that_moment_and_never_back_for_forward(
    at: int, to: int
) -> None:
    now = snapshot_at(at)
    index = segment_to_seek(now, Ms(to))
    if index is None:
        assert to >= now.elapsed
    else:
        assert index == TIMELINE.index_at(Ms(max(0, to)))
        assert to < now.elapsed or index > now.index
