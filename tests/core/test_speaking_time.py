"""The estimate of speaking time: what holds for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.speaking_time import estimate

rates = st.integers(80, 400)
texts = st.text(max_size=40)


@given(texts, rates)
def test_it_is_never_negative_and_a_faster_voice_never_takes_longer(text: str, rate: int) -> None:
    assert 0 <= estimate(text, rate + 1) <= estimate(text, rate)


@given(st.text(alphabet=" .,;:!?-–'\n", max_size=10), rates)
def test_a_text_without_words_takes_no_time(text: str, rate: int) -> None:
    assert estimate(text, rate) == 0


@given(st.lists(st.sampled_from(["hold", "relax", "knee", "10", "to"]), min_size=1), rates)
def test_another_word_takes_longer(words: list[str], rate: int) -> None:
    assert estimate(" ".join([*words, "left"]), rate) > estimate(" ".join(words), rate)


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("Rest ten seconds", "Rest, ten seconds"),
        ("Rest, ten seconds", "Rest. Ten seconds"),
        ("bet", "bets"),
        ("rock", "rocky"),
        ("hope", "hoping"),
    ],
)
def test_pauses_sounds_and_syllables_take_time(shorter: str, longer: str) -> None:
    assert estimate(shorter, 150) < estimate(longer, 150)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hold.", "HOLD"), ("Hold!", "hold"), ("  hold ", "hold"), ("don’t", "don't")],
)
def test_case_and_the_last_stop_make_no_difference(one: str, other: str) -> None:
    assert estimate(one, 150) == estimate(other, 150)


def test_a_rate_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="0 words a minute"):
        estimate("hold", 0)
