"""The event log, the crash file and the version report."""

import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from backease_desktop import __version__
from backease_desktop.core.units import Ms
from backease_desktop.diagnostics import logs
from backease_desktop.diagnostics.crash import CrashFile
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.diagnostics.logs import LogFile, write_logs_to
from backease_desktop.diagnostics.report import versions
from backease_desktop.disk import open_to_append


@pytest.fixture
def crash(tmp_path: Path) -> Iterator[CrashFile]:
    file = CrashFile(tmp_path / "logs")
    yield file
    file.close()


def test_an_event_is_a_line_of_json_with_the_clocks_reading(tmp_path: Path) -> None:
    log = EventLogFile(tmp_path / "events", lambda: Ms(1234))
    log.write("cue", text="Hold it. “é”", due_ms=5)
    log.write("paused")
    log.close()
    lines = [json.loads(line) for line in (tmp_path / "events").read_text("utf-8").splitlines()]
    assert lines == [
        {"event": "cue", "mono_ms": 1234, "text": "Hold it. “é”", "due_ms": 5},
        {"event": "paused", "mono_ms": 1234},
    ]


def test_events_are_appended_to_what_is_there(tmp_path: Path) -> None:
    for _ in range(2):
        log = EventLogFile(tmp_path / "events", lambda: Ms(0))
        log.write("window_shown")
        log.close()
    assert len((tmp_path / "events").read_text().splitlines()) == 2


def test_an_event_is_in_the_file_at_once(tmp_path: Path) -> None:
    log = EventLogFile(tmp_path / "events", lambda: Ms(0))
    log.write("cue")
    assert (tmp_path / "events").read_text().endswith("\n")
    log.close()


def test_a_log_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Is a directory"):
        EventLogFile(tmp_path, lambda: Ms(0))


def test_a_full_disk_stops_the_log_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    log = EventLogFile(full, lambda: Ms(0))
    log.write("one")
    log.write("two")
    assert len([r for r in caplog.records if "cannot be written" in r.message]) == 1


def test_no_event_log_takes_everything() -> None:
    log = NoEventLog()
    log.write("cue", text="x")
    log.close()


def test_a_crash_is_kept_and_offered_once(
    crash: CrashFile, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    crash.watch(told.append)
    try:
        raise ValueError("a bug")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    crash.close()
    assert "ValueError: a bug" in told[0]
    text = CrashFile(tmp_path / "logs").take_last()
    assert text is not None
    assert "ValueError: a bug" in text
    assert __version__ in text
    assert CrashFile(tmp_path / "logs").take_last() is None


def test_a_crash_of_a_thread_is_kept_too(
    crash: CrashFile, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    crash.watch()

    def fail() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    crash.close()
    assert "in a thread" in (CrashFile(tmp_path / "logs").take_last() or "")


def test_a_run_that_ended_well_leaves_nothing_to_offer(crash: CrashFile, tmp_path: Path) -> None:
    crash.watch()
    crash.close()
    assert CrashFile(tmp_path / "logs").take_last() is None


def test_qts_messages_reach_the_log_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    write_logs_to(tmp_path)
    try:
        qWarning("a warning of Qt's")
    finally:
        qInstallMessageHandler(None)
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
    assert "a warning of Qt's" in (tmp_path / "backease.log").read_text()


def test_the_report_names_the_program_and_its_libraries() -> None:
    report = versions()
    assert f"BackEase Desktop {__version__}" in report
    assert "PySide6" in report


def test_a_full_log_begins_anew_and_the_last_two_stay(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / "backease.log", size=20)
    for number in range(5):
        handler.emit(logging.makeLogRecord({"msg": f"a line of the log, {number}"}))
    handler.close()
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert kept == {
        "backease.log": "a line of the log, 4\n",
        "backease.log.1": "a line of the log, 3\n",
        "backease.log.2": "a line of the log, 2\n",
    }


def test_a_log_that_is_full_at_the_start_begins_anew_with_the_second_line(tmp_path: Path) -> None:
    (tmp_path / "backease.log").write_text("x" * 30)
    handler = LogFile(tmp_path / "backease.log", size=20)
    for number in range(2):
        handler.emit(logging.makeLogRecord({"msg": str(number)}))
    handler.close()
    assert (tmp_path / "backease.log").read_text() == "1\n"
    assert (tmp_path / "backease.log.1").read_text() == "x" * 30 + "0\n"


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _device(path: Path) -> None:
    path.symlink_to("/dev/full")


posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of Unix")


@posix
@pytest.mark.parametrize("made", [_pipe, _folder, _device])
def test_a_log_that_cannot_be_opened_says_so_once_and_ends_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], made: Callable[[Path], None]
) -> None:
    made(tmp_path / "backease.log")
    handler = LogFile(tmp_path / "backease.log")

    for number in range(3):
        handler.emit(logging.makeLogRecord({"msg": str(number)}))
    handler.close()

    said = capsys.readouterr().err
    log = tmp_path / "backease.log"
    assert said.startswith(f"backease: nothing is logged: {log} cannot be written (")
    assert said.count("\n") == 1
    assert "Errno" not in said


@posix
def test_a_full_disk_ends_the_log_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        logs, "open_to_append", lambda path: open_to_append(Path("/dev/full"), anything=True)
    )
    handler = LogFile(tmp_path / "backease.log")

    for number in range(3):
        handler.emit(logging.makeLogRecord({"msg": str(number)}))

    assert "No space left" in capsys.readouterr().err
    handler.close()


def test_names_that_are_no_utf_8_are_logged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = LogFile(tmp_path / "backease.log")
    handler.emit(logging.makeLogRecord({"msg": "heel\udcff.yaml"}))
    handler.close()
    log = EventLogFile(tmp_path / "events", lambda: Ms(0))
    log.write("cue", text="heel\udcff.yaml")
    log.close()

    assert (tmp_path / "backease.log").read_text("utf-8") == "heel\\udcff.yaml\n"
    assert json.loads((tmp_path / "events").read_text("utf-8"))["text"] == "heel\udcff.yaml"
    assert capsys.readouterr().err == ""


@posix
@pytest.mark.parametrize("made", [_pipe, _folder, _device])
def test_what_stands_in_the_place_of_the_crash_file_keeps_nobody_waiting(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, made: Callable[[Path], None]
) -> None:
    made(tmp_path / "crash.log")
    crash = CrashFile(tmp_path)

    assert crash.take_last() is None
    crash.watch()
    try:
        raise ValueError("a bug")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    crash.close()

    assert any("no crash file" in record.message for record in caplog.records)


@posix
def test_a_pipe_that_nobody_reads_is_no_event_log(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "events")

    with pytest.raises(OSError, match=r"No such device"):
        EventLogFile(tmp_path / "events", lambda: Ms(0))


@posix
def test_logs_are_the_persons_alone(crash: CrashFile, tmp_path: Path) -> None:
    crash.watch()
    handler = LogFile(tmp_path / "logs" / "backease.log")
    handler.emit(logging.makeLogRecord({"msg": "x"}))
    handler.close()

    folder = tmp_path / "logs"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir()} == {0o600}
