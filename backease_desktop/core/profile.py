"""What the program remembers of a person beside settings: first start, and exercises met."""

from datetime import date

import msgspec

from backease_desktop.core.fields import Fields

GENTLE_DAYS = 7
"""Days after the first start in which an automatic dose is gentle (catalogue.md)."""


class Profile(Fields, frozen=True, kw_only=True):
    """Kept in the profile folder, written at every change.

    Attributes:
        first_start: the day of the first start, None before the welcome was seen.
        understood: the safety page was read and accepted.
        met: how often each exercise was done, by id.
        last_routine: id of the routine that was chosen last.
        done: ids of the routines that were done, the one that was done last at the end.
        told_staying: it was said that closing the window leaves the reminders running.
    """

    first_start: date | None = None
    understood: bool = False
    met: dict[str, int] = msgspec.field(default_factory=dict)
    last_routine: str | None = None
    done: tuple[str, ...] = ()
    told_staying: bool = False

    def is_new(self, today: date) -> bool:
        """Whether the person is in the first, gentle, week."""
        return self.first_start is None or (today - self.first_start).days < GENTLE_DAYS

    def having_met(self, exercises: tuple[str, ...]) -> "Profile":
        """This profile with these exercises met once more each."""
        met = dict(self.met)
        for exercise in exercises:
            met[exercise] = met.get(exercise, 0) + 1
        return self.with_(met=met)

    def having_done(self, routine: str) -> "Profile":
        """This profile with this routine as the one that was done last."""
        others = tuple(one for one in self.done if one != routine)
        return self.with_(done=(*others, routine))
