"""One folder of the catalogue: the shipped one, or a pack with the same layout.

    sources.yaml   precautions.yaml   exercises/<id>.yaml   routines/<id>.yaml

Some systems and editors end such names in .yml or .YAML, which is as good.

Everything that is wrong is reported together, and nothing that a file contains can stop the
reading: not its size, its encoding, its nesting, or that it is no file at all.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.values import Value
from backease_desktop.disk import read_file
from backease_desktop.storage.beforehand import read_beforehand
from backease_desktop.storage.catalogue_cache import (
    Mark,
    fingerprint,
    keep,
    kept,
    mark_of,
)
from backease_desktop.storage.catalogue_problems import (
    WHOLE_FILE,
    Problem,
    problems_in_yaml,
)
from backease_desktop.storage.yaml_marks import Marked, Place

MAX_BYTES = 256 * 1024
"""Larger files are refused; the longest of ours has a hundredth of that."""

MOST_FILES, MOST_BYTES = 1_000, 4 << 20
"""Of a pack: files in one of its folders, and bytes altogether. Reading that takes seconds."""

ENDINGS = (".yaml", ".yml", ".YAML", ".YML")

SOURCES, PRECAUTIONS = "sources.yaml", "precautions.yaml"

V = TypeVar("V", bound=Value)


class Contents(Pack, frozen=True, kw_only=True):
    """Everything that one folder holds."""

    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read from a folder: whatever is in order, and what is wrong with the rest.

    Attributes:
        marks: time and size of each of its files when it was read, by their relative names.
        print_of_files: what changes whenever one of them does.
        of_names: those of the problems that were there before a file was opened; marks do not tell.
    """

    contents: Contents
    problems: tuple[Problem, ...]
    marks: Mapping[str, Mark]
    print_of_files: str
    of_names: tuple[Problem, ...] = ()

    def mark_of(self, item: Exercise | Routine) -> Mark | None:
        """The mark of the file that an item was read from."""
        part = "exercises" if isinstance(item, Exercise) else "routines"
        found = (self.marks.get(f"{part}/{item.id}{ending}") for ending in ENDINGS)
        return next((mark for mark in found if mark is not None), None)


def read_folder(folder: Path, cache: Path | None = None) -> Folder:
    """Read a folder, or take what was kept in the cache folder for unchanged files."""
    return drained(reading_folder(folder, cache))


def reading_folder(
    folder: Path, cache: Path | None = None, before: Folder | None = None
) -> Pieces[Folder]:
    """Read a folder in pieces, a file each where nothing was kept.

    Args:
        folder: the folder.
        cache: where values are kept.
        before: what was read the last time; its files that are as they were are not read again.
    """
    marks, problems = _files_of(folder)
    of_names = tuple(problems)
    if before is not None and (before.marks, before.of_names) == (marks, of_names):
        return before
    print_of_files = fingerprint(marks)
    if cache and not problems:
        found = kept(cache, folder, print_of_files, Contents)
        if found:
            return Folder(found, (), marks, print_of_files)
        if found := read_beforehand(folder, marks, Contents):
            keep(cache, folder, print_of_files, found)
            return Folder(found, (), marks, print_of_files)
    contents = yield from _read(folder, marks, problems, before)
    if cache and not problems:
        keep(cache, folder, print_of_files, contents)
    return Folder(contents, tuple(problems), marks, print_of_files, of_names)


def read_exercise(file: Path) -> tuple[Exercise | None, list[Problem]]:
    """The exercise of one file, None if it cannot be used, and what is wrong with it."""
    problems: list[Problem] = []
    return _exercise(file, problems), problems


def line_in(file: Path, place: Place) -> int:
    """The line of a value of a file, for a problem that is found after reading."""
    marked = _marked(file, [])
    return marked.line_of(place) if marked else 1


def file_of(folder: Path, part: str, name: str) -> Path:
    """The file of an item, whichever of the endings it has."""
    for ending in ENDINGS:
        if (file := folder / part / f"{name}{ending}").exists():
            return file
    return folder / part / f"{name}.yaml"


def _files_of(folder: Path) -> tuple[dict[str, Mark], list[Problem]]:
    """The catalogue's files in a folder by their relative names, and names that are wrong."""
    files: dict[str, Mark] = {}
    problems: list[Problem] = []
    for part in ("", "exercises", "routines"):
        try:
            with os.scandir(folder / part) as entries:
                listed = list(islice(entries, MOST_FILES + 1))
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(_whole(folder / part, f"not readable: {error.strerror}"))
            continue
        if len(listed) > MOST_FILES:
            problems.append(_whole(folder / part, f"more than {MOST_FILES} files; make two packs"))
            continue
        before = f"{part}/" if part else ""
        for entry in sorted(listed, key=attrgetter("name")):
            if not _is_ours(part, entry.name):
                continue
            try:
                files[before + entry.name] = mark_of(entry.stat())
            except OSError as error:
                problems.append(_whole(Path(entry.path), f"not readable: {error.strerror}"))
    if not files and not problems:
        problems.append(_whole(folder, "no exercises/ and no routines/ with .yaml files in here"))
    if sum(mark.size for mark in files.values()) > MOST_BYTES:
        problems.append(_whole(folder, f"more than {MOST_BYTES >> 20} MB; make two packs"))
        files = {}
    return files, problems + _twice(folder, files)


def _is_ours(part: str, name: str) -> bool:
    stem, _, ending = name.rpartition(".")
    if name.startswith(".") or ending.lower() not in ("yaml", "yml"):
        return False
    return part != "" or f"{stem}.yaml" in (SOURCES, PRECAUTIONS)


def _twice(folder: Path, files: Iterable[str]) -> list[Problem]:
    """Files that differ only in their ending: nobody could say which of them counts."""
    problems, first = list[Problem](), dict[str, str]()
    for name in files:
        stem = name.rpartition(".")[0]
        if stem in first:
            problems.append(_whole(folder / name, f"{first[stem]} is there, too; keep one of them"))
        first.setdefault(stem, name)
    return problems


def _read(
    folder: Path, marks: Mapping[str, Mark], problems: list[Problem], before: Folder | None
) -> Pieces[Contents]:
    sources: list[Source] = []
    rules: list[Rule] = []
    exercises: list[Exercise] = []
    routines: list[Routine] = []
    yield load_checks
    # Loaded on first use: with a cache nothing is checked, and the words of figures cost 40 ms.
    from backease_desktop.core.schemas import PrecautionsFile, SourcesFile

    unchanged = _unchanged(folder, marks, before)
    for name in sorted(marks):
        match unchanged.get(name):
            case Exercise() as exercise:
                exercises.append(exercise)
                continue
            case Routine() as routine:
                routines.append(routine)
                continue
        yield None
        file = folder / name
        kind = f"{name.rpartition('.')[0]}.yaml"
        if kind == SOURCES:
            parsed = _parse(file, SourcesFile, problems)
            sources += parsed.sources if parsed else []
            problems += _given_twice(file, [source.id for source in sources])
        elif kind == PRECAUTIONS:
            listed = _parse(file, PrecautionsFile, problems)
            rules += listed.rules if listed else []
        elif name.startswith("exercises/"):
            read = _exercise(file, problems)
            exercises += [read] if read else []
        else:
            parsed_routine = _parse(file, Routine, problems)
            if parsed_routine and _is_named(file, parsed_routine.id, problems):
                routines.append(parsed_routine)
    return Contents(
        sources=tuple(sources),
        exercises=tuple(exercises),
        routines=tuple(routines),
        rules=tuple(rules),
    )


def _unchanged(
    folder: Path, marks: Mapping[str, Mark], before: Folder | None
) -> Mapping[str, Exercise | Routine]:
    """What files hold that are as they were when they were read, and were in order."""
    if before is None:
        return {}
    wrong = {problem.file for problem in before.problems}
    items: dict[str, Exercise | Routine] = {}
    for part, found in (
        ("exercises", before.contents.exercises),
        ("routines", before.contents.routines),
    ):
        items |= {f"{part}/{item.id}": item for item in found}
    return {
        name: items[stem]
        for name, mark in marks.items()
        if before.marks.get(name) == mark
        and folder / name not in wrong
        and (stem := name.rpartition(".")[0]) in items
    }


def load_checks() -> None:
    """Load what checks files, which takes a quarter of a second, so that it is there."""
    # Loaded on first use: with a cache nothing is checked.
    from backease_desktop.core import reading
    from backease_desktop.core.schemas import ExerciseFile
    from backease_desktop.storage import catalogue_complaints, yaml_reader, yaml_writer

    assert catalogue_complaints
    assert yaml_reader
    assert yaml_writer
    reading.get_ready(ExerciseFile, Exercise, Routine)


def _exercise(file: Path, problems: list[Problem]) -> Exercise | None:
    # Loaded on first use, as in `_read`.
    from backease_desktop.core.schemas import ExerciseFile

    exercise = _parse(file, Exercise, problems, ExerciseFile)
    return exercise if exercise and _is_named(file, exercise.id, problems) else None


def _parse(
    file: Path, kind: type[V], problems: list[Problem], strict: type[V] | None = None
) -> V | None:
    """The value of a file; None if something is wrong with it, added to the problems.

    Args:
        file: where it stands.
        kind: what it becomes.
        problems: what is wrong is added to them.
        strict: a kind that checks more than the other one, and is not kept.
    """
    marked = _marked(file, problems)
    if marked is None:
        return None
    if marked.value is None:
        problems.append(_whole(file, "empty; catalogue/README.md shows what belongs here"))
        return None
    # Loaded on first use: with a cache nothing is checked, and pydantic weighs 13 MB.
    from pydantic import ValidationError

    # Loaded on first use, as pydantic under it.
    from backease_desktop.core.reading import model_of, read
    from backease_desktop.storage.catalogue_complaints import problems_in_values

    try:
        if strict is not None:
            read(strict, marked.value)
        return read(kind, marked.value)
    except ValidationError as error:
        problems += problems_in_values(file, marked, model_of(strict or kind), error)
        return None


def _marked(file: Path, problems: list[Problem]) -> Marked | None:
    try:
        read = read_file(file, MAX_BYTES)
    except OSError as error:
        problems.append(_whole(file, f"not readable: {error.strerror}"))
        return None
    try:
        text = read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = read.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file, line, WHOLE_FILE, "not UTF-8 here; save the file as UTF-8"))
        return None
    # Loaded on first use: with a cache nothing is parsed, and PyYAML costs the first page 20 ms.
    from backease_desktop.storage.yaml_reader import read_yaml

    marked = read_yaml(text)
    problems += problems_in_yaml(file, marked)
    return None if marked.marks else marked


def _is_named(file: Path, given: str, problems: list[Problem]) -> bool:
    if given == file.stem:
        return True
    wrong = f"{given!r} stands in the file {file.name}; id and file name must be the same"
    problems.append(Problem(file, line_in(file, ("id",)), "id", wrong))
    return False


def _given_twice(file: Path, ids: list[str]) -> list[Problem]:
    return [
        Problem(file, line_in(file, ("sources", at, "id")), f"sources.{at}.id", f"{id_!r} is taken")
        for at, id_ in enumerate(ids)
        if id_ in ids[:at]
    ]


def _whole(file: Path, problem: str) -> Problem:
    return Problem(file, 1, WHOLE_FILE, problem)
