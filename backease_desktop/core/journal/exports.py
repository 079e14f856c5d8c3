"""The history as other programs read it: a table, and a journal in one piece.

A cell of the table that a spreadsheet would take for a formula is made harmless: it begins with an
apostrophe. The JSON holds every entry as it stands in the journal, so it can be read back whole.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.entries import Entry
from backease_desktop.core.journal.lines import entry_of
from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.wanted import Ask, always, while_wanted

VERSION = 1
"""Of the JSON."""

COLUMNS = (
    "date",
    "time",
    "routine",
    "name",
    "how",
    "minutes",
    "fraction",
    "done",
    "skipped",
    "hurt",
    "pain_before",
    "pain_after",
    "felt",
)

_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Also in full width, which spreadsheets of East Asian languages take for the same."""


def since(sessions: Iterable[PastSession], first: date | None) -> tuple[PastSession, ...]:
    """The sessions from a local date on; all of them without one."""
    return tuple(one for one in sessions if first is None or one.day >= first)


def as_csv(sessions: Iterable[PastSession]) -> str:
    """A table with a line for each session."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for one in sessions:
        table.writerow([harmless(cell) for cell in _cells(one)])
    return out.getvalue()


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def as_json(sessions: Iterable[PastSession], entries: Iterable[Entry]) -> str:
    """Sessions as they amount to, for those who read; and all entries, to be read back.

    A line each, made one by one: in one piece, ten years would hold up the window for seconds.
    """
    told = (dict(zip(COLUMNS, _cells(one), strict=True)) for one in sessions)
    return (
        f'{{\n "version": {VERSION},\n "sessions": [{_in_lines(told)}],\n'
        f' "entries": [{_in_lines(entries)}]\n}}\n'
    )


def _in_lines(values: Iterable[object]) -> str:
    lines = ",\n  ".join(msgspec.json.encode(value).decode() for value in values)
    return lines and f"\n  {lines}\n "


def entries_in(
    said: Mapping[str, msgspec.Raw], ask: Ask = always
) -> tuple[tuple[Entry, ...], tuple[FieldError, ...]]:
    """The entries of such a JSON, and what of it cannot be used.

    Args:
        said: what the JSON holds, as it stands there.
        ask: whether they are still wanted.

    Raises:
        FieldError: it is none of ours, or of a newer version.
    """
    try:
        version = msgspec.json.decode(said.get("version", b"null"))
        parts = msgspec.json.decode(said.get("entries", b"null"), type=list[msgspec.Raw])
    except msgspec.ValidationError as error:
        raise FieldError(
            "should be a history, as `backease history export --format json` writes"
        ) from error
    if version != VERSION:
        raise FieldError(f"should be {VERSION}; a newer program has written it", "version")
    good: list[Entry] = []
    wrong: list[FieldError] = []
    for at, part in enumerate(while_wanted(parts, ask)):
        try:
            entry = entry_of(bytes(part))
        except FieldError as error:
            wrong.append(FieldError(str(error), "entries", at, *error.place))
            continue
        if entry is None:
            wrong.append(FieldError("is of a newer version of the program", "entries", at))
        else:
            good.append(entry)
    return tuple(good), tuple(wrong)


def _cells(one: PastSession) -> tuple[Any, ...]:
    return (
        one.day.isoformat(),
        one.at.strftime("%H:%M"),
        one.routine,
        one.name,
        one.how or "cut off",
        round(one.played_ms / 60_000, 1),
        round(one.fraction, 2),
        " ".join(one.exercises),
        " ".join(one.skipped),
        " ".join(left.exercise for left in one.hurt),
        None if one.before is None else one.before.level,
        None if one.after is None else one.after.level,
        one.felt,
    )
