"""The time that is looked at: calendar months, whole ones."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

YEAR_MONTHS = 12


class Span(StrEnum):
    """How much is looked at."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many calendar months that is."""
        return {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: YEAR_MONTHS}[self]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last

    @property
    def days(self) -> tuple[date, ...]:
        """All of them, in order."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


def period_of(span: Span, today: date, back: int = 0) -> Period:
    """The months that end with this one, or earlier ones.

    Args:
        span: how much.
        today: the local date; its month is the last one.
        back: how many whole spans earlier; 0 for now.
    """
    last = _first_of(today, -back * span.months)
    first = _first_of(last, 1 - span.months)
    return Period(first, _first_of(last, 1) - timedelta(days=1))


def _first_of(day: date, months: int) -> date:
    """The first day of the month so many months later; never before the calendar begins."""
    number = max(YEAR_MONTHS, day.year * YEAR_MONTHS + day.month - 1 + months)
    return date(number // YEAR_MONTHS, number % YEAR_MONTHS + 1, 1)
