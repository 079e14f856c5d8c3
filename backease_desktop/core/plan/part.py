"""Today's part of a plan: a session of the minutes and the place, with the rungs that are next."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.compose.choices import LayOut
from backease_desktop.core.compose.composed import Composed, composed
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.plan.plan import PREFIX, Plan
from backease_desktop.core.plan.reach import Reach, reach_of, right_for
from backease_desktop.core.plan.rules import Ladder, PlanRules, Rung
from backease_desktop.core.plan.standing import Standing
from backease_desktop.core.units import MINUTE, Ms


@dataclass(frozen=True, slots=True)
class NextRung:
    """What comes of a ladder for a person.

    Attributes:
        ladder: whose.
        standing: what is offered, within what is right for the person.
        reach: the rungs that are.
    """

    ladder: Ladder
    standing: Standing
    reach: Reach

    @property
    def rung(self) -> Rung:
        """The rung."""
        return self.ladder.rungs[self.standing.rung]


@dataclass(frozen=True, slots=True)
class Part:
    """A session of the plan.

    Attributes:
        composed: the session.
        standings: where the person stands on the ladders of which something is in it; to be kept
            when it starts.
    """

    composed: Composed
    standings: Mapping[str, Standing] = field(default_factory=dict)


def next_rungs(
    plan: Plan, rules: PlanRules, asking: Asking, catalogue: Catalogue
) -> tuple[NextRung, ...]:
    """What comes of each ladder; those of which nothing is right for the person are left out.

    Only what is done at one of the plan's places counts.
    """
    right, places = right_for(asking, catalogue), plan.answers.places
    found = []
    for ladder in rules.ladders:
        reach = reach_of(
            ladder.rungs,
            lambda id_: right(id_) and catalogue.exercises[id_].place in places,
            {id_ for id_, times in asking.hurt.items() if times},
        )
        if reach is not None:
            standing = plan.standings.get(ladder.id, Standing())
            found.append(NextRung(ladder, reach.within(standing), reach))
    return tuple(found)


def part_of_today(
    plan: Plan,
    rules: PlanRules,
    asking: Asking,
    catalogue: Catalogue,
    name: str,
    lay_out: LayOut,
) -> Part:
    """The session that is next in a plan.

    Args:
        plan: that is on.
        rules: its ladders.
        asking: the person, and the day.
        catalogue: what there is.
        name: of the session, as it is shown and spoken.
        lay_out: makes the timeline of a routine as it is for the person.

    Raises:
        NothingFitsError: nothing can be put together; says why.
    """
    there = [
        one
        for one in next_rungs(plan, rules, asking, catalogue)
        if catalogue.exercises[one.rung.exercise].place is plan.place
    ]
    wanted = Wanted(
        longest=Ms(plan.answers.minutes * MINUTE),
        place=plan.place,
        seed=plan.done,
        rungs=tuple(one.rung.step(catalogue) for one in there),
        kind=PREFIX.rstrip("-"),
    )
    made = composed(wanted, asking, catalogue, name, lay_out)
    exercises = {step.exercise for step in made.routine.steps}
    return Part(
        made,
        {one.ladder.id: one.standing for one in there if one.rung.exercise in exercises},
    )
