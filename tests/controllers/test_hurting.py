"""What was left because it hurt, and what may come instead."""

from dataclasses import replace

import pytest

from backease_desktop.controllers.hurting import Hurting
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.timeline.segments import Segment, SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import small_catalogue


@pytest.fixture
def catalogue() -> Catalogue:
    """The small catalogue, in which the twist has an easier form."""
    small = small_catalogue()
    eased = small.exercises["twist"].model_copy(update={"easier": "rolls"})
    return replace(small, exercises={**small.exercises, "twist": eased})


@pytest.fixture
def hurting(catalogue: Catalogue) -> Hurting:
    return Hurting(catalogue)


def hold(exercise: str | None, step: int | None = 0) -> Segment:
    return Segment(SegmentKind.HOLD, Ms(10_000), 0, step=step, exercise=exercise)


def test_nothing_waits_before_something_was_left(hurting: Hurting) -> None:
    assert not hurting.waits
    assert hurting.easier is None


def test_what_was_left_waits_with_its_easier_form_until_it_is_forgotten(hurting: Hurting) -> None:
    hurting.leave(hold("twist"))
    assert hurting.waits
    assert hurting.easier is not None
    assert hurting.easier.id == "rolls"
    hurting.forget()
    assert not hurting.waits
    assert hurting.easier is None


def test_the_easier_form_takes_the_place_of_what_was_left_and_of_nothing_else(
    hurting: Hurting, catalogue: Catalogue
) -> None:
    hurting.leave(hold("twist"))
    eased = hurting.eased(catalogue.routines["short"])
    assert [step.exercise for step in eased.steps] == ["rolls", "rolls"]


def test_without_an_easier_form_the_routine_stays_as_it_is(
    hurting: Hurting, catalogue: Catalogue
) -> None:
    hurting.leave(hold("rolls", step=1))
    assert hurting.waits
    assert hurting.eased(catalogue.routines["short"]) == catalogue.routines["short"]


def test_where_no_exercise_is_on_nothing_can_be_left(hurting: Hurting) -> None:
    hurting.leave(hold(None, None))
    assert not hurting.waits
