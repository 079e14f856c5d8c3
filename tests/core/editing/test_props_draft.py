"""Things in the picture: put there, moved, and not taken from under a body."""

from typing import Any

import pytest

from backease_desktop.core.editing.props_draft import (
    FIRST,
    VIEWS,
    place_of,
    things_in,
    with_thing,
    with_thing_at,
    with_view,
)
from backease_desktop.core.figure.model import Figure, figure_of
from backease_desktop.core.reading import read
from tests.fakes.shipped_catalogue import shipped_catalogue

BIRD_DOG: Any = shipped_catalogue().exercises["bird-dog"].figure
SEATED: Any = shipped_catalogue().exercises["seated-twist"].figure


@pytest.mark.parametrize("name", sorted(set(FIRST) - {"mat"}))
def test_each_thing_is_put_into_the_picture_as_a_file_may_have_it_and_taken_out(
    name: str,
) -> None:
    words = with_thing(BIRD_DOG, name, is_there=True)

    assert set(things_in(words)) == {"mat", name}
    assert read(Figure, words) == figure_of(words)
    assert with_thing(words, name, is_there=False) == BIRD_DOG


def test_what_something_rests_on_stays() -> None:
    with pytest.raises(ValueError, match="something rests on the chair"):
        with_thing(SEATED, "chair", is_there=False)


def test_a_thing_is_moved_and_keeps_what_else_is_said_of_it() -> None:
    words = with_thing(BIRD_DOG, "wall", is_there=True)
    assert place_of(words, "wall") == -0.9
    high = {**words, "props": {**words["props"], "wall": {"at": -0.9, "height": 1.2}}}

    moved = with_thing_at(high, "wall", -0.75)

    assert moved["props"]["wall"] == {"at": -0.75, "height": 1.2}
    assert place_of(moved, "wall") == -0.75
    assert place_of(moved, "mat") is None
    assert place_of({"props": {"chair": True}}, "chair") == 0.0


def test_every_view_is_one_that_a_file_may_have_and_the_same_one_changes_nothing() -> None:
    for view in VIEWS:
        assert read(Figure, with_view(BIRD_DOG, view)).view == view
    assert with_view(BIRD_DOG, "side") == BIRD_DOG
