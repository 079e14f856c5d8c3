"""Sessions as files of other programs, read back by what reads them."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest

from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.journal.work import Work
from backease_desktop.storage.session_files import ExportError, as_activities, as_calendar
from tests.core.journal.test_exports import told


def stretched(_: PastSession) -> Work:
    return Work.STRETCHING


@pytest.mark.parametrize(
    ("work", "sub_sport"),
    [
        (Work.STRETCHING, "FLEXIBILITY_TRAINING"),
        (Work.STRENGTHENING, "STRENGTH_TRAINING"),
        (Work.BREATHING, "BREATHING"),
        (Work.GENERAL, "GENERIC"),
    ],
)
def test_an_activity_says_what_the_work_was(work: Work, sub_sport: str) -> None:
    fit = pytest.importorskip("fit_tool.fit_file")
    types = pytest.importorskip("fit_tool.profile.profile_type")

    file = fit.FitFile.from_bytes(as_activities(told().history.sessions[:1], lambda _: work))

    found = [record.message for record in file.records if hasattr(record.message, "sub_sport")]
    assert {one.sub_sport for one in found} == {types.SubSport[sub_sport].value}
    assert {one.sport for one in found} == {types.Sport.TRAINING.value}


def test_a_calendar_has_an_event_for_each_session() -> None:
    icalendar = pytest.importorskip("icalendar")
    sessions = told("Mat, 12; minutes").history.sessions

    calendar = icalendar.Calendar.from_ical(as_calendar(sessions))

    events = calendar.walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Mat, 12; minutes"] * 2
    assert [event.decoded("dtstart") for event in events] == [one.at for one in sessions]
    length = events[0].decoded("dtend") - events[0].decoded("dtstart")
    assert length == timedelta(minutes=5)
    assert len({str(event["uid"]) for event in events}) == 2


def test_one_session_is_one_activity() -> None:
    fit = pytest.importorskip("fit_tool.fit_file")
    messages = pytest.importorskip("fit_tool.profile.messages.session_message")
    session = told().history.sessions[0]

    file = fit.FitFile.from_bytes(as_activities([session], stretched))

    found = [
        record.message
        for record in file.records
        if isinstance(record.message, messages.SessionMessage)
    ]
    assert [one.total_timer_time for one in found] == [300.0]
    assert [one.start_time for one in found] == [session.at.timestamp() * 1000]
    assert file.crc is not None


def test_several_sessions_are_an_archive_of_activities() -> None:
    pytest.importorskip("fit_tool.fit_file")

    archive = ZipFile(io.BytesIO(as_activities(told().history.sessions, stretched)))

    assert [name[:15] for name in archive.namelist()] == ["2026-11-17-0930", "2026-11-18-0930"]
    assert len(set(archive.namelist())) == 2


def test_sessions_of_one_minute_are_activities_of_their_own() -> None:
    pytest.importorskip("fit_tool.fit_file")
    first = told().history.sessions[0]
    later = f"{int(first.id[:12], 16) + 900:012x}{first.id[12:]}"

    archive = ZipFile(io.BytesIO(as_activities([first, first.with_(id=later)], stretched)))

    assert len(archive.namelist()) == 2


def test_no_session_is_no_activity_and_said() -> None:
    with pytest.raises(ExportError, match="no session"):
        as_activities([], stretched)
