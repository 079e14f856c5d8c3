"""What a version without a journal had kept: the person's exercises, and the side that hurts."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from backease_desktop.core.fields import Fields
from backease_desktop.core.journal.entries import Count, Name, ProfileChanged, TakenOver
from backease_desktop.core.person.keeping import changes
from backease_desktop.core.person.person import NOBODY, SideThatHurts
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


class _OldSession(Fields, frozen=True, kw_only=True):
    affected_side: Any = None


class _OldSettings(Fields, frozen=True, kw_only=True):
    session: _OldSession = _OldSession()


def side_taken_over(path: Path) -> ProfileChanged | None:
    """The side that hurts, out of a settings file of version 0.1.0; None if none was chosen there.

    "Both" stood there for whoever had said nothing, so it says nothing. The file stays as it is.
    """
    old = ModelFile(path, _OldSettings).read().value.session.affected_side
    if old not in (SideThatHurts.LEFT, SideThatHurts.RIGHT):
        return None
    ((field, value),) = changes(NOBODY, NOBODY.with_(side=SideThatHurts(old)))
    return ProfileChanged(field=field, value=value)
