"""The natural voice: hibari's "heart", an American English voice that comes inside its package.

hibari-tts is Apache-2.0 and was distilled from Kokoro-82M, which is Apache-2.0 too. Loading takes
half a second and 200 MB, so this belongs in a process of its own.

Rules:
    * The same phrase is the same sound each time: the noise in it has a fixed seed.
    * It is given on as loud as it may be: this voice is quiet, and a soft ending would be taken for
      silence where it is trimmed.
"""

from array import array
from importlib.metadata import version
from math import gcd
from typing import Any, Final

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.voice import Pace
from backease_desktop.speech.pronunciation import with_phonemes
from backease_desktop.speech.samples import PEAK_LIMIT

PACKAGE: Final = "hibari-tts"
VOICE_ID: Final = "heart"
VOICE_NAME: Final = "Natural voice"
LANGUAGE: Final = "en"

SPEED: Final = {Pace.CALM: 0.8, Pace.BRISK: 1.0}
"""The model's own pace is 1. Over the whole script 0.8 makes 160 words a minute, 1 makes 200."""

SEED: Final = 0
_HALF_WIDTH: Final = 24
"""Samples on each side that a resampled one is made from."""


class NaturalVoice:
    """The voice, loaded.

    Raises:
        ImportError: hibari-tts is not installed.
    """

    def __init__(self) -> None:
        # Only where the voice is rendered: no other part of the program needs these.
        import numpy
        from hibari import Hibari

        self._numpy: Any = numpy
        self._model: Any = Hibari(voice=VOICE_ID)
        self._model("Ready.")  # the first phrase loads the lexicon, which takes as long again

    @property
    def version(self) -> str:
        """Everything that could make the same phrase sound different."""
        return f"{PACKAGE} {version(PACKAGE)}"

    def sound(self, text: str, pace: Pace) -> "array[int]":
        """A phrase, mono at `SAMPLE_RATE`, with the silence around it; empty if nothing is said."""
        sound = self._model(with_phonemes(text), speed=SPEED[pace], seed=SEED)
        sound = self._resampled(sound, self._model.sample_rate)
        peak = float(self._numpy.abs(sound).max()) if len(sound) else 0.0
        gain = PEAK_LIMIT / peak if peak else 0.0
        return array("h", (sound * gain).round().astype("int16").tobytes())

    def _resampled(self, sound: Any, rate: int) -> Any:  # noqa: ANN401  (arrays of numpy)
        """The same sound at `SAMPLE_RATE`: each sample a sum weighted by a windowed sinc.

        What lies above half the new rate is filtered out, or hisses would fold down.
        """
        numpy = self._numpy
        common = gcd(rate, SAMPLE_RATE)
        old, new = rate // common, SAMPLE_RATE // common
        share = min(1.0, new / old)
        # A sample of the new rate lies at one of `new` places between two of the old one.
        offsets = numpy.arange(1 - _HALF_WIDTH, 1 + _HALF_WIDTH)
        distance = offsets[None, :] - numpy.arange(new)[:, None] / new
        window = 0.5 + 0.5 * numpy.cos(numpy.pi * distance / _HALF_WIDTH)
        weights = share * numpy.sinc(share * distance) * window
        before, place = numpy.divmod(numpy.arange(len(sound) * new // old) * old, new)
        padded = numpy.pad(sound, _HALF_WIDTH)
        around = padded[before[:, None] + offsets[None, :] + _HALF_WIDTH]
        return numpy.einsum("ij,ij->i", around, weights[place])
