"""What is asked before a session starts, once each: a question at a time, the gravest first.

1. For whom a programme is meant, where the person has not said that they are one of these.
2. Whether a doctor or physiotherapist says that they may, where a rule asks for that.
3. Which side hurts more, where an exercise is done on that side only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Action, MeantFor, SideMode
from backease_desktop.core.person.person import CONDITION_OF, Person, SideThatHurts
from backease_desktop.core.person.tailored import tailored
from backease_desktop.core.person.verdict import Asking


class Reply(StrEnum):
    """What can be answered; to the side, a `SideThatHurts`. `ME`: I am one of those."""

    YES = "yes"
    NO = "no"
    ME = "me"


@dataclass(frozen=True, slots=True)
class MeantQuestion:
    """The programme is meant for others; `YES` starts it all the same."""

    routine: str
    meant_for: MeantFor


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Somebody is to be asked first; `YES`: they say that I may; `NO`: others come.

    Attributes:
        routine: id.
        asked: each exercise, the rules that ask, and the id of what comes otherwise, if anything.
    """

    routine: str
    asked: tuple[tuple[str, tuple[Rule, ...], str | None], ...]


@dataclass(frozen=True, slots=True)
class SideQuestion:
    """An exercise is done on the side that hurts; answered by a `SideThatHurts`."""

    routine: str


Question = MeantQuestion | AskQuestion | SideQuestion


def question_before(routine: Routine, asking: Asking, catalogue: Catalogue) -> Question | None:
    """What is to be asked before a routine starts; None if nothing is.

    Raises:
        NothingLeftError: nothing of it is left for the person.
    """
    return next(_questions(routine, asking, catalogue), None)


def answered(
    person: Person, question: Question, reply: Reply | SideThatHurts, today: date
) -> Person:
    """The person who has answered a question; to have left one open changes nobody."""
    match question:
        case MeantQuestion() if reply is Reply.YES:
            return person.with_told(question.routine)
        case MeantQuestion() if reply is Reply.ME:
            return person.with_condition(CONDITION_OF[question.meant_for])
        case AskQuestion() if isinstance(reply, Reply):
            for exercise, _, _ in question.asked:
                person = person.with_answer(exercise, today, may=reply is Reply.YES)
            return person
        case SideQuestion() if isinstance(reply, SideThatHurts):
            return person.with_(side=reply)
        case _:
            return person


def _questions(routine: Routine, asking: Asking, catalogue: Catalogue) -> Iterator[Question]:
    person, meant = asking.person, routine.meant_for
    is_told = person.is_meant(meant, asking.today) or routine.id in person.told
    if meant is not None and not is_told:
        yield MeantQuestion(routine.id, meant)
    mine = tailored(routine, asking, catalogue)
    asked = tuple(
        (one.exercise, one.rules, one.instead)
        for one in mine.changes
        if one.action is Action.ASK and one.comes
    )
    if asked:
        yield AskQuestion(routine.id, asked)
    if person.side is None and _has_side(mine.routine, catalogue):
        yield SideQuestion(routine.id)


def _has_side(routine: Routine, catalogue: Catalogue) -> bool:
    return any(
        (catalogue.prescription_of(step).sides or catalogue.exercise_of(step).sides)
        is SideMode.AFFECTED
        for step in routine.steps
    )
