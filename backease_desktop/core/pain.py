"""Pain as a person tells it, 0 to 10: what a number asks for, and when two are a change.

Rules:
1. The bands are the strictest common ones: 0 to 3 go on, 4 and 5 fine if it has gone within a day,
   6 and more enough for today. There is no standard (`catalogue/safety.yaml`, part "pain").
2. Two numbers are called a change from 2 points on, and a fall from 30 % on: the consensus of
   Ostelo 2008, doi 10.1097/BRS.0b013e31815e3a10. It speaks of improvement; that a rise of 2 points
   is a change as well is our reading. Whatever is less is no change, in words and in pictures.
3. What hurt is no reason to do more, however easy the rest was.
"""

from enum import StrEnum

LEAST, WORST = 0, 10
SETTLES_FROM, ENOUGH_FROM = 4, 6
CHANGE_POINTS = 2
CHANGE_PERCENT = 30


class Band(StrEnum):
    """What a number asks for."""

    LITTLE = "little"
    SETTLES = "settles"
    ENOUGH = "enough"


class Change(StrEnum):
    """What two numbers amount to."""

    NONE = "none"
    LESS = "less"
    MORE = "more"


def band_of(level: int) -> Band:
    """The band of a number, 0 to 10."""
    if level >= ENOUGH_FROM:
        return Band.ENOUGH
    return Band.SETTLES if level >= SETTLES_FROM else Band.LITTLE


def change_of(before: int, after: int) -> Change:
    """Whether two numbers, each 0 to 10, may be called a change, and which."""
    fall = before - after
    if fall <= -CHANGE_POINTS:
        return Change.MORE
    if fall >= CHANGE_POINTS or (fall > 0 and 100 * fall >= CHANGE_PERCENT * before):
        return Change.LESS
    return Change.NONE


def may_rise(*, has_hurt: bool, after: int | None) -> bool:
    """Whether the effort may go up after a session that was easy.

    Args:
        has_hurt: something of it was left because it hurt.
        after: the pain that was told after it, None if it was not.
    """
    return not has_hurt and (after is None or band_of(after) is not Band.ENOUGH)


def typed(level: int | None, digit: int) -> int:
    """The number after a digit was pressed: each digit is itself, but 1 and then 0 is ten.

    Args:
        level: what was said before the digit, None if nothing was.
        digit: 0 to 9.
    """
    return WORST if (level, digit) == (1, 0) else digit
