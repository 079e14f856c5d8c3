"""Sessions as files of other programs: a calendar, and activities for sports watches.

The libraries are loaded when they are used: few ever ask, and nobody's start waits for them.
"""

import io
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from zipfile import ZipFile

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.journal.work import Work


class ExportError(ReportedError):
    """The history cannot be written in a format; says what helps."""


def as_calendar(sessions: Iterable[PastSession]) -> bytes:
    """A calendar with an event for each session.

    Raises:
        ExportError: the library is not installed.
    """
    try:
        # Loaded on use: 5 MB that nothing else needs.
        from icalendar import Calendar, Event
    except ImportError as error:
        raise _missing("calendars", "icalendar") from error
    calendar = Calendar()
    calendar.add("prodid", "-//BackEase Desktop//")
    calendar.add("version", "2.0")
    events = []
    for one in sessions:
        event = Event()
        event.add("uid", f"{one.id}@backease")
        event.add("dtstamp", one.at.astimezone(UTC))
        event.add("dtstart", one.at.astimezone(UTC))
        event.add("dtend", _end(one).astimezone(UTC))
        event.add("summary", one.name or one.routine)
        event.add("description", _words(one))
        events.append(event.to_ical())
    # Each event by itself: the library would write ten years in one go of many seconds.
    whole = calendar.to_ical()
    return b"".join([whole.removesuffix(_CALENDAR_END), *events, _CALENDAR_END])


def as_activities(sessions: Iterable[PastSession], work: Callable[[PastSession], Work]) -> bytes:
    """One activity as a FIT file; several as FIT files in a ZIP, as sports sites take them.

    Args:
        sessions: to be written.
        work: what each of them was.

    Raises:
        ExportError: the library is not installed, or there is no session.
    """
    activities = {
        f"{one.at:%Y-%m-%d-%H%M}-{one.id}.fit": _activity(one, work(one)) for one in sessions
    }
    if not activities:
        raise ExportError("there is no session to write")
    if len(activities) == 1:
        return next(iter(activities.values()))
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in activities.items():
            archive.writestr(name, data)
    return out.getvalue()


def _activity(one: PastSession, work: Work) -> bytes:
    try:
        # Loaded on use: 8 MB that nothing else needs.
        from fit_tool.fit_file_builder import FitFileBuilder
        from fit_tool.profile.messages.activity_message import ActivityMessage
        from fit_tool.profile.messages.file_id_message import FileIdMessage
        from fit_tool.profile.messages.lap_message import LapMessage
        from fit_tool.profile.messages.session_message import SessionMessage
        from fit_tool.profile.profile_type import (
            Activity,
            Event,
            EventType,
            FileType,
            Manufacturer,
            Sport,
            SubSport,
        )
    except ImportError as error:
        raise _missing("FIT", "fit-tool") from error
    start, end = _stamp(one.at), _stamp(_end(one))
    played = one.played_ms / 1000
    sub_sports = {
        Work.STRETCHING: SubSport.FLEXIBILITY_TRAINING,
        Work.STRENGTHENING: SubSport.STRENGTH_TRAINING,
        Work.BREATHING: SubSport.BREATHING,
        Work.GENERAL: SubSport.GENERIC,
    }

    head = FileIdMessage()
    head.type = FileType.ACTIVITY
    head.manufacturer = Manufacturer.DEVELOPMENT.value
    head.product = 0
    head.serial_number = int(one.id[-8:], 16)
    head.time_created = start
    parts = []
    for kind in (LapMessage, SessionMessage):
        part = kind()
        part.timestamp = end
        part.start_time = start
        part.total_elapsed_time = (end - start) / 1000
        part.total_timer_time = played
        part.event = Event.LAP if kind is LapMessage else Event.SESSION
        part.event_type = EventType.STOP
        part.sport = Sport.TRAINING
        part.sub_sport = sub_sports[work]
        parts.append(part)
    session = parts[-1]
    session.first_lap_index, session.num_laps = 0, 1
    whole = ActivityMessage()
    whole.timestamp = end
    ahead = one.at.utcoffset() or timedelta()
    whole.local_timestamp = end // 1000 - _FIT_BEGAN + int(ahead.total_seconds())
    whole.num_sessions = 1
    whole.type = Activity.MANUAL
    whole.total_timer_time = played
    whole.event, whole.event_type = Event.ACTIVITY, EventType.STOP
    builder = FitFileBuilder(auto_define=True)
    for message in (head, *parts, whole):
        builder.add(message)
    return bytes(builder.build().to_bytes())


_CALENDAR_END = b"END:VCALENDAR\r\n"
_MS = timedelta(milliseconds=1)
_FIT_BEGAN = 631_065_600
"""Seconds from 1970 to the end of 1989, from which FIT counts; the library converts UTC only."""


def _stamp(at: datetime) -> int:
    """Milliseconds since 1970 UTC, in whole seconds as FIT keeps them."""
    return round(at.timestamp()) * 1000


def _end(one: PastSession) -> datetime:
    """When it ended, at least as long after its start as was played."""
    return max(one.last_at, one.at + one.played_ms * _MS)


def _words(one: PastSession) -> str:
    told = [f"{round(one.played_ms / 60_000)} min", f"{len(one.exercises)} exercises done"]
    if one.before and one.after:
        told.append(f"pain {one.before.level} before, {one.after.level} after")
    return ", ".join(told)


def _missing(what: str, package: str) -> ExportError:
    return ExportError(f"{what} need the package {package}: pip install {package}")
