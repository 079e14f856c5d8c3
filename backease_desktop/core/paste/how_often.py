"""How often a line asks for: so many times a day, or a week.

Rules: an hour is neither, and "as needed" is none. A multiplier in front of "daily" is so many
times a day where it is small (`x2 daily`), else repetitions; where nothing tells, it is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from backease_desktop.core.paste.lexicon import Often
from backease_desktop.core.paste.marks import Mark, spent, words_at

MOST_TIMES_DAILY = 4
"""A bare number up to this one, in front of "daily", counts times a day."""

MOST_HOURS = 6
"""A bare number up to this one, in front of "hourly", counts hours."""

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range as it was written."""

    low: float
    high: float


@dataclass(slots=True)
class HowOften:
    """What was found; `codes` are the letters that are left."""

    codes: str
    per_day: Amount | None = None
    per_week: Amount | None = None
    unsure: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def how_often(line: str, marks: Sequence[Mark], codes: str) -> HowOften:
    """Read how often, and take its words away."""
    found = HowOften(codes)
    _leave_out(marks, found)
    _counted(line, marks, found)
    _daily(line, marks, found)
    _fixed(line, marks, found)
    _by_days(line, marks, found)
    if (match := re.search("(?<=[smH])d", found.codes)) and found.per_day is None:
        _set(found, "per_day", Amount(1, 1), line, marks, match.span())  # `20 min a day`
        found.codes = spent(found.codes, match)
    if match := re.search("[dw]", found.codes):
        field_name = "per_day" if match[0] == "d" else "per_week"
        found.unsure[field_name] = f"how often “{marks[match.start()].text}”?"
        found.codes = spent(found.codes, match)
    return found


def _leave_out(marks: Sequence[Mark], found: HowOften) -> None:
    """What is neither a day's nor a week's: hours, the weeks that it goes on.

    `2 hourly` is no hold of two hours, and `once in the morning` is the morning alone.
    """
    codes = found.codes
    for pattern in ("F[,j]*d?", "vj?n?[Hm]", "x?n[xt]*jH", "[jT]*np", "(?<=j)nk(?![,j]*[wW])"):
        while match := re.search(pattern, found.codes):
            found.codes = spent(found.codes, match)
    for match in re.finditer("(?<!x)n(?=F)", codes):
        if marks[match.start()].high <= MOST_HOURS:
            found.codes = spent(found.codes, match)
    for match in re.finditer("[nN][xt]*(?=j*q)", found.codes):
        if marks[match.start()].high == 1:
            found.codes = spent(found.codes, match)


def _set(
    found: HowOften,
    name: str,
    amount: Amount,
    line: str,
    marks: Sequence[Mark],
    span: tuple[int, int],
) -> None:
    """Keep an amount; a second one that differs makes both unsure."""
    known = getattr(found, name)
    if known is not None and known != amount:
        found.unsure[name] = "two different numbers are written"
        setattr(found, name, None)
        return
    setattr(found, name, amount)
    found.words[name] = words_at(line, marks, *span)


def _counted(line: str, marks: Sequence[Mark], found: HowOften) -> None:
    """`3 times a day`, `x2/day`, `5 days a week`; behind `10x` the multiplier is the dose's."""
    for name, unit in (("per_day", "d"), ("per_week", "[wW]")):
        while match := re.search(
            f"(?:(?<![^xnzr]n)(?<!^n)x)?(?P<n>[nN])[xt]*[,j]?k?j?{unit}", found.codes
        ):
            number = marks[match.start("n")]
            if _is_part_of_a_dose(found.codes, match, marks):
                last = (match.end() - 1, match.end())
                _set(found, name, Amount(1, 1), line, marks, last)
                found.codes = found.codes[: last[0]] + "_" + found.codes[last[1] :]
                continue
            _set(found, name, Amount(number.low, number.high), line, marks, match.span())
            found.codes = spent(found.codes, match)


def _is_part_of_a_dose(codes: str, match: re.Match[str], marks: Sequence[Mark]) -> bool:
    """Whether the number belongs to `3 x 10`, so that the day stands alone behind it."""
    before = codes[: match.start("n")]
    if not re.search("(?<!x)nx$", before) or codes[match.end("n")] in "xt":
        return False
    sets, reps = marks[match.start("n") - 2], marks[match.start("n")]
    return not (reps.high <= MOST_TIMES_DAILY and sets.low > reps.high)


def _daily(line: str, marks: Sequence[Mark], found: HowOften) -> None:
    """`x2 daily`, `twice daily`, `daily`, `daily x2`."""
    while match := re.search("x?(?P<n>[nN])(?P<t>[xt]*)j?D", found.codes):
        number = marks[match.start("n")]
        rest = found.codes[: match.start()] + found.codes[match.end() :]
        is_times = found.codes[match.start("n")] == "N" or "t" in match["t"]
        has_dose = bool(re.search("[nN]", rest))
        bare = match.group() in ("nD", "njD")
        if _is_part_of_a_dose(found.codes, match, marks) or (bare and not has_dose):
            break
        if is_times or number.high <= MOST_TIMES_DAILY or (has_dose and not bare):
            _set(found, "per_day", Amount(number.low, number.high), line, marks, match.span())
            found.codes = spent(found.codes, match)
            continue
        found.unsure["reps"] = found.unsure["per_day"] = (
            f"“{words_at(line, marks, *match.span())}” may be repetitions, or times a day"
        )
        found.codes = spent(found.codes, match)
    if (match := re.search("Dx(?P<n>n)(?![xsm])", found.codes)) and re.search(
        "[nN]", found.codes.replace(match[0], "", 1)
    ):
        number = marks[match.start("n")]
        if number.high <= MOST_TIMES_DAILY:
            _set(found, "per_day", Amount(number.low, number.high), line, marks, match.span())
            found.codes = spent(found.codes, match)


def _fixed(line: str, marks: Sequence[Mark], found: HowOften) -> None:
    """`bd`, `tds`, `M/W/F`."""
    for match in re.finditer("f", found.codes):
        often = marks[match.start()].value
        assert isinstance(often, Often)
        for name, count in (("per_day", often.day), ("per_week", often.week)):
            if count is not None:
                _set(found, name, Amount(count, count), line, marks, match.span())
        found.codes = spent(found.codes, match)


def _by_days(line: str, marks: Sequence[Mark], found: HowOften) -> None:
    """`daily`, `weekly`, `morning and night`, `Mon, Wed, Fri`."""
    codes = found.codes
    parts = {marks[at].value: at for at, code in enumerate(codes) if code == "q"}
    dailies = [at for at, code in enumerate(codes) if code == "D"]
    if (parts or dailies) and found.per_day is None and "per_day" not in found.unsure:
        count = max(len(parts), 1)
        at = sorted([*parts.values(), *dailies])
        _set(found, "per_day", Amount(count, count), line, marks, (at[0], at[-1] + 1))
    if (match := re.search("W", codes)) and found.per_week is None:
        _set(found, "per_week", Amount(1, 1), line, marks, match.span())
    days = [at for at, code in enumerate(codes) if code == "y"]
    if days and found.per_week is None:
        count = _days_between(line, marks, days)
        _set(found, "per_week", Amount(count, count), line, marks, (days[0], days[-1] + 1))
    found.codes = re.sub("[qDWy]", "_", codes)


def _days_between(line: str, marks: Sequence[Mark], days: Sequence[int]) -> int:
    names = [str(marks[at].value) for at in days]
    first, last = (_WEEK.index(name) if name in _WEEK else 0 for name in (names[0], names[-1]))
    between = line[marks[days[0]].end : marks[days[-1]].start].strip()
    if len(days) == 2 and between in ("-", "–", "—", "to") and first < last:
        return last - first + 1
    return len(set(names))
