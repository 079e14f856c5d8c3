"""What this machine remembers beside settings: the first start, and what was explained.

What the person has done stands in the journal, and nowhere else.
"""

from datetime import date

from backease_desktop.core.fields import Fields

GENTLE_DAYS = 7
"""Days after the first start in which an automatic dose is gentle (catalogue.md)."""


class Profile(Fields, frozen=True, kw_only=True):
    """Kept in the profile folder, written at every change.

    Attributes:
        first_start: the day of the first start, None before the welcome was seen.
        understood: the safety page was read and accepted.
        told_staying: it was said that closing the window leaves the reminders running.
        told_growth: it was said that the gentle week is over.
    """

    first_start: date | None = None
    understood: bool = False
    told_staying: bool = False
    told_growth: bool = False

    def is_new(self, today: date) -> bool:
        """Whether the person is in the first, gentle, week."""
        return self.first_start is None or (today - self.first_start).days < GENTLE_DAYS

    def is_to_be_told_of_growth(self, today: date) -> bool:
        """Whether sessions are longer than those of the first week, and nobody said so."""
        return not self.told_growth and not self.is_new(today)
