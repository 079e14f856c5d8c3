"""Lines as people write them, each with what is right: nothing is read that is not written."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.paste.read import MOST_LINES, Words, read_line, read_text, words_of
from backease_desktop.core.paste.reading import exported_reading
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.paste_words import load_paste_words
from tests.fakes.small_catalogue import CATALOGUE_FOLDER

HERE = Path(__file__).parent
AMOUNTS = ("sets", "reps", "hold_s", "per_day", "per_week")


@cache
def catalogue() -> Catalogue:
    return load_catalogue(CATALOGUE_FOLDER).catalogue


@cache
def words() -> Words:
    return words_of(load_paste_words(CATALOGUE_FOLDER / "paste"), catalogue())


def lines_of(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return rows


def ends(amount: object) -> object:
    """An amount as both of its ends, however it is written."""
    if isinstance(amount, int):
        return (amount, amount)
    if isinstance(amount, dict):
        return (amount["min"], amount["max"])
    return tuple(amount) if isinstance(amount, list) else amount


def wrong(row: dict[str, Any]) -> list[str]:
    """What of a line was read otherwise; of an unsure one a field may be left open."""
    read = exported_reading(read_line(row["line"], words()))
    is_asked = "unsure" in row
    right = {name: ends(row.get(name)) for name in AMOUNTS} | {
        "exercise": row.get("exercise"),
        "sides": row.get("sides", "none"),
        "unknown": row.get("unknown", False),
        "ignored": row.get("ignored", False),
        "unsure": bool(row.get("unsure")),
    }
    got = {**read, **{name: ends(read[name]) for name in AMOUNTS}, "unsure": bool(read["unsure"])}
    open_fields = {*AMOUNTS, "exercise"} if is_asked else set()
    return [
        f"{name}: {got[name]}, not {value}"
        for name, value in right.items()
        if got[name] != value and not (name in open_fields and got[name] is None)
        if not (is_asked and name == "sides")
    ]


FILES = (
    "lines",
    "blind",
    "more",
    "second_blind",
    "third_blind",
    "fourth_blind",
    "fifth_blind",
    "sixth_blind",
    "seventh_blind",
)
EVERY_LINE = [row for name in FILES for row in lines_of(f"{name}.yaml")]


@pytest.mark.parametrize("row", EVERY_LINE, ids=lambda row: row["line"][:40])
def test_a_line_is_read_as_it_was_meant(row: dict[str, Any]) -> None:
    assert wrong(row) == []


def test_each_value_comes_with_the_words_it_was_read_from() -> None:
    read = read_line("2) Bird-dog  3 x 10 each side, hold 5 s, twice daily", words())

    assert read.words == {
        "exercise": "bird dog",
        "sets": "3 x 10",
        "reps": "3 x 10",
        "hold_s": "hold 5 s",
        "sides": "each side",
        "per_day": "twice daily",
    }


def test_what_is_unsure_says_why_and_what_it_may_be() -> None:
    read = read_line("Shoulder rolls x10", words())

    assert read.exercise is None
    assert set(read.candidates) == {"shoulder-rolls-forward", "shoulder-rolls-backward"}
    assert read.unsure == {"exercise": "which of these is meant?"}


def test_lines_keep_their_numbers_and_blank_ones_say_nothing() -> None:
    read = read_text("Bridge x10\n\n  \nPlank 30 s\r\n", words())

    assert [(one.number, one.exercise) for one in read] == [(1, "bridge"), (4, "plank")]


def test_a_text_of_any_length_is_read_in_a_bounded_number_of_lines() -> None:
    assert len(read_text("Bridge x10\n" * (MOST_LINES + 5), words())) == MOST_LINES
    assert read_line("bridge " * 5_000, words()).is_ignored


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error_and_says_only_what_is_in_it(line: str) -> None:
    for read in read_text(line, words()):
        assert not (read.is_ignored and (read.exercise or read.unsure or read.is_unknown))
        assert not (read.is_unknown and read.exercise)
        if not any(sign.isdigit() or sign in "½¼¾" for sign in read.line):
            numbers = (read.sets, read.reps, read.hold_s)
            assert all(n is None or n.max <= 90 * 60 for n in numbers)


@given(
    st.sampled_from(["Bridge", "bird dog", "Cat-camel", "Dead bug"]),
    st.integers(1, 9),
    st.integers(10, 60),
    st.sampled_from(["x", " x ", "×", " X "]),
    st.sampled_from(["", " each side", " daily", ", 3 times a week"]),
)
def test_sets_of_repetitions_are_read_whatever_stands_around(
    name: str, sets: int, reps: int, sign: str, behind: str
) -> None:
    read = read_line(f"{name} {sets}{sign}{reps}{behind}", words())

    assert read.sets is not None
    assert read.reps is not None
    assert (read.sets.min, read.reps.max, dict(read.unsure)) == (sets, reps, {})
