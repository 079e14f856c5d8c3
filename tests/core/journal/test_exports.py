"""The history as other programs read it."""

import csv
import io
import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.fields import FieldError
from backease_desktop.core.journal.entries import (
    Felt,
    LeftHurting,
    PainTold,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.journal.exports import (
    COLUMNS,
    as_csv,
    as_json,
    entries_in,
    harmless,
    since,
)
from backease_desktop.core.journal.fhir import fhir_bundle
from backease_desktop.core.journal.history import history_of
from tests.core.journal.some_entries import batches
from tests.fakes.journal import FakeNow, MemoryJournal


def parts_of(said: Any) -> dict[str, msgspec.Raw]:
    """A JSON as it stands in a file."""
    return msgspec.json.decode(json.dumps(said), type=dict[str, msgspec.Raw])


def told(name: str = "On the mat") -> MemoryJournal:
    """Two sessions on two days."""
    journal = MemoryJournal(FakeNow())
    for _ in range(2):
        started = journal.append(
            SessionStarted(
                routine="mat-12", name=name, duration_ms=600_000, exercises=("lunge", "bridge")
            )
        )
        journal.append(PainTold(session=started.id, level=5, when="before", where="lower_back"))
        journal.append(LeftHurting(session=started.id, exercise="bridge", pain=6))
        journal.append(
            SessionEnded(
                session=started.id,
                how="hurt",
                played_ms=300_000,
                fraction=0.5,
                exercises=("lunge",),
            )
        )
        journal.append(PainTold(session=started.id, level=3, when="after"))
        journal.append(Felt(session=started.id, how="right"))
        journal.now.advance(days=1)
    return journal


def test_the_table_has_a_line_for_each_session_and_a_name_for_each_column() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(told().history.sessions))))

    assert [row["date"] for row in rows] == ["2026-11-17", "2026-11-18"]
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["minutes"], rows[0]["done"], rows[0]["hurt"]) == ("5.0", "lunge", "bridge")
    assert (rows[0]["pain_before"], rows[0]["pain_after"], rows[0]["felt"]) == ("5", "3", "right")


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    cell = harmless(text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize("text", [" =1+1", "\n=1+1", "＝1+1", "＠SUM(A1)", "\u00a0+1"])
def test_what_only_some_spreadsheets_take_for_a_formula_is_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_a_name_that_is_a_formula_is_harmless_in_the_table() -> None:
    table = as_csv(told("=cmd|' /C calc'!A0").history.sessions)

    assert next(csv.DictReader(io.StringIO(table)))["name"] == "'=cmd|' /C calc'!A0"


@given(batches)
def test_what_is_exported_is_what_is_imported(batch: list[Any]) -> None:
    history = history_of(batch)

    entries, wrong = entries_in(parts_of(json.loads(as_json(history.sessions, batch))))

    assert wrong == ()
    assert list(entries) == batch
    assert history_of(entries) == history


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "should be a history"),
        ({"version": 1, "entries": {}}, "should be a history"),
        ({"version": 1}, "should be a history"),
        ({"version": 2, "entries": []}, "a newer program"),
        ({"version": [1], "entries": []}, "a newer program"),
        ({"entries": []}, "should be 1"),
    ],
)
def test_what_is_no_history_is_refused(said: Any, words: str) -> None:
    with pytest.raises(FieldError, match=words):
        entries_in(parts_of(said))


def test_an_entry_that_cannot_be_used_is_told_and_costs_no_other() -> None:
    journal = told()
    said = json.loads(as_json((), journal.entries()))
    said["entries"][0]["routine"] = 7
    said["entries"].append({**said["entries"][1], "kind": "dreamt"})

    entries, wrong = entries_in(parts_of(said))

    assert len(entries) == len(said["entries"]) - 2
    assert [error.place[:2] for error in wrong] == [("entries", 0), ("entries", 12)]


def test_only_what_is_from_the_day_on_is_exported() -> None:
    sessions = told().history.sessions

    assert since(sessions, date(2026, 11, 18)) == sessions[1:]
    assert since(sessions, None) == sessions


def test_the_bundle_names_nobody_and_is_the_same_each_time() -> None:
    history = told().history
    bundle = fhir_bundle(history.sessions, history.pains, "me")

    assert bundle == fhir_bundle(history.sessions, history.pains, "me")
    resources = [entry["resource"] for entry in bundle["entry"]]
    assert set(resources[0]) == {"resourceType", "id"}
    pains = [
        (one["valueQuantity"]["value"], one["effectiveDateTime"])
        for one in resources
        if one["resourceType"] == "Observation" and one["code"]["coding"][0]["code"] == "72514-3"
    ]
    assert [level for level, _ in pains] == [5, 3, 5, 3]
    minutes = [
        one["valueQuantity"]["value"]
        for one in resources
        if one["resourceType"] == "Observation" and one["code"]["coding"][0]["code"] == "55411-3"
    ]
    assert minutes == [5.0, 5.0]
    assert len({entry["fullUrl"] for entry in bundle["entry"]}) == 7


def test_the_bundle_is_fhir() -> None:
    fhir = pytest.importorskip("fhir.resources.R4B.bundle")
    history = told().history
    pains = [PainTold(id="0" * 28, at=FakeNow()(), level=10, when="before")]

    bundle = fhir.Bundle.model_validate(fhir_bundle(history.sessions, pains, "me"))

    assert len(bundle.entry) == 8
