"""What each command of a player comes to, to the millisecond: places, cues, numbers and states."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.player.events import (
    CueDue,
    Finished,
    Interrupted,
    PlayerEvent,
    SegmentStarted,
)
from backease_desktop.core.player.moves import RESTART_AFTER
from backease_desktop.core.player.player import MAX_GAP, Player, Status
from backease_desktop.core.player.script import Numbers, Script
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.count_in import count_in_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind, Timeline
from backease_desktop.core.timeline.voicing import Voicing
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE, WORDING = small_catalogue(), english()


def timeline(name: str, **choices: object) -> Timeline:
    preferences = replace(Preferences(), **choices)  # type: ignore[arg-type]
    return compile_timeline(CATALOGUE.routines[name], CATALOGUE, preferences, WORDING, by_letters)


SHORT, LONG = timeline("short"), timeline("everything")
HOLD, SWITCH, OTHER_HOLD = (
    next(i for i, s in enumerate(SHORT.segments) if (s.kind, s.side) == wanted)
    for wanted in (
        (SegmentKind.HOLD, "right"),
        (SegmentKind.SWITCH, "left"),
        (SegmentKind.HOLD, "left"),
    )
)
END = len(SHORT.segments) - 1


def wait(player: Player, now: int, time: int) -> tuple[Ms, list[PlayerEvent]]:
    """Let time pass in small steps; what the clock says then, and what happened."""
    events: list[PlayerEvent] = []
    for moment in [*range(now + 500, now + time, 500), now + time]:
        events += player.advance(Ms(moment))
    return Ms(now + time), events


def playing(what: Timeline, index: int, offset: int = 0) -> tuple[Player, Ms]:
    """A player that has come to `offset` in a segment; its clock does not begin at 0."""
    player = Player(what)
    player.play(Ms(70_000))
    player.jump(Ms(70_000), index)
    now, _ = wait(player, 70_000, offset)
    return player, now


def count_in(player: Player) -> Segment:
    return count_in_of(player.segment, player.remaining, Voicing(by_letters), WORDING)


def cues(events: list[PlayerEvent]) -> list[CueDue]:
    return [event for event in events if isinstance(event, CueDue)]


# States


def test_a_player_is_ready_until_it_plays_and_plays_only_once() -> None:
    player = Player(SHORT)
    assert player.status is Status.READY
    assert player.advance(Ms(5)) == player.upcoming(Ms(60_000)) == []
    assert player.resume(Ms(5)) == player.jump(Ms(5), 2) == player.next(Ms(5)) == []
    assert (player.status, player.elapsed, player.played) == (Status.READY, 0, 0)
    assert player.play(Ms(5)) == [SegmentStarted(0, SHORT.segments[0], Ms(0))]
    assert player.status is Status.PLAYING
    wait(player, 5, 1_000)
    assert player.play(Ms(1_005)) == []
    assert player.elapsed == 1_000


def test_a_second_play_tells_the_time_all_the_same() -> None:
    player, now = playing(SHORT, HOLD)
    player.pause(now)
    player.play(Ms(now + 90_000))
    player.resume(Ms(now + 90_000))
    assert player.advance(Ms(now + 90_001)) == []
    assert player.offset == 1


def test_resuming_what_plays_changes_nothing() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    assert player.resume(now, count_in(player)) == []
    assert player.count_in is None
    assert (player.status, player.offset) == (Status.PLAYING, 4_000)


def test_a_stopped_session_stays_where_it_was_and_a_finished_one_stays_finished() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    player.pause(now)
    player.resume(now, count_in(player))
    player.stop(now)
    assert (player.status, player.offset, player.count_in) == (Status.STOPPED, 4_000, None)
    assert player.upcoming(Ms(10_000)) == []
    player, now = playing(SHORT, END)
    player.next(now)
    assert player.stop(now) == player.extend(now, Ms(1_000)) == player.jump(now, 0) == []
    assert (player.status, player.timeline) == (Status.FINISHED, SHORT)


def test_a_pause_keeps_a_stopped_session_stopped() -> None:
    player, now = playing(SHORT, HOLD)
    player.stop(now)
    player.pause(Ms(now + 10))
    assert player.status is Status.STOPPED


def test_a_gap_is_sleep_only_if_it_is_longer_than_the_longest() -> None:
    player, now = playing(SHORT, HOLD)
    player.advance(Ms(now + MAX_GAP))
    assert (player.status, player.offset) == (Status.PLAYING, MAX_GAP)
    now = Ms(now + MAX_GAP)
    assert player.pause(Ms(now + MAX_GAP + 1)) == [Interrupted(Ms(MAX_GAP + 1))]
    assert (player.status, player.offset) == (Status.PAUSED, MAX_GAP)


def test_sleep_in_a_count_in_pauses_without_it() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    player.pause(now)
    player.resume(now, count_in(player))
    assert player.advance(Ms(now + 60_000)) == [Interrupted(Ms(60_000))]
    assert (player.status, player.count_in, player.offset) == (Status.PAUSED, None, 4_000)


# Where a command leads, and what sounds there


@given(st.integers(0, END), st.integers(0, END), st.integers(0, 12_000))
def test_after_a_jump_in_a_pause_going_on_says_what_is_new_there_and_nothing_else(
    here: int, there: int, offset: int
) -> None:
    player, now = playing(SHORT, here, min(offset, SHORT.segments[here].duration - 1))
    player.pause(now)
    assert player.jump(Ms(now + 7_000), there) == []
    assert (player.status, player.index, player.offset) == (Status.PAUSED, there, 0)
    assert player.upcoming(Ms(60_000)) == []
    events = player.resume(Ms(now + 9_000))
    segment, start = SHORT.segments[there], SHORT.starts[there]
    assert events[0] == SegmentStarted(there, segment, start)
    assert [due.cue for due in cues(events)] == [cue for cue in segment.cues if cue.at == 0]
    _, events = wait(player, now + 9_000, segment.duration - 1)
    assert [due.cue for due in cues(events)] == [cue for cue in segment.cues if cue.at > 0]


def test_a_jump_past_the_end_in_a_pause_finishes() -> None:
    player, now = playing(SHORT, END, 100)
    player.pause(now)
    assert player.next(now) == [Finished()]
    assert (player.status, player.elapsed) == (Status.FINISHED, SHORT.duration)


def test_what_is_skipped_was_not_played_and_what_is_repeated_was_played_twice() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    assert player.played == 4_000
    player.jump(now, HOLD)
    wait(player, now, 2_000)
    assert player.played == 6_000
    assert player.elapsed == SHORT.starts[HOLD] + 2_000


@pytest.mark.parametrize("index", [-1, len(SHORT.segments)])
def test_there_is_no_place_before_the_first_segment_or_behind_the_last(index: int) -> None:
    player, now = playing(SHORT, 0)
    with pytest.raises(IndexError, match=f"^segment {index} of {len(SHORT.segments)}$"):
        player.jump(now, index)
    player.jump(now, END)
    assert player.index == END


def test_previous_of_the_first_block_begins_it_again() -> None:
    player, now = playing(SHORT, 0, 1_000)
    player.previous(now)
    assert player.elapsed == 0


def test_previous_goes_by_the_age_of_the_block_and_not_of_a_repetition() -> None:
    moves = [i for i, s in enumerate(SHORT.segments) if s.kind is SegmentKind.MOVE]
    player, now = playing(SHORT, moves[3], 100)
    player.previous(now)
    assert player.index == moves[0]
    player, now = playing(SHORT, moves[0], RESTART_AFTER)
    before = SHORT.segments[moves[0] - 1]
    player.previous(now)
    assert player.segment == before


def test_previous_keeps_what_fell_due_meanwhile() -> None:
    player, now = playing(SHORT, HOLD)
    tip = next(cue for cue in SHORT.segments[HOLD].cues if cue.at > 0)
    events = player.previous(Ms(now + tip.at))
    assert tip in [due.cue for due in cues(events)]


def test_again_skips_the_change_of_position_unless_it_is_on() -> None:
    position = next(i for i, s in enumerate(LONG.segments) if s.kind is SegmentKind.POSITION)
    assert LONG.segments[position + 1].kind is SegmentKind.PREPARE
    for index in (position + 1, position + 2, position + 4):
        player, now = playing(LONG, index, 1_500)
        player.again(now)
        assert (player.index, player.offset) == (position + 1, 0)
    player, now = playing(LONG, position, 1_500)
    player.again(now)
    assert (player.index, player.offset) == (position, 0)


def test_again_in_the_intro_begins_the_session_again() -> None:
    player, now = playing(SHORT, 0, 1_000)
    player.again(now)
    assert player.elapsed == 0


def test_the_next_exercise_after_the_last_is_the_outro_and_after_that_the_end() -> None:
    last = next(i for i, s in enumerate(SHORT.segments) if s.kind is SegmentKind.MOVE)
    player, now = playing(SHORT, last, 500)
    player.next_exercise(now)
    assert player.index == END
    assert player.next_exercise(now) == [Finished()]
    assert player.status is Status.FINISHED


def test_previous_early_in_the_second_block_goes_back_to_the_intro() -> None:
    player, now = playing(SHORT, 1, 100)
    player.previous(now)
    assert player.elapsed == 0


def test_the_next_exercise_from_the_very_end_of_one_is_its_first_segment() -> None:
    second = SHORT.first_of_step(1)
    player, now = playing(SHORT, second - 1, 100)
    player.next_exercise(now)
    assert (player.index, player.offset) == (second, 0)


# A count-in


@given(st.integers(0, 19_000), st.integers(0, 4_500), st.integers(0, 9_000))
def test_what_is_announced_in_a_count_in_falls_due_exactly_then(
    offset: int, spent: int, horizon: int
) -> None:
    player, now = playing(SHORT, HOLD, offset)
    player.pause(now)
    player.resume(now, count_in(player))
    now, _ = wait(player, now, spent)
    announced = [(u.cue, u.number, u.due, u.at) for u in player.upcoming(Ms(horizon))]
    fell_due = []
    for moment in range(now + 1, now + horizon + 1):
        fell_due += [(d.cue, d.number, d.due, moment) for d in cues(player.advance(Ms(moment)))]
    assert announced == fell_due


def test_a_count_in_is_at_the_moment_at_which_the_session_stands_still() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    player.pause(now)
    lead = count_in(player)
    events = player.resume(now, lead)
    assert player.count_in == (lead, 0)
    now, more = wait(player, now, 2_500)
    assert {due.due for due in cues(events + more)} == {SHORT.starts[HOLD] + 4_000}
    assert player.count_in == (lead, 2_500)
    assert player.elapsed == SHORT.starts[HOLD] + 4_000


def test_what_a_count_in_does_not_need_of_a_long_reading_is_the_holds() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    player.pause(now)
    lead = count_in(player)
    player.resume(now, lead)
    now, _ = wait(player, now, lead.duration - 100)
    player.advance(Ms(now + 600))
    assert (player.offset, player.played) == (4_500, 4_500)


def test_every_cue_and_every_count_in_has_numbers_of_its_own() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    of_the_session = [due.number for due in cues([*Script(SHORT, Numbers()).reached(Ms(10**9))])]
    assert len(set(of_the_session)) == sum(len(segment.cues) for segment in SHORT.segments)
    numbers = []
    for _ in range(2):
        player.pause(now)
        # Of the very cues of a segment, so that nothing but its place tells it apart.
        numbers += [due.number for due in cues(player.resume(now, SHORT.segments[HOLD]))]
        now, events = wait(player, now, SHORT.segments[HOLD].duration)
        numbers += [due.number for due in cues(events)]
    assert len(set(numbers)) == len(numbers) == 2 * len(SHORT.segments[HOLD].cues)
    assert set(of_the_session).isdisjoint(numbers)


def test_a_jump_ends_a_count_in() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    player.pause(now)
    player.resume(now, count_in(player))
    player.jump(now, OTHER_HOLD)
    assert (player.status, player.count_in, player.index) == (Status.PLAYING, None, OTHER_HOLD)


# Longer, and waiting


def test_a_hold_cannot_be_made_longer_in_its_count_in() -> None:
    player, now = playing(SHORT, HOLD, 4_000)
    assert player.can_extend
    player.pause(now)
    player.extend(now, Ms(5_000))
    assert player.remaining == SHORT.segments[HOLD].duration + 1_000
    player.resume(now, count_in(player))
    assert not player.can_extend


def test_what_was_said_before_a_hold_was_made_longer_is_not_said_again() -> None:
    player, now = playing(SHORT, HOLD)
    player.extend(now, Ms(10_000))
    _, events = wait(player, now, player.remaining - 1)
    assert [due.cue.at for due in cues(events)] == [
        cue.at for cue in player.timeline.segments[HOLD].cues if cue.at > 0
    ]
    assert CueKind.START not in [due.cue.kind for due in cues(events)]


@given(st.integers(1, 4_000))
def test_a_segment_that_waits_says_all_it_has_and_stands_at_its_last_moment(step: int) -> None:
    waiting = timeline("only-plank", wait_for_me=True)
    position = next(i for i, s in enumerate(waiting.segments) if s.waits)
    player = Player(waiting)
    events, now = [*player.play(Ms(0))], 0
    while player.status is Status.PLAYING:
        assert not player.is_waiting
        now += step
        events += player.advance(Ms(now))
    assert player.is_waiting
    assert player.elapsed == player.played == waiting.starts[position + 1] - 1
    said = [due.cue for due in cues(events)]
    assert said == [cue for s in waiting.segments[: position + 1] for cue in s.cues]
    entered = player.resume(Ms(now + 60_000))
    assert entered[0] == SegmentStarted(
        position + 1, waiting.segments[position + 1], waiting.starts[position + 1]
    )
    assert not player.is_waiting


def test_a_pause_within_a_segment_that_waits_is_no_waiting() -> None:
    waiting = timeline("only-plank", wait_for_me=True)
    position = next(i for i, s in enumerate(waiting.segments) if s.waits)
    player, now = playing(waiting, position, 3_000)
    player.pause(now)
    assert not player.is_waiting
    player.resume(now)
    assert (player.index, player.offset) == (position, 0)
