"""Words that a voice says wrongly, and how it gets them right.

Rules:
    * What is shown never changes: a word is exchanged just before it is spoken.
    * Whole words only, and the longest that fits; what stands here with a capital is meant where a
      sentence begins, anything else everywhere. A word is here because a recogniser or an ear heard
      it wrong, and stays as long as that is so (`python -m tests.speech.recognition`).
    * The natural voice is told phonemes in its model's alphabet (that of misaki: IPA, with capitals
      for diphthongs, ˈ before the stressed vowel). Other voices are told another spelling.
"""

import re
from collections.abc import Mapping

PHONEMES: Mapping[str, str] = {
    "And": "ˈænd",  # "And up." became "End up.", "And back." "In back."
    "And one": "ˈænd wˌʌn",  # became "And once."
    "ankle": "ˈæŋkəl",
    "pelvic": "pˈɛlvək",
    "piriformis": "pˌɪɹəfˈɔɹmɪs",
}
"""For the natural voice."""

SPELLING: Mapping[str, str] = {
    "piriformis": "peery formis",
    "sciatic": "sigh attic",
    "sciatica": "sigh attica",
}
"""For other English voices."""


def with_phonemes(text: str) -> str:
    """The text as the natural voice is given it: `[word](/phonemes/)` for the words above."""
    return _exchanged(text, {word: f"[{word}](/{said}/)" for word, said in PHONEMES.items()})


def respelled(text: str) -> str:
    """The text as any other English voice is given it."""
    return _exchanged(text, SPELLING)


def _exchanged(text: str, words: Mapping[str, str]) -> str:
    if not words:
        return text
    any_word = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(
        rf"\b({any_word})\b",
        lambda found: words.get(found[0]) or words.get(found[0].lower()) or found[0],
        text,
        flags=re.IGNORECASE,
    )
