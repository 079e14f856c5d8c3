"""What may stand under `figure:`, and how a mistake is told."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import msgspec
import pytest
from pydantic import ValidationError

from backease_desktop.core.figure.model import Figure, contacts_of
from backease_desktop.core.figure.pose import Contact
from backease_desktop.core.figure.props import Props
from backease_desktop.core.figure.vocabulary import Degrees, Points
from backease_desktop.core.reading import read
from backease_desktop.core.values import words_of
from tests.fakes.figures import BIRD_DOG, EVERY


def sentences(error: ValidationError) -> Iterator[tuple[str, str]]:
    """What is wrong: pairs of a field such as `keyframes.hold.pelvis` and words."""
    for detail in error.errors():
        place = [str(part) for part in detail["loc"] if part != "[key]"]
        words = str(detail["msg"]).removeprefix("Value error, ")
        if detail["type"] == "extra_forbidden":
            words = f"“{place[-1]}” is no field here"
        elif detail["type"] == "missing":
            words = "is missing"
        yield ".".join(place), words


def told(words: dict[str, Any]) -> dict[str, str]:
    """What is wrong with a figure, by field."""
    with pytest.raises(ValidationError) as caught:
        read(Figure, words)
    return dict(sentences(caught.value))


def with_hold(**changes: Any) -> dict[str, Any]:
    """The bird dog with a changed hold."""
    words = deepcopy(BIRD_DOG)
    words["keyframes"]["hold"] |= changes
    return words


@pytest.mark.parametrize("name", EVERY)
def test_a_figure_survives_being_written_and_read(name: str) -> None:
    figure = read(Figure, EVERY[name])

    assert read(Figure, words_of(figure)) == figure


def test_a_joint_beyond_its_limit_is_told_with_its_range() -> None:
    found = told(with_hold(left_leg={"hip": 170}))

    assert found == {
        "keyframes.hold.left_leg.hip": "170 is more than this joint can do; "
        "write a number from -40 to 145"
    }


def test_an_unknown_field_is_named() -> None:
    assert told(with_hold(left_leg={"hop": 10})) == {
        "keyframes.hold.left_leg.hop": "“hop” is no field here"
    }


def test_an_unknown_place_lists_the_known_ones() -> None:
    sentence = told(with_hold(right_arm={"reach": "moon"}))["keyframes.hold.right_arm.reach"]

    assert sentence.startswith("“moon” is no place to reach; write one of: thigh")


def test_a_limb_has_one_goal_at_most() -> None:
    found = told(with_hold(right_arm={"reach": "knee", "at": [1, 1]}))

    assert found == {"keyframes.hold.right_arm": "write only one of reach, at and like"}


def test_a_keyframe_needs_words_for_those_who_do_not_see_it() -> None:
    words = deepcopy(BIRD_DOG)
    del words["keyframes"]["hold"]["alt"]

    assert told(words) == {"keyframes.hold.alt": "is missing"}


@pytest.mark.parametrize(
    ("keyframes", "part"),
    [
        (("setup",), "at least two"),
        (("setup", "jump"), "“jump” is no name"),
    ],
)
def test_keyframes_have_known_names_and_are_two_at_least(
    keyframes: tuple[str, ...], part: str
) -> None:
    words = {"keyframes": {n: {"from": "standing", "alt": "Standing tall."} for n in keyframes}}

    assert part in "".join(told(words).values())


def test_a_keyframe_starts_from_one_above_it() -> None:
    words = {
        "keyframes": {
            "setup": {"from": "hold", "alt": "Standing tall."},
            "hold": {"from": "standing", "alt": "Standing tall."},
        }
    }

    assert "must stand above" in "".join(told(words).values())


def test_rests_read_like_a_sentence() -> None:
    assert contacts_of("hands and right knee on mat") == (
        Contact("hands", "mat"),
        Contact("right_knee", "mat"),
    )


@pytest.mark.parametrize("sentence", ["feet", "wings on floor", "feet on water"])
def test_what_rests_on_nothing_known_is_refused(sentence: str) -> None:
    with pytest.raises(ValueError, match=r"“(feet|wings|water)”"):
        contacts_of(sentence)


def test_a_close_up_of_nothing_known_lists_what_is_known() -> None:
    found = told(BIRD_DOG | {"close_up": "soul", "arrows": [{"of": "soul"}]})

    assert found["close_up"].startswith("“soul” is no close-up; write one of: head, shoulders")
    assert found["arrows.0.of"].startswith("“soul” is no place to reach")


def test_a_thing_in_its_usual_place_is_written_as_true() -> None:
    props = read(Props, {"chair": True, "desk": True})

    assert props.chair == read(Props, {"chair": {"at": 0}}).chair
    assert props.desk == read(Props, {"desk": {"at": 0.55, "height": 0.73}}).desk


@pytest.mark.parametrize(("kind", "word"), [(Degrees, 181), (Degrees, -181), (Points, "away")])
def test_words_and_numbers_of_no_body_are_refused(kind: Any, word: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(word, kind)
