"""The proof that a plan's rules harm nobody: every state that they can lead to is visited.

What must hold stands here a second time, in plain numbers, and not as the file says it; so a file
that was tampered with does not prove itself:
1. One rung up at most, and only after three sessions in a row that were easy or right, with pain of
   3 or less.
2. A session that was hard, that hurt, or with pain of 4 or more leads one rung down; from the
   lowest there is none. Nothing else leads down.
3. With pain of 6 or more the plan stops.
4. Every rung lies within what its source gives, and asks for no less than the one before it of the
   same exercise.
5. Nobody is offered an exercise that is to be avoided or asked about, with one or two things said
   about themselves, nor one that hurt, nor what stands above it.
6. Walks are never longer than 30 minutes, nor more often than five times a week; a rung lasts three
   weeks at least, and leads 5 minutes on at most.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise, product
from typing import get_args

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.journal.entries import Effort
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.core.plan.reach import Reach, reach_of, right_for
from backease_desktop.core.plan.rules import AMOUNTS, Ladder, PlanRules, Rung
from backease_desktop.core.plan.standing import Outcome, Standing, after, stops
from backease_desktop.core.plan.walking import Walks, after_week

GOOD_BEFORE_UP, PAIN_UP_TO, PAIN_DOWN_FROM, PAIN_STOPS_FROM = 3, 3, 4, 6
WALK_MINUTES, WALK_DAYS, WALK_WEEKS, WALK_STEP = 30, 5, 3, 5
WEEKS = 6
GOOD: tuple[Effort, ...] = ("easy", "right")
FELT: tuple[Effort | None, ...] = (None, *get_args(Effort))
OUTCOMES = tuple(
    Outcome(felt, pain, hurt)
    for felt, pain, hurt in product(FELT, (None, *range(11)), (False, True))
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of it.

    Attributes:
        states: that were visited.
        moves: from state to state that were looked at.
        violations: a sentence each, naming the rule; none where all holds.
    """

    states: int
    moves: int
    violations: tuple[str, ...]


def proof(rules: PlanRules, catalogue: Catalogue, askings: Sequence[Asking]) -> Proof:
    """Visit every state that these rules can lead to.

    Args:
        rules: to be proved.
        catalogue: what the sources give, and what is right for whom.
        askings: for whom: `everybody`.
    """
    found: dict[str, None] = {}
    states = moves = 0
    found.update(dict.fromkeys(_of_numbers(rules)))
    for ladder in rules.ladders:
        wrong = list(_of_rungs(ladder, catalogue))
        found.update(dict.fromkeys(wrong))
        if any(rung.exercise not in catalogue.exercises for rung in ladder.rungs):
            continue
        reaches: set[Reach] = set()
        for asking in askings:
            reach, violations = _reach(ladder, asking, catalogue)
            found.update(dict.fromkeys(violations))
            reaches |= {reach} if reach is not None else set()
        for reach in reaches:
            seen, looked_at, violations = _walked(ladder, reach, rules)
            states, moves = states + seen, moves + looked_at
            found.update(dict.fromkeys(violations))
    seen, looked_at, violations = _walked_on(rules)
    found.update(dict.fromkeys(violations))
    return Proof(states + seen, moves + looked_at, tuple(found))


def _walked(ladder: Ladder, reach: Reach, rules: PlanRules) -> tuple[int, int, list[str]]:
    """Every state of a ladder within a reach, with every outcome of a session.

    A state is what is offered, and how many good sessions in a row there really were: counted
    here, up to three. Of each rule that is broken the first breach is told.
    """
    start = reach.within(Standing()), 0
    seen, open_, moves = {start}, [start], 0
    violations: dict[str, str] = {}
    last = len(ladder.rungs) - 1
    while open_:
        standing, good = open_.pop()
        for outcome in OUTCOMES:
            moves += 1
            then = reach.within(after(standing, outcome, last, rules))
            count = good + 1 if _is_good(outcome) else 0 if _is_bad(outcome) else good
            for said in _broken(ladder, standing.rung, then.rung, outcome, count, reach):
                violations.setdefault(said.partition(":")[0], said)
            if _must_stop(outcome) != stops(outcome, rules):
                does = "goes on" if _must_stop(outcome) else "stops"
                violations.setdefault("stop", f"stop: with pain of {outcome.pain} the plan {does}")
            stays = then.rung == standing.rung
            state = then, min(count, GOOD_BEFORE_UP) if stays else 0
            if state not in seen:
                seen.add(state)
                open_.append(state)
    return len(seen), moves, list(violations.values())


def _walked_on(rules: PlanRules) -> tuple[int, int, list[str]]:
    """Every state of the walks, with every number of days that a week can have."""
    walking = rules.walking
    start = Walks(), 0
    seen, open_, moves = {start}, [start], 0
    violations: dict[str, str] = {}
    while open_:
        walks, whole = open_.pop()
        for days in range(8):
            moves += 1
            then = after_week(walks, days, walking)
            count = whole + (days >= walking.days)
            if then.rung > walks.rung and (count < WALK_WEEKS or then.rung > walks.rung + 1):
                said = f"walking: {walks.minutes(walking)} minutes grow after {count} whole weeks"
                violations.setdefault("up", said)
            if then.rung < walks.rung:
                violations.setdefault("down", "walking: a week that was missed takes minutes away")
            state = then, min(count, WALK_WEEKS) if then.rung == walks.rung else 0
            if state not in seen:
                seen.add(state)
                open_.append(state)
    return len(seen), moves, list(violations.values())


def _broken(
    ladder: Ladder, before: int, then: int, outcome: Outcome, good: int, reach: Reach
) -> Iterator[str]:
    """What is broken by going from one rung to another after an outcome."""
    if abs(then - before) > 1:
        yield f"up, down: {ladder.id} goes from rung {before + 1} to {then + 1} at once"
    if then > before and not (_is_good(outcome) and good >= GOOD_BEFORE_UP):
        yield (
            f"up: {ladder.id} goes up after {good} good sessions in a row and {_said(outcome)}; "
            f"{GOOD_BEFORE_UP} are needed, easy or right, with pain of {PAIN_UP_TO} or less"
        )
    if _is_bad(outcome) and then != max(before - 1, reach.first):
        yield f"down: {ladder.id} does not go one rung down after {_said(outcome)}"
    if then < before and not _is_bad(outcome):
        yield f"down: {ladder.id} goes down after {_said(outcome)}"


def _is_good(outcome: Outcome) -> bool:
    is_little = outcome.pain is None or outcome.pain <= PAIN_UP_TO
    return outcome.felt in GOOD and is_little and not outcome.hurt


def _is_bad(outcome: Outcome) -> bool:
    is_much = outcome.pain is not None and outcome.pain >= PAIN_DOWN_FROM
    return outcome.felt == "hard" or outcome.hurt or is_much


def _must_stop(outcome: Outcome) -> bool:
    return outcome.pain is not None and outcome.pain >= PAIN_STOPS_FROM


def _said(outcome: Outcome) -> str:
    parts = [
        f"“{outcome.felt}”" if outcome.felt else "no word of how it was",
        "no word of pain" if outcome.pain is None else f"pain of {outcome.pain}",
        "an exercise left hurting" if outcome.hurt else "",
    ]
    return ", ".join(part for part in parts if part)


def _of_rungs(ladder: Ladder, catalogue: Catalogue) -> Iterator[str]:
    """Every rung within what its source gives; and no less than the one before it."""
    for number, rung in enumerate(ladder.rungs, start=1):
        given = rung.prescription(catalogue)
        where = f"ladders: {ladder.id}, rung {number} ({rung.exercise})"
        if given is None:
            yield f"{where}: there is no exercise with a prescription {rung.of!r}"
            continue
        for name in AMOUNTS:
            amount, wanted = getattr(given, name), getattr(rung, name)
            if (amount is None) != (wanted is None) and name != "sets":
                yield f"{where}: {name} should be {'left out' if amount is None else 'given'}"
            elif wanted is not None and (amount is None or wanted > amount.max):
                most = "nothing" if amount is None else amount.max
                yield f"{where}: {name} {wanted} is more than its source gives ({most})"
            elif wanted is not None and amount is not None and wanted < amount.min:
                yield f"{where}: {name} {wanted} is less than its source gives ({amount.min})"
    for number, (former, later) in enumerate(pairwise(ladder.rungs), start=2):
        if former.exercise == later.exercise and _work(later) <= _work(former):
            yield f"ladders: {ladder.id}, rung {number}: asks for no more than the one before it"


def _work(rung: Rung) -> int:
    return (rung.hold_s or 4) * (rung.reps or 1) * (rung.sets or 1)


def _of_numbers(rules: PlanRules) -> Iterator[str]:
    walking = rules.walking
    if wrong := sorted(set(rules.up.felt) - set(GOOD)):
        yield f"up.felt: {', '.join(wrong)} leads up; only {' and '.join(GOOD)} may"
    if rules.up.pain_up_to > PAIN_UP_TO:
        yield f"up.pain_up_to: {rules.up.pain_up_to} is more than {PAIN_UP_TO}"
    if rules.weeks != WEEKS:
        yield f"weeks: {rules.weeks}; the plan has {WEEKS}"
    if walking.minutes[-1] > WALK_MINUTES:
        most = walking.minutes[-1]
        yield f"walking.minutes: {most} is more than its source gives ({WALK_MINUTES})"
    if walking.days > WALK_DAYS:
        yield f"walking.days: {walking.days} is more than its source gives ({WALK_DAYS})"
    if walking.weeks < WALK_WEEKS:
        yield f"walking.weeks: {walking.weeks} is less than {WALK_WEEKS}"
    for former, later in pairwise(walking.minutes):
        if later - former > WALK_STEP:
            yield f"walking.minutes: from {former} to {later} is more than {WALK_STEP} at once"


def everybody(catalogue: Catalogue, today: date) -> list[Asking]:
    """Everybody who has said nothing, one thing or two; and whom one exercise hurt."""
    conditions = sorted({rule.condition for rule in catalogue.rules})
    people = [Asking(NOBODY, today)]
    for count in (1, 2):
        for some in combinations(conditions, count):
            person = NOBODY
            for condition in some:
                person = person.with_condition(condition)
            people.append(Asking(person, today))
    hurt = (Asking(NOBODY, today, {id_: n}) for id_ in catalogue.exercises for n in (1, 2))
    return [*people, *hurt]


def _reach(ladder: Ladder, asking: Asking, catalogue: Catalogue) -> tuple[Reach | None, list[str]]:
    """The reach of a person on a ladder, and what of it is not right for them."""
    is_right = right_for(asking, catalogue)
    reach = reach_of(ladder.rungs, is_right, {id_ for id_, n in asking.hurt.items() if n})
    if reach is None:
        return None, []
    hurt = [n for n, rung in enumerate(ladder.rungs) if asking.hurt.get(rung.exercise)]
    if hurt and reach.last >= hurt[0]:
        return reach, [f"ladders: {ladder.id} offers what is harder than an exercise that hurt"]
    right = ladder.rungs[reach.first : reach.last + 1]
    wrong = [
        f"ladders: {ladder.id} offers {rung.exercise}, which is not right for somebody "
        f"({', '.join((*asking.person.conditions, *asking.person.rather_not)) or 'it hurt'})"
        for rung in right
        if asking.hurt.get(rung.exercise)
        or not verdict(catalogue.exercises[rung.exercise], asking, catalogue).is_done
    ]
    return reach, wrong
