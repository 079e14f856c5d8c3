"""A roster with one reminder more, less or changed: the others stay as they are, in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.roster import Reminder, Roster
from backease_desktop.core.reminder.roster_changes import (
    as_new,
    inserted,
    reminder_of,
    replaced,
    with_own_id,
    without,
)

IDS = st.lists(st.sampled_from([f"reminder-{n}" for n in range(1, 12)]), unique=True)


def roster_of(ids: list[str]) -> Roster:
    return Roster(reminders=tuple(Reminder(id=id_, name=id_) for id_ in ids), away_after_min=9)


def ids_of(roster: Roster) -> list[str]:
    return [one.id for one in roster.reminders]


@given(IDS)
def test_a_new_one_has_the_first_id_that_is_free_and_calls_nobody(ids: list[str]) -> None:
    new = as_new(roster_of(ids), Reminder(id="copied", name="Copied", enabled=True))
    assert new == Reminder(id=new.id, name="Copied", enabled=False)
    assert new.id not in ids
    assert all(f"reminder-{n}" in ids for n in range(1, int(new.id.removeprefix("reminder-"))))


@given(IDS)
def test_one_that_comes_back_has_its_id_unless_another_one_has_it(ids: list[str]) -> None:
    old = Reminder(id="reminder-3", name="Old")
    back = with_own_id(roster_of(ids), old)
    assert back.id not in ids
    assert (back == old) == ("reminder-3" not in ids)
    assert back.with_(id=old.id) == old


@given(IDS, st.integers(0, 12))
def test_what_is_put_in_stands_at_its_place_and_goes_again(ids: list[str], place: int) -> None:
    roster = roster_of(ids)
    more = inserted(roster, Reminder(id="new", name="New"), place)
    assert ids_of(more).index("new") == min(place, len(ids))
    assert more.away_after_min == 9
    assert without(more, "new") == roster
    assert ids_of(inserted(roster, Reminder(id="new", name="New"))) == [*ids, "new"]


@given(IDS.filter(bool))
def test_one_that_is_changed_is_the_only_one_that_is(ids: list[str]) -> None:
    roster, wanted = roster_of(ids), ids[len(ids) // 2]
    changed = replaced(roster, reminder_of(roster, wanted).with_(name="Another"))
    assert ids_of(changed) == ids
    assert [one.name for one in changed.reminders if one.name != one.id] == ["Another"]
    assert reminder_of(changed, wanted).name == "Another"


def test_one_that_is_not_there_cannot_be_found() -> None:
    with pytest.raises(KeyError):
        reminder_of(roster_of(["stretch"]), "walk")
