"""Which sides a line is for.

Rules: "each" means that the dose is for each side; both named without that is "both"; a side that
only the person knows ("the sore one") is asked about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from backease_desktop.core.paste.marks import Mark, spent, words_at
from backease_desktop.core.paste.reading import Sides

_NUMBER_OF_ONE = ("n[,rxthsjm]*l[,j]*(?P<again>n)[,rxthsjm]*g", "l[,j]*n[^n]*?g[,j]*(?P<again>n)")

_EXCHANGED = str.maketrans("lg", "gl")


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


def _of_two(found: SidesFound, marks: Sequence[Mark]) -> Sides:
    """Left and right are named: together, or each with a number of its own."""
    for pattern in _NUMBER_OF_ONE:
        for codes in (found.codes, found.codes.translate(_EXCHANGED)):
            match = re.search(pattern, codes)
            if match is None:
                continue
            first = marks[match.start() + match[0].index("n")]
            again = marks[match.start("again")]
            if (first.low, first.high) != (again.low, again.high):
                found.unsure["sides"] = "left and right have different numbers"
                return Sides.NONE
            found.codes = spent(found.codes, match, "again")
            return Sides.EACH
    return Sides.BOTH
