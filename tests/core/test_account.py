"""An account of a session: what became of each exercise, and how much was worked in it."""

from backease_desktop.core.account import Line, Outcome, account_of
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.units import Ms
from tests.fakes.snapshots import core_timeline


def test_each_exercise_has_its_outcome_and_a_replaced_one_comes_last() -> None:
    timeline = core_timeline()
    record = SessionRecord(
        routine="core",
        name="Core",
        duration=timeline.duration,
        elapsed=Ms(0),
        played=Ms(0),
        planned=("bird-dog", "forearm-plank", "glute-bridge", "childs-pose"),
        exercises=("bird-dog", "childs-pose"),
        hurt=("forearm-plank", "side-plank"),
    )
    assert account_of(record, timeline) == (
        Line("bird-dog", Outcome.DONE, Ms(60_000), has_sides=True),
        Line("forearm-plank", Outcome.HURT, Ms(20_000)),
        Line("glute-bridge", Outcome.SKIPPED, Ms(80_000)),
        Line("childs-pose", Outcome.DONE, Ms(120_000)),
        Line("side-plank", Outcome.HURT),
    )
