"""The goal that the person has set: days a week. Home asks for it, and needs nothing of weeks."""

from backease_desktop.core.journal.entries import ProfileChanged
from backease_desktop.core.journal.history import History

GOAL_FIELD = "days_a_week"
"""The field of the profile that the goal stands in."""

WEEK = 7
"""Days: no goal is more."""


def goal_of(history: History) -> int | None:
    """The goal, 1 to 7 days a week; None where none is set, or what stands there is none."""
    goal = history.profile.get(GOAL_FIELD)
    return goal if type(goal) is int and 1 <= goal <= WEEK else None


def goal_set(days: int | None) -> ProfileChanged:
    """The entry that sets a goal, or leaves it out.

    Raises:
        ValueError: it is not 1 to 7 days.
    """
    if days is not None and not 1 <= days <= WEEK:
        raise ValueError(f"a goal is 1 to {WEEK} days a week, not {days}")
    return ProfileChanged(field=GOAL_FIELD, value=days)
