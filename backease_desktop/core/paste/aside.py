"""Lines, and parts of lines, that tell something else: advice, dates, names; and lines cut off."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import astuple

from backease_desktop.core.catalogue.words import Equipment
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.paste.marks import Mark
from backease_desktop.core.paste.naming import Named
from backease_desktop.core.paste.tokens import Token, phrase

_Phrases = Mapping[str, tuple[tuple[str, ...], ...]]

_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b\d{4,}\b|@\w|https?:|www\.",
    re.IGNORECASE,
)
"""A date, a time of day, a telephone number, an address."""

_AT_THE_START = 2
"""Words: a line that begins with an aside is one, even if a dose follows."""


@dataclass(frozen=True, slots=True)
class Asides:
    """The lexicon's words for what is no exercise, ready to be looked up."""

    alone: _Phrases
    with_exercise: _Phrases
    cut_off: tuple[tuple[str, ...], ...]
    changes: tuple[tuple[tuple[str, ...], Equipment | None], ...]
    plain: frozenset[str]
    movements: frozenset[str]
    movement_phrases: _Phrases
    held: frozenset[str]
    dose_words: frozenset[str]
    known: frozenset[str]

    def is_remark(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a remark begins at a token of a line that names an exercise."""
        return _begins(tokens, at, self.with_exercise)


def asides_of(lexicon: Lexicon) -> Asides:
    """The asides of a lexicon."""
    beside, sides = lexicon.words, lexicon.sides
    dose: set[str] = set()
    movements = frozenset(words for words in lexicon.movements if phrase(words) == (words,))
    for listed in (
        *astuple(beside),
        *astuple(sides),
        *(lexicon.a_day, lexicon.daily, lexicon.a_week, lexicon.weekly, lexicon.often),
        *(lexicon.seldom, lexicon.numbers, lexicon.times, lexicon.plain),
        *lexicon.parts_of_day.values(),
        *lexicon.weekdays.values(),
        *lexicon.positions.values(),
    ):
        for words in listed:
            dose.update(phrase(words))
    return Asides(
        alone=_by_head(lexicon.aside),
        with_exercise=_by_head(lexicon.aside_with_exercise),
        cut_off=tuple(phrase(words) for words in lexicon.cut_off),
        changes=(
            *((phrase(words), None) for words in lexicon.changes),
            *((phrase(w), thing) for thing, ws in lexicon.changes_by_thing.items() for w in ws),
        ),
        plain=frozenset(part for words in lexicon.plain for part in phrase(words)),
        held=frozenset(lexicon.held),
        movements=movements,
        movement_phrases=_by_head(words for words in lexicon.movements if len(phrase(words)) > 1),
        known=frozenset(dose) | {w for words in lexicon.everyday for w in phrase(words)},
        dose_words=frozenset(dose) - movements,
    )


def tells_something_else(
    line: str,
    tokens: Sequence[Token],
    named: Sequence[Named],
    asides: Asides,
    *,
    has_dose: bool,
    is_empty: bool,
) -> bool:
    """Whether a line is no exercise.

    Args:
        line: as it was written.
        tokens: of the line.
        named: the exercises in it.
        asides: the words.
        has_dose: sets or repetitions are written.
        is_empty: neither these nor a length.
    """
    if named:
        before = range(named[0].start)
        return any(_begins(tokens, at, asides.with_exercise) for at in before)
    first = [at for at, token in enumerate(tokens) if not token.is_sign][:_AT_THE_START]
    if has_dose:
        return any(_begins(tokens, at, asides.alone) for at in first)
    if any(_begins(tokens, at, asides.alone) for at in range(len(tokens))):
        return True
    if _DATE.search(line):
        return True
    return is_empty and not any(
        token.text in asides.movements or _begins(tokens, at, asides.movement_phrases)
        for at, token in enumerate(tokens)
    )


def is_cut_off(line: str, tokens: Sequence[Token], marks: Sequence[Mark], asides: Asides) -> bool:
    """Whether something was to follow at the end of a line."""
    texts = [token.text for token in tokens]
    end = line.rstrip()
    if end.endswith(("...", "…")) or texts.count("(") > texts.count(")"):
        return True
    if len(marks) > 1 and [mark.code for mark in marks[-2:]] == ["n", "x"]:
        touches = marks[-2].end == marks[-1].start
        has_more = any(mark.code in "nN" for mark in marks[:-2])
        return not touches or (marks[-2].high <= 4 and not has_more)
    if len(marks) > 1 and marks[-1].code == "x":
        return True
    if _is_half_a_word(tokens[-1], asides):
        return True
    if [mark.code for mark in marks[-1:]] == ["h"]:
        return not any(mark.code in "smHc" for mark in marks[-3:-1])
    for words in asides.cut_off:
        if len(texts) > len(words) and tuple(texts[-len(words) :]) == words:
            return words != ("x",)
    return False


def _is_half_a_word(token: Token, asides: Asides) -> bool:
    """Whether a token is the beginning of a word of doses, and no word."""
    if not token.is_word or token.text in asides.known:
        return False
    return any(word.startswith(token.text) for word in asides.dose_words)


def _by_head(phrases: Iterable[str]) -> _Phrases:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in phrases:
        parts = phrase(words)
        table[parts[0]] = (*table.get(parts[0], ()), parts)
    return table


def _begins(tokens: Sequence[Token], at: int, phrases: _Phrases) -> bool:
    texts = tuple(token.text for token in tokens[at : at + 8])
    return any(texts[: len(parts)] == parts for parts in phrases.get(tokens[at].text, ()))
