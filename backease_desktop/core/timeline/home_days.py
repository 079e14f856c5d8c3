"""How long home stays what it is today, if nothing happens.

A gentle week ends, what was met long ago is new again, a pregnancy goes on, an answer has held its
ninety days.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from backease_desktop.core.journal.history import History
from backease_desktop.core.person.keeping import person_of
from backease_desktop.core.person.person import Person
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.timeline.preferences import preferences_of

LOOKED_AHEAD = 14
"""Days: who comes back later waits once for the cards to be worked out."""


def true_until(settings: Settings, profile: Profile, history: History, today: date) -> date:
    """The last day, of some to come, on which home is what it is today."""
    person = person_of(history.profile)

    def of(day: date) -> tuple[object, ...]:
        met = history.met_until(day)
        preferences = preferences_of(settings, profile, met, day, history.felt, person)
        return preferences, *_of_person(person, day)

    now, last = of(today), today
    for _ in range(LOOKED_AHEAD):
        if of(last + timedelta(days=1)) != now:
            break
        last += timedelta(days=1)
    return last


def _of_person(person: Person, day: date) -> tuple[object, ...]:
    answers: Mapping[str, object] = person.answers
    return person.having(day), tuple(person.answer_to(one, day) for one in answers)
