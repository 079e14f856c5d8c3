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
from types import MappingProxyType

from backease_desktop.core.catalogue.catalogue import (
    Catalogue,
    Reference,
    broken_references,
    catalogue_of,
)
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_folder import (
    Contents,
    Folder,
    file_of,
    line_in,
    read_folder,
)
from backease_desktop.storage.catalogue_play import PlayedPacks, trying
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.paths import PACKS
from backease_desktop.storage.read_folders import ReadFolders

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
    return drained(loading_catalogue(folder, packs, ReadFolders(cache), wording))


def loading_catalogue(
    folder: Path, packs: Sequence[Path], folders: ReadFolders, wording: Wording | None
) -> Pieces[Loaded]:
    """Read the catalogue in pieces: a kept folder, a file or a routine each.

    Args:
        folder: the shipped catalogue.
        packs: see `load_catalogue`.
        folders: reads them, and knows what was read before.
        wording: see `load_catalogue`.
    """
    shipped = yield from folders.reading(folder)
    contents, references = _without_broken(shipped.contents)
    problems = [*shipped.problems, *(_located(folder, r) for r in references)]
    joined = _Joined(contents, shipped.print_of_files)
    # Whoever lays nothing out has nothing to remember of it, and nothing to forget.
    played = PlayedPacks(folders.cache if wording is not None else None, folder, wording)
    problems += yield from _joining(joined, packs, folders, wording, played)
    played.keep()
    return Loaded(joined.catalogue, tuple(sorted(problems)))


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why a pack is left out.

    Attributes:
        lacks_something: it names what is not there, and may yet come with another pack.
    """

    problems: list[Problem]
    lacks_something: bool = False


class _Joined:
    """Contents that packs are added to.

    Args:
        contents: what is there before.
        print_of_files: of the files that it comes from.

    Attributes:
        catalogue: of all that was added.
    """

    def __init__(self, contents: Contents, print_of_files: str = "") -> None:
        self._sources = {one.id: one for one in contents.sources}
        self._exercises = {one.id: one for one in contents.exercises}
        self._routines = {one.id: one for one in contents.routines}
        self._brought_by = dict.fromkeys(self._exercises, print_of_files)
        self.catalogue = Catalogue(
            sources=MappingProxyType(self._sources),
            exercises=MappingProxyType(self._exercises),
            routines=MappingProxyType(self._routines),
            rules=contents.rules,
        )

    def add(self, folder: Folder) -> None:
        """Add a pack; nothing else has its ids."""
        added = folder.contents
        self._sources |= {one.id: one for one in added.sources}
        self._exercises |= {one.id: one for one in added.exercises}
        self._routines |= {one.id: one for one in added.routines}
        self._brought_by |= {one.id: folder.print_of_files for one in added.exercises}

    def take_out(self, folder: Folder) -> None:
        """Take what was added out again."""
        for source in folder.contents.sources:
            del self._sources[source.id]
        for exercise in folder.contents.exercises:
            del self._exercises[exercise.id], self._brought_by[exercise.id]
        for routine in folder.contents.routines:
            del self._routines[routine.id]

    def made_of(self, folder: Folder) -> list[str]:
        """What the routines of a pack that was added are made of, whatever files it lies in."""
        used = {step.exercise for one in folder.contents.routines for step in one.steps}
        return [folder.print_of_files, *sorted({self._brought_by[id_] for id_ in used})]


def _joining(
    joined: _Joined,
    packs: Sequence[Path],
    folders: ReadFolders,
    wording: Wording | None,
    played: PlayedPacks,
) -> Pieces[list[Problem]]:
    """Add packs, and say what is wrong with those that are left out.

    A pack may use what another one brings, whatever the order of their names: where something that
    it names is not there, it is tried again when others were added. All else that can be wrong
    with a pack stays so, and is found once.
    """
    waiting: dict[Path, Folder] = {}
    for pack in packs:
        yield None
        waiting[pack] = yield from folders.reading(pack)
    problems: list[Problem] = []
    while waiting:
        lacking: dict[Path, list[Problem]] = {}
        for pack, folder in waiting.items():
            yield None
            refusal = yield from _adding(joined, pack, folder, wording, played)
            if refusal is not None and refusal.lacks_something:
                lacking[pack] = refusal.problems
            elif refusal is not None:
                problems += refusal.problems
        if len(lacking) == len(waiting):
            problems += (problem for found in lacking.values() for problem in found)
            break
        waiting = {pack: waiting[pack] for pack in lacking}
    return problems


def _adding(
    joined: _Joined, pack: Path, folder: Folder, wording: Wording | None, played: PlayedPacks
) -> Pieces[_Refusal | None]:
    """Add a pack, or say why it cannot be."""
    added, catalogue = folder.contents, joined.catalogue
    found = [*folder.problems, *_misplaced(pack, added), *_taken(pack, added, catalogue)]
    if found:
        return _Refusal(found)
    joined.add(folder)
    if references := broken_references(catalogue, added.exercises, added.routines):
        joined.take_out(folder)
        return _Refusal([_located(pack, one) for one in references], lacks_something=True)
    if wording is not None:
        made_of = joined.made_of(folder)
        if not played.knows(pack, made_of):
            if found := (yield from trying(pack, added.routines, catalogue, wording)):
                joined.take_out(folder)
                return _Refusal(found)
            played.note(pack, made_of)
    return None


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
    never = PlayedPacks(None, pack, wording)
    adding = _adding(_Joined(contents), pack, read_folder(pack), wording, never)
    refusal = drained(adding)
    return sorted(refusal.problems) if refusal is not None else []


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


def _taken(pack: Path, added: Contents, present: Catalogue) -> list[Problem]:
    """Ids of a pack that something else has already: a pack adds and never replaces."""
    found = []
    for kind, new, taken in (
        ("exercise", added.exercises, present.exercises.keys()),
        ("routine", added.routines, present.routines.keys()),
    ):
        for item in new:
            if item.id in taken:
                file = file_of(pack, f"{kind}s", item.id)
                wrong = f"{item.id!r} is the id of another {kind}; choose an id of your own"
                found.append(Problem(file, line_in(file, ("id",)), "id", wrong))
    for at, source in enumerate(added.sources):
        if source.id in present.sources:
            file, place = file_of(pack, "", "sources"), ("sources", at, "id")
            wrong = f"{source.id!r} is the id of another source; choose an id of your own"
            found.append(Problem(file, line_in(file, place), f"sources.{at}.id", wrong))
    return found


def _misplaced(pack: Path, added: Contents) -> list[Problem]:
    if not added.rules:
        return []
    wrong = "a pack brings no precautions of its own; delete this file, ours apply to the pack too"
    return [Problem(file_of(pack, "", "precautions"), 1, "rules", wrong)]
