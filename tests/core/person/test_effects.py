"""What it comes to for a person: counted once each, and only in routines that are for them."""

from datetime import date

from backease_desktop.core.person.effects import Effects, effects_of
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from tests.core.person.test_tailored import SHIPPED, somebody

TODAY = date(2026, 11, 26)


def effects(*conditions: str) -> Effects:
    return effects_of(Asking(somebody(*conditions), TODAY), SHIPPED)


def test_for_who_says_nothing_nothing_changes() -> None:
    assert list(effects()) == []
    assert effects().counts == {}


def test_an_exercise_that_two_things_change_is_counted_once() -> None:
    both = effects("disc", "osteoporosis")
    ids = [one.exercise.id for one in both]

    assert len(ids) == len(set(ids))
    assert sum(both.counts.values()) > len(ids)


def test_what_comes_of_a_late_pregnancy_is_counted_with_pregnancy() -> None:
    late = effects_of(Asking(NOBODY.with_week(30, TODAY), TODAY), SHIPPED)

    assert set(late.counts) == {"pregnancy"}
    assert {"bridge", "superman"} <= {one.exercise.id for one in late.never}


def test_what_stands_only_in_programmes_for_others_does_not_count() -> None:
    changed = {one.exercise.id for one in effects("neck").changed}
    glide = "sciatic-nerve-glide"
    others = {
        step.exercise
        for routine in SHIPPED.routines.values()
        if routine.meant_for is None
        for step in routine.steps
    }

    assert changed <= others
    assert (glide in {one.exercise.id for one in effects("wrists")}) is False
