"""Sets, repetitions and hold of a line.

Rules, in this order: `3x10` is three sets of ten; a multiplier beside a length is that many holds
(`3 x 30 s`), beside a number of repetitions that many sets; a multiplier alone is repetitions. A
number that none of this explains makes the line unsure: nothing is guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from backease_desktop.core.paste.how_often import Amount
from backease_desktop.core.paste.marks import Mark, codes_of, spent, words_at

DOSE = "dose"
"""Stands for all of it, where none was written."""

_SECONDS = {"s": 1, "m": 60, "H": 3600}

_LEFT_OUT = ("o[.jz,]*n[smH]?", "n[smH]?[j,]*o", "n[,j]*u", "L,?n(?![xsmrt])", "nL(?=[,_S]|$)")
"""Numbers that are no dose: a rest, a weight, what a number only names."""

_PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("(?<![nN])z,?(?P<a>n)(?![xtz])", ("sets",)),
    ("(?<![nN])r,(?P<a>n)(?![xtzsmH])", ("reps",)),
    ("(?P<a>n)x(?P<b>n)x(?P<c>n)(?P<u>[smH])", ("sets", "reps", "hold_s")),
    ("(?P<a>n)z[jx,]*(?P<b>n)[xtr,j]*h?j*(?P<c>n)(?P<u>[smH])h?", ("sets", "reps", "hold_s")),
    ("(?P<a>n)z[jx,]*(?P<b>n)(?P<u>[smH])h?", ("sets", "hold_s")),
    ("(?P<a>n)(?P<u>[smH])h?[jx,]*(?P<b>n)z", ("hold_s", "sets")),
    ("(?P<a>n)[xr]j*(?P<b>n)(?P<u>[smH])h?", ("reps", "hold_s")),
    ("(?P<a>n)hj*(?P<b>n)(?P<u>[smH])", ("reps", "hold_s")),
    ("(?P<a>n)(?P<u>[smH])h?,?[xr](?P<b>n)(?![smHr]|h)[xr]?", ("hold_s", "reps")),
    ("(?P<a>n)[rt]j*[x,](?P<b>n)z", ("reps", "sets")),
    ("(?P<a>n)[xr][xj,]*(?P<b>n)z", ("reps", "sets")),
    ("(?P<a>n)z[jx,]*(?P<b>n)[rtx]*", ("sets", "reps")),
    ("(?P<a>n)rx(?P<b>n)(?![smHrx])", ("reps", "sets")),
    ("(?P<a>n)[xt](?P<b>n)[rt]?(?!x|[smHck])", ("sets", "reps")),
    ("(?:h[j,]*)?c,?(?P<a>n)", ("hold_s",)),
    ("(?:h[jr,]*)?(?P<a>n)cj?h?", ("hold_s",)),
    ("(?:h[jr,S]*)?(?P<a>n)(?P<u>[smH])h?", ("hold_s",)),
    ("(?P<a>n)z", ("sets",)),
    ("(?P<a>n)[xt]?r", ("reps",)),
    ("(?P<a>n)h", ("reps",)),
    ("r[j,]*x?(?P<a>n)[xt]?", ("times",)),
    ("[rx]?j*(?P<a>N)", ("times",)),
    ("(?P<a>n)[xt]|x(?P<b>n)[xt]?", ("times",)),
    ("(?P<a>n)j?(?=S)", ("times",)),
    ("(?P<a>n)(?=E)", ("times",)),
)
"""What people write, the most special first, with the fields that its numbers are."""


@dataclass(slots=True)
class Dose:
    """What was found; `codes` are the letters that are left."""

    codes: str
    sets: Amount | None = None
    reps: Amount | None = None
    hold_s: Amount | None = None
    times: list[Amount] = field(default_factory=list)
    unsure: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing to do is written; sets alone are nothing."""
        return self.reps is None and self.hold_s is None


def dose_of(line: str, marks: Sequence[Mark], codes: str) -> Dose:
    """Read sets, repetitions and hold."""
    found = Dose(codes)
    if re.match("nE", codes) and re.search("[nN]", codes[1:]):  # only counts the lines
        found.codes = "_" + codes[1:]
    for pattern in _LEFT_OUT:
        while match := re.search(pattern, found.codes):
            found.codes = spent(found.codes, match)
    _without_unit(line, marks, found)
    for pattern, names in _PATTERNS:
        while match := re.search(pattern, found.codes):
            _take(line, marks, found, match, names)
    _place_times(found)
    _alternatives(marks, found)
    _say_what_is_left(line, marks, found)
    return found


def _without_unit(line: str, marks: Sequence[Mark], found: Dose) -> None:
    """`hold 5`, `hold 5 breaths`: not so many seconds."""
    for pattern, why in (
        ("(?:h[j,]*)?nB", "“{words}” is no number of seconds"),
        ("hj*n(?=[,_S]|$|[j.])", "“{words}” has no unit: seconds?"),
    ):
        while match := re.search(pattern, found.codes):
            words = words_at(line, marks, *match.span())
            found.unsure["hold_s"] = why.format(words=words)
            found.codes = spent(found.codes, match)


def _take(
    line: str, marks: Sequence[Mark], found: Dose, match: re.Match[str], names: Sequence[str]
) -> None:
    groups = match.groupdict()
    unit = groups.pop("u", None)
    places = sorted(match.start(name) for name, text in groups.items() if text is not None)
    words = words_at(line, marks, *match.span())
    amounts = []
    for name, at in zip(names, places, strict=True):
        times = _SECONDS[unit] if unit is not None and name == "hold_s" else 1
        amounts.append(Amount(marks[at].low * times, marks[at].high * times))
    found.codes = spent(found.codes, match)
    if names == ("sets", "reps") and "z" not in match[0] and amounts[0].low > amounts[1].high:
        why = f"which number of “{words}” are the sets?"
        found.unsure["sets"] = found.unsure["reps"] = why
        return
    for name, amount in zip(names, amounts, strict=True):
        if name == "times":
            found.times.append(amount)
        elif getattr(found, name) not in (None, amount):
            found.unsure[name] = "two different numbers are written"
        else:
            setattr(found, name, amount)
        found.words[name] = words


def _place_times(found: Dose) -> None:
    """What the multipliers mean that stand by themselves."""
    words = found.words.pop("times", "")
    if not found.times:
        return
    if len(found.times) > 1:
        why = "which number is which?"
        if len(set(map(str, found.times))) == 1 and found.reps is None:
            found.reps = found.times[0]
        else:
            found.unsure["reps"] = found.unsure["sets"] = why
        return
    times = found.times[0]
    if found.reps is None and "reps" not in found.unsure:
        found.reps, found.words["reps"] = times, words
    else:
        found.unsure["sets"] = found.unsure["reps"] = f"what “{words}” multiplies is not clear"


def _alternatives(marks: Sequence[Mark], found: Dose) -> None:
    """`2 min or 20 reps`: which one is to be done, nobody has said."""
    if re.search("[nN].*A.*[nN]", codes_of(marks)) and not found.unsure:
        found.unsure[DOSE] = "two doses are written: which one?"


def _say_what_is_left(line: str, marks: Sequence[Mark], found: Dose) -> None:
    """Numbers that nothing explains; and whether anything is to be done at all."""
    left = [at for at, code in enumerate(found.codes) if code in "nN"]
    number = words_at(line, marks, left[0], left[0] + 1) if left else ""
    for name in found.unsure:
        if name in ("sets", "reps", "hold_s"):
            setattr(found, name, None)
    if found.is_empty and not found.unsure:
        found.unsure[DOSE] = f"“{number}” has no unit" if left else "no dose is written"
    elif left and not found.unsure:
        found.unsure[DOSE] = f"what “{number}” means is not clear"
