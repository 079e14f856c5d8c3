"""What a profile of a version without a journal had kept of the person's exercises."""

from datetime import date
from pathlib import Path

import msgspec

from backease_desktop.core.fields import Fields
from backease_desktop.core.journal.entries import Count, Name, TakenOver
from backease_desktop.storage.model_file import ModelFile


class _Old(Fields, frozen=True, kw_only=True):
    met: dict[Name, Count] = msgspec.field(default_factory=dict)
    met_on: dict[Name, date] = msgspec.field(default_factory=dict)
    done: tuple[Name, ...] = ()
    last_routine: Name | None = None


def taken_over(path: Path) -> TakenOver | None:
    """What stands in a profile file and belongs into the journal; None if nothing does.

    Whatever cannot be used is left out. The file stays as it is.
    """
    old = ModelFile(path, _Old).read().value
    if old == _Old():
        return None
    return TakenOver(met=old.met, met_on=old.met_on, done=old.done, last_routine=old.last_routine)
