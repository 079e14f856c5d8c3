"""Row "mornings": starts as people have them, beside the bare window.

The first of all, on the next day, on a day on which something ends, after an update, after settings
were written by hand, after a session that nobody could keep home after, with ten years of history.

Each start finds what is kept in the state that the case is about, written anew before it; the event
log tells whether home was painted as it was kept, and if not, why.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

import msgspec

from backease_desktop.core.journal.clock import next_id
from backease_desktop.core.journal.entries import SessionEnded, SessionStarted
from backease_desktop.core.journal.lines import as_line
from backease_desktop.core.timeline.kept_home import KeptHome
from backease_desktop.storage.home_file import HomeFile
from tests.benchmark.figures import Figure, median, median_figure
from tests.benchmark.first_paint import LOOKED, PAINT, Start, start_of
from tests.benchmark.installed import embedding, installed
from tests.benchmark.program import app, bare, make_profile
from tests.benchmark.stage import Stage
from tests.benchmark.ten_years import write_years

DEVICE = "b" * 12
EXERCISES = ("bridge", "cat-cow")
KNOWN = 12
"""Sessions behind which nothing more is left out of what is said."""


@dataclass(frozen=True)
class Case:
    """A kind of start.

    Attributes:
        name: what has happened before it.
        prepare: makes it so, in the profile's folder, before each start.
    """

    name: str
    prepare: Callable[[Path], None]


def mornings(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Each case beside the bare window."""
    python = installed(folder)
    times = 3 if quick else 9
    with Stage(folder) as stage:
        for number, case in enumerate(CASES):
            profile = folder / f"profile-{number}"
            if case is not FIRST_OF_ALL:
                make_profile(profile)
                case_is_ready(stage.environment, profile, python, case)
            pairs = [_in_turn(stage.environment, profile, python, case) for _ in range(times)]
            yield from _compared(case, pairs, embedding(python))


def case_is_ready(environment: Mapping[str, str], profile: Path, python: str, case: Case) -> None:
    """Let a profile be used before, so that there is something that it has kept."""
    if case is CUT_OFF:
        add_sessions(profile, KNOWN)
    if case is TEN_YEARS:
        write_years(profile / "data" / "journal", 3_650)
    for _ in range(2):
        start_of(lambda: app(environment, profile, python=python), LOOKED)
    home_file(profile).rename(as_kept(profile))


def _in_turn(
    environment: Mapping[str, str], profile: Path, python: str, case: Case
) -> tuple[Start, Start, str]:
    case.prepare(profile)
    with app(environment, profile, python=python) as program:
        shown = program.wait_for("window_shown")
        ours = Start(shown["cpu_ms"], shown["mono_ms"] - program.started_ms)
    why = shown["home_untrue"] if shown["page"] == "home" else f"page {shown['page']}"
    return ours, start_of(lambda: bare(environment, python)), why


def _compared(case: Case, pairs: Sequence[tuple[Start, Start, str]], note: str) -> Iterator[Figure]:
    why = ", ".join(sorted({why or "as it was kept" for _, _, why in pairs}))
    part = f"Mornings: {case.name}"
    yield median_figure(part, "app: CPU", [ours.cpu for ours, _, _ in pairs], "ms")
    for name, ratio in (
        ("CPU", median([o.cpu for o, _, _ in pairs]) / median([b.cpu for _, b, _ in pairs])),
        ("wall", median([o.wall for o, _, _ in pairs]) / median([b.wall for _, b, _ in pairs])),
    ):
        yield Figure(part, f"app / bare window: {name}", ratio, "×", PAINT, f"{why}; {note}")


def home_file(profile: Path) -> Path:
    """What is kept of home."""
    return profile / "cache" / "home.msgpack"


def as_kept(profile: Path) -> Path:
    """A copy of it, as the last start has kept it."""
    return profile / "home.msgpack"


def _kept_home(profile: Path, **changes: object) -> None:
    """Put it back, with some of it changed."""
    kept = msgspec.msgpack.decode(as_kept(profile).read_bytes(), type=HomeFile)
    home_file(profile).write_bytes(msgspec.msgpack.encode(msgspec.structs.replace(kept, **changes)))


def _untouched(profile: Path) -> None:
    _kept_home(profile)


def _days_later(profile: Path, days: int, until: int | None = None) -> None:
    """As it was kept some days ago, and true until so many days from today."""
    kept = msgspec.msgpack.decode(as_kept(profile).read_bytes(), type=HomeFile)
    home = msgspec.msgpack.decode(kept.home, type=KeptHome)
    ago = timedelta(days=days)
    last = home.until - ago if until is None else home.since + timedelta(days=until)
    value = msgspec.msgpack.encode(home.with_(since=home.since - ago, until=last))
    _kept_home(profile, home=value, checksum=crc32(value))


def _nothing_there(profile: Path) -> None:
    if profile.exists():
        profile.rename(profile.with_name(f"{profile.name}-{len(list(profile.parent.iterdir()))}"))


def _updated(profile: Path) -> None:
    """What another version has kept is that of another version, down to the catalogue."""
    _kept_home(profile, made_by=b"another version")
    for file in home_file(profile).parent.glob("catalogue-*"):
        file.unlink()


def _settings_by_hand(profile: Path) -> None:
    _kept_home(profile)
    file = profile / "config" / "settings.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"session": {"dose": "gentle"}}))


def _session_not_kept(profile: Path) -> None:
    _kept_home(profile)
    add_sessions(profile, 1)


def add_sessions(profile: Path, count: int) -> None:
    """Have so many more sessions behind one."""
    file = profile / "data" / "journal" / DEVICE / f"{datetime.now(UTC).year}.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    began = SessionStarted(routine="desk-break", dose="standard", exercises=EXERCISES)
    last, lines = "", list[bytes]()
    for _ in range(count):
        now = datetime.now(UTC)
        last = id_ = next_id(round(now.timestamp() * 1000), last, DEVICE)
        ended = SessionEnded(
            session=id_, how="finished", played_ms=300_000, fraction=1.0, exercises=EXERCISES
        )
        lines.append(as_line(began.with_(id=id_, at=now)))
        last = next_id(round(now.timestamp() * 1000), last, DEVICE)
        lines.append(as_line(ended.with_(id=last, at=now)))
    with file.open("ab") as journal:
        journal.writelines(lines)


FIRST_OF_ALL = Case("the first start of all", _nothing_there)
CUT_OFF = Case("after a session that was cut off with the program", _session_not_kept)
TEN_YEARS = Case("with ten years of history", _untouched)
CASES = (
    FIRST_OF_ALL,
    Case("the next day", lambda profile: _days_later(profile, 1)),
    Case("a day on which something ends", lambda profile: _days_later(profile, 1, until=-1)),
    Case("after an update", _updated),
    Case("after settings were written by hand", _settings_by_hand),
    CUT_OFF,
    TEN_YEARS,
)
