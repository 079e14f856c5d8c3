"""What is the person's own: the history for other programs, every file, and the end of all."""

import json
from datetime import date

from backease_desktop.bootstrap.kept import Kept
from backease_desktop.core.journal.exports import as_csv, as_json, since
from backease_desktop.core.journal.fhir import fhir_bundle
from backease_desktop.storage.file_journal import FileJournal
from backease_desktop.storage.kept_files import Erased, KeptFile, erase_everything, kept_files
from backease_desktop.storage.session_files import as_activities, as_calendar


def history_as(kind: str, journal: FileJournal, first: date | None = None) -> bytes:
    """The history as a file of one kind.

    Args:
        kind: csv, json, ics, fit or fhir.
        journal: holds it.
        first: the local date from which on it is wanted; None for all of it.

    Raises:
        ExportError: the library of this kind is not installed, or there is no session to write.
    """
    history = journal.history
    sessions = since(history.sessions, first)
    match kind:
        case "csv":
            return as_csv(sessions).encode()
        case "ics":
            return as_calendar(sessions)
        case "fit":
            return as_activities(sessions)
        case "fhir":
            pains = [p for p in history.pains if first is None or p.at.date() >= first]
            person = next((one.id for one in history.sessions), journal.device)
            return (json.dumps(fhir_bundle(sessions, pains, person), indent=1) + "\n").encode()
        case _:
            entries = (e for e in journal.entries() if first is None or e.at.date() >= first)
            return as_json(sessions, entries).encode()


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
