"""Easier and harder forms: what may be named, what is told of it, and what cannot be kept."""

from datetime import date

import pytest

from backease_desktop.core.editing.exercise_draft import copied
from backease_desktop.core.editing.links_draft import (
    LINKS,
    Hindrance,
    Link,
    choices,
    fault_of_links,
    not_offered,
    with_link,
)
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking, easier_for, harder_for
from tests.fakes.people import CONDITIONS
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()
MINE = copied(CATALOGUE.exercises["bird-dog"], "mine", "Mine")
DAY = date(2026, 11, 26)


def test_what_may_be_named_is_sorted_and_never_the_exercise_itself() -> None:
    bridge = CATALOGUE.exercises["bridge"]
    found = choices(bridge, CATALOGUE, CATALOGUE.exercises.keys())

    assert bridge not in found
    assert len(found) == len(CATALOGUE.exercises) - 1
    assert [one.name for one in found] == sorted((o.name for o in found), key=str.casefold)


def test_what_is_named_now_stays_among_them_whatever_is_known() -> None:
    linked = with_link(MINE, "easier", "dead-bug")

    assert [one.id for one in choices(linked, CATALOGUE, {"bridge"})] == ["bridge", "dead-bug"]


@pytest.mark.parametrize("link", LINKS)
def test_a_form_is_named_and_taken_out_again(link: Link) -> None:
    linked = with_link(MINE, link, "bridge")

    assert getattr(linked, link) == "bridge"
    assert with_link(linked, link, None) == MINE


def test_one_exercise_is_not_both_easier_and_harder() -> None:
    turned = with_link(with_link(MINE, "easier", "bridge"), "harder", "bridge")

    assert (turned.easier, turned.harder) == (None, "bridge")


def test_a_link_to_what_is_gone_is_told_by_its_name() -> None:
    linked = with_link(MINE, "harder", "gone")

    assert fault_of_links(linked, CATALOGUE.exercises) == (
        "harder",
        "“gone” is not there any more; choose another one, or none",
    )
    assert fault_of_links(with_link(MINE, "harder", "bridge"), CATALOGUE.exercises) is None


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_is_told_is_what_the_door_says(condition: str) -> None:
    """For whoever has a condition: a reason exactly where the form is not offered."""
    asking = Asking(NOBODY.with_condition(condition), DAY)
    for id_ in CATALOGUE.exercises:
        for link, offered in (("easier", easier_for), ("harder", harder_for)):
            linked = MINE.with_(**{link: id_})
            told = not_offered(linked, link, asking, CATALOGUE)  # type: ignore[arg-type]
            assert (told is None) is (offered(linked, asking, CATALOGUE) is not None)


def test_a_form_that_is_left_out_is_told_with_its_reason() -> None:
    asking = Asking(NOBODY.with_condition("disc").with_condition("prone"), DAY)
    told = not_offered(with_link(MINE, "easier", "prone-press-up"), "easier", asking, CATALOGUE)

    assert told is not None
    assert (told.why, told.name) == (
        Hindrance.AVOIDED,
        CATALOGUE.exercises["prone-press-up"].name,
    )
    assert told.reason.endswith(".")


def test_nobody_is_told_of_a_form_that_is_not_named_or_not_there() -> None:
    asking = Asking(NOBODY, DAY)

    assert not_offered(MINE, "easier", asking, CATALOGUE) is None
    assert not_offered(with_link(MINE, "easier", "gone"), "easier", asking, CATALOGUE) is None
