"""The shipped files themselves: where they stand, how they begin, and that the schemas fit."""

import json
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from tests.catalogue.write_schema import files
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER as FOLDER

YAML = sorted(
    [*FOLDER.glob("*.yaml"), *FOLDER.glob("exercises/*.yaml"), *FOLDER.glob("routines/*.yaml")]
)


def kind_of(file: Path) -> str:
    """The schema that a file follows."""
    return file.stem if file.parent == FOLDER else file.parent.name.removesuffix("s")


@pytest.mark.parametrize("file", YAML, ids=lambda file: file.stem)
def test_the_first_line_tells_editors_the_schema(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    schema = first.removeprefix("# yaml-language-server: $schema=")

    assert (file.parent / schema).resolve() == FOLDER / "schema" / f"{kind_of(file)}.json"


def test_the_schemas_are_those_of_the_models() -> None:
    """If not: `python -m tests.catalogue.write_schema`."""
    assert {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("schema/*")} == files()


def test_the_schema_lets_a_number_stand_for_a_range() -> None:
    schema = json.loads((FOLDER / "schema" / "exercise.json").read_text(encoding="utf-8"))

    reps = schema["$defs"]["Prescription"]["properties"]["reps"]["anyOf"]
    assert {"type": "integer", "minimum": 1, "maximum": 200} in reps


def test_easier_and_harder_never_lead_in_a_circle(shipped: Catalogue) -> None:
    for field in ("easier", "harder"):
        for start in shipped.exercises.values():
            seen, at = [start.id], getattr(start, field)
            while at is not None:
                assert at not in seen, f"{field}: {' > '.join([*seen, at])}"
                seen.append(at)
                at = getattr(shipped.exercises[at], field)


def test_whoever_needs_the_floor_needs_a_mat(shipped: Catalogue) -> None:
    bare = [
        e.id
        for e in shipped.exercises.values()
        if (e.place.value == "mat") != ("mat" in e.equipment)
    ]

    assert bare == []


def test_whoever_sits_needs_a_chair(shipped: Catalogue) -> None:
    bare = [
        e.id
        for e in shipped.exercises.values()
        if e.place.value == "chair" and "chair" not in e.equipment
    ]

    assert bare == []


def test_no_two_exercises_share_a_name(shipped: Catalogue) -> None:
    names = [e.name.lower() for e in shipped.exercises.values()]

    assert sorted(names) == sorted(set(names))
