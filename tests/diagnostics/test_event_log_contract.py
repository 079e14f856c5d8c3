"""The port `EventLog`, held by the file and by the fake that remembers."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from backease_desktop.controllers.ports import EventLog as Port
from backease_desktop.diagnostics.event_log import EventLogFile
from tests.fakes.ports import FakeClock, RecordingLog


@dataclass
class Desk:
    """A log, and what is read of it: events without their time."""

    log: Port
    read: Callable[[], list[dict[str, Any]]]


def file_desk(path: Path) -> Desk:
    log = EventLogFile(path, FakeClock())

    def read() -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
        return [{key: line[key] for key in line if key != "mono_ms"} for line in lines]

    return Desk(log, read)


def fake_desk() -> Desk:
    log = RecordingLog()
    return Desk(log, lambda: log.events)


@pytest.fixture(params=["file", "fake"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    made = file_desk(tmp_path / "events") if request.param == "file" else fake_desk()
    yield made
    if isinstance(made.log, EventLogFile):
        made.log.close()


def test_events_are_read_in_their_order_as_they_were_written(desk: Desk) -> None:
    desk.log.write("paused")
    desk.log.write("cue", text="Lehn dich zurück … “so”\n\u2028", due_ms=3, started_ms=None)

    assert desk.read() == [
        {"event": "paused"},
        {
            "event": "cue",
            "text": "Lehn dich zurück … “so”\n\u2028",
            "due_ms": 3,
            "started_ms": None,
        },
    ]


def test_an_event_is_there_at_once(desk: Desk) -> None:
    desk.log.write("paused")

    assert desk.read() == [{"event": "paused"}]


def test_what_was_written_does_not_change_with_what_it_was_made_of(desk: Desk) -> None:
    names = ["neck"]
    desk.log.write("session_ended", exercises=names)
    names.append("hips")

    assert desk.read() == [{"event": "session_ended", "exercises": ["neck"]}]


def test_what_json_cannot_hold_is_an_error_of_the_program(desk: Desk) -> None:
    with pytest.raises(TypeError):
        desk.log.write("cue", clip=object())
    assert desk.read() == []
