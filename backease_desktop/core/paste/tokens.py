"""A line cut into numbers, words and signs, each with its place in the line.

Rules: what is found keeps its place, so that every value can show the words it came from. A hyphen
within a word is no sign; typographic signs become the plain ones, one for one.
"""

import re
from dataclasses import dataclass

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_TOKEN = re.compile(
    r"""
    (?P<number> \d:\d\d(?!\d) | \d+[.,]\d+(?=\s*(?:m|h|s)) | \d+\.\d+
              | \d+\s*[½¼¾] | \d+\s+\d/\d(?=\s*(?:m|h))
              | \d/\d(?=\s*(?:m\w*|h\w*)\b) | [½¼¾] | \d+ )
    | (?P<times> (?<=\d)x | x(?=\d) )
    | (?P<word> [^\W\d_](?:\.[^\W\d_])+\.?(?!\w) | [^\W\d_]+(?:'[^\W\d_]+)* )
    | (?P<sign> [^\s\w] )
    """,
    re.VERBOSE,
)
_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a line.

    Attributes:
        text: in small letters; start, end: its place in the line.
        low, high: the ends of a number; None for words and signs.
    """

    text: str
    start: int
    end: int
    low: float | None = None
    high: float | None = None

    @property
    def is_number(self) -> bool:
        """Whether it is a number, or a range of numbers."""
        return self.low is not None

    @property
    def is_clock(self) -> bool:
        """Whether it is minutes and seconds, as in `0:30`; then its value is in seconds."""
        return self.is_number and ":" in self.text

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.low is None and self.text[0].isalpha()

    @property
    def is_sign(self) -> bool:
        """Whether it is neither."""
        return not self.is_number and not self.is_word


def plain_line(line: str) -> str:
    """A line in small letters with plain signs, each at its place."""
    swapped = "".join(_swapped(sign) for sign in line)
    return "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in swapped)


def tokens_of(line: str) -> tuple[Token, ...]:
    """The tokens of a line."""
    text = _INNER_HYPHEN.sub(" ", plain_line(line))
    return tuple(_token(match) for match in _TOKEN.finditer(text))


def phrase(text: str) -> tuple[str, ...]:
    """The texts of the tokens of a phrase, to be compared with those of a line."""
    return tuple(token.text for token in tokens_of(text))


def _swapped(sign: str) -> str:
    return _SIGNS.get(sign, sign)


_SIGNS = {
    **dict.fromkeys("×✕✖", "x"),
    **dict.fromkeys("″”“„", '"'),
    **dict.fromkeys("′’‘ʼ`´", "'"),
    **dict.fromkeys("–—−‐‑→", "-"),
    **dict.fromkeys("\u00a0\u2009\u202f\t", " "),
}


def _token(match: re.Match[str]) -> Token:
    text, start, end = match[0], match.start(), match.end()
    if match["number"]:
        value = _value(text)
        return Token(text, start, end, value, value)
    if match["word"]:
        text = text.replace("'", "") if "'" in text else text.replace(".", "")
    return Token(text, start, end)


def _value(text: str) -> float:
    if ":" in text:
        minutes, _, seconds = text.partition(":")
        return float(minutes) * 60 + float(seconds)
    whole, value = text.replace(",", "."), 0.0
    for sign, part in _FRACTIONS.items():
        if sign in whole:
            whole, value = whole.replace(sign, " "), value + part
    for piece in whole.split():
        upper, _, lower = piece.partition("/")
        value += float(upper[:9]) / (float(lower) or 1.0) if lower else float(piece[:9])
    return value
