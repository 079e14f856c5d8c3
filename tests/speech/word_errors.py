"""Words said against words heard: how a recogniser's text is compared with what was spoken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_SAME = {
    "okay": "ok",
    "facedown": "face down",
    "cannot": "can not",
    "pyriformis": "piriformis",
}
"""Two spellings of one thing, which sound the same in every accent."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a phrase.

    Attributes:
        words: how many it has.
        errors: words that were left out, put in or exchanged.
        text: what was heard in its place.
    """

    words: int
    errors: int
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text, small, without signs, numbers in letters."""
    text = text.lower().replace("’", "'").replace("'", "")
    text = re.sub(r"(\d)[.,:](?=\d)", r"\1 ", text)
    text = re.sub(r"\d+", lambda found: f" {in_letters(int(found[0]))} ", text)
    text = text.replace("hundred and ", "hundred ")
    words = re.findall(r"[a-z]+", text)
    return " ".join(_SAME.get(word, word) for word in words).split()


def in_letters(number: int) -> str:
    """A whole number up to 999 in words, others figure by figure."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return _TENS[ten - 2] + (f" {_ONES[one]}" if one else "")
    if number < 1000:
        hundred, rest = divmod(number, 100)
        return f"{_ONES[hundred]} hundred" + (f" {in_letters(rest)}" if rest else "")
    return " ".join(_ONES[int(figure)] for figure in str(number))


def compare(phrases: Sequence[str], heard: str) -> list[Heard]:
    """Phrases that were said in a row against the one text that was heard of them.

    The words are aligned with the fewest errors; a word put in belongs to the phrase before it.
    """
    said = [(word, at) for at, phrase in enumerate(phrases) for word in words_of(phrase)]
    got = words_of(heard)
    costs = [[0] * (len(got) + 1) for _ in range(len(said) + 1)]
    for i in range(len(said) + 1):
        for j in range(len(got) + 1):
            if i == 0 or j == 0:
                costs[i][j] = i + j
                continue
            differs = said[i - 1][0] != got[j - 1]
            costs[i][j] = min(
                costs[i - 1][j - 1] + differs, costs[i - 1][j] + 1, costs[i][j - 1] + 1
            )
    errors, texts = [0] * len(phrases), [list[str]() for _ in phrases]
    i, j = len(said), len(got)
    while i or j:
        owner = said[max(0, i - 1)][1] if said else 0
        differs = not (i and j) or said[i - 1][0] != got[j - 1]
        if i and j and costs[i][j] == costs[i - 1][j - 1] + differs:
            i, j = i - 1, j - 1
            texts[owner].append(got[j])
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
            texts[owner].append(got[j])
        errors[owner] += differs
    return [
        Heard(len(words_of(phrase)), error, " ".join(reversed(text)))
        for phrase, error, text in zip(phrases, errors, texts, strict=True)
    ]
