"""Structs of the person's: what is right is taken, what is wrong is told and costs nothing else."""

import json
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from backease_desktop.core.field_words import LONGEST, right
from backease_desktop.core.field_words import given as given_words
from backease_desktop.core.fields import (
    FieldError,
    Fields,
    as_json,
    checked,
    field,
    fields_of,
    mended,
    parsed,
)
from backease_desktop.core.reminder.roster import At, Every, Reminder, Roster, WorkingHours
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.core.settings import Settings, VoiceSettings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


class Colour(StrEnum):
    """Two of them."""

    RED = "red"
    BLUE = "blue"


class Seat(Fields, frozen=True, kw_only=True):
    """Has a field without a default."""

    id: str
    height: Annotated[int, field("Height", "Centimetres.", ge=40, le=60)] = 45


class Room(Fields, frozen=True, kw_only=True):
    """Has every kind of field."""

    colour: Annotated[Colour | None, field("Colour", "Of the wall.")] = Colour.RED
    seats: Annotated[tuple[Seat, ...], field("Seats", "In order.", max_length=2)] = (Seat(id="a"),)
    guests: dict[str, int] = msgspec.field(default_factory=dict)
    opens: time = time(9)
    best: Seat | None = None


class Strict(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Refuses fields that it does not know."""

    version: Literal[1] = 1


def told(model: type[Fields], data: object) -> tuple[Fields, dict[str, str]]:
    value, wrong = mended(model, data)
    return value, {".".join(map(str, error.place)): str(error) for error in wrong}


def test_a_field_says_what_it_is() -> None:
    height = fields_of(Seat)["height"]
    assert (height.title, height.help, height.kind) == ("Height", "Centimetres.", int)
    assert (height.default, height.least, height.most) == (45, 40, 60)
    assert list(fields_of(Room)) == ["colour", "seats", "guests", "opens", "best"]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ({"colour": "green"}, "colour", 'red or blue or null, not "green"'),
        ({"opens": "9 o'clock"}, "opens", "a time of the day such as 09:00"),
        (
            {"best": {"id": "b", "height": 70}},
            "best.height",
            "a whole number from 40 to 60, not 70",
        ),
        ({"best": {"height": 50}}, "best.id", "is missing"),
        ({"guests": {"Ada": "two"}}, "guests.Ada", 'a whole number, not "two"'),
        ({"seats": [{"id": "a"}, {"id": 5}]}, "seats.1.id", "text, not 5"),
        ({"seats": {}}, "seats", "a list of at most 2 entries, not {}"),
        ({"seats": [{"id": "a"}] * 3}, "seats.2", "is one too many; there is room for 2"),
        ({"best": {"id": "a\x1b[2J"}}, "best.id", "U+001B"),
        ({"colour": "re\nd"}, "colour", "a line break stands within the text"),
        ({"guests": {"\u202eAda": 1}}, "guests.\\u202eAda", "a field's name: an invisible sign"),
        ([], "", "a table in braces, not []"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_would_be_right(
    data: object, place: str, words: str
) -> None:
    _, wrong = told(Room, data)

    assert list(wrong) == [place]
    assert words in wrong[place]
    with pytest.raises(FieldError) as refused:
        parsed(Room, data)
    assert str(refused.value) == wrong[place]


def test_what_is_wrong_costs_only_itself() -> None:
    data = {
        "colour": 7,
        "seats": [{"id": "a", "height": 0}, {}, {"id": "b", "height": 50}],
        "guests": {"Ada": 1, "Bob": None},
        "opens": "10:30",
        "future": True,
    }

    room, wrong = told(Room, data)

    assert room == Room(
        seats=(Seat(id="a"), Seat(id="b", height=50)), guests={"Ada": 1}, opens=time(10, 30)
    )
    assert list(wrong) == ["colour", "seats.0.height", "seats.1.id", "guests.Bob"]


def test_a_list_of_which_nothing_is_left_takes_its_default() -> None:
    room, wrong = told(Room, {"seats": [{}, 7]})

    assert isinstance(room, Room)
    assert room.seats == (Seat(id="a"),)
    assert list(wrong) == ["seats.0.id", "seats.1"]
    assert told(Room, {"seats": []}) == (Room(seats=()), {})


def test_of_what_does_not_go_together_the_later_is_left_out() -> None:
    twins = [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]
    day = [{"start": "09:00", "end": "12:00"}, {"start": "11:00", "end": "13:00"}]

    roster, wrong = told(Roster, {"reminders": twins, "away_after_min": 9})
    hours, crossed = told(WorkingHours, {"monday": day, "tuesday": []})

    assert isinstance(roster, Roster)
    assert [reminder.name for reminder in roster.reminders] == ["A"]
    assert roster.away_after_min == 9
    assert wrong == {"reminders.1": "two reminders have the same id"}
    assert hours == WorkingHours(tuesday=())
    assert list(crossed) == ["monday"]


@pytest.mark.parametrize(
    ("when", "place", "words"),
    [
        ({"kind": "never"}, "when.kind", 'should be every or at, not "never"'),
        ({"kind": []}, "when.kind", "should be every or at, not []"),
        ({"kind": {}}, "when.kind", "should be every or at, not {}"),
        ({}, "when.kind", "should be every or at, not null"),
        ({"kind": "at", "times": []}, "when.times", "should be a list of 1 to 24 entries, not []"),
        ([], "when", "should be a table in braces, not []"),
    ],
)
def test_an_entry_that_does_not_say_of_which_kind_it_is_is_left_out(
    when: object, place: str, words: str
) -> None:
    tea = {"id": "tea", "name": "Tea", "when": when}
    data = {"reminders": [tea, {"id": "walk", "name": "Walk"}]}

    roster, wrong = told(Roster, data)

    assert isinstance(roster, Roster)
    assert [reminder.id for reminder in roster.reminders] == ["walk"]
    assert wrong == {f"reminders.0.{place}": words}


def test_of_too_many_entries_the_first_are_kept_and_each_other_is_told() -> None:
    many = [{"id": f"r{number}", "name": f"R{number}"} for number in range(22)]

    roster, wrong = told(Roster, {"reminders": many})

    assert isinstance(roster, Roster)
    assert [reminder.id for reminder in roster.reminders] == [f"r{n}" for n in range(20)]
    assert list(wrong) == ["reminders.20", "reminders.21"]


def test_a_field_that_is_not_known_is_ignored_unless_the_struct_forbids_it() -> None:
    assert told(Room, {"x": 1}) == (Room(), {})
    assert told(Strict, {"x": 1}) == (Strict(), {"x": "is not known here"})


def test_a_value_from_outside_is_checked_and_one_of_our_own_is_not() -> None:
    voice = VoiceSettings()

    assert checked(voice, rate_wpm=170) == voice.with_(rate_wpm=170)
    assert voice.with_(rate_wpm=900).rate_wpm == 900
    with pytest.raises(FieldError, match="from 120 to 240, not 900"):
        checked(voice, rate_wpm=900)
    with pytest.raises(FieldError, match="not known"):
        checked(voice, timbre="warm")


def test_structs_within_a_value_from_outside_are_checked_too() -> None:
    reminder = Reminder(id="a", name="A")

    assert checked(reminder, when=At(times=(time(9),))).when == At(times=(time(9),))
    with pytest.raises(FieldError) as refused:
        checked(reminder, when=Every(minutes=1))
    assert refused.value.place == ("when", "minutes")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (bool, "true or false"),
        (Literal[1], "1"),
        (int, "a whole number"),
        (Annotated[int, Meta(ge=1)], "a whole number of at least 1"),
        (Annotated[str, Meta(min_length=1, max_length=9)], "text of 1 to 9 characters"),
        (date | None, "a date such as 2026-01-31 or null"),
        (datetime, "a date and time with its zone"),
        (dict[str, int], "a table in braces"),
        (float, "something else"),
    ],
)
def test_every_type_has_words(kind: Any, words: str) -> None:
    assert right(kind).startswith(words)


def test_a_long_value_is_repeated_in_part() -> None:
    assert given_words("é") == '"é"'
    assert len(given_words("x" * 1000)) == LONGEST


@given(JSON)
def test_whatever_stands_there_something_that_can_be_used_is_made_of_it(data: object) -> None:
    roster, wrong = mended(
        Roster, {"reminders": [data, {"id": "a", "name": "A", "when": data, "hours": data}]}
    )

    again, more = mended(Roster, json.loads(as_json(roster)))
    assert (again, more) == (roster, ())
    assert all(error.place for error in wrong)


@given(JSON)
def test_a_state_is_read_whole_or_told(data: object) -> None:
    state = {"wall": data, "mono": 1, "boot": 1, "absent": 0, "present_for": 0}
    with pytest.raises(FieldError):
        parsed(ReminderState, {**state, "tracks": {}, "pause": None})


def test_settings_and_their_file_say_the_same() -> None:
    loud = Settings(voice=VoiceSettings(volume=100))
    assert parsed(Settings, json.loads(as_json(loud))) == loud
