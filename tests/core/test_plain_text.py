"""Plain text: what people write passes, what nobody sees does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.plain_text import LONGEST_TEXT, fault_of, printable


@pytest.mark.parametrize(
    "text",
    [
        "Hold it.",
        "Grüße – „so“ · 20 × 3 s",
        "  blanks around it \r\n",
        "שלום",
        "می\u200cخواهم",  # a joiner that Persian needs
        "👩\u200d🦽",
        "Bauch\u00adatmung",
        "x" * LONGEST_TEXT,
    ],
)
def test_what_people_write_is_plain(text: str) -> None:
    assert fault_of(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "only blanks"),
        (" \t\n", "only blanks"),
        ("a\nb", "a line break"),
        ("a\r\nb", "a line break"),
        ("a\u2029b", "a line break"),
        ("a\tb", "a tab"),
        ("\x1b[2J", "U+001B"),
        ("a\x00b", "U+0000"),
        ("a\x9bb", "U+009B"),
        ("\u202eabc", "U+202E"),
        ("abc\u2066", "U+2066"),
        ("\ufeffabc", "U+FEFF"),
        ("a\ud800b", "U+D800"),
        ("x" * (LONGEST_TEXT + 1), "2001 characters"),
    ],
)
def test_what_is_not_seen_is_told(text: str, fault: str) -> None:
    found = fault_of(text)

    assert found is not None
    assert fault in found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("heel.yaml: name: Grüße", "heel.yaml: name: Grüße"),
        ("heel\udcff.yaml", r"heel\xff.yaml"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\nb", r"a\x0ab"),
        ("\u202eabc", r"\u202eabc"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_is_not_seen_is_written_out(text: str, written: str) -> None:
    assert printable(text) == written


@given(st.text(st.characters()))
def test_nothing_that_is_printed_drives_a_terminal(text: str) -> None:
    shown = printable(text)

    shown.encode("utf-8")  # nothing is left that cannot be
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in shown)
    assert printable(shown) == shown
