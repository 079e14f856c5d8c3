"""What may come to a person unasked."""

from datetime import date

from backease_desktop.core.compose.fitness import fits_person
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from tests.fakes.small_catalogue import small_catalogue

DAY = date(2026, 11, 29)
CATALOGUE = small_catalogue()


def test_what_hurt_does_not_come_unasked_and_comes_to_everybody_else() -> None:
    one = next(e for e in CATALOGUE.exercises.values() if e.sides != "affected")
    assert fits_person(one, Asking(NOBODY, DAY), CATALOGUE)
    assert not fits_person(one, Asking(NOBODY, DAY, {one.id: 1}), CATALOGUE)


def test_what_is_for_one_side_is_asked_about_first() -> None:
    one_sided = [e for e in CATALOGUE.exercises.values() if e.sides == "affected"]
    assert one_sided
    assert not any(fits_person(one, Asking(NOBODY, DAY), CATALOGUE) for one in one_sided)
