"""How often what somebody was given is to be done: what most of its lines say.

Rules: a line that says nothing of it is not counted; of a range the least counts; where two are
said equally often, it is the one that asks for less. What nobody has written is None.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.core.paste.reading import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """So many times a day, on so many days a week; None where that is not written."""

    per_day: int | None = None
    per_week: int | None = None


def asked_of(readings: Iterable[Reading]) -> Asked | None:
    """What most lines that are exercises say; None where none says anything."""
    said = Counter(
        Asked(_least(one.per_day), _least(one.per_week))
        for one in readings
        if one.is_exercise and (one.per_day or one.per_week)
    )
    if not said:
        return None
    return min(said, key=lambda one: (-said[one], one.per_day or 1, one.per_week or 7))


def _least(amount: Range | None) -> int | None:
    return amount.min if amount else None
