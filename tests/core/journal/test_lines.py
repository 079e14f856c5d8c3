"""An entry as a line, and back."""

import pytest
from hypothesis import given

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.entries import Entry, Felt, SessionStarted
from backease_desktop.core.journal.lines import LONGEST_LINE, as_line, entry_of
from tests.core.journal.some_entries import entries

HEAD = b'"id":"018bcfe568000000aaaaaaaaaaaa","at":"2026-11-17T09:30:00+01:00"'


@given(entries)
def test_what_is_written_is_what_is_read(entry: Entry) -> None:
    line = as_line(entry)

    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert entry_of(line) == entry


def test_the_local_time_of_the_day_survives() -> None:
    entry = entry_of(b'{"kind":"felt",' + HEAD + b',"session":"s","how":"easy"}')

    assert isinstance(entry, Felt)
    assert entry.at.isoformat() == "2026-11-17T09:30:00+01:00"


@pytest.mark.parametrize(
    "more",
    [b'"kind":"dreamt","of":3', b'"kind":"felt","v":2,"session":"s","how":"so so"'],
)
def test_a_line_of_a_newer_version_is_no_error_and_no_entry(more: bytes) -> None:
    assert entry_of(b"{" + HEAD + b"," + more + b"}") is None


def test_a_field_of_a_newer_version_does_no_harm() -> None:
    line = b'{"kind":"session_started",' + HEAD + b',"routine":"mat-12","weather":"fine"}'

    entry = entry_of(line)

    assert isinstance(entry, SessionStarted)
    assert entry.routine == "mat-12"


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        (b'{"kind":"felt",', (), "is not JSON"),
        (b"\x00\x00\x00", (), "is not JSON"),
        (b'{"kind":"plan_changed","value":' + b"[" * 100_000, (), "is not JSON"),
        (b"[]", (), "Expected object"),
        (b'{"kind":"felt","session":"s","how":"easy"}', ("id",), "28 hexadecimal digits"),
        (b'{"kind":"felt",' + HEAD + b',"session":"s","how":"bad"}', ("how",), "bad"),
        (b'{"kind":"felt",' + HEAD + b',"how":"easy"}', (), "session"),
        (b'{"kind":"pain_told",' + HEAD + b',"when":"after","level":11}', ("level",), "10"),
        (b'{"kind":"felt",' + HEAD[:35] + b',"session":"s","how":"easy"}', ("at",), "is missing"),
        (
            b'{"kind":"session_started",' + HEAD + b',"routine":"a\\u001bb"}',
            ("routine",),
            "invisible sign",
        ),
        (
            b'{"kind":"profile_changed",' + HEAD + b',"field":"x","value":{"y":["a\\nb"]}}',
            ("value", "y", 0),
            "line break",
        ),
        (b'{"kind":"felt"' + b" " * LONGEST_LINE + b"}", (), "longer than 1 MB"),
    ],
)
def test_what_cannot_be_used_says_where_and_why(
    line: bytes, place: tuple[str | int, ...], words: str
) -> None:
    with pytest.raises(FieldError, match=words) as caught:
        entry_of(line)

    assert caught.value.place == place
