"""Values are declared once: what reads them, and what editors are told, follows from that."""

import gc
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest
from msgspec import Meta, field
from pydantic import ValidationError

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.reading import read, schema_of
from backease_desktop.core.values import Check, Value, Written, kept_value, words_of

ROOT = Path(__file__).parents[2]


def _even(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd; write an even number")
    return number


class Inner(Value, frozen=True, kw_only=True):
    """A part."""

    size: Annotated[int, Meta(ge=2, le=8), Check(_even)] = 4


class Outer(Value, frozen=True, kw_only=True):
    """A whole."""

    name: Annotated[str, Meta(max_length=5)]
    part: Annotated[Inner, Written(lambda said: {"size": said} if said == 6 else said)] = Inner()
    parts: tuple[Inner, ...] = ()
    after: str | None = field(default=None, name="then")

    def check(self) -> None:
        """A name is said once."""
        if self.after == self.name:
            raise ValueError("then: is the name again")

    @classmethod
    def prepared(cls, words: Any) -> Any:
        """Older files say `called`."""
        if isinstance(words, dict) and "called" in words:
            return {"name" if key == "called" else key: part for key, part in words.items()}
        return words


def test_words_become_structs_all_the_way_down() -> None:
    value = read(Outer, {"called": " ab ", "part": 6, "parts": [{"size": 2}, {}], "then": "x"})

    assert value == Outer(name="ab", part=Inner(size=6), parts=(Inner(size=2), Inner()), after="x")


@pytest.mark.parametrize(
    ("words", "place", "said"),
    [
        ({"name": "toolong"}, ("name",), "at most 5 characters"),
        ({"name": "a", "part": {"size": 3}}, ("part", "size"), "3 is odd"),
        ({"name": "a", "part": {"size": 10}}, ("part", "size"), "less than or equal to 8"),
        ({"name": "a", "parts": [{}, {"seize": 1}]}, ("parts", 1, "seize"), "Extra inputs"),
        ({"name": "a", "then": "a"}, (), "is the name again"),
        ({"name": "a", "after": "b"}, ("after",), "Extra inputs"),
    ],
)
def test_whatever_is_said_of_a_field_is_checked_where_it_stands(
    words: dict[str, Any], place: tuple[str | int, ...], said: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        read(Outer, words)
    (found,) = caught.value.errors()
    assert found["loc"] == place
    assert said in found["msg"]


def test_editors_are_told_names_limits_and_defaults() -> None:
    schema = schema_of(Outer)

    assert set(schema["properties"]) == {"name", "part", "parts", "then"}
    assert schema["required"] == ["name"]
    assert schema["$defs"]["Inner"]["properties"]["size"]["maximum"] == 8
    assert schema["properties"]["part"]["default"] == {"size": 4}


def test_words_of_a_value_leave_out_what_is_as_by_default_and_are_read_as_it() -> None:
    value = Outer(name="ab", parts=(Inner(size=2), Inner(size=4)), after="x")

    assert words_of(value) == {"name": "ab", "parts": [{"size": 2}, {}], "then": "x"}
    assert read(Outer, words_of(value)) == kept_value(Outer, words_of(value)) == value


@pytest.mark.parametrize(
    "words", [{}, {"name": "toolong"}, {"name": "a", "then": "a"}, {"name": "a", "no": 1}, 7]
)
def test_what_was_kept_and_is_damaged_is_no_value(words: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        kept_value(Outer, words)


def test_what_was_checked_before_is_used_without_pydantic() -> None:
    program = (
        "import sys; from backease_desktop.core.timeline import cards; "
        "from backease_desktop.core.figure import film; "
        "from backease_desktop.storage import catalogue_files, wording_files, safety_file; "
        "print(*{'pydantic', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_a_value_is_nothing_that_garbage_is_searched_for() -> None:
    assert not gc.is_tracked(Inner())
    for kind in (Exercise, Prescription, Routine, Step):
        assert kind.__struct_config__.gc is False, kind
