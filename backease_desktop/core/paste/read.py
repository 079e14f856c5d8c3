"""Pasted text read line by line; `reading` says what comes out, `catalogue/paste` holds the words.

A line goes through: tokens, slips mended, names found, marks, then how often, sides and dose, each
of which takes its words away; what is left over is what makes a line unsure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.core.paste.aside import Asides, asides_of, is_cut_off, tells_something_else
from backease_desktop.core.paste.beside import (
    has_strange_word,
    is_another,
    is_explained,
    is_joined,
    is_within_brackets,
)
from backease_desktop.core.paste.dose import DOSE, Dose, dose_of
from backease_desktop.core.paste.how_often import Amount, HowOften, how_often
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.paste.marks import Mark, Phrases, codes_of, marks_of, phrases_of
from backease_desktop.core.paste.names import FEW_HOLDS, Names, names_of
from backease_desktop.core.paste.naming import (
    Named,
    fitting,
    mended_tokens,
    named_in,
    things_in,
)
from backease_desktop.core.paste.reading import Reading
from backease_desktop.core.paste.sides import SidesFound, sides_of
from backease_desktop.core.paste.tokens import Token, tokens_of
from backease_desktop.core.plain_text import visible

LONGEST_LINE = 400
"""Letters of a line; a longer one is a paragraph, and none of it is read."""
MOST_LINES = 500
"""Lines of a text."""

LEAST_SECONDS = 15
"""From here on a bare number of something held may be seconds."""

EXERCISE = "exercise"

_NEAR = 3
"""Marks before a position in which a limb may stand that is there, rather than the body."""

_ENDS = frozenset(",;.()")
"""Signs at which a remark ends."""

_FRONT = re.compile(
    r"^\W*(?:(?:ex(?:ercise)?\.?\s*)?(?:no\.?\s*)?(?:\d{1,2}|[a-hA-H])\s*[.):]\s+|"
    r"(?:ex(?:ercise)?\.?\s*)\d{1,2}\s*[-–—.:)]*\s+|\(\d{1,2}\)\s*|\d{1,2}[.)](?=[A-Za-z])|\d{1,2}\s?[-–—]\s+(?=[A-Za-z]))",
    re.IGNORECASE,
)
"""A number or letter in front that only counts the lines."""


@dataclass(frozen=True, slots=True)
class Words:
    """What lines are read by: a language's words with the names of a catalogue."""

    lexicon: Lexicon
    phrases: Phrases
    names: Names
    asides: Asides
    limbs: frozenset[str]


def words_of(lexicon: Lexicon, catalogue: Catalogue) -> Words:
    """The words of a language, ready to read by."""
    limbs = frozenset(lexicon.sides.limbs)
    names = names_of(catalogue, lexicon)
    return Words(lexicon, phrases_of(lexicon), names, asides_of(lexicon), limbs)


def read_text(text: str, words: Words) -> tuple[Reading, ...]:
    """What the lines of a text say; blank ones say nothing and are left out."""
    lines = list(enumerate(text.splitlines(), start=1))
    seen = [(at, visible(line)) for at, line in lines[:MOST_LINES]]
    return tuple(read_line(line, words, at) for at, line in seen if line.strip())


def read_line(line: str, words: Words, number: int = 1) -> Reading:
    """What a line says."""
    plain = Reading(number, line.strip())
    if len(line) > LONGEST_LINE:
        return replace(plain, is_ignored=True)
    front = _FRONT.match(line)
    skipped = front.end() if front else 0
    tokens = mended_tokens(tokens_of(" " * skipped + line[skipped:]), words.names)
    named = named_in(tokens, words.names)
    marks = marks_of(tokens, words.phrases, [place for one in named for place in one.places])
    codes = _without_asides(tokens, marks, words, named)
    often = how_often(line, marks, codes)
    sides = sides_of(line, marks, often.codes)
    dose = dose_of(line, marks, sides.codes)
    has_dose = dose.reps is not None or dose.sets is not None
    is_empty = dose.is_empty and not has_dose
    if tells_something_else(
        line, tokens, named, words.asides, has_dose=has_dose, is_empty=is_empty
    ):
        return replace(plain, is_ignored=True)
    position = _position(marks, words)
    read = _with_dose(plain, often, sides, dose)
    read = _with_exercise(read, tokens, named, position, codes, words)
    if is_cut_off(line, tokens, marks, words.asides):
        read = replace(read, unsure={**read.unsure, DOSE: "the line seems to be cut off"})
        if re.search("n(x,*|,)$", codes):  # what it multiplies, or the end of a range, is lost
            read = replace(read, sets=None, reps=None)
    name = _name(line, marks, often, named)
    return replace(read, name=name, position=position)


def _position(marks: Sequence[Mark], words: Words) -> str | None:
    """The position of the body; a foot "on a chair" is none."""
    for at, mark in enumerate(marks):
        before = {one.text for one in marks[max(0, at - _NEAR) : at]}
        is_limb = bool(before & words.limbs) and any(
            part in words.names.things for part in mark.text.split()
        )
        if mark.code == "P" and not is_limb:
            return str(mark.value)
    return None


def _with_dose(plain: Reading, often: HowOften, sides: SidesFound, dose: Dose) -> Reading:
    unsure = {**dose.unsure, **sides.unsure, **often.unsure}
    amounts: dict[str, Range | None] = {}
    for name, amount in (
        ("sets", dose.sets),
        ("reps", dose.reps),
        ("hold_s", dose.hold_s),
        ("per_day", often.per_day),
        ("per_week", often.per_week),
    ):
        amounts[name], wrong = _range(amount)
        if wrong:
            unsure[name] = wrong
        if name in unsure:
            amounts[name] = None
    words = {**often.words, **sides.words, **dose.words}
    return replace(
        plain,
        **amounts,  # type: ignore[arg-type]  # each name is a field of that type
        sides=sides.sides,
        unsure=unsure,
        words={name: text for name, text in words.items() if name not in unsure},
    )


def _range(amount: Amount | None) -> tuple[Range | None, str]:
    if amount is None:
        return None, ""
    low, high = round(amount.low), round(amount.high)
    if low < 1 or high > 86_400:
        return None, "the number cannot be right"
    return Range(min=low, max=high), ""


def _with_exercise(
    read: Reading,
    tokens: Sequence[Token],
    named: Sequence[Named],
    position: str | None,
    codes: str,
    words: Words,
) -> Reading:
    """The reading with its exercise, or with why there is none."""
    if not named:
        if any(token.is_word for token in tokens) and _names_something(tokens, words):
            is_held = any(token.text in words.asides.held for token in tokens)
            return replace(_with_a_unit(read) if is_held else read, is_unknown=True)
        return _unsure(read, "no exercise is named")
    first = named[0]
    if not first.ids:
        return replace(read, is_unknown=True)
    if _has_position(tokens[first.start : first.end], words):
        position = None  # what else is said of positions is another moment: "after sitting"
    if len({one.ids for one in named}) > 1 and not is_within_brackets(tokens, named[1]):
        every = tuple(dict.fromkeys(id_ for one in named for id_ in one.ids))
        return _unsure(_without_numbers(read), "two exercises in one line", every)
    ids = fitting(first, position, things_in(tokens, words.names), words.names)
    if is_another(tokens, first, ids, words.names, words.asides):
        return replace(read, is_unknown=True, candidates=ids)
    is_placed = len(ids) == 1 and words.names.positions[ids[0]] == position
    if len(ids) > 1 or not (first.is_sure or is_placed):
        return _unsure(read, "which of these is meant?", ids)
    if (
        has_strange_word(tokens, first, words.names, words.asides)
        or is_joined(tokens, first, words.names, words.asides)
        or is_explained(tokens, first, words.names)
    ):
        return _unsure(read, "another word stands beside the name", ids)
    if any(token.text == "?" for token in tokens):
        return _unsure(read, "it is written with a question mark", ids)
    is_short = read.sets is None and read.reps is not None and read.reps.max <= FEW_HOLDS
    if "O" in codes and read.hold_s is None and is_short and not read.unsure:
        read = replace(read, unsure={"hold_s": "how long that is, is not said"})
    if ids[0] in words.names.held:
        read = _with_a_unit(read)
    text = " ".join(token.text for token in tokens[first.start : first.end])
    return replace(read, exercise=ids[0], words={**read.words, EXERCISE: text})


def _has_position(tokens: Sequence[Token], words: Words) -> bool:
    """Whether some words have a position among them."""
    rows = (row for token in tokens for row in words.phrases.get(token.text, ()))
    return any(code == "P" and len(parts) == 1 for parts, code, _ in rows)


def _with_a_unit(read: Reading) -> Reading:
    """What is held so many times: `3x30` of it are seconds as likely as repetitions."""
    if read.hold_s or not read.sets or not read.reps or read.reps.min < LEAST_SECONDS:
        return read
    why = f"“{read.words['reps']}” has no unit: seconds?"
    return replace(read, sets=None, reps=None, unsure={**read.unsure, "hold_s": why})


def _without_numbers(read: Reading) -> Reading:
    return replace(read, sets=None, reps=None, hold_s=None, per_day=None, per_week=None, words={})


def _unsure(read: Reading, why: str, candidates: tuple[str, ...] = ()) -> Reading:
    return replace(read, unsure={**read.unsure, EXERCISE: why}, candidates=candidates)


def _names_something(tokens: Sequence[Token], words: Words) -> bool:
    """Whether a line without a name of ours names some other exercise."""
    known = words.asides.dose_words
    return any(t.is_word and len(t.text) > 2 and t.text not in known for t in tokens)


def _without_asides(
    tokens: Sequence[Token], marks: Sequence[Mark], words: Words, named: Sequence[Named]
) -> str:
    """The letters of the marks, without those of a remark behind the exercise."""
    codes = codes_of(marks)
    if not named:
        return codes
    starts = {token.start: at for at, token in enumerate(tokens)}
    for at, mark in enumerate(marks):
        place = starts.get(mark.start)
        if place is None or place < named[0].end or not words.asides.is_remark(tokens, place):
            continue
        signs = (i for i in range(at, len(codes)) if marks[i].text in _ENDS)
        end = next(signs, len(codes))
        codes = codes[:at] + "_" * (end - at) + codes[end:]
    return codes


def _name(line: str, marks: Sequence[Mark], often: HowOften, named: Sequence[Named]) -> str:
    """The words that seem to name the exercise: the first ones that are no dose."""
    kept: list[Mark] = []
    for mark in marks:
        if mark.code in ".EPjL" or (mark.code in "bT" and kept):
            kept.append(mark)
        elif kept and any(one.code in ".E" for one in kept):
            break
        else:
            kept = []
    while kept and kept[-1].code == "j":
        kept.pop()
    while kept and kept[0].code == "j":
        kept.pop(0)
    return line[kept[0].start : kept[-1].end].strip() if kept else ""
