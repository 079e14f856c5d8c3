"""A line as a row of marks: what each word, sign or number is, by one letter.

The grammar is regular expressions over these letters, so that it reads as people write: `nxn` is
`3x10`, `hns` is `hold 5 s`.

    n number   N so many times ("twice")   x multiply   t times   T to, between the ends of a range
    A or   s m H seconds, minutes, hours   r reps   z sets   h hold   c count of   B breaths
    d a day   D daily   w a week   W weekly   k days   p weeks or months   v every
    f so often ("bd")   F seldom   q part of the day   y weekday
    e each side   b both   l left   g right   a affected   P position
    E the exercise   O as much as is possible   o rest   u other unit   L label   j joins
    , sign   . any other word
    S sides, once they are read   _ done with
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.paste.tokens import Token, phrase

_UNITS = frozenset("smHkpu")
"""Kinds that are ones only behind a number: `s` in `5 s`."""
_LEAST_UNIT = 3
"""Letters of a unit that an article may stand before: `a min`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark.

    Attributes:
        code: its letter.
        text: the words in small letters; start, end: their place in the line.
        low, high: the ends of a number.
        value: what the lexicon says of it: a part of the day, a weekday, a position.
    """

    code: str
    text: str
    start: int
    end: int
    low: float = 0.0
    high: float = 0.0
    value: object = None


Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str, object]]]
"""By their first word: the words, the letter, and what is known of it; the longest first."""


def phrases_of(lexicon: Lexicon) -> Phrases:
    """The phrases of a lexicon, ready to be looked up."""
    beside, sides = lexicon.words, lexicon.sides
    rows: list[tuple[str, str, object]] = []
    for code, words in (
        *(("F", lexicon.seldom), ("d", lexicon.a_day), ("D", lexicon.daily)),
        *(("w", lexicon.a_week), ("W", lexicon.weekly)),
        *(("e", sides.each), ("b", sides.both), ("l", sides.left), ("g", sides.right)),
        *(("a", sides.affected), ("x", beside.multiply), ("t", beside.times)),
        *(("s", beside.seconds), ("m", beside.minutes), ("H", beside.hours)),
        *(("r", beside.reps), ("z", beside.sets), ("h", beside.hold), ("c", beside.counts)),
        *(("B", beside.breaths), ("k", beside.days), ("p", beside.weeks), ("u", beside.other)),
        *(("o", beside.rest), ("v", beside.every), ("T", lexicon.to), ("j", beside.joins)),
        *(("L", beside.label), ("O", lexicon.open_ended), ("A", lexicon.alternatives)),
    ):
        rows += ((word, code, None) for word in words)
    rows += ((f"{per} {limb}", "e", None) for per in sides.per for limb in sides.limbs)
    rows += ((word, "f", often) for word, often in lexicon.often.items())
    rows += ((w, "q", part) for part, words in lexicon.parts_of_day.items() for w in words)
    rows += ((w, "y", day) for day, words in lexicon.weekdays.items() for w in words)
    rows += ((w, "P", place) for place, words in lexicon.positions.items() for w in words)
    rows += ((word, "1", lexicon.numbers.get(word)) for word in lexicon.pronouns)
    rows += ((word, "n", value) for word, value in lexicon.numbers.items())
    for words, seconds in ((beside.minutes, 60.0), (beside.hours, 3600.0)):
        whole = [word for word in words if len(word) >= _LEAST_UNIT]
        rows += ((f"{a} {word}", "U", seconds) for a in lexicon.one for word in whole)
    rows += ((word, "N", float(value)) for word, value in lexicon.times.items())
    table: dict[str, list[tuple[tuple[str, ...], str, object]]] = {}
    for text, code, value in rows:
        parts = phrase(text)
        table.setdefault(parts[0], []).append((parts, code, value))
    for listed in table.values():
        listed.sort(key=lambda row: -len(row[0]))
    return table


def marks_of(
    tokens: Sequence[Token], phrases: Phrases, named: Sequence[tuple[int, int]]
) -> tuple[Mark, ...]:
    """The marks of a line.

    Args:
        tokens: of the line.
        phrases: the lexicon's.
        named: where exercises stand, as places in the tokens: first, and one past the last.
    """
    starts = dict(named)
    marks: list[Mark] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if at in starts:
            end = starts[at]
            marks.append(Mark("E", "", token.start, tokens[end - 1].end))
            at = end
            continue
        size, code, value = _phrase_at(tokens, at, phrases, marks, starts)
        last = tokens[at + size - 1]
        text = " ".join(each.text for each in tokens[at : at + size])
        mark = Mark(code, text, token.start, last.end, value=value)
        if token.low is not None and token.high is not None and code == "n":
            mark = replace(mark, low=token.low, high=token.high)
        elif isinstance(value, float):
            mark = replace(mark, low=value, high=value)
        marks.append(mark)
        if code == "U":
            marks[-1] = replace(mark, code="n")
        if token.is_clock or code == "U":
            marks.append(Mark("s", "", last.end, last.end))
        at += size
    return _with_lengths(_with_ranges(_with_pronouns(marks)))


def codes_of(marks: Sequence[Mark]) -> str:
    """The letters of marks, in order."""
    return "".join(mark.code for mark in marks)


def spent(codes: str, match: re.Match[str], group: int | str = 0) -> str:
    """The letters with those of a match done with."""
    start, end = match.span(group)
    return codes[:start] + "_" * (end - start) + codes[end:]


def words_at(line: str, marks: Sequence[Mark], start: int, end: int) -> str:
    """The words of a line that some marks stand for."""
    return line[marks[start].start : marks[end - 1].end] if end > start else ""


def _phrase_at(
    tokens: Sequence[Token],
    at: int,
    phrases: Phrases,
    before: Sequence[Mark],
    named: Mapping[int, int],
) -> tuple[int, str, object]:
    """How many tokens belong together here, their letter, and what is known of them."""
    token = tokens[at]
    follows_number = bool(before) and before[-1].code in "nN1"
    touches = follows_number and before[-1].end == token.start
    for parts, code, value in phrases.get(token.text, ()):
        size = len(parts)
        if tuple(each.text for each in tokens[at : at + size]) != parts:
            continue
        if any(place in named for place in range(at + 1, at + size)):
            continue
        if code in _UNITS and not follows_number:
            continue
        if parts == ("r",) and (code == "r") != touches:
            continue
        after = tokens[at + size] if at + size < len(tokens) else None
        if code == "e" and parts in (("each",), ("ea",)) and not _means_sides(before, after):
            continue
        if code == "e" and parts[0] == "/" and not (before and before[-1].code in "nNrsmxtz"):
            continue  # `arm/leg` is no dose for each leg
        if token.is_number and size == 1 and code != "n":
            continue
        return size, code, value
    if token.is_number:
        return 1, "n", None
    if token.text == "x":
        return 1, "x", None
    return 1, "," if token.is_sign else ".", None


def _means_sides(before: Sequence[Mark], after: Token | None) -> bool:
    """Whether "each" means the sides: it stands behind a number or what belongs to it.

    Behind `10 reps, hold 5 s` it means each of the ten, and so it does in `10 reps, each 5 s`.
    """
    if after is not None and after.is_number and before and before[-1].code == ",":
        return False
    if re.search("[rxz].*h[j,]*n[smH]$", codes_of(before)):
        return False
    return bool(before) and before[-1].code in "nNxtrsmhzT,lgbd" and _has_number(before)


def _has_number(before: Sequence[Mark]) -> bool:
    return any(mark.code in "nN" for mark in before)


def _with_pronouns(marks: Sequence[Mark]) -> list[Mark]:
    """`the bridge one` counts nothing; anywhere else one is a number."""
    result: list[Mark] = []
    for at, mark in enumerate(marks):
        if mark.code == "1":
            is_behind_name = codes_of(result[-1:]) in ("E", ".")
            counts = re.match("[smHrzxtcBdwkebuE]", codes_of(marks[at + 1 : at + 2]))
            is_number = mark.low == 1 and (counts or not is_behind_name)
            mark = replace(mark, code="n" if is_number else "j")
        result.append(mark)
    return result


def _with_ranges(marks: Sequence[Mark]) -> list[Mark]:
    """`8 to 12`, `8-12` and `30 s - 1 min` as one number, the last in seconds."""
    result: list[Mark] = []
    at = 0
    while at < len(marks):
        codes = codes_of(marks[at : at + 5])
        if re.match("n[smH]Tn[smH]", codes):
            first, last = (_seconds(marks[i], marks[i + 1]) for i in (at, at + 3))
            if first < last:
                text = marks[at].text + " " + marks[at + 3].text
                start, end = marks[at].start, marks[at + 4].end
                result.append(Mark("n", text, start, end, first, last))
                result.append(Mark("s", "s", end, end))
                at += 5
                continue
        if re.match("[nN][TA][nN]", codes) and _is_range(marks, at, result):
            joined = replace(marks[at], end=marks[at + 2].end, high=marks[at + 2].high)
            result.append(joined)
            at += 3
            continue
        result.append(marks[at])
        at += 1
    return [replace(mark, code=",") if mark.code == "T" else mark for mark in result]


def _is_range(marks: Sequence[Mark], at: int, before: Sequence[Mark]) -> bool:
    first, between, last = marks[at : at + 3]
    if not first.high < last.low:
        return False
    touches = first.end == between.start and between.end == last.start
    if between.text != "-" or touches:
        return True
    # With blanks a hyphen may as well part `3 x 10 - 30 s`; then a unit or "days" follows it.
    is_after_times = bool(before) and before[-1].code == "x"
    follows = codes_of(marks[at + 3 : at + 4])
    return not is_after_times or follows not in ("s", "m", "h", "k", "x")


def _with_lengths(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """`1 min 30 s` as one number of seconds."""
    result = list(marks)
    for match in reversed(list(re.finditer("nm,?ns", codes_of(marks)))):
        start, end = match.span()
        first, last = marks[start], marks[end - 2]
        if not (first.low == first.high and last.low == last.high and last.high < 60):
            continue
        length = first.low * 60 + last.low
        joined = replace(first, end=last.end, low=length, high=length)
        result[start:end] = [joined, marks[end - 1]]
    return tuple(result)


def _seconds(number: Mark, unit: Mark) -> float:
    return number.low * {"s": 1, "m": 60, "H": 3600}[unit.code]
