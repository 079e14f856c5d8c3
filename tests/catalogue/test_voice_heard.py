"""The shipped voice pack is understood: what a recogniser heard of it, as it stands beside it."""

import pytest

from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.wording_files import load_wording
from tests.speech.heard_table import NAME, read_table, sums_of
from tests.speech.recognition import is_of, key_cues

FOLDER = bundled("resources") / "voices" / "en-heart"
PACK = VoicePack(FOLDER)
HEARD = [row for row in read_table(FOLDER / NAME).values() if is_of(row, PACK)]
"""Of the clips as they are today."""
KEY_CUES = key_cues(load_wording(bundled("catalogue") / "wording"))

WORD_ERRORS, KEY_RIGHT = 0.03, 31 / 33
"""At most, and at least, of what is heard of each pace."""


@pytest.mark.parametrize("pace", Pace)
def test_each_pace_is_understood(pace: Pace) -> None:
    sums = sums_of(pace, HEARD, KEY_CUES)
    assert sums.errors / sums.words <= WORD_ERRORS
    assert sums.key_right / sums.key_cues >= KEY_RIGHT


@pytest.mark.parametrize("wanted", [set(PACK.phrases), KEY_CUES & set(PACK.phrases)])
def test_nearly_everything_that_the_pack_says_was_heard(wanted: set[str]) -> None:
    """Not all: a new phrase is rendered at once, and heard before a release."""
    new = wanted - {row.phrase for row in HEARD}
    assert len(new) <= len(wanted) // 10, sorted(new)
