"""People who have each said one thing about themselves, and what of the rules then holds.

The rules that hold are written down beside each, from outside: nothing here asks the program.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.person import NOBODY, Person

EARLY, LATE = frozenset({"pregnancy"}), frozenset({"pregnancy", "pregnancy-16"})
CONDITIONS = (
    "belly-gap",
    "blood-pressure",
    "blood-thinners",
    "disc",
    "dizziness",
    "eye-pressure",
    "fusion",
    "heart",
    "hip-replacement",
    "knee",
    "neck",
    "osteoporosis",
    "pelvic-girdle",
    "reflux",
    "scoliosis",
    "stenosis",
    "surgery",
    "wrist-pain",
)
RATHER_NOT = ("floor", "kneel", "prone", "wrists")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, and the conditions, or things rather not done, whose rules hold for them."""

    person: Person
    holds: frozenset[str]

    def must_not(self, catalogue: Catalogue, *, may: bool = False) -> frozenset[str]:
        """Ids of the exercises that must not start.

        Args:
            catalogue: exercises and rules.
            may: somebody was asked about what is to be asked about, and they may.
        """
        barring = (Action.AVOID,) if may else (Action.AVOID, Action.ASK)
        rules = [r for r in catalogue.rules if r.condition in self.holds and r.action in barring]
        exercises = catalogue.exercises.values()
        return frozenset(one.id for one in exercises if any(r.when.fits(one) for r in rules))


def people(today: date) -> dict[str, Somebody]:
    """Everybody, by what they have said."""
    found = {
        one: Somebody(NOBODY.with_condition(one), frozenset({one}))
        for one in CONDITIONS + RATHER_NOT
    }
    weeks = {1: EARLY, 15: EARLY, 16: EARLY, 17: LATE, 18: LATE, 30: LATE, 40: LATE, 42: LATE}
    for week, holds in weeks.items():
        found[f"pregnant, week {week}"] = Somebody(NOBODY.with_week(week, today), holds)
    yesterday, last_week = today - timedelta(days=1), today - timedelta(weeks=1)
    # Nobody knows which day of the week it was, so it was its last one.
    found |= {
        "pregnant, no week": Somebody(NOBODY.with_condition("pregnancy"), LATE),
        "pregnant, late": Somebody(NOBODY.with_condition("pregnancy-16"), LATE),
        "pregnant, a due date": Somebody(NOBODY.with_(due=today + timedelta(weeks=10)), LATE),
        "pregnant, past the date": Somebody(NOBODY.with_(due=today - timedelta(weeks=3)), LATE),
        "pregnant, week 16 yesterday": Somebody(NOBODY.with_week(16, yesterday), LATE),
        "pregnant, week 15 a week ago": Somebody(NOBODY.with_week(15, last_week), EARLY),
    }
    return found
