"""What is read without pydantic is what pydantic would have read, or nothing."""

from typing import Annotated, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta
from pydantic import ValidationError

from backease_desktop.core.plain_reading import plain_value
from backease_desktop.core.reading import read
from backease_desktop.core.safety import Safety, SafetyPart, Urgency
from backease_desktop.core.values import Check, Value, Written
from backease_desktop.storage.paths import bundled


class Plain(Value, frozen=True, kw_only=True):
    """Types and limits."""

    name: Annotated[str, Meta(min_length=1, max_length=4, pattern="^[a-z ]*$")]
    size: Annotated[int, Meta(ge=2, le=8)] = 4
    share: float = 0.5
    parts: tuple[str, ...] = ()
    urgency: Urgency | None = None
    is_on: bool = False


class Checked(Value, frozen=True, kw_only=True):
    """A check in our words."""

    name: Annotated[str, Check(str.upper)]


class Bent(Value, frozen=True, kw_only=True):
    """Another way to write it."""

    size: Annotated[int, Written(lambda _: 3)]


class Joined(Value, frozen=True, kw_only=True):
    """What must hold between fields."""

    one: int

    def check(self) -> None:
        """Nothing; that it is there is enough."""


class Older(Value, frozen=True, kw_only=True):
    """An older way to write it."""

    one: int

    @classmethod
    def prepared(cls, words: Any) -> Any:
        """As it is."""
        return words


class Named(Value, frozen=True, kw_only=True):
    """By name."""

    by_name: dict[str, str]


class Around(Value, frozen=True, kw_only=True):
    """Something of it is not plain."""

    parts: tuple[Checked, ...]


WORDS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 10)
    | st.floats(allow_nan=False)
    | st.sampled_from(["ab", " ab ", "", " ", "abcde", "AB", "now", "2", "true", "a\n"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)


@given(
    st.dictionaries(
        st.sampled_from(["name", "size", "share", "parts", "urgency", "is_on", " name", "other"]),
        WORDS,
    )
)
def test_it_is_what_pydantic_would_have_read(words: dict[str, Any]) -> None:
    value = plain_value(Plain, words)
    try:
        said = read(Plain, words)
    except ValidationError:
        assert value is None
    else:
        assert value in (said, None)


def test_room_around_words_is_not_part_of_them() -> None:
    words = {"name": " ab ", "parts": [" c"], "urgency": "now "}
    assert plain_value(Plain, words) == Plain(name="ab", parts=("c",), urgency=Urgency.NOW)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Checked, {"name": "a"}),
        (Bent, {"size": 3}),
        (Joined, {"one": 1}),
        (Older, {"one": 1}),
        (Named, {"by_name": {" a": "b"}}),
        (Around, {"parts": []}),
    ],
)
def test_what_is_checked_in_words_of_ours_is_left_to_who_does(
    kind: type[Value], words: object
) -> None:
    read(kind, words)
    assert plain_value(kind, words) is None


def test_the_pages_about_safety_are_plain() -> None:
    words = yaml.safe_load((bundled("catalogue") / "safety.yaml").read_text("utf-8"))
    value = plain_value(Safety, words)
    assert value == read(Safety, words)
    assert value is not None
    assert isinstance(value.about, SafetyPart)
