"""What an exercise is for a person: fine, to be changed, to be asked about first, or to be avoided.

One pure function over the rules of `precautions.yaml`. It never clears anybody: "fine" means only
that no rule of ours says otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule, Trigger
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.person import Person

HURT = "hurt"
"""Stands in the place of a condition where an exercise hurt the person."""
LEFT_OUT_FROM = 2
"""So often in a row an exercise is left because it hurt before it is left out."""

_SEVERITY = {None: 0, Action.MODIFY: 1, Action.ASK: 2, Action.AVOID: 3}


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, when, and what is known of their past.

    Attributes:
        person: what they have said.
        today: the day that weeks and answers are counted to.
        hurt: how often in a row an exercise was left because it hurt, by id.
    """

    person: Person
    today: date
    hurt: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an exercise is for a person.

    Attributes:
        action: None where it is fine.
        rules: why, the strictest first.
        instead: ids of exercises that may take its place, the best first; each is right for the
            person. Empty where none can be named.
        is_answered: it was to be asked about, and the answer was that they may not.
    """

    action: Action | None = None
    rules: tuple[Rule, ...] = ()
    instead: tuple[str, ...] = ()
    is_answered: bool = False

    @property
    def is_done(self) -> bool:
        """Whether the exercise itself may come without another word."""
        return self.action in (None, Action.MODIFY)

    @property
    def tip(self) -> str | None:
        """What is said in place of the exercise's own tip; every rule has its sentence."""
        tips = (rule.tip for rule in self.rules if rule.action is Action.MODIFY and rule.tip)
        said = " ".join(dict.fromkeys(_closed(tip) for tip in tips))
        return said or None


FINE = Verdict()


def verdict(exercise: Exercise, asking: Asking, catalogue: Catalogue) -> Verdict:
    """What an exercise is for a person.

    Args:
        exercise: any one of the catalogue.
        asking: who asks, and when.
        catalogue: the rules, and what may come instead.
    """
    rules, is_answered = _rules_for(exercise, asking, catalogue)
    action = _strictest(rules, is_answered=is_answered)
    if action in (None, Action.MODIFY):
        return Verdict(action, rules)
    instead = _instead(exercise, rules, asking, catalogue)
    return Verdict(action, rules, instead, is_answered)


def easier_for(exercise: Exercise, asking: Asking, catalogue: Catalogue) -> Exercise | None:
    """The easier form of an exercise, if that asks for no more care of this person."""
    return _link_for(exercise, exercise.easier, asking, catalogue)


def harder_for(exercise: Exercise, asking: Asking, catalogue: Catalogue) -> Exercise | None:
    """The harder form of an exercise, if that asks for no more care of this person."""
    return _link_for(exercise, exercise.harder, asking, catalogue)


def _link_for(
    exercise: Exercise, other_id: str | None, asking: Asking, catalogue: Catalogue
) -> Exercise | None:
    other = catalogue.exercises.get(other_id or "")
    if other is None:
        return None
    here, there = (verdict(one, asking, catalogue) for one in (exercise, other))
    conditions = {rule.condition for rule in there.rules}
    brings_more = conditions - {rule.condition for rule in here.rules}
    is_worse = _SEVERITY[there.action] > _SEVERITY[here.action]
    return other if there.is_done and not brings_more and not is_worse else None


def _rules_for(
    exercise: Exercise, asking: Asking, catalogue: Catalogue
) -> tuple[tuple[Rule, ...], bool]:
    """The rules that hold, the strictest first; and whether what was to be asked was refused."""
    person, today = asking.person, asking.today
    having, rather_not = person.having(today), set(person.rather_not)
    rules = [
        rule
        for rule in catalogue.rules
        if rule.condition in (rather_not if rule.rather_not else having)
        and rule.when.fits(exercise)
    ]
    if exercise.unclassified:  # a rule that only changes it speaks of what is known
        known = {rule.condition for rule in rules if rule.action is not Action.MODIFY}
        rules += _rules_of_unknown(having - known, catalogue)
    if hurt := _hurt_rule(exercise, asking, today):
        rules.append(hurt)
    answer = person.answer_to(exercise.id, today)
    if answer is not None and answer.may:
        rules = [rule for rule in rules if rule.action is not Action.ASK]
    rules.sort(key=lambda rule: -_SEVERITY[rule.action])
    return tuple(rules), answer is not None and not answer.may


def _rules_of_unknown(conditions: Iterable[str], catalogue: Catalogue) -> list[Rule]:
    """To be asked first, for each condition: nobody has said what the exercise asks of a body."""
    first = {rule.condition: rule for rule in reversed(catalogue.rules)}
    asked = {
        "action": Action.ASK,
        "reason": "We do not know what this exercise asks of your body.",
        "source": "Our own caution.",
        "tip": None,
    }
    return [first[one].with_(**asked) for one in sorted(conditions) if one in first]


def _strictest(rules: Iterable[Rule], *, is_answered: bool) -> Action | None:
    action = max((rule.action for rule in rules), key=_SEVERITY.__getitem__, default=None)
    return Action.AVOID if action is Action.ASK and is_answered else action


def _hurt_rule(exercise: Exercise, asking: Asking, today: date) -> Rule | None:
    """What hurt comes with its easier form first; what hurt twice in a row stays away."""
    times = asking.hurt.get(exercise.id, 0)
    if times == 0 or (times < LEFT_OUT_FROM and exercise.easier is None):
        return None
    often = times >= LEFT_OUT_FROM
    easier = (exercise.easier,) if exercise.easier else ()
    return Rule(
        condition=HURT,
        title="It hurt",
        when=Trigger(always=True),
        action=Action.AVOID,
        reason="You left it twice because it hurt." if often else "It hurt last time.",
        instead="Take it back in Settings when you want it again." if often else None,
        instead_exercise={exercise.position: easier},
        source="What you did.",
        reviewed=today.isoformat(),
    )


def _instead(
    exercise: Exercise, rules: tuple[Rule, ...], asking: Asking, catalogue: Catalogue
) -> tuple[str, ...]:
    """What may take its place: first what works on a part that it works on, then the others."""
    named = dict.fromkeys(
        name
        for rule in rules
        if rule.action is not Action.MODIFY
        for name in rule.instead_exercise.get(exercise.position, ())
        if name != exercise.id
    )
    known = (catalogue.exercises[name] for name in named if name in catalogue.exercises)
    right = [one for one in known if _is_right(one, asking, catalogue)]
    areas = set(exercise.areas)
    return tuple(one.id for one in sorted(right, key=lambda one: not areas & set(one.areas)))


def _is_right(exercise: Exercise, asking: Asking, catalogue: Catalogue) -> bool:
    rules, is_answered = _rules_for(exercise, asking, catalogue)
    return _strictest(rules, is_answered=is_answered) in (None, Action.MODIFY)


def _closed(tip: str) -> str:
    return tip if tip.endswith((".", "!", "?")) else f"{tip}."
