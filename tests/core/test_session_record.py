"""The record of a session: what counts as done."""

from backease_desktop.core.player.player import Player
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.tally import Tally
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE = small_catalogue()
SHORT = compile_timeline(
    CATALOGUE.routines["short"], CATALOGUE, Preferences(), english(), by_letters
)


def played(until: int, *jumps: tuple[int, int]) -> SessionRecord:
    """The record after so many milliseconds, with jumps to segments at moments."""
    player, tally, pending = Player(SHORT), Tally(), list(jumps)
    for event in player.play(Ms(0)):
        tally.note(event)
    for now in range(100, until + 100, 100):
        for event in player.advance(Ms(now)):
            tally.note(event)
        while pending and pending[0][0] <= now:
            tally.note_jump()
            for event in player.jump(Ms(now), pending.pop(0)[1]):
                tally.note(event)
    return tally.record(player)


def test_a_session_that_came_to_its_end_has_done_everything() -> None:
    record = played(SHORT.duration + 200)
    assert record.is_finished
    assert record.fraction == 1.0
    assert record.exercises == record.planned == ("twist", "rolls")
    assert record.played == record.elapsed == SHORT.duration
    assert record.is_whole


def test_half_a_session_is_done_and_less_is_not() -> None:
    assert played(SHORT.duration // 2 + 200).is_done
    assert not played(SHORT.duration // 2 - 400).is_done


def test_what_was_skipped_does_not_count_and_what_was_repeated_does() -> None:
    last, end = len(SHORT.segments) - 1, SHORT.duration
    skipped = played(SHORT.segments[last].duration + 600, (500, last))
    assert skipped.is_finished
    assert not skipped.is_done
    assert not skipped.is_whole
    assert skipped.exercises == ()
    assert skipped.elapsed == end
    repeated = played(20_000, (12_000, 0))
    assert repeated.played == 20_000
    assert repeated.elapsed == 8_000


def test_an_exercise_of_which_a_side_was_skipped_is_not_done() -> None:
    second_hold = [i for i, s in enumerate(SHORT.segments) if s.kind == "hold"][1]
    record = played(SHORT.duration + 200, (SHORT.starts[second_hold] + 1000, second_hold + 1))
    assert "twist" not in record.exercises
    assert "rolls" in record.exercises


def test_an_exercise_that_hurt_is_not_among_those_done() -> None:
    player, tally = Player(SHORT), Tally()
    player.play(Ms(0))
    tally.note_hurt("twist")
    record = tally.record(player)
    assert record.hurt == ("twist",)
    assert record.exercises == ()
    tally.take_back_hurt("twist")
    assert tally.record(player).hurt == ()
