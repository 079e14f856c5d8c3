"""`backease history` and `backease journal`: what was done, and whether its files are whole."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from backease_desktop.bootstrap.journal import journal_folder, open_journal
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.own_data import history_as, take_in_file
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.journal.exports import since
from backease_desktop.core.plain_text import printable
from backease_desktop.disk import open_to_append, write_file
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_check import check


def history(options: argparse.Namespace) -> int:
    """List, export or import."""
    kept = open_kept(options.profile)
    journal = open_journal(kept, _tell, None, stays=False)
    try:
        if options.what == "import":
            return _import(journal, options.file)
        if options.file is not None:
            raise ReportedError(f"history {options.what} takes no file; --out names one")
        if options.what == "list":
            return _list(journal, options.since)
        return _export(journal, options)
    finally:
        journal.close()


def journal(options: argparse.Namespace) -> int:
    """Read all devices' files, and say whether they are whole."""
    found = check(journal_folder(open_kept(options.profile)))
    devices = len(found.devices)
    print(
        f"{_counted(found.lines, 'line')} of {_counted(devices, 'device')} "
        f"in {_counted(found.files, 'file')}"
    )
    print(f"{len(found.broken)} broken, {found.torn} torn, {found.newer} of a newer version")
    for sentence in found.broken:
        print(printable(sentence), file=sys.stderr)
    return 1 if found.broken else 0


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _list(journal: FileJournal, first: date | None) -> int:
    for one in since(journal.history.sessions, first):
        minutes = round(one.played_ms / 60_000)
        how = one.how or "cut off"
        done = f"{len(one.exercises)} of {len(one.planned)} exercises"
        name = printable(one.name or one.routine)
        print(f"{one.at:%Y-%m-%d %H:%M}  {name}, {minutes} min, {how}, {done}")
    return 0


def _export(journal: FileJournal, options: argparse.Namespace) -> int:
    def exercises() -> Mapping[str, Exercise]:
        return open_shelf(options.profile).catalogue.exercises

    sessions = since(journal.history.sessions, options.since)
    if options.format == "fit" and options.out is None:
        raise ReportedError("history export --format fit needs --out FILE: FIT is not text")
    data = history_as(options.format, journal, exercises, options.since)
    if options.out is None:
        sys.stdout.write(data.decode())
    else:
        _put(options.out, data)
        count = "1 session" if len(sessions) == 1 else f"{len(sessions)} sessions"
        print(f"{count} in {printable(str(options.out))}")
    return 0


def _put(path: Path, data: bytes) -> None:
    """Write where the person says; a device or a pipe, too."""
    if path.exists() and not path.is_file():
        with open_to_append(path, anything=True) as out:
            out.write(data)
    else:
        write_file(path, data)


def _import(journal: FileJournal, path: Path | None) -> int:
    if path is None:
        raise ReportedError("history import needs a file, as export --format json writes it")
    taken = take_in_file(journal, path)
    for sentence in taken.wrong:
        print(printable(sentence), file=sys.stderr)
    print(f"{taken.new} entries are new, {taken.known} were known")
    return 1 if taken.wrong else 0


def _tell(sentence: str) -> None:
    print(printable(sentence), file=sys.stderr)
