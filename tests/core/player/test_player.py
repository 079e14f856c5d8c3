"""The player: however time is sliced, the same happens once each, in order."""

import inspect
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.player.events import CueDue, Finished, Interrupted, SegmentStarted
from backease_desktop.core.player.player import MAX_GAP, Player, Status
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.count_in import count_in_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind, Timeline
from backease_desktop.core.timeline.voicing import Voicing
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE, WORDING = small_catalogue(), english()


def timeline(name: str = "short", **choices: object) -> Timeline:
    preferences = replace(Preferences(), **choices)  # type: ignore[arg-type]
    return compile_timeline(CATALOGUE.routines[name], CATALOGUE, preferences, WORDING, by_letters)


SHORT = timeline()


def count_in(player: Player) -> Segment:
    left = Ms(player.segment.duration - player.offset)
    return count_in_of(player.segment, left, Voicing(by_letters), WORDING)


def index_of(kind: SegmentKind, number: int = 0) -> int:
    return [i for i, s in enumerate(SHORT.segments) if s.kind is kind][number]


def playing_at(index: int, offset: int = 0) -> tuple[Player, Ms]:
    """A player that has come to `offset` in a segment, and what its clock says."""
    player = Player(SHORT)
    player.play(Ms(0))
    player.jump(Ms(0), index)
    now = Ms(0)
    while now < offset:
        now = Ms(min(offset, now + 1000))
        player.advance(now)
    return player, now


# Time

slices = st.lists(st.integers(1, MAX_GAP), min_size=1, max_size=80)


@given(slices)
def test_however_the_time_is_sliced_the_events_are_the_same(gaps: list[int]) -> None:
    sliced, whole = Player(SHORT), Player(SHORT)
    now, events, expected = 0, [*sliced.play(Ms(0))], [*whole.play(Ms(0))]
    for gap in gaps:
        now += gap
        events += sliced.advance(Ms(now))
    for moment in [*range(1000, now, 1000), now]:
        expected += whole.advance(Ms(moment))
    assert events == expected
    assert snapshot_of(sliced) == snapshot_of(whole)


@given(st.integers(1, 997))
def test_a_session_says_every_cue_once_and_in_order(step: int) -> None:
    player = Player(SHORT)
    events, now = [*player.play(Ms(0))], 0
    while player.status is Status.PLAYING:
        now += step
        events += player.advance(Ms(now))
    cues = [e.cue for e in events if isinstance(e, CueDue)]
    assert cues == [cue for segment in SHORT.segments for cue in segment.cues]
    assert [e.index for e in events if isinstance(e, SegmentStarted)] == list(
        range(len(SHORT.segments))
    )
    assert events[-1] == Finished()


def test_no_event_comes_before_its_moment() -> None:
    player, now = Player(SHORT), Ms(0)
    player.play(now)
    while player.status is Status.PLAYING:
        now = Ms(now + 7)
        for event in player.advance(now):
            if isinstance(event, CueDue | SegmentStarted):
                assert event.due <= player.elapsed < event.due + 7 + 1


def test_a_sleeping_computer_pauses_instead_of_skipping_ahead() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    before = player.elapsed
    assert player.advance(Ms(now + MAX_GAP + 1)) == [Interrupted(Ms(MAX_GAP + 1))]
    assert player.status is Status.PAUSED
    assert player.elapsed == before


def test_a_clock_that_goes_back_moves_nothing() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    before = player.elapsed
    assert player.advance(Ms(now - 500)) == []
    assert player.elapsed == before


@given(slices, st.integers(0, 60_000))
def test_what_is_upcoming_falls_due_exactly_then(gaps: list[int], horizon: int) -> None:
    player, now = Player(SHORT), 0
    player.play(Ms(0))
    for gap in gaps:
        now += gap
        player.advance(Ms(now))
    announced = {(u.number, u.due, u.at) for u in player.upcoming(Ms(horizon))}
    fell_due = set()
    start = player.elapsed
    for moment in range(now + 1000, now + horizon + 1000, 1000):
        for event in player.advance(Ms(min(moment, now + horizon))):
            if isinstance(event, CueDue):
                fell_due.add((event.number, event.due, Ms(now + event.due - start)))
    assert announced == fell_due


# Pause and resume


def test_a_pause_stops_the_time() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    player.pause(now)
    before = player.elapsed
    assert player.advance(Ms(now + 60_000)) == []
    assert player.elapsed == before


def test_a_hold_goes_on_behind_a_count_in_with_the_time_that_was_left() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    left = snapshot_of(player).remaining
    player.pause(now)
    now = Ms(now + 60_000)
    lead = count_in(player)
    player.resume(now, lead)
    assert player.status is Status.COUNTING_IN
    for moment in (*range(now + 100, now + lead.duration, 100), now + lead.duration - 1):
        player.advance(Ms(moment))
        assert snapshot_of(player).is_counting_in
    player.advance(Ms(now + lead.duration))
    assert player.status is Status.PLAYING
    assert snapshot_of(player).remaining == left


def test_a_count_in_says_the_side_the_time_left_and_three_two_one() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 10_000)
    player.pause(now)
    lead = count_in(player)
    events = player.resume(now, lead)
    for moment in range(now + 50, now + lead.duration, 50):
        events += player.advance(Ms(moment))
    texts = [e.cue.text for e in events if isinstance(e, CueDue)]
    assert texts == ["Right arm up. Hold it for ten seconds.", "Three", "Two", "One"]


def test_a_pause_in_the_count_in_counts_in_again() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    left = snapshot_of(player).remaining
    player.pause(now)
    player.resume(now, count_in(player))
    player.pause(Ms(now + 1500))
    events = player.resume(Ms(now + 9000), count_in(player))
    assert [e.cue.kind for e in events if isinstance(e, CueDue)] == [CueKind.RESUME]
    assert player.elapsed + left == SHORT.starts[player.index] + player.segment.duration


def test_words_that_were_cut_are_said_again_after_a_pause() -> None:
    player, now = playing_at(index_of(SegmentKind.PREPARE), 2500)
    player.pause(now)
    events = player.resume(Ms(now + 1000))
    assert isinstance(events[0], SegmentStarted)
    assert snapshot_of(player).offset == 0


# Transport


def test_next_leaves_a_hold_for_the_change_of_side() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    events = player.next(now)
    assert player.segment.kind is SegmentKind.SWITCH
    assert isinstance(events[0], SegmentStarted)


def test_next_leaves_all_repetitions_at_once() -> None:
    player, now = playing_at(index_of(SegmentKind.MOVE), 1000)
    player.next(now)
    assert player.segment.kind is SegmentKind.RELAX


def test_next_at_the_end_finishes() -> None:
    player, now = playing_at(len(SHORT.segments) - 1)
    assert player.next(now)[-1] == Finished()
    assert player.status is Status.FINISHED


@pytest.mark.parametrize(("offset", "moves"), [(3000, -1), (3001, 0)])
def test_previous_restarts_a_segment_that_is_more_than_three_seconds_old(
    offset: int, moves: int
) -> None:
    hold = index_of(SegmentKind.HOLD)
    player, now = playing_at(hold, offset)
    player.previous(now)
    assert player.index == hold + moves
    assert player.offset == 0


def test_again_goes_back_to_the_preview_of_the_exercise() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD, 1), 4000)
    player.again(now)
    assert player.index == index_of(SegmentKind.PREPARE)


def test_next_exercise_leaves_both_sides() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    player.next_exercise(now)
    assert player.segment.step == 1


def test_a_jump_while_paused_stays_paused() -> None:
    player, now = playing_at(index_of(SegmentKind.HOLD), 4000)
    player.pause(now)
    player.jump(now, index_of(SegmentKind.SWITCH))
    assert player.status is Status.PAUSED
    assert player.segment.kind is SegmentKind.SWITCH


def test_a_jump_to_nowhere_is_refused() -> None:
    player, now = playing_at(0)
    with pytest.raises(IndexError, match="segment 99"):
        player.jump(now, 99)


def test_nothing_moves_a_session_that_is_over() -> None:
    player, now = playing_at(0, 100)
    player.stop(now)
    for move in (player.next, player.previous, player.again, player.next_exercise, player.pause):
        assert move(now) == []
        assert player.status is Status.STOPPED


# Ten seconds more


def test_ten_seconds_more_move_the_end_and_nothing_that_was_heard() -> None:
    hold = index_of(SegmentKind.HOLD)
    player, now = playing_at(hold, 19_500)
    player.extend(now, Ms(10_000))
    longer = player.timeline.segments[hold]
    assert longer.duration == SHORT.segments[hold].duration + 10_000
    ticks = [cue.at for cue in longer.cues if cue.kind is CueKind.END_TICK]
    assert ticks[-3:] == [longer.duration - 3000, longer.duration - 2000, longer.duration - 1000]
    events, moment = [], now
    while player.index == hold:
        moment = Ms(moment + 50)
        events += player.advance(moment)
    heard = [e.cue.kind for e in events if isinstance(e, CueDue)]
    assert heard.count(CueKind.END_TICK) == 3


def test_ten_seconds_more_leave_out_a_halfway_that_would_be_wrong() -> None:
    hold = index_of(SegmentKind.HOLD)
    player, now = playing_at(hold, 5000)
    player.extend(now, Ms(10_000))
    assert CueKind.HALFWAY not in [cue.kind for cue in player.timeline.segments[hold].cues]


def test_a_plain_repetition_cannot_be_made_longer() -> None:
    player, now = playing_at(index_of(SegmentKind.MOVE), 1000)
    assert not player.can_extend
    player.extend(now, Ms(10_000))
    assert player.timeline == SHORT


# Waiting for the person


def test_a_segment_that_waits_stands_still_at_its_very_last_moment() -> None:
    waiting = timeline(wait_for_me=True, name="short")
    player = Player(waiting)
    player.play(Ms(0))
    position = next(i for i, s in enumerate(waiting.segments) if s.waits)
    last = waiting.starts[position] + waiting.segments[position].duration - 1
    for moment in (*range(1_000, last, 1_000), last - 1):
        player.advance(Ms(moment))
    assert (player.is_waiting, player.is_running) == (False, True)
    player.advance(Ms(last))
    assert (player.is_waiting, player.is_running) == (True, False)


def test_a_segment_that_waits_holds_the_session_until_the_person_goes_on() -> None:
    waiting = timeline(wait_for_me=True, name="short")
    player, now = Player(waiting), Ms(0)
    player.play(now)
    position = next(i for i, s in enumerate(waiting.segments) if s.waits)
    player.jump(now, position)
    for _ in range(60):
        now = Ms(now + 1000)
        player.advance(now)
    assert player.index == position
    assert player.is_waiting
    player.resume(now)
    assert player.index == position + 1
    assert player.status is Status.PLAYING


# Everything at once

COMMANDS = ["pause", "resume", "next", "previous", "again", "next_exercise", "extend", "jump"]
NO_COMMANDS = {"play", "advance", "stop", "stand_at"}
"""What is asked of a player by whoever runs it, not by the person in the middle of a session."""
commands = st.sampled_from([*COMMANDS, "sleep"])


def test_every_command_is_among_those_that_are_sliced() -> None:
    taking_time = {
        name
        for name, method in vars(Player).items()
        if inspect.isfunction(method) and "now" in inspect.signature(method).parameters
    }
    assert {name for name in taking_time if name[0] != "_"} - NO_COMMANDS == set(COMMANDS)


@given(st.lists(st.tuples(commands, st.integers(1, 4000)), max_size=30), st.integers(2, 7))
def test_however_time_is_sliced_between_commands_the_events_are_the_same(
    script: list[tuple[str, int]], parts: int
) -> None:
    assert _run(script, 1) == _run(script, parts)


def _run(script: list[tuple[str, int]], parts: int) -> list[object]:
    player, now = Player(SHORT), 0
    events: list[object] = [*player.play(Ms(0))]
    for command, wait in script:
        for part in range(1, parts + 1):
            events += player.advance(Ms(now + wait * part // parts))
        now += wait
        if command == "sleep":
            now += MAX_GAP + 1
            events += player.advance(Ms(now))
        elif command == "extend":
            events += player.extend(Ms(now), Ms(10_000))
        elif command == "jump":
            events += player.jump(Ms(now), wait % len(SHORT.segments))
        elif command == "resume":
            events += player.resume(Ms(now), count_in(player))
        else:
            events += getattr(player, command)(Ms(now))
        events.append(snapshot_of(player))
    return events


@given(st.lists(st.tuples(commands, st.integers(1, 4000)), max_size=30))
def test_whatever_is_pressed_no_cue_is_said_after_its_moment(
    script: list[tuple[str, int]],
) -> None:
    """Between commands a cue falls due within the very time that was told."""
    player, now = Player(SHORT), 0
    player.play(Ms(0))
    for command, wait in script:
        before = player.elapsed
        now += wait
        for event in player.advance(Ms(now)):
            if isinstance(event, CueDue) and player.count_in is None:
                assert before <= event.due <= player.elapsed
        if command == "extend":
            player.extend(Ms(now), Ms(10_000))
        elif command == "jump":
            player.jump(Ms(now), wait % len(SHORT.segments))
        elif command == "resume":
            player.resume(Ms(now), count_in(player))
        elif command != "sleep":
            getattr(player, command)(Ms(now))
