"""The catalogue from its files: the shipped folder, and the person's packs on top.

A catalogue that comes out of here is whole: every reference in it resolves, whatever the files
hold. In the shipped folder a broken item is left out with all that cannot be without it; a pack
with anything wrong is left out as a whole. The rest goes on, and every problem is reported.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from backease_desktop.core.catalogue.catalogue import (
    Catalogue,
    Reference,
    broken_references,
    catalogue_of,
)
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_cache import Contents
from backease_desktop.storage.catalogue_folder import Folder, file_of, line_in, read_folder
from backease_desktop.storage.catalogue_play import unplayable
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.paths import PACKS

MOST_PACKS = 100
"""So many are looked at; who has more has put something else there."""

_LINKS = ("easier", "harder")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The catalogue, and everything that is wrong with its files, by file and line."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


def load_catalogue(
    folder: Path,
    packs: Sequence[Path] = (),
    cache: Path | None = None,
    wording: Wording | None = None,
) -> Loaded:
    """The catalogue of a folder and packs; never raises, whatever the files hold.

    Args:
        folder: the shipped catalogue.
        packs: folders of the same layout; see `packs_in`.
        cache: a folder to keep what was read in, for a quicker next time.
        wording: what is said; with it every routine of a pack is laid out once, and a pack with one
            that cannot be is left out. Our own are, by `catalogue check` and the tests.
    """
    shipped = read_folder(folder, cache)
    contents, references = _without_broken(shipped.contents)
    problems = [*shipped.problems, *(_located(folder, r) for r in references)]
    contents, refused = _with_packs(contents, packs, cache, wording)
    problems += refused
    return Loaded(_catalogue(contents), tuple(sorted(problems)))


def _with_packs(
    contents: Contents, packs: Sequence[Path], cache: Path | None, wording: Wording | None
) -> tuple[Contents, list[Problem]]:
    """The contents with those of packs, and what is wrong with the packs that are left out.

    A pack may use what another one brings, whatever the order of their names.
    """
    waiting = {pack: read_folder(pack, cache) for pack in packs}
    refused: dict[Path, list[Problem]] = {}
    while waiting:
        refused = {}
        for pack, folder in waiting.items():
            found = _problems_of(pack, folder, contents, wording)
            if found:
                refused[pack] = found
            else:
                contents = _joined(contents, folder.contents)
        if len(refused) == len(waiting):
            break
        waiting = {pack: waiting[pack] for pack in refused}
    return contents, [problem for found in refused.values() for problem in found]


def _problems_of(
    pack: Path, folder: Folder, contents: Contents, wording: Wording | None
) -> list[Problem]:
    """Why a pack cannot be joined to the contents."""
    added = folder.contents
    found = [*folder.problems, *_misplaced(pack, added), *_taken(pack, added, contents)]
    if found:
        return found
    joined = _catalogue(_joined(contents, added))
    found = [_located(pack, reference) for reference in broken_references(joined)]
    if wording is not None and not found:
        found = unplayable(pack, added.routines, joined, wording)
    return found


def problems_of_pack(pack: Path, catalogue: Catalogue, wording: Wording) -> list[Problem]:
    """Why a pack that is not there yet would be left out; nothing if it would be taken.

    Args:
        pack: its folder.
        catalogue: all that there is.
        wording: what is said; each routine is laid out once.
    """
    contents = Contents(
        sources=tuple(catalogue.sources.values()),
        exercises=tuple(catalogue.exercises.values()),
        routines=tuple(catalogue.routines.values()),
        rules=catalogue.rules,
    )
    return sorted(_problems_of(pack, read_folder(pack), contents, wording))


def packs_in(data: Path) -> tuple[Path, ...]:
    """The packs of a data folder, in order of their names; what is hidden is not finished."""
    try:
        with os.scandir(data / PACKS) as entries:
            seen = (e for e in entries if not e.name.startswith("."))
            return tuple(sorted(Path(e.path) for e in islice(seen, MOST_PACKS) if e.is_dir()))
    except OSError:
        return ()


def _catalogue(contents: Contents) -> Catalogue:
    return catalogue_of(contents.sources, contents.exercises, contents.routines, contents.rules)


def _joined(first: Contents, second: Contents) -> Contents:
    return Contents(
        sources=(*first.sources, *second.sources),
        exercises=(*first.exercises, *second.exercises),
        routines=(*first.routines, *second.routines),
        rules=first.rules,
    )


def _without_broken(contents: Contents) -> tuple[Contents, list[Reference]]:
    """The contents without what refers to nothing, and those references.

    An exercise only loses its link to an easier or harder one that is not there.
    """
    found: list[Reference] = []
    while broken := broken_references(_catalogue(contents)):
        found += broken
        links = {(r.item, r.field) for r in broken if r.field in _LINKS}
        lost = {(r.kind, r.item) for r in broken if r.field not in _LINKS}
        contents = contents.with_(
            exercises=tuple(
                e.with_(**{f: None for f in _LINKS if (e.id, f) in links})
                for e in contents.exercises
                if ("exercise", e.id) not in lost
            ),
            routines=tuple(r for r in contents.routines if ("routine", r.id) not in lost),
        )
    return contents, found


def _located(folder: Path, reference: Reference) -> Problem:
    file = file_of(folder, f"{reference.kind}s", reference.item)
    place = tuple(int(s) if s.isdigit() else s for s in reference.field.split("."))
    return Problem(file, line_in(file, place), reference.field, reference.problem)


def _taken(pack: Path, added: Contents, present: Contents) -> list[Problem]:
    """Ids of a pack that something else has already: a pack adds and never replaces."""
    found = []
    for kind, new, old in (
        ("exercise", added.exercises, present.exercises),
        ("routine", added.routines, present.routines),
    ):
        taken = {item.id for item in old}
        for item in new:
            if item.id in taken:
                file = file_of(pack, f"{kind}s", item.id)
                wrong = f"{item.id!r} is the id of another {kind}; choose an id of your own"
                found.append(Problem(file, line_in(file, ("id",)), "id", wrong))
    taken = {source.id for source in present.sources}
    for at, source in enumerate(added.sources):
        if source.id in taken:
            file, place = file_of(pack, "", "sources"), ("sources", at, "id")
            wrong = f"{source.id!r} is the id of another source; choose an id of your own"
            found.append(Problem(file, line_in(file, place), f"sources.{at}.id", wrong))
    return found


def _misplaced(pack: Path, added: Contents) -> list[Problem]:
    if not added.rules:
        return []
    wrong = "a pack brings no precautions of its own; delete this file, ours apply to the pack too"
    return [Problem(file_of(pack, "", "precautions"), 1, "rules", wrong)]
