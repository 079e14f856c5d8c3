"""Ten years of history: half a million lines, six sessions a day."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from backease_desktop.core.journal.clock import next_id
from backease_desktop.core.journal.entries import (
    Entry,
    ExerciseDone,
    Felt,
    PainTold,
    ReminderAnswered,
    ReminderCalled,
    SegmentReached,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.lines import as_line
from backease_desktop.core.wanted import Ask
from backease_desktop.storage.journal_index import JournalIndex
from backease_desktop.storage.journal_reader import JournalReader
from tests.benchmark.figures import Figure, Target, median_figure

FIRST = datetime(2016, 1, 1, 9, tzinfo=UTC)
DAYS = 3_650
SESSIONS_A_DAY = 6
EXERCISES = tuple(f"exercise-{number}" for number in range(40))
OPEN = Target(300)

Put = Callable[[Entry, datetime], str]


def ten_years(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """How long the history of ten years takes to open, to go on, and to be indexed anew."""
    place, index = folder / "journal", folder / "cache" / "journal.sqlite"
    lines = write_years(place, DAYS)
    anew = [_opened(place, index)[0]]
    yield median_figure("history", f"indexed anew, {lines:,} lines", anew, "ms")
    times = [_opened(place, index)[0] for _ in range(3 if quick else 9)]
    yield median_figure("history", "opened", times, "ms", OPEN)
    _, history = _opened(place, index)
    start = time.perf_counter()
    history.met_until(date(2025, 12, 28))
    met = (time.perf_counter() - start) * 1000
    yield median_figure("history", "what was met", [met], "ms")
    waits = [_longest_wait(lambda ask: JournalIndex(None, place, print).take_in(ask))]
    yield median_figure("history", "whoever ends the index anew waits at most", waits, "ms")
    size = index.stat().st_size / (1 << 20)
    yield Figure("history", "index", round(size, 1), "MB", None, "can be thrown away")


def write_years(place: Path, days: int) -> int:
    """Write a history of so many days; returns the number of its lines."""
    device, last, count = "a" * 12, "", 0
    files: dict[int, list[bytes]] = {}

    def put(entry: Entry, at: datetime) -> str:
        nonlocal last, count
        last = next_id(round(at.timestamp() * 1000), last, device)
        files.setdefault(at.year, []).append(as_line(entry.with_(id=last, at=at)))
        count += 1
        return last

    for day in range(days):
        for turn in range(SESSIONS_A_DAY):
            _session(put, FIRST + timedelta(days=day, hours=turn), day + turn)
    folder = place / device
    folder.mkdir(parents=True)
    for year, lines in files.items():
        (folder / f"{year}.jsonl").write_bytes(b"".join(lines))
    return count


def _session(put: Put, at: datetime, turn: int) -> None:
    """One call, and the session that it led to."""
    exercises = tuple(EXERCISES[(turn + n) % len(EXERCISES)] for n in range(5))
    put(ReminderCalled(reminders=("stretch",)), at)
    put(ReminderAnswered(reminders=("stretch",), answer="start"), at)
    id_ = put(
        SessionStarted(
            routine=f"routine-{turn % 12}",
            name="On the chair",
            duration_ms=300_000,
            dose="standard",
            exercises=exercises,
        ),
        at,
    )
    for number, exercise in enumerate(exercises):
        for side in ("left", "right"):
            place = SegmentReached(
                session=id_,
                at_ms=number * 60_000,
                played_ms=number * 60_000,
                index=number * 12,
                exercise=exercise,
                side=side,
            )
            put(place, at + timedelta(minutes=number))
        put(ExerciseDone(session=id_, exercise=exercise), at + timedelta(minutes=number))
    end = at + timedelta(minutes=5)
    put(
        SessionEnded(
            session=id_, how="finished", played_ms=300_000, fraction=1.0, exercises=exercises
        ),
        end,
    )
    put(PainTold(level=turn % 4, when="after", session=id_), end)
    put(Felt(session=id_, how="right"), end)


def _longest_wait(work: Callable[[Ask], object]) -> float:
    """The most milliseconds between two askings whether a work is still wanted."""
    moments = [time.perf_counter()]
    work(lambda: moments.append(time.perf_counter()))
    moments.append(time.perf_counter())
    return max(later - former for former, later in pairwise(moments)) * 1000


def _opened(place: Path, index: Path) -> tuple[float, History]:
    """Milliseconds until the history is there, and the history."""
    start = time.perf_counter()
    reader = JournalReader(place, print, index)
    history = reader.history
    spent = (time.perf_counter() - start) * 1000
    reader.close()
    assert len(history.sessions) == DAYS * SESSIONS_A_DAY
    return spent, history
