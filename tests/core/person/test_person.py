"""What a person says about themselves, and what follows from it as days go by."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import MeantFor, Side
from backease_desktop.core.person.keeping import changes, person_of
from backease_desktop.core.person.person import (
    NOBODY,
    Person,
    RatherNot,
    SideThatHurts,
    late_from,
)

TODAY = date(2026, 11, 26)


def test_the_week_goes_on_by_itself_and_changes_every_seventh_day() -> None:
    person = NOBODY.with_week(14, TODAY)
    weeks = [person.week(TODAY + timedelta(days=day)) for day in (0, 1, 7, 8, 14, 15)]

    assert weeks == [14, 15, 15, 16, 16, 17]


@pytest.mark.parametrize("week", range(1, 43))
def test_a_week_that_was_said_is_the_week_that_is_told_on_that_day(week: int) -> None:
    assert NOBODY.with_week(week, TODAY).week(TODAY) == week


@pytest.mark.parametrize("day_of_week", range(7))
def test_the_late_rules_are_never_late_whatever_day_of_the_week_it_was(day_of_week: int) -> None:
    person = NOBODY.with_week(16, TODAY)
    really_late = TODAY + timedelta(days=7 - day_of_week)

    assert "pregnancy-16" not in person.having(TODAY)
    assert "pregnancy-16" in person.having(really_late)


def test_with_a_due_date_the_late_rules_begin_on_the_very_day() -> None:
    person = NOBODY.with_condition("pregnancy").with_(due=TODAY + timedelta(weeks=23, days=1))

    assert "pregnancy-16" not in person.having(TODAY)
    assert "pregnancy-16" in person.having(TODAY + timedelta(days=1))


def test_the_late_rules_begin_on_the_day_that_is_announced() -> None:
    person = NOBODY.with_week(14, TODAY)
    assert person.due is not None
    first = late_from(person.due)

    assert first == date(2026, 12, 11)
    assert "pregnancy-16" not in person.having(first - timedelta(days=1))
    assert "pregnancy-16" in person.having(first)


def test_who_is_pregnant_without_a_week_is_looked_after_as_if_it_were_late() -> None:
    assert NOBODY.with_condition("pregnancy").having(TODAY) == {"pregnancy", "pregnancy-16"}


def test_without_pregnancy_nothing_of_it_is_left() -> None:
    person = NOBODY.with_week(30, TODAY).with_condition("pregnancy-16").without("pregnancy")

    assert person == NOBODY


def test_an_answer_holds_for_ninety_days_and_as_long_as_the_conditions_are_the_same() -> None:
    person = NOBODY.with_condition("fusion").with_answer("bridge", TODAY, may=True)

    assert person.answer_to("bridge", TODAY + timedelta(days=89)) is not None
    assert person.answer_to("bridge", TODAY + timedelta(days=90)) is None
    assert person.answer_to("bridge", TODAY - timedelta(days=1)) is None
    assert person.with_condition("disc").answer_to("bridge", TODAY) is None
    assert person.answer_to("plank", TODAY) is None


def test_an_answer_is_asked_for_again_when_the_week_brings_new_rules() -> None:
    person = NOBODY.with_week(16, TODAY).with_condition("fusion")
    person = person.with_answer("prone-press-up", TODAY, may=True)

    assert person.answer_to("prone-press-up", TODAY) is not None
    assert person.answer_to("prone-press-up", TODAY + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (None, None),
        (SideThatHurts.BOTH, None),
        (SideThatHurts.NEITHER, None),
        (SideThatHurts.LEFT, Side.LEFT),
        (SideThatHurts.RIGHT, Side.RIGHT),
    ],
)
def test_one_side_only_is_done_where_one_side_only_hurts(
    side: SideThatHurts | None, expected: Side | None
) -> None:
    assert Person(side=side).affected_side is expected


def test_a_programme_is_meant_for_those_who_have_said_so() -> None:
    assert NOBODY.is_meant(None, TODAY)
    assert not NOBODY.is_meant(MeantFor.SCIATICA, TODAY)
    assert NOBODY.with_condition("disc").is_meant(MeantFor.SCIATICA, TODAY)
    assert NOBODY.with_week(8, TODAY).is_meant(MeantFor.PREGNANCY, TODAY)


def test_what_is_rather_not_done_may_be_added_by_its_name_like_a_condition() -> None:
    person = NOBODY.with_condition("prone").with_condition("kneel")

    assert person.rather_not == (RatherNot.KNEEL, RatherNot.PRONE)
    assert person.without("kneel").rather_not == (RatherNot.PRONE,)


CONDITIONS = st.sampled_from(["disc", "fusion", "pregnancy", "knee", "floor", "wrists"])


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Somebody who has said this and that."""
    person = NOBODY
    for condition in draw(st.lists(CONDITIONS, max_size=4)):
        person = person.with_condition(condition)
    if draw(st.booleans()):
        person = person.with_week(draw(st.integers(1, 42)), TODAY)
    if draw(st.booleans()):
        person = person.with_answer("bridge", TODAY, may=draw(st.booleans()))
    if draw(st.booleans()):
        person = person.with_told("with-sciatica")
    return person.with_(side=draw(st.none() | st.sampled_from(SideThatHurts)))


@given(people(), people())
def test_what_changed_is_kept_field_by_field_and_comes_back_as_it_was(
    before: Person, after: Person
) -> None:
    kept = dict(changes(NOBODY, before)) | dict(changes(before, after))

    assert person_of(kept) == after


@given(people())
def test_nothing_is_kept_of_what_did_not_change(person: Person) -> None:
    assert list(changes(person, person)) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("due", "next spring"),
        ("due", 7),
        ("side", "up"),
        ("condition.Disc!", True),
        ("condition.disc", "yes"),
        ("rather-not.fly", True),
        ("answer.bridge", {"may": "perhaps"}),
        ("answer.bridge", None),
        ("shoe-size", 43),
    ],
)
def test_what_cannot_be_used_counts_as_not_said(field: str, value: object) -> None:
    assert person_of({field: value, "condition.knee": True}) == Person(conditions=("knee",))
