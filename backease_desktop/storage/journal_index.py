"""An index of the journal's lines, so that ten years of them open at once.

Rules:
1. It holds nothing that the files do not hold: sessions as they amount to, the calls of each day,
   and where each line stands. At any doubt (another version, another folder, a file that is shorter
   or other than it was, a value that is not what was written, an error of the database) it is
   thrown away and made anew.
2. A line is taken in once. Files only grow, so what was read is not read again.
3. Where the database cannot be kept (a full disk, another program that holds it) it is in memory.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.entries import Deleted, Entry, session_told_of
from backease_desktop.core.journal.history import CALLS, CallDay
from backease_desktop.core.journal.lines import entry_of
from backease_desktop.core.journal.past import PastSession, past_session
from backease_desktop.core.wanted import SESSIONS, Ask, always, while_wanted
from backease_desktop.disk import make_folder, read_parts
from backease_desktop.storage.journal_files import Lines, journal_paths, read_lines
from backease_desktop.storage.journal_indexed import Indexed, TakenIn
from backease_desktop.storage.journal_sums import (
    DoubtError,
    made_by,
    same_line,
    sealed,
    sum_of_file,
    unsealed,
)

logger = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE folder (path TEXT, newest BLOB);
CREATE TABLE file (
    number INTEGER PRIMARY KEY, path TEXT UNIQUE,
    size INT, changed TEXT, end INT, lines INT, seal INT
);
CREATE TABLE line (
    id TEXT, sum INT, session TEXT, file INT, start INT, length INT, PRIMARY KEY (id, sum)
) WITHOUT ROWID;
CREATE INDEX line_of_session ON line (session) WHERE session IS NOT NULL;
CREATE TABLE session (id TEXT PRIMARY KEY, told BLOB) WITHOUT ROWID;
CREATE TABLE day (day TEXT PRIMARY KEY, calls BLOB) WITHOUT ROWID;
CREATE TABLE rest (id TEXT, sum INT, line BLOB, PRIMARY KEY (id, sum)) WITHOUT ROWID;
"""

_Row = tuple[int, str, int, str, int, int, int]
_UNKNOWN = (None, "", -1, "", 0, 0, 0)

Answer = TypeVar("Answer")

_SESSIONS = msgspec.msgpack.Decoder(PastSession)
_CALLS = msgspec.msgpack.Decoder(CallDay)


_DAMAGED = (sqlite3.Error, msgspec.MsgspecError, FieldError, DoubtError, ValueError, TypeError)


class JournalIndex:
    """The index of one folder.

    Args:
        path: of the database; None keeps it in memory.
        folder: of all devices.
        tell: is given a sentence for each thing that cannot be used, once.
    """

    def __init__(self, path: Path | None, folder: Path, tell: Callable[[str], None]) -> None:
        self._path = path
        self._folder = folder
        self._tell = tell
        self._base: sqlite3.Connection | None = None
        self._unread: set[Path] = set()

    def close(self) -> None:
        """Let go of the database."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def take_in(self, ask: Ask = always) -> TakenIn:
        """Take in whatever is new in the files.

        Args:
            ask: whether that is still wanted; where it raises, nothing was taken in.
        """
        for path in (self._path, self._path, None):
            try:
                return self._take_in(path, ask)
            except sqlite3.OperationalError as error:
                logger.info("the index of the history cannot be used now: %s", error)
                self.close()
            except (*_DAMAGED, OSError) as error:
                logger.info("the index of the history is made anew: %s", error)
                self.close()
                self._throw_away(path)
        raise AssertionError("an index in memory has neither doubts nor errors")

    def everything(self) -> Indexed:
        """All that stands in it."""
        return self._asked(_everything)

    def has(self, id_: str) -> bool:
        """Whether an entry has been taken in."""
        return self._asked(lambda base: _has(base, id_))

    def entries_of(self, session: str) -> list[Entry]:
        """All entries that tell of a session, from the files."""
        return self._asked(lambda base: _entries_of(base, session))

    def session(self, id_: str) -> PastSession | None:
        """What a session amounts to by what has been taken in; None where that is nothing."""
        return self._asked(lambda base: _session(base, id_))

    def _asked(self, ask: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """An answer; where it cannot be read or is in doubt, the index is made anew first."""
        try:
            return ask(self._ready())
        except _DAMAGED as error:
            logger.info("the index of the history is made anew: %s", error)
            self.close()
            self._throw_away(self._path)
            return ask(self._ready())

    def _ready(self) -> sqlite3.Connection:
        if self._base is None:
            self.take_in()
        assert self._base is not None
        return self._base

    def _take_in(self, path: Path | None, ask: Ask) -> TakenIn:
        if self._base is None:
            self._base = _opened(path, self._folder)
        base = self._base
        new: dict[str, Entry] = {}
        with base:
            base.execute("BEGIN IMMEDIATE")
            is_all = base.execute("SELECT 1 FROM line LIMIT 1").fetchone() is None
            known = {row[1]: row for row in base.execute("SELECT * FROM file")}
            here = journal_paths(self._folder)
            if known.keys() - {str(one) for one in here}:
                raise DoubtError("a file is gone")
            touched: dict[str, dict[str, Entry]] = {}
            for file in here:
                row = known.get(str(file))
                for entry in self._take_in_file(base, file, row, new, is_all, ask):
                    if session := session_told_of(entry):
                        touched.setdefault(session, {})[entry.id] = entry
            for session, fresh in while_wanted(touched.items(), ask, SESSIONS):
                _fold(base, session, fresh)
            if new:
                newest = sealed("newest", max(_newest(base), *new).encode())
                base.execute("UPDATE folder SET newest = ?", (newest,))
        return TakenIn(tuple(new.values()), frozenset(touched), is_all)

    def _take_in_file(
        self,
        base: sqlite3.Connection,
        file: Path,
        known: _Row | None,
        new: dict[str, Entry],
        is_all: bool,
        ask: Ask,
    ) -> Iterable[Entry]:
        try:
            status = file.stat()
            number, _, size, changed, end, count, seal = known or _UNKNOWN
            # When its content was changed, and when anything: the first can be set back, by a
            # program that synchronises or with the clock.
            times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
            if (status.st_size, times) == (size, changed):
                return []
            if status.st_size < end or sum_of_file(file, 0, end) != seal:
                raise DoubtError(f"{file} is not what it was")
            lines = read_lines(file, end, count, ask)
            seal = sum_of_file(file, end, lines.end, seal)
        except OSError as error:
            if file not in self._unread:
                self._unread.add(file)
                self._tell(f"{file}: cannot be read ({error.strerror or error})")
            return []
        row = (str(file), status.st_size, times, lines.end, count + lines.count, seal)
        number = base.execute(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET "
            "size = excluded.size, changed = excluded.changed, end = excluded.end, "
            "lines = excluded.lines, seal = excluded.seal RETURNING number",
            (number, *row),
        ).fetchone()[0]
        for sentence in lines.broken:
            self._tell(sentence)
        if lines.has_rest:
            logger.info("%s: the last line has no end, and does not count", file)
        return _put(base, number, lines, new, is_all, ask)

    def _throw_away(self, path: Path | None) -> None:
        if path is not None:
            with suppress(OSError):
                path.unlink()


def _opened(path: Path | None, folder: Path) -> sqlite3.Connection:
    """The database, made if it is missing.

    Raises:
        DoubtError: it is of another version, or of another folder.
    """
    if path is not None:
        make_folder(path.parent)
        if path.is_symlink():
            raise DoubtError("it is a link, and what it leads to is not ours")
    base = sqlite3.connect(":memory:" if path is None else path, timeout=1.0, isolation_level=None)
    try:
        (version,) = base.execute("PRAGMA user_version").fetchone()
        ours = made_by()
        if version == 0:
            base.executescript(_TABLES)
            base.execute("INSERT INTO folder VALUES (?, ?)", (str(folder), sealed("newest", b"")))
            base.execute(f"PRAGMA user_version = {ours}")
        elif version != ours:
            raise DoubtError(f"it is of version {version}")
        (of,) = base.execute("SELECT path FROM folder").fetchone()
        if of != str(folder):
            raise DoubtError("it is of another folder")
    except BaseException:
        base.close()
        raise
    if path is not None:
        path.chmod(0o600)
    return base


def _put(
    base: sqlite3.Connection,
    number: int,
    lines: Lines,
    new: dict[str, Entry],
    is_all: bool,
    ask: Ask,
) -> list[Entry]:
    """Put lines into the index; returns their entries.

    Args:
        base: the database.
        number: of the file.
        lines: of the file.
        new: takes up the entries that were not known.
        is_all: the index was empty, so what is not in `new` was not known.
        ask: whether it is still wanted.
    """
    days: dict[date, CallDay] = {}
    places, rest = [], []
    for entry, start, line in while_wanted(lines.entries, ask):
        session, check = session_told_of(entry), crc32(line)
        places.append((entry.id, check, session, number, start, len(line)))
        is_new = entry.id not in new and (is_all or not _has(base, entry.id))
        if is_new:
            new[entry.id] = entry
        if isinstance(entry, CALLS):
            if is_new:
                day = entry.at.date()
                days[day] = days.get(day, CallDay()).with_one(entry)
        elif session is None or isinstance(entry, Deleted):
            rest.append((entry.id, check, line))
    placed = while_wanted(places, ask)
    base.executemany("INSERT OR IGNORE INTO line VALUES (?, ?, ?, ?, ?, ?)", placed)
    base.executemany("INSERT OR IGNORE INTO rest VALUES (?, ?, ?)", rest)
    for day, calls in days.items():
        _add_calls(base, day, calls)
    return [entry for entry, *_ in lines.entries]


def _has(base: sqlite3.Connection, id_: str) -> bool:
    return base.execute("SELECT 1 FROM line WHERE id = ?", (id_,)).fetchone() is not None


def _add_calls(base: sqlite3.Connection, day: date, calls: CallDay) -> None:
    row = base.execute("SELECT calls FROM day WHERE day = ?", (day.isoformat(),)).fetchone()
    if row is not None:
        calls = calls.and_those_of(_CALLS.decode(unsealed(day.isoformat(), row[0])))
    told = sealed(day.isoformat(), msgspec.msgpack.encode(calls))
    base.execute("INSERT OR REPLACE INTO day VALUES (?, ?)", (day.isoformat(), told))


def _fold(base: sqlite3.Connection, session: str, fresh: dict[str, Entry]) -> None:
    """Make anew what a session amounts to; few have more to it than what has just been read."""
    rows = base.execute("SELECT count(*) FROM line WHERE session = ?", (session,))
    is_all = rows.fetchone()[0] == len(fresh)
    past = past_session(fresh.values() if is_all else _entries_of(base, session))
    if past is None:
        base.execute("DELETE FROM session WHERE id = ?", (session,))
    else:
        told = sealed(session, msgspec.msgpack.encode(past))
        base.execute("INSERT OR REPLACE INTO session VALUES (?, ?)", (session, told))


def _session(base: sqlite3.Connection, id_: str) -> PastSession | None:
    row = base.execute("SELECT told FROM session WHERE id = ?", (id_,)).fetchone()
    return None if row is None else _SESSIONS.decode(unsealed(id_, row[0]))


def _entries_of(base: sqlite3.Connection, session: str) -> list[Entry]:
    rows = base.execute(
        "SELECT file.path, start, length, sum FROM line JOIN file ON file.number = line.file "
        "WHERE session = ? ORDER BY file.path, start",
        (session,),
    )
    lines = []
    for path, group in groupby(rows.fetchall(), itemgetter(0)):
        places = list(group)
        parts = read_parts(Path(path), [(start, length) for _, start, length, _ in places])
        lines += [same_line(part, place[-1]) for part, place in zip(parts, places, strict=True)]
    return [entry for line in lines if (entry := entry_of(line)) is not None]


def _everything(base: sqlite3.Connection) -> Indexed:
    sessions = base.execute("SELECT id, told FROM session").fetchall()
    days = base.execute("SELECT day, calls FROM day").fetchall()
    rest = base.execute("SELECT line, sum FROM rest ORDER BY id").fetchall()
    return Indexed(
        sessions=tuple(_SESSIONS.decode(unsealed(id_, told)) for id_, told in sessions),
        days={date.fromisoformat(day): _CALLS.decode(unsealed(day, calls)) for day, calls in days},
        rest=tuple(
            entry for line, sum_ in rest if (entry := entry_of(same_line(line, sum_))) is not None
        ),
        newest=_newest(base),
    )


def _newest(base: sqlite3.Connection) -> str:
    return unsealed("newest", base.execute("SELECT newest FROM folder").fetchone()[0]).decode()
