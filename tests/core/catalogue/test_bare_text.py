"""Words without markup: nothing runs together, and nothing is torn apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.bare_text import bare_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Bow.</p><p>Rest.</p>", "Bow. Rest."),
        ("Bow<br>and rest", "Bow and rest"),
        ("<ul><li>Bow</li><li>rest</li></ul>", "Bow rest"),
        ("<strong>Bow</strong>. <em>R</em>est", "Bow. Rest"),
        ("Bow &amp; rest<script>alert(1)</script>", "Bow & rest"),
        ('See <a href="https://x.org">this</a> https://x.org/y now', "See this now"),
        ("3 < 5", "3 5"),
    ],
)
def test_markup_goes_and_words_stay_as_they_stood(text: str, words: str) -> None:
    assert bare_text(text) == words


@given(st.text(max_size=80))
def test_no_text_leaves_a_bracket_or_an_address(text: str) -> None:
    bare = bare_text(text)
    assert "<" not in bare
    assert ">" not in bare
    assert bare == " ".join(bare.split())
