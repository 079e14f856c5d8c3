"""The rules of the plan, as `catalogue/plan.yaml` holds them: ladders, up, down, stop, walking."""

from itertools import pairwise
from typing import Annotated

from msgspec import Meta

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Id
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.journal.entries import Effort
from backease_desktop.core.values import Value

Source = Annotated[str, Meta(min_length=2, max_length=200)]
"""Where a rule is from: "ours", or what can be looked up."""
About = Annotated[str, Meta(min_length=10, max_length=400)]
PainLevel = Annotated[int, Meta(ge=0, le=10)]
Amount = Annotated[int, Meta(ge=1, le=1800)]
Minutes = Annotated[int, Meta(ge=1, le=120)]

AMOUNTS = ("hold_s", "reps", "sets")


class Rung(Value, frozen=True, kw_only=True):
    """A rung of a ladder: an exercise with one dose.

    Attributes:
        of: key of the prescription within whose ranges the dose lies.
        hold_s: seconds; reps, sets: how often. What the prescription does not give is left out.
    """

    exercise: Id
    of: Annotated[str, Meta(max_length=161)]
    hold_s: Amount | None = None
    reps: Amount | None = None
    sets: Amount | None = None

    def step(self, catalogue: Catalogue) -> Step:
        """The rung as a step of a routine."""
        given = self.prescription(catalogue)
        assert given is not None, self.of
        dose = {
            name: Range(min=value, max=value)
            for name in AMOUNTS
            if (value := getattr(self, name)) is not None
        }
        return Step(exercise=self.exercise, dose=given.with_(**dose))

    def prescription(self, catalogue: Catalogue) -> Prescription | None:
        """What the source gives; None where there is no such prescription."""
        exercise = catalogue.exercises.get(self.exercise)
        return exercise.prescription(self.of) if exercise else None


class Ladder(Value, frozen=True, kw_only=True):
    """Rungs from easier to harder."""

    id: Id
    name: Annotated[str, Meta(min_length=2, max_length=48)]
    source: Source
    about: About
    rungs: Annotated[tuple[Rung, ...], Meta(min_length=2, max_length=20)]


class Up(Value, frozen=True, kw_only=True):
    """When it goes one rung up.

    Attributes:
        sessions: so many in a row.
        felt: that were so.
        pain_up_to: with no more pain after them.
    """

    sessions: Annotated[int, Meta(ge=1, le=20)]
    felt: Annotated[tuple[Effort, ...], Meta(min_length=1)]
    pain_up_to: PainLevel
    source: Source
    about: About


class Down(Value, frozen=True, kw_only=True):
    """When it goes one rung down: it was felt so, or with so much pain, or it was left hurting."""

    felt: tuple[Effort, ...]
    pain_from: PainLevel
    source: Source
    about: About


class Stop(Value, frozen=True, kw_only=True):
    """When the plan stops, and help is shown."""

    pain_from: PainLevel
    source: Source
    about: About


class Walking(Value, frozen=True, kw_only=True):
    """The walks.

    Attributes:
        minutes: of a walk, from rung to rung.
        days: walks a week.
        weeks: so many whole weeks lead to the next rung.
    """

    minutes: Annotated[tuple[Minutes, ...], Meta(min_length=2, max_length=20)]
    days: Annotated[int, Meta(ge=1, le=7)]
    weeks: Annotated[int, Meta(ge=1, le=8)]
    source: Source
    about: About


class PlanRules(Value, frozen=True, kw_only=True):
    """All of them.

    Attributes:
        reviewed: date of our last look at their sources, ISO.
    """

    weeks: Annotated[int, Meta(ge=1, le=26)]
    reviewed: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    up: Up
    down: Down
    stop: Stop
    ladders: Annotated[tuple[Ladder, ...], Meta(min_length=1, max_length=40)]
    walking: Walking

    def check(self) -> None:
        """Ladders can be told apart, and walks grow."""
        ids = [one.id for one in self.ladders]
        if twice := {one for one in ids if ids.count(one) > 1}:
            raise ValueError(f"ladders: {', '.join(sorted(twice))} stands there twice")
        of: dict[str, str] = {}
        for ladder in self.ladders:
            for rung in ladder.rungs:
                other = of.setdefault(rung.exercise, ladder.id)
                if other != ladder.id:
                    raise ValueError(
                        f"ladders: {rung.exercise} stands in {other} and in {ladder.id}; "
                        "one would not know which of them goes up"
                    )
        if any(later <= former for former, later in pairwise(self.walking.minutes)):
            raise ValueError("walking.minutes: each should be more than the one before")
