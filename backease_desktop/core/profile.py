"""What the program remembers of a person beside settings: first start, and exercises met."""

from datetime import date
from typing import Annotated

import msgspec

from backease_desktop.core.fields import Fields

GENTLE_DAYS = 7
"""Days after the first start in which an automatic dose is gentle (catalogue.md)."""
FORGOTTEN_DAYS = 30
"""An exercise that was not met for this many days is new again."""

Times = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
"""How often something was done; a file may say what it likes."""


class Profile(Fields, frozen=True, kw_only=True):
    """Kept in the profile folder, written at every change.

    Attributes:
        first_start: the day of the first start, None before the welcome was seen.
        understood: the safety page was read and accepted.
        met: how often each exercise was done, by id, since it was new.
        met_on: the day on which it was done last; none from the time before days were kept.
        last_routine: id of the routine that was chosen last.
        done: ids of the routines that were done, the one that was done last at the end.
        told_staying: it was said that closing the window leaves the reminders running.
        told_growth: it was said that the gentle week is over.
    """

    first_start: date | None = None
    understood: bool = False
    met: dict[str, Times] = msgspec.field(default_factory=dict)
    met_on: dict[str, date] = msgspec.field(default_factory=dict)
    last_routine: str | None = None
    done: tuple[str, ...] = ()
    told_staying: bool = False
    told_growth: bool = False

    def is_new(self, today: date) -> bool:
        """Whether the person is in the first, gentle, week."""
        return self.first_start is None or (today - self.first_start).days < GENTLE_DAYS

    def is_to_be_told_of_growth(self, today: date) -> bool:
        """Whether sessions are longer than those that the person has done, and nobody said so."""
        return bool(self.met) and not self.told_growth and not self.is_new(today)

    def met_until(self, today: date) -> dict[str, int]:
        """How often each exercise was done, without those that are new again by now."""
        return {
            exercise: times
            for exercise, times in self.met.items()
            if (today - self.met_on.get(exercise, today)).days < FORGOTTEN_DAYS
        }

    def having_met(self, exercises: tuple[str, ...], today: date) -> "Profile":
        """This profile with these exercises met once more each."""
        known, met, met_on = self.met_until(today), dict(self.met), dict(self.met_on)
        for exercise in exercises:
            met[exercise] = known.get(exercise, 0) + 1
            met_on[exercise] = today
        return self.with_(met=met, met_on=met_on)

    def having_done(self, routine: str) -> "Profile":
        """This profile with this routine as the one that was done last."""
        others = tuple(one for one in self.done if one != routine)
        return self.with_(done=(*others, routine))
