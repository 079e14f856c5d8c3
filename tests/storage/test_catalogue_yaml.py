"""YAML with lines: stricter than YAML where a slip would pass unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.storage import yaml_reader
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.yaml_marks import Marked
from backease_desktop.storage.yaml_reader import read_yaml
from backease_desktop.storage.yaml_writer import write_yaml

WORDS = st.text(st.characters(categories=["L"], max_codepoint=0x17F), min_size=1, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@pytest.fixture(params=["C", "pure"])
def read(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Marked]:
    """The reader, on the C parser and on the one that stands in where that is missing."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML is built without its C parser here")
    return read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("001", "001"),
        ("10", 10),
        ("-3", -3),
        ("2.5", 2.5),
        ("1e999", "1e999"),
        ("9.9e999", "9.9e999"),
        ("true", True),
        ("yes", "yes"),
        ("on", "on"),
        ("2026-11-21", "2026-11-21"),
        ("12:30", "12:30"),
        ("~", None),
        ('"10"', "10"),
        ("[a, 1]", ["a", 1]),
    ],
)
def test_a_word_means_what_it_looks_like(
    text: str, value: object, read: Callable[[str], Marked]
) -> None:
    assert read(f"field: {text}").value == {"field": value}


def test_every_value_knows_its_line(read: Callable[[str], Marked]) -> None:
    marked = read("a: 1\nb:\n  - c: 2\n    d:\n      3\n")

    assert marked.line_of(("a",)) == 1
    assert marked.line_of(("b",)) == 2
    assert marked.line_of(("b", 0, "c")) == 3
    assert marked.line_of(("b", 0, "d")) == 4


def test_a_value_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    marked = read_yaml("a: 1\nb:\n  c: 2\n")

    assert marked.line_of(("b", "gone", 7)) == 2
    assert Marked().line_of(("gone",)) == 1


def test_every_slip_is_marked_and_not_only_the_first() -> None:
    marked = read_yaml("a: 1\na: 2\nb: &x 3\nc: !!set {}\n")

    assert [mark.line for mark in marked.marks] == [2, 3, 4]
    assert marked.value is None


@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    text = yaml.safe_dump({"field": value}, allow_unicode=True)

    assert read_yaml(text).marks == []
    assert read_yaml(text).value == {"field": value}


@given(st.text(max_size=200))
def test_no_text_crashes_the_reader(text: str) -> None:
    marked = read_yaml(text)

    assert not (marked.marks and marked.value is not None)
    assert all(mark.line >= 1 and mark.problem for mark in marked.marks)


@given(st.text(st.sampled_from("ab :-[]{},&*!|>'\"#\n?"), max_size=60))
def test_nothing_made_of_signs_crashes_the_reader(text: str) -> None:
    assert all(mark.line >= 1 for mark in read_yaml(text).marks)


def test_a_problem_reads_as_file_line_field_and_sentence() -> None:
    assert str(Problem(Path("a.yaml"), 3, "name", "missing; add it")) == (
        "a.yaml:3: name: missing; add it"
    )


def test_what_is_written_twice_stands_there_twice() -> None:
    """The reader refuses anchors, which PyYAML writes for what it has met already."""
    again = {"min": 1, "max": 2}
    text = write_yaml({"reps": again, "name": "Grüße", "breaths": again})
    assert text == "reps: {min: 1, max: 2}\nname: Grüße\nbreaths: {min: 1, max: 2}\n"
    assert read_yaml(text).value == {"reps": again, "name": "Grüße", "breaths": again}
