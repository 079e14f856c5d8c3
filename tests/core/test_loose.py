"""Drafts are read whatever their limits say, and nothing else is."""

import msgspec
import pytest

from backease_desktop.core.catalogue.exercise import Breath, Exercise, Phase
from backease_desktop.core.loose import loose_value
from backease_desktop.core.values import words_of
from tests.fakes.shipped_catalogue import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


@pytest.mark.parametrize("id_", sorted(EXERCISES))
def test_every_exercise_is_the_same_again(id_: str) -> None:
    words = msgspec.json.decode(msgspec.json.encode(words_of(EXERCISES[id_])))

    assert loose_value(Exercise, words) == EXERCISES[id_]


def test_what_breaks_limits_is_the_same_again() -> None:
    wrong = EXERCISES["bird-dog"].with_(
        name="",
        areas=(),
        tip="word " * 30,
        breath=Breath(inwards="", outwards="out"),
        phases=(Phase(to="nowhere 5", seconds=99.0, say=""),),
    )
    words = msgspec.json.decode(msgspec.json.encode(words_of(wrong)))

    assert loose_value(Exercise, words) == wrong


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"position": "upside-down"}, "upside-down"),
        ({"tip": 5}, "str"),
        ({"colour": "red"}, "colour: no field"),
        ({"areas": "core"}, "array"),
        ({"prescriptions": ["often"]}, "group of fields"),
    ],
)
def test_what_is_no_value_at_all_is_refused(change: dict[str, object], why: str) -> None:
    words = msgspec.json.decode(msgspec.json.encode(words_of(EXERCISES["bird-dog"])))

    with pytest.raises(msgspec.ValidationError, match=why):
        loose_value(Exercise, words | change)


def test_what_lacks_a_field_or_is_none_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="missing"):
        loose_value(Exercise, {"id": "mine"})
    with pytest.raises(msgspec.ValidationError, match="group"):
        loose_value(Exercise, [])
