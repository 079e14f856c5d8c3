"""Whether the routines of files can be played: each is laid out once, before anybody needs it.

A file may be right field by field and yet ask for what nobody can do or no program can lay out. So
a routine's length is reckoned first, which takes no time whatever the numbers are, and only one
that is short enough is compiled. What was laid out once is not laid out again before a file changes
that its timeline was made of: six thousand exercises with their routines take ten seconds.
"""

import logging
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import LONGEST_ROUTINE_S, Routine
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.values import Value
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_cache import fingerprint, keep, kept
from backease_desktop.storage.catalogue_folder import file_of, line_in
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.digest import digest

LONGEST_PACK_S = 50 * 60 * 60
"""Seconds of exercise in all routines of a pack: laying them out takes a second or two."""

logger = logging.getLogger(__name__)


class _Played(Value, frozen=True, kw_only=True):
    """What each pack was made of when all of its routines were laid out, by its place."""

    packs: dict[str, str]


class PlayedPacks:
    """Packs that were laid out in earlier runs, and in this one.

    Args:
        cache: the folder that this is kept in; None keeps nothing.
        source: the catalogue that they are packs of.
        wording: what is said in them; None where nothing is laid out.
    """

    def __init__(self, cache: Path | None, source: Path, wording: Wording | None) -> None:
        self._cache, self._source = cache, source / "played"
        self._said = digest(msgspec.json.encode(wording)).decode()
        found = kept(cache, self._source, fingerprint({}), _Played) if cache else None
        self._before = found.packs if found else {}
        self._now: dict[str, str] = {}

    def knows(self, pack: Path, made_of: Iterable[str]) -> bool:
        """Whether it was laid out when it was made of the same."""
        key = str(pack)
        if self._before.get(key) != self._print(made_of):
            return False
        self._now[key] = self._before[key]
        return True

    def note(self, pack: Path, made_of: Iterable[str]) -> None:
        """It was laid out, and can be played."""
        self._now[str(pack)] = self._print(made_of)

    def keep(self) -> None:
        """Keep it for the next run; what is said of packs that are gone is forgotten."""
        if self._cache and self._now != self._before:
            keep(self._cache, self._source, fingerprint({}), _Played(packs=self._now))

    def _print(self, made_of: Iterable[str]) -> str:
        return digest("\n".join([*made_of, self._said]).encode(errors="replace")).decode()


def unplayable(
    folder: Path, routines: Iterable[Routine], catalogue: Catalogue, wording: Wording
) -> list[Problem]:
    """What is wrong with routines whose fields are in order; see `trying`."""
    return drained(trying(folder, routines, catalogue, wording))


def trying(
    folder: Path, routines: Iterable[Routine], catalogue: Catalogue, wording: Wording
) -> Pieces[list[Problem]]:
    """Lay routines out whose fields are in order, one in a piece; what is wrong with them.

    Args:
        folder: where their files stand.
        routines: of this folder.
        catalogue: in which all their references resolve.
        wording: what is said in them.
    """
    # Loaded on first use: what was laid out once is not laid out again.
    from backease_desktop.core.timeline.compile import compile_timeline

    problems, whole = [], 0.0
    preferences = Preferences(dose=DoseLevel.FULL)
    length = cache(lambda text: estimate(text, preferences.rate_wpm))
    for routine in routines:
        seconds = catalogue.fullest_s(routine)
        whole += seconds
        wrong = _too_long(seconds, LONGEST_ROUTINE_S, "a routine")
        if whole > LONGEST_PACK_S:
            wrong = _too_long(whole, LONGEST_PACK_S, "all routines together")
        if wrong is None:
            yield None
            try:
                compile_timeline(routine, catalogue, preferences, wording, length)
            except Exception as error:  # whatever it is: nothing of a pack may stop a start
                logger.info("%s cannot be laid out", routine.id, exc_info=True)
                wrong = f"cannot be laid out in time ({type(error).__name__}: {error})"
        if wrong is not None:
            file = file_of(folder, "routines", routine.id)
            problems.append(Problem(file, line_in(file, ("steps",)), "steps", wrong))
        if whole > LONGEST_PACK_S:
            break
    return problems


def _too_long(seconds: float, most: int, what: str) -> str | None:
    if seconds <= most:
        return None
    minutes = round(seconds / 60)
    return f"takes {minutes} minutes at its fullest; {what} may take {most // 60}"
