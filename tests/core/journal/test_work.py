"""What the work of a session was."""

import pytest

from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.journal.work import Work, work_of
from tests.fakes.journal import MORNING
from tests.fakes.small_catalogue import exercise

STRONG = {"strengthens": True}
EXERCISES = {
    one.id: one
    for one in (
        exercise("twist", "sitting", "none", hold_s=20),
        exercise("plank", "prone", "none", STRONG, hold_s=20),
        exercise("bridge", "supine", "none", STRONG, reps=8),
        exercise("slow", "sitting", "none", breaths=6),
    )
}


@pytest.mark.parametrize(
    ("done", "planned", "work"),
    [
        ("twist", "twist plank bridge", Work.STRETCHING),
        ("plank bridge twist", "", Work.STRENGTHENING),
        ("plank twist", "", Work.STRETCHING),
        ("slow", "slow twist", Work.BREATHING),
        ("slow twist", "", Work.STRETCHING),
        ("", "plank", Work.STRENGTHENING),
        ("gone", "gone", Work.GENERAL),
        ("", "", Work.GENERAL),
    ],
)
def test_it_is_most_of_what_was_done(done: str, planned: str, work: Work) -> None:
    session = PastSession(
        id="a" * 28,
        at=MORNING,
        routine="own",
        name="Own",
        duration_ms=1,
        dose="standard",
        planned=tuple(planned.split()),
        exercises=tuple(done.split()),
    )
    assert work_of(session, EXERCISES) is work
