"""What may stand under `figure:`, and how a mistake is told."""

from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from backease_desktop.core.figure.model import Figure, contacts_of, sentences
from backease_desktop.core.figure.pose import Contact
from tests.fakes.figures import BIRD_DOG, EVERY


def told(words: dict[str, Any]) -> dict[str, str]:
    """What is wrong with a figure, by field."""
    with pytest.raises(ValidationError) as caught:
        Figure.model_validate(words)
    return dict(sentences(caught.value))


def with_hold(**changes: Any) -> dict[str, Any]:
    """The bird dog with a changed hold."""
    words = deepcopy(BIRD_DOG)
    words["keyframes"]["hold"] |= changes
    return words


@pytest.mark.parametrize("name", EVERY)
def test_a_figure_survives_being_written_and_read(name: str) -> None:
    figure = Figure.model_validate(EVERY[name])

    assert Figure.model_validate(figure.model_dump(by_alias=True)) == figure


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
