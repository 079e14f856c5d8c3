"""Nothing that is said or shown claims to do anything about an illness."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CLAIM = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cur(e|es|ed|ing|ative)|reliev(e|es|ed|ing)|relief"
    r"|diagnos(e|es|ed|ing|is|tic)|monitor(s|ed|ing)?|heal(s|ed)?|prevent(s|ed|ing|ion)?"
    r"|therap(y|ies|eutic)|clinically proven|guaranteed?)\b",
    re.IGNORECASE,
)
ALLOWED = (
    "the team that treats you",  # somebody else does
    "Physical Therapy",  # the name of a journal
)
NAMES = {"title", "source", "address", "id", "file", "exercise", "prescription", "as_given"}
"""Fields that are somebody else's words, or no words at all."""
SCREEN = ("tr", "_tr", "translate", "QT_TRANSLATE_NOOP")


def claims(text: str) -> list[str]:
    """The words of a text that claim something."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [found.group(0) for found in CLAIM.finditer(text)]


def texts_of(value: object, field: str = "") -> Iterator[str]:
    """Every text that a file of the catalogue shows or says."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NAMES:
                yield from texts_of(part, str(key))
    elif isinstance(value, list):
        for part in value:
            yield from texts_of(part, field)
    elif isinstance(value, str):
        yield value


def of_catalogue() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "catalogue").rglob("*.yaml")):
        for text in texts_of(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield path.name, text


def of_screens() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "backease_desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func).rpartition(".")[2]
                if called in SCREEN:
                    for part in ast.walk(node):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield path.name, part.value


def of_front_matter() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "README.md", *sorted(ROOT.rglob("*.metainfo.xml"))):
        if ".venv" not in path.parts:
            yield path.name, path.read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    described = re.search(r'^description = "(.*)"', project, re.MULTILINE)
    assert described is not None
    yield "pyproject.toml", described.group(1)
    packs = sorted((ROOT / "resources" / "voices").rglob("index.json"))
    for path in packs:
        yield from ((path.name, phrase) for phrase in phrases(path))


def phrases(index: Path) -> list[str]:
    """The phrases of a voice pack: keys of its index, wherever they stand."""
    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            for key, part in value.items():
                found.append(key)
                look(part)

    look(json.loads(index.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("texts", [of_catalogue, of_screens, of_front_matter])
def test_nothing_that_is_said_or_shown_claims_anything(texts: object) -> None:
    all_texts = list(texts())  # type: ignore[operator]
    assert len(all_texts) > 1
    found = {(name, *claims(text)) for name, text in all_texts if claims(text)}

    assert found == set()


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Relieves back pain in two weeks.", ["Relieves"]),
        ("A treatment for sciatica.", ["treatment"]),
        ("It cures, and diagnoses too.", ["cures", "diagnoses"]),
        ("Lower back relief", ["relief"]),
        ("Monitor your spine.", ["Monitor"]),
        ("Exercise that prevents pain", ["prevents"]),
        ("Ask the team that treats you which movements you may do.", []),
        ("Seat, trees, secure, healthy", []),
    ],
)
def test_planted_claims_are_found_and_plain_words_are_not(text: str, claimed: list[str]) -> None:
    assert claims(text) == claimed


def test_a_planted_claim_is_found_wherever_a_file_may_hide_it() -> None:
    planted = {"steps": [{"say": "This heals."}], "title": "Relief", "about": "Calm."}

    assert [one for text in texts_of(planted) for one in claims(text)] == ["heals"]
