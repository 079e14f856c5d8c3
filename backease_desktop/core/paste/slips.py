"""Slips of the pen: a word that is none of ours becomes the one word that is nearest to it.

One slip is a letter left out, put in, exchanged, or two that changed places; a word of eight
letters and more may have two. The first letter is right, or the second: "hollow" is no "follow". A
word that two of ours are equally near to stays as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST_LETTERS, LETTERS_FOR_TWO = 4, 8
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Mended:
    """What brings slips back.

    Attributes:
        known: words that are no slips; meant: those of them that a slip may have been.
        long: those that may have two slips, by their first letter.
    """

    known: frozenset[str]
    meant: frozenset[str]
    long: Mapping[str, tuple[str, ...]]

    def word(self, text: str) -> str:
        """The word that was meant; the same where that is not sure."""
        if text in self.known or len(text) < LEAST_LETTERS or not text.isascii():
            return text
        if text.endswith("s") and len(text) > LEAST_LETTERS and text[:-1] in self.known:
            return text
        near = {one for one in _one_slip(text) if one in self.meant}
        near = {one for one in near if len(one) >= LEAST_LETTERS and _begins_alike(one, text)}
        if not near and len(text) >= LETTERS_FOR_TWO:
            listed = self.long.get(text[0], ())
            near = {one for one in listed if abs(len(one) - len(text)) <= 2 and _is_two(one, text)}
        return _only(near, text)


def mended_by(meant: frozenset[str], known: frozenset[str]) -> Mended:
    """What mends by these words.

    Args:
        meant: what a slip may have been.
        known: what is no slip beside them.
    """
    long: dict[str, list[str]] = {}
    for word in sorted(meant):
        if len(word) >= LETTERS_FOR_TWO - 1:
            long.setdefault(word[0], []).append(word)
    return Mended(meant | known, meant, {head: tuple(listed) for head, listed in long.items()})


def _begins_alike(one: str, text: str) -> bool:
    """Whether two words begin with the same letter, or with two that changed places."""
    return one[0] == text[0] or one[:2] == text[1::-1]


def _only(near: set[str], text: str) -> str:
    """The one word of these; a word and its plural count as one."""
    if len(near) == 1:
        return near.pop()
    if len(near) == 2:
        shorter, longer = sorted(near, key=len)
        if longer == f"{shorter}s":
            return longer if text.endswith("s") else shorter
    return text


def _one_slip(text: str) -> Iterable[str]:
    for at in range(len(text) + 1):
        head, tail = text[:at], text[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _is_two(one: str, text: str) -> bool:
    return any(other == one or one in set(_one_slip(other)) for other in _deletions(text, one))


def _deletions(text: str, one: str) -> Iterable[str]:
    """The slips of a text after which it is nearer to another word: where they first differ."""
    at = next((i for i, (a, b) in enumerate(zip(text, one, strict=False)) if a != b), len(one))
    yield text[:at] + text[at + 1 :]
    yield text[:at] + one[at : at + 1] + text[at:]
    yield text[:at] + one[at : at + 1] + text[at + 1 :]
    yield text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
