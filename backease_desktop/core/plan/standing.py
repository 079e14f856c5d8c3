"""Where somebody stands on a ladder, and where one session leads: the whole of the rules' working.

    after(standing, outcome, top, rules) → Standing

Rules:
1. One session leads one rung up or down at most.
2. Whatever counts as down counts before what counts as up, and begins the count of good ones anew.
3. What was not said changes nothing: no answer is neither good nor bad.
"""

from dataclasses import dataclass, replace

from backease_desktop.core.journal.entries import Effort
from backease_desktop.core.plan.rules import PlanRules


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on a ladder.

    Attributes:
        rung: from 0.
        good: sessions in a row that count towards the next rung.
    """

    rung: int = 0
    good: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of a session, as far as it concerns one ladder.

    Attributes:
        felt: how it was; None where that was not said.
        pain: the most that was told after it or of it, 0 to 10; None where that was not said.
        hurt: an exercise of the ladder was left because it hurt.
    """

    felt: Effort | None = None
    pain: int | None = None
    hurt: bool = False


def stops(outcome: Outcome, rules: PlanRules) -> bool:
    """Whether the plan stops here, and help is shown."""
    return outcome.pain is not None and outcome.pain >= rules.stop.pain_from


def after(standing: Standing, outcome: Outcome, last: int, rules: PlanRules) -> Standing:
    """Where somebody stands after a session.

    Args:
        standing: before it.
        outcome: what was said of it.
        last: the highest rung there is.
        rules: when it goes up and down.
    """
    pain = outcome.pain if outcome.pain is not None else 0
    if outcome.hurt or outcome.felt in rules.down.felt or pain >= rules.down.pain_from:
        return Standing(max(0, min(standing.rung, last) - 1))
    if outcome.felt is None or outcome.felt not in rules.up.felt or pain > rules.up.pain_up_to:
        return standing
    good = standing.good + 1
    if good < rules.up.sessions:
        return replace(standing, good=good)
    return Standing(standing.rung + 1) if standing.rung < last else replace(standing, good=good - 1)
