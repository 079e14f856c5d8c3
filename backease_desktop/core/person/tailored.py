"""The door: a routine as it is for a person, which is what every session is made from.

    tailored(routine, asking, catalogue) → Tailored

Rules:
1. What is to be avoided never comes. The first exercise that may take its place does, one that is
   not in the routine yet if there is one; without any it is left out, and that is said.
2. What is to be changed has its rule's sentence in the place of its tip, so it is heard.
3. What is to be asked about first stays, and is named: whoever starts a session asks before
   (`core.person.questions`). Where nobody can be asked it goes the way of what is avoided.
4. An exercise that takes another's place comes by its gentlest prescription.
5. Whatever is tailored twice is the same as once.
6. An exercise that stands in a routine twice may give way to two others, or to one and then to
   none: each outcome is a change of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.person.verdict import Asking, Verdict, verdict


class NothingLeftError(ReportedError):
    """Nothing of a routine can be done by this person."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one exercise of a routine, in one or several of its places.

    Attributes:
        exercise: id of the exercise that the routine has.
        action: why it is not as it was.
        rules: that say so, the strictest first.
        instead: id of the exercise that comes in its place; None if it comes itself, or nothing.
        comes: whether the exercise itself comes.
        tip: what is heard in the place of the tip of what comes; None if that stays.
        again: something else became of it in a place before.
    """

    exercise: str
    action: Action
    rules: tuple[Rule, ...]
    instead: str | None = None
    comes: bool = False
    tip: str | None = None
    again: bool = False

    @property
    def condition(self) -> str:
        """The condition, or what is rather not done, that asks for it most."""
        return self.rules[0].condition


@dataclass(frozen=True, slots=True)
class Tailored:
    """A routine as it is for a person.

    Attributes:
        routine: what is done.
        catalogue: with the words that this person hears.
        changes: what became of each exercise that is not as it was, in the routine's order; of
            one that stands there twice, each outcome.
        stands_for: for each step the number of the one that it is, or whose place it takes, in the
            routine as it was.
    """

    routine: Routine
    catalogue: Catalogue
    changes: tuple[Change, ...] = ()
    stands_for: tuple[int, ...] = ()

    @property
    def told(self) -> int:
        """How many exercises are changed, each counted once; those to be asked about are not."""
        return len({one.exercise for one in self.changes if one.action is not Action.ASK})

    def near(self, step: int | None) -> int | None:
        """The step of this routine for one of before, from which something may have been left."""
        return None if step is None else min(step, len(self.routine.steps) - 1)


def for_anybody(routine: Routine, catalogue: Catalogue) -> Tailored:
    """A routine as its article has it: to check it, and for who asks for just that."""
    return Tailored(routine, catalogue, (), tuple(range(len(routine.steps))))


def tailored(
    routine: Routine, asking: Asking, catalogue: Catalogue, *, can_ask: bool = True
) -> Tailored:
    """A routine as it is for a person.

    Args:
        routine: any whose exercises are in the catalogue.
        asking: the person, and the day.
        catalogue: exercises and rules.
        can_ask: somebody asks what is to be asked about, before it is done; False: it is avoided.

    Raises:
        NothingLeftError: nothing of it is left; says why.
    """
    verdicts = {
        step.exercise: verdict(catalogue.exercise_of(step), asking, catalogue)
        for step in routine.steps
    }
    changes: dict[tuple[str, str | None], Change] = {}
    present = {id_ for id_, one in verdicts.items() if _comes(one, can_ask=can_ask)}
    steps: list[Step | None] = []
    for step in routine.steps:
        found = verdicts[step.exercise]
        if _comes(found, can_ask=can_ask):
            if found.action is not None:
                change = Change(step.exercise, found.action, found.rules, comes=True, tip=found.tip)
                if found.action is Action.ASK:
                    change = replace(change, instead=next(iter(found.instead), None))
                changes[step.exercise, None] = change
            steps.append(step)
            continue
        instead = next((id_ for id_ in found.instead if id_ not in present), None)
        present.add(instead or "")
        steps.append(_gentlest(catalogue.exercises[instead]) if instead else None)
        if (step.exercise, instead) not in changes:
            again = any(id_ == step.exercise for id_, _ in changes)
            changes[step.exercise, instead] = Change(
                step.exercise, _said(found), found.rules, instead, again=again
            )
    done = tuple(step for step in steps if step is not None)
    if not done:
        raise _nothing_left(routine, verdicts[routine.steps[0].exercise])
    tips = {id_: one.tip for id_, one in verdicts.items() if _comes(one, can_ask=can_ask)}
    for step in done:  # what takes a place may be changed, too
        if step.exercise not in verdicts:
            tips[step.exercise] = verdict(catalogue.exercise_of(step), asking, catalogue).tip
    for key, one in changes.items():
        if one.instead is not None and not one.comes:
            changes[key] = replace(one, tip=tips[one.instead])
    own = routine.with_(steps=done, our_order=_order(routine, steps))
    if done == routine.steps and not changes:
        return for_anybody(routine, catalogue)
    stands_for = tuple(at for at, step in enumerate(steps) if step is not None)
    return Tailored(own, _with_tips(catalogue, tips), tuple(changes.values()), stands_for)


def _comes(found: Verdict, *, can_ask: bool) -> bool:
    return found.is_done or (found.action is Action.ASK and can_ask)


def _said(found: Verdict) -> Action:
    """What is told of something that does not come: it is avoided, whatever the rule asked for."""
    return Action.AVOID if found.action is Action.ASK else found.action or Action.AVOID


def _gentlest(exercise: Exercise) -> Step:
    return Step(exercise=exercise.id, prescription=exercise.gentlest.key)


def _nothing_left(routine: Routine, first: Verdict) -> NothingLeftError:
    rule = first.rules[0]
    return NothingLeftError(
        f"Nothing of {routine.name} is left with what you said about you "
        f"({rule.title}). {rule.instead or rule.reason}"
    )


def _order(routine: Routine, steps: Sequence[Step | None]) -> tuple[str, ...]:
    """Our order of the steps, with what takes another's place in that place."""
    left = list(enumerate(routine.steps))
    order = []
    for id_ in routine.our_order:
        at = next(index for index, step in left if step.exercise == id_)
        left = [(index, step) for index, step in left if index != at]
        if (step := steps[at]) is not None:
            order.append(step.exercise)
    return tuple(order)


def _with_tips(catalogue: Catalogue, tips: dict[str, str | None]) -> Catalogue:
    said = {id_: catalogue.exercises[id_].with_(tip=tip) for id_, tip in tips.items() if tip}
    if not said:
        return catalogue
    return replace(catalogue, exercises=MappingProxyType({**catalogue.exercises, **said}))
