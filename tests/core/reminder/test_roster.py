"""The roster as settings data."""

import json
from datetime import date, time
from typing import Any

import pytest

from backease_desktop.core.fields import FieldError, as_json, fields_of, parsed
from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.core.reminder.roster import (
    At,
    BusySwitches,
    CallStyle,
    Every,
    Reminder,
    Roster,
    WorkingHours,
)
from backease_desktop.core.tones import ToneName


def test_the_first_roster_is_a_stretch_every_fifty_minutes_of_a_working_day() -> None:
    (stretch,) = Roster().active

    assert (stretch.id, stretch.name, stretch.routine) == ("stretch", "Stretch", "desk-chair-2")
    assert stretch.when == Every(minutes=50)
    assert (stretch.style, stretch.tone) == (CallStyle.CARD, ToneName.NEXT)
    hours = [stretch.hours.on(date(2026, 3, 2 + day)) for day in range(7)]
    assert [[(r.start, r.end) for r in day] for day in hours] == [[(time(9), time(17))]] * 5 + [
        [],
        [],
    ]


def test_a_roster_survives_its_file() -> None:
    tea = Reminder(id="tea", name="Tea", when=At(times=(time(16), time(10))), tone=None)
    roster = Roster(reminders=(*Roster().reminders, tea))

    assert parsed(Roster, json.loads(as_json(roster))) == roster
    assert isinstance(roster.reminders[1].when, At)
    assert roster.reminders[1].when.times == (time(10), time(16))


def test_fields_of_other_versions_do_no_harm() -> None:
    roster = parsed(Roster, {"reminders": [{"id": "a", "name": "A", "colour": 3}]})

    assert roster.reminders[0].when == Every()


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        ({"reminders": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]}, "same id"),
        ({"snooze_min": [0]}, "from 1 to 120"),
        ({"snooze_min": []}, "1 to 4"),
        ({"away_after_min": 0}, "from 1 to 60"),
        ({"reminders": [{"id": "A b", "name": "A"}]}, "small letters"),
        ({"reminders": [{"id": "a", "name": "  "}]}, "only blanks; write text"),
        ({"reminders": [{"id": "a", "name": "A", "when": {"kind": "never"}}]}, "every or at"),
        (
            {"reminders": [{"id": "a", "name": "A", "when": {"kind": "every", "minutes": 4}}]},
            "5 to 240",
        ),
        (
            {"reminders": [{"id": "a", "name": "A", "when": {"kind": "at", "times": []}}]},
            "1 to 24",
        ),
    ],
)
def test_a_roster_that_makes_no_sense_is_refused(broken: dict[str, Any], word: str) -> None:
    with pytest.raises(FieldError, match=word):
        parsed(Roster, broken)


@pytest.mark.parametrize(
    ("ranges", "word"),
    [
        ([("10:00", "09:00")], "after its start"),
        ([("10:00", "10:00")], "after its start"),
        ([("09:00", "12:00"), ("11:00", "13:00")], "11:00 lies inside"),
        ([("09:00", "00:00"), ("22:00", "23:00")], "22:00 lies inside"),
        ([("09:00Z", "12:00Z")], "time zone"),
    ],
)
def test_hours_that_make_no_sense_are_refused(ranges: list[tuple[str, str]], word: str) -> None:
    with pytest.raises(FieldError, match=word):
        parsed(WorkingHours, {"monday": [{"start": a, "end": b} for a, b in ranges]})


def test_hours_may_touch_and_come_in_any_order() -> None:
    ranges = [{"start": "12:00", "end": "00:00"}, {"start": "09:00", "end": "12:00"}]
    hours = parsed(WorkingHours, {"monday": ranges})

    assert [r.start for r in hours.monday] == [time(9), time(12)]
    assert hours.monday[1].holds(time(23, 59))


def test_clock_times_have_no_seconds_and_no_zone() -> None:
    assert At(times=(time(10, 0, 30), time(10))).times == (time(10),)
    with pytest.raises(FieldError, match="time zone"):
        parsed(At, {"times": ["10:00Z"]})


def test_there_is_a_switch_for_every_reason_and_each_is_on() -> None:
    assert list(fields_of(BusySwitches)) == [reason.value for reason in BusyReason]
    assert BusySwitches().heeded(frozenset(BusyReason)) == frozenset(BusyReason)


def test_every_field_that_a_person_sets_has_a_title_and_says_what_it_does() -> None:
    silent = [
        f"{model.__name__}.{name}"
        for model in (Roster, BusySwitches, WorkingHours)
        for name, info in fields_of(model).items()
        if not info.title or not info.help
    ]

    assert silent == []
