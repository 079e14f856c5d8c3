"""Leaves are passed over by the search for garbage, and so is all that bodies are made of."""

import gc

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.leaf import Leaf
from backease_desktop.core.pieces import drained
from tests.fakes.shipped_catalogue import shipped_catalogue

FILM = 100
"""Objects that are looked at in a solved film, at most; it was 2,400 when bodies were, too."""


class Branch(Leaf, frozen=True):
    leaves: tuple[Leaf, ...] = ()


def test_a_leaf_is_never_looked_at_for_garbage() -> None:
    assert not gc.is_tracked(Branch())
    assert not gc.is_tracked(Branch((Branch(),)))


def test_a_solved_film_has_hardly_anything_to_be_looked_at() -> None:
    exercises = shipped_catalogue().exercises
    first, film = (Film(figure_of(exercises[name].figure)) for name in ("bridge", "dead-bug"))
    drained(first.getting_ready())  # what all films have in common
    gc.collect()
    before = len(gc.get_objects())

    drained(film.getting_ready())

    gc.collect()
    assert not gc.is_tracked(film.stills[0].skeleton)
    assert len(gc.get_objects()) - before < FILM
