"""Which sides a line is for.

Rules: "each" means that the dose is for each side; both named without that is "both"; a side that
only the person knows ("the sore one") is asked about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from backease_desktop.core.paste.marks import Mark, words_at
from backease_desktop.core.paste.reading import Sides


@dataclass(slots=True)
class SidesFound:
    """What was found; `codes` are the letters that are left."""

    codes: str
    sides: Sides = Sides.NONE
    unsure: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def sides_of(line: str, marks: Sequence[Mark], codes: str) -> SidesFound:
    """Read the sides, and write `S` in the place of their words."""
    found = SidesFound(codes)
    places = [at for at, code in enumerate(codes) if code in "eblga"]
    if not places:
        return found
    said = {codes[at] for at in places}
    found.words["sides"] = words_at(line, marks, places[0], places[-1] + 1)
    if "a" in said:
        found.unsure["sides"] = "which side that is, only you know"
    elif "e" in said and len(said & {"l", "g"}) == 1:
        found.unsure["sides"] = "one side and each side are both written"
    elif "e" in said:
        found.sides = Sides.EACH
    elif {"l", "g"} <= said and _is_more(marks, places):
        found.unsure["sides"] = "one side is to have more than the other"
    elif {"l", "g"} <= said:
        found.sides = _of_two(found, marks)
    elif "b" in said and not said & {"l", "g"}:
        found.sides = Sides.BOTH
    elif "b" in said:
        found.unsure["sides"] = "one side and both are written"
    else:
        found.sides = Sides.LEFT if "l" in said else Sides.RIGHT
    found.codes = re.sub("[eblga]", "S", found.codes)
    return found


def _is_more(marks: Sequence[Mark], places: Sequence[int]) -> bool:
    """`R > L`: how much more is not said."""
    return any(marks[at].text in ("<", ">") for at in range(places[0], places[-1]))


def _of_two(found: SidesFound, marks: Sequence[Mark]) -> Sides:
    """Left and right are named: together, or each with numbers of its own."""
    codes = found.codes
    first, second = sorted((codes.index("l"), codes.index("g")))
    halves = ((0, first), (first + 1, second))
    if not _numbers(marks, codes, halves[0]):
        halves = ((first + 1, second), (second + 1, len(codes)))
    one, other = (_numbers(marks, codes, half) for half in halves)
    if not one or not other:
        return Sides.BOTH
    if one != other:
        found.unsure["sides"] = "left and right have different numbers"
        return Sides.NONE
    start, end = halves[1]
    found.codes = codes[:start] + re.sub("[^,lg]", "_", codes[start:end]) + codes[end:]
    return Sides.EACH


def _numbers(
    marks: Sequence[Mark], codes: str, half: tuple[int, int]
) -> list[tuple[str, float, float]]:
    """The numbers between two places, with what they are multiplied by and their units."""
    return [
        (codes[at], marks[at].low, marks[at].high) for at in range(*half) if codes[at] in "nNxsmHrz"
    ]
