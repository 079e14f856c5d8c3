"""The state of the reminders in its file."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.events import Why
from backease_desktop.core.reminder.instant import Instant
from backease_desktop.core.reminder.outlook import Outlook
from backease_desktop.core.reminder.presence import Presence
from backease_desktop.core.reminder.roster import Roster
from backease_desktop.core.reminder.schedule import ReminderSchedule
from backease_desktop.core.reminder.state import Pause, ReminderState, Track
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.storage.reminder_state_file import ReminderStateFile

NOW = Instant(datetime(2026, 11, 17, 10, tzinfo=UTC), Ms(1), Ms(2))


def test_without_a_file_there_is_no_state(tmp_path: Path) -> None:
    assert ReminderStateFile(tmp_path / "state.json").read() is None


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    schedule = ReminderSchedule(Roster())
    schedule.pause_for(NOW, Ms(MINUTE))
    file = ReminderStateFile(tmp_path / "state.json")
    file.save(schedule.state(NOW))
    assert file.read() == schedule.state(NOW)


def test_a_broken_state_is_set_aside_and_forgotten(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text('{"state": {"wall": "yesterday"}}')
    file = ReminderStateFile(tmp_path / "state.json")
    assert file.read() is None
    assert (tmp_path / "state.json.broken").exists()
    assert "state.wall" in file.problems[0]


def test_a_state_that_an_older_version_has_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text(
        """{"state": {
          "version": 1, "wall": "2026-11-20T09:50:00.123456+01:00",
          "mono": 1, "boot": 2, "absent": 3, "present_for": 4,
          "tracks": {"stretch": {
            "counted": 5, "due_since": 6, "waits_until": null, "calls": 1,
            "late_because": ["call"], "clock_done": "2026-11-20T09:00:00Z"
          }},
          "pause": {"until": null, "day": "2026-11-21"},
          "decisions": [{
            "at": "2026-11-20T09:50:00+01:00", "verdict": "held",
            "reminders": ["stretch"], "why": ["call"]
          }]
        }}"""
    )
    zone = timezone(timedelta(hours=1))
    nine = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert ReminderStateFile(tmp_path / "state.json").read() == ReminderState(
        wall=datetime(2026, 11, 20, 9, 50, 0, 123456, tzinfo=zone),
        mono=Ms(1),
        boot=Ms(2),
        absent=Ms(3),
        present_for=Ms(4),
        tracks={
            "stretch": Track(
                counted=Ms(5),
                due_since=Ms(6),
                calls=1,
                late_because=(Why.CONVERSATION,),
                clock_done=nine,
            )
        },
        pause=Pause(day=date(2026, 11, 21)),
        decisions=(
            Decision(
                at=datetime(2026, 11, 20, 9, 50, tzinfo=zone),
                verdict=Verdict.HELD,
                reminders=("stretch",),
                why=(Why.CONVERSATION,),
            ),
        ),
    )
    assert not (tmp_path / "state.json.broken").exists()


def outlook_is_usable(outlook: Outlook) -> bool:
    """Whether its moments can be told."""
    return outlook.left is None or outlook.left <= MINUTE * 60 * 24


def test_a_decision_that_cannot_be_used_does_not_cost_the_state(tmp_path: Path) -> None:
    file = ReminderStateFile(tmp_path / "state.json")
    schedule = ReminderSchedule(Roster())
    schedule.pause_for(NOW, Ms(MINUTE))
    schedule.resume(NOW)
    file.save(schedule.state(NOW))
    text = (tmp_path / "state.json").read_text()
    (tmp_path / "state.json").write_text(text.replace('"pause_ended"', '"of another version"'))
    kept = schedule.state(NOW)
    assert file.read() == kept.with_(decisions=kept.decisions[:1])


@pytest.mark.parametrize(
    ("known", "absurd"),
    [
        ('"until": 61', f'"until": {10**18}'),
        ('"until": 61', f'"until": {10**30}'),
        ('"counted": 0', f'"counted": {-(10**15)}'),
        ('"day": null', '"day": "0001-01-01"'),
        ('"clock_done": null', '"clock_done": "9999-12-31T23:59:59-12:00"'),
        ('"present_for": 0', '"present_for": 1e300'),
        ('"2026-11-17T10:', '"0001-01-01T00:'),
    ],
)
def test_numbers_and_years_with_which_nobody_can_reckon_are_not_let_in(
    tmp_path: Path, known: str, absurd: str
) -> None:
    file = ReminderStateFile(tmp_path / "state.json")
    before = ReminderSchedule(Roster())
    before.pause_for(NOW, Ms(59))
    file.save(before.state(NOW))
    text = (tmp_path / "state.json").read_text()
    assert known in text
    (tmp_path / "state.json").write_text(text.replace(known, absurd))
    state = file.read()
    roster = Roster()
    after = (
        ReminderSchedule(roster) if state is None else ReminderSchedule.restored(roster, state, NOW)
    )
    after.observe(NOW, Presence())
    assert outlook_is_usable(after.outlook(NOW))
    file.save(after.state(NOW))
