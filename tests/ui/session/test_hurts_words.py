"""What a session says at its beginning of what hurt before."""

from datetime import date

import pytest

from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.tailored import Change, tailored
from backease_desktop.core.person.verdict import Asking
from backease_desktop.ui.session.hurts_words import why_words
from tests.core.person.test_tailored import SHIPPED, routine_of

pytestmark = pytest.mark.usefixtures("qapp")


def changes(*exercises: str, hurt: dict[str, int], condition: str = "") -> tuple[Change, ...]:
    person = NOBODY.with_condition(condition) if condition else NOBODY
    asking = Asking(person, date(2026, 11, 26), hurt)
    return tailored(routine_of(*exercises), asking, SHIPPED).changes


def said_of(told: tuple[Change, ...]) -> str:
    return why_words(told, lambda id_: SHIPPED.exercises[id_].name)


def test_what_hurt_comes_as_its_easier_form_and_that_is_said_once_though_it_comes_twice() -> None:
    told = changes("plank", "neck-turn", "plank", hurt={"plank": 1})

    assert len(told) == 2  # its easier form, and nothing
    assert said_of(told) == "Plank comes as its easier form (it hurt last time)."


def test_what_is_changed_for_another_reason_is_not_told_as_if_it_had_hurt() -> None:
    told = changes("bridge", "plank", hurt={"plank": 1}, condition="pregnancy-16")

    assert {one.exercise for one in told} >= {"bridge", "plank"}
    assert said_of(told).startswith("Plank ")
    assert "Bridge" not in said_of(told)
