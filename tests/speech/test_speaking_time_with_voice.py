"""The estimate of speaking time, held to what the real voice takes."""

import statistics

import pytest

from tests.speech.real_voice import no_voice_because
from tests.speech.speaking_phrases import PHRASES
from tests.speech.speaking_time_calibration import RATES, measure

pytestmark = [
    pytest.mark.real_voice,
    pytest.mark.skipif(no_voice_because() != "", reason=no_voice_because()),
]


@pytest.mark.parametrize("rate", [RATES[1], RATES[-1]])
def test_nearly_every_phrase_is_shorter_than_estimated_and_not_by_much(rate: int) -> None:
    assert len(PHRASES) >= 150
    ratios = measure(PHRASES, rate)
    too_short = {text: round(ratio, 3) for text, ratio in ratios.items() if ratio < 1}
    assert len(too_short) <= len(PHRASES) // 100, too_short
    assert min(ratios.values()) > 0.9
    assert statistics.median(ratios.values()) < 1.25
