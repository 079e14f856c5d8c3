"""What is the person's own: the history for other programs, every file, and the end of all."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.exports import as_csv, as_json, entries_in, since
from backease_desktop.core.journal.fhir import fhir_bundle
from backease_desktop.core.journal.work import work_of
from backease_desktop.core.wanted import SESSIONS, Ask, always, while_wanted
from backease_desktop.disk import read_file
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.journal_beside import index_beside
from backease_desktop.storage.json_text import JsonError, json_parts_of
from backease_desktop.storage.kept_files import Erased, KeptFile, erase_everything, kept_files
from backease_desktop.storage.own_journal import OwnJournal
from backease_desktop.storage.session_files import as_activities, as_calendar
from backease_desktop.storage.still_journal import StillJournal

PIECES = 20_000
"""Of JSON, between two askings whether it is still wanted."""
MOST_BYTES = 1 << 28
"""Of a file to import; ten years have half of that."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file.

    Attributes:
        new: entries that were not known; known: those that were.
        wrong: a sentence for each entry that cannot be used.
    """

    new: int
    known: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of a file, for the window's thread to go on with.

    Attributes:
        taken: what of it was new.
        new: the entries that were not known.
        index: one that has them; None where there is none.
    """

    taken: TakenIn
    new: tuple[Entry, ...]
    index: Path | None


def history_as(
    kind: str,
    journal: FileJournal | StillJournal,
    exercises: Callable[[], Mapping[str, Exercise]],
    first: date | None = None,
    ask: Ask = always,
) -> bytes:
    """The history as a file of one kind.

    Args:
        kind: csv, json, ics, fit or fhir.
        journal: holds it.
        exercises: all that are known, by id; asked only where they matter.
        first: the local date from which on it is wanted; None for all of it.
        ask: whether the file is still wanted.

    Raises:
        ExportError: the library of this kind is not installed, or there is no session to write.
    """
    history = journal.history
    sessions = while_wanted(since(history.sessions, first), ask, SESSIONS)
    match kind:
        case "csv":
            return as_csv(sessions).encode()
        case "ics":
            return as_calendar(sessions)
        case "fit":
            known = exercises()
            return as_activities(sessions, lambda one: work_of(one, known))
        case "fhir":
            pains = [p for p in history.pains if first is None or p.at.date() >= first]
            person = next((one.id for one in history.sessions), journal.device)
            bundle = fhir_bundle(sessions, pains, person)
            pieces = json.JSONEncoder(indent=1).iterencode(bundle)
            return "".join((*while_wanted(pieces, ask, PIECES), "\n")).encode()
        case _:
            every = while_wanted(journal.entries(ask), ask)
            entries = (e for e in every if first is None or e.at.date() >= first)
            return as_json(sessions, entries).encode()


def take_in_file(journal: FileJournal, path: Path) -> TakenIn:
    """Take in a history that was exported as JSON; what is known by now counts once.

    Raises:
        ReportedError: the file cannot be read, or is no history; says where and why.
    """
    entries, wrong = entries_of(path)
    new = journal.take_in(entries)
    return TakenIn(new, len(entries) - new, wrong)


def take_in_beside(still: StillJournal, path: Path, tell: Callable[[int, int], None]) -> BroughtIn:
    """Take a history in, in a thread: with an index, so that the window only opens it.

    Args:
        still: the journal, at whose files nobody else looks meanwhile.
        path: of the file.
        tell: is given how much is done, of how much, every few thousand entries. Whatever it raises
            ends the work, and nothing has changed.

    Raises:
        ReportedError: the file cannot be read, or is no history; says where and why.
        OSError: it cannot be kept.
    """
    entries, wrong = entries_of(path, lambda: tell(0, 4))
    known = {entry.id for entry in still.entries(lambda: tell(1, 4))}
    new = tuple(entry for entry in entries if entry.id not in known)
    index = None
    if new:
        own = OwnJournal(still.folder, still.device, local_now)
        kept = own.bring_in(new, lambda: tell(2, 4))
        try:
            index = index_beside(still, lambda: tell(3, 4))
        except BaseException:
            kept.unlink()  # nobody has been told that it is there
            raise
    return BroughtIn(TakenIn(len(new), len(entries) - len(new), wrong), new, index)


def entries_of(path: Path, ask: Ask = always) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries of a history that was exported, and a sentence for each that cannot be used.

    Args:
        path: of the file.
        ask: whether they are still wanted.

    Raises:
        ReportedError: the file cannot be read, or is no history; says where and why.
    """
    try:
        text = read_file(path, MOST_BYTES)
    except OSError as error:
        raise ReportedError(f"{path}: {error.strerror or error}") from error
    try:
        entries, wrong = entries_in(json_parts_of(text), ask)
    except JsonError as error:
        raise ReportedError(f"{path}:{error.line}: {error}") from error
    except FieldError as error:
        raise ReportedError(f"{path}: {'.'.join(map(str, error.place))}: {error}") from error
    return entries, tuple(f"{path}: {'.'.join(map(str, fault.place))}: {fault}" for fault in wrong)


def what_is_kept(kept: Kept, journal: FileJournal) -> tuple[KeptFile, ...]:
    """Every file of the person's, with its size."""
    return kept_files(kept.folders, journal.folder)


def erase(kept: Kept, journal: FileJournal) -> Erased:
    """Take away all of them, and say what was done.

    Whoever calls this ends the program without saving, or begins it anew: what it holds in memory
    is of the person, too.
    """
    journal.forget()
    return erase_everything(kept.folders, journal.folder)
