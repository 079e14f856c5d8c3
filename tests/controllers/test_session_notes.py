"""What the journal is told of sessions."""

from backease_desktop.core.journal.entries import (
    ExerciseDone,
    SegmentReached,
    SessionEnded,
    SessionStarted,
)
from tests.controllers.conftest import Stage


def test_a_session_that_is_played_through_is_told_from_start_to_end(stage: Stage) -> None:
    stage.play()
    started = stage.journal.history.sessions[0]
    assert stage.notes.current == stage.notes.last == started.id
    assert (started.routine, started.how, started.planned) == ("short", None, ("twist", "rolls"))

    while stage.session.is_on:
        stage.run(500)

    told = stage.journal.history.sessions[0]
    assert (told.how, told.exercises, told.skipped) == ("finished", ("twist", "rolls"), ())
    assert told.fraction == 1.0
    assert (stage.notes.current, stage.notes.last) == (None, started.id)
    first, *_, last = stage.journal.entries()
    assert isinstance(first, SessionStarted)
    assert isinstance(last, SessionEnded)


def test_each_side_is_a_place_to_go_on_from_and_told_once(stage: Stage) -> None:
    stage.play()
    while stage.session.is_on:
        stage.run(500)

    places = [one for one in stage.journal.entries() if isinstance(one, SegmentReached)]
    sides = [one.side for one in places if one.exercise == "twist" and one.side is not None]
    assert len(set(sides)) == 2
    assert len({one.index for one in places}) == len(places)
    assert [one.at_ms for one in places] == sorted(one.at_ms for one in places)


def test_what_is_known_while_it_is_played_survives_a_sudden_end(stage: Stage) -> None:
    stage.play()
    while "twist" not in stage.journal.history.sessions[0].exercises:
        stage.run(500)

    told = stage.journal.history.sessions[0]
    assert told.how is None
    assert told.reached is not None
    assert 0 < told.fraction < 1
    assert [one.exercise for one in stage.journal.entries() if isinstance(one, ExerciseDone)] == [
        "twist"
    ]


def test_what_was_skipped_is_told_as_skipped(stage: Stage) -> None:
    stage.play()
    stage.run(500)
    stage.session.next_exercise()
    stage.session.stop()

    told = stage.journal.history.sessions[0]
    assert (told.how, told.exercises, told.skipped) == ("stopped", (), ("twist", "rolls"))
    assert told.played_ms < 1_000


def test_two_sessions_are_two(stage: Stage) -> None:
    for _ in range(2):
        stage.play()
        stage.run(2_000)
        stage.session.stop()

    assert len(stage.journal.history.sessions) == 2
    assert [one.how for one in stage.journal.history.sessions] == ["stopped", "stopped"]


def test_a_session_that_never_began_is_not_told(stage: Stage) -> None:
    stage.session.entrance.start("short")
    stage.session.stop()

    assert list(stage.journal.entries()) == []
