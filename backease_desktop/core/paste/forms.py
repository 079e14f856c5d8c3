"""One word in all its forms, so that a name is found however it is bent or shortened.

Rules: a plural is its singular, `stretching` is `stretch` where that is a word of a name; what is
written short (`str`, `ext`) is the long word. Names and lines are brought to the same form, so
only what the catalogue names can be found.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_PLURAL = 4
"""Letters from which on an s at the end is a plural."""
_DOING = "ing"
_LEAST_BASE = 3


@dataclass(frozen=True, slots=True)
class Forms:
    """What words are brought to.

    Attributes:
        bases: words of names, without plurals; a word in -ing may be a form of one.
        short: what is written short, and the words that it stands for.
    """

    bases: frozenset[str]
    short: Mapping[str, tuple[str, ...]]

    def long(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words, those that are written short as the long ones."""
        return tuple(part for word in words for part in self.short.get(word, (word,)))

    def of(self, word: str) -> tuple[str, ...]:
        """The words that one word stands for, each in its plain form."""
        return tuple(self._plain(one) for one in self.short.get(word, (word,)))

    def of_all(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words in their plain forms."""
        return tuple(part for word in words for part in self.of(word))

    def _plain(self, word: str) -> str:
        word = singular(word)
        if not word.endswith(_DOING):
            return word
        base = word.removesuffix(_DOING)
        once = base[:-1] if base[-1:] == base[-2:-1] else base
        found = (one for one in (base, f"{base}e", once) if len(one) >= _LEAST_BASE)
        return next((one for one in found if one in self.bases), word)


def singular(word: str) -> str:
    """A word without the s of its plural."""
    if len(word) < _PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def is_acronym(words: tuple[str, ...]) -> bool:
    """Whether a name is one short word, whose s at the end is no plural."""
    return len(words) == 1 and len(words[0]) < _PLURAL
