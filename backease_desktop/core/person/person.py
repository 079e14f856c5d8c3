"""What a person says about themselves: conditions, a due date, a side, what they would rather not.

Rules:
1. Everything is optional, and nothing is guessed. What is not said changes nothing.
2. Pregnancy is kept as the day on which the child is due, so the week goes on by itself. Who says
   "pregnant" without a week is looked after as if it were late, and a week without a day is taken
   as its last day: rules may come up to six days early, and never late.
3. An answer to "ask first" holds for ninety days, and only as long as the conditions are the same.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

import msgspec

from backease_desktop.core.catalogue.words import MeantFor, Side
from backease_desktop.core.fields import Fields

PREGNANCY, LATE_PREGNANCY = "pregnancy", "pregnancy-16"
LATE_FROM = 17
"""The first week of which the rules for "after week 16" hold."""
TERM = 40
"""Weeks of a pregnancy, counted as is usual, to the day on which the child is due."""
LATEST_WEEK = 42
LAST_DAY = timedelta(days=6)
"""Of a week, from its first."""
ANSWER_HOLDS = timedelta(days=90)

CONDITION_OF = {
    MeantFor.PREGNANCY: PREGNANCY,
    MeantFor.SCIATICA: "disc",
    MeantFor.SCOLIOSIS: "scoliosis",
}
"""What somebody has said for whom a programme is meant."""

Condition = Annotated[str, msgspec.Meta(max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class SideThatHurts(StrEnum):
    """Which side hurts more."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NEITHER = "neither"


class RatherNot(StrEnum):
    """What somebody would rather not do; a rule of `precautions.yaml` is marked with each."""

    KNEEL = "kneel"
    FLOOR = "floor"
    WRISTS = "wrists"
    PRONE = "prone"


class Answer(Fields, frozen=True, kw_only=True):
    """What was answered when a doctor or physiotherapist was to be asked first.

    Attributes:
        may: they may do it; otherwise another one comes.
        on: the day of the answer.
        conditions: those that the person had then.
    """

    may: bool
    on: date
    conditions: tuple[Condition, ...] = ()


class Person(Fields, frozen=True, kw_only=True):
    """What a person says about themselves; nobody has said anything yet by default.

    Attributes:
        conditions: ids of conditions of `precautions.yaml`, in the order of the alphabet.
        due: the day on which a child is due; None if that was not said.
        side: which side hurts more; None if that was not said.
        rather_not: in the order of `RatherNot`.
        answers: what was answered for an exercise, by its id.
        told: ids of the programmes of which it was said for whom they are meant.
    """

    conditions: tuple[Condition, ...] = ()
    due: date | None = None
    side: SideThatHurts | None = None
    rather_not: tuple[RatherNot, ...] = ()
    answers: dict[str, Answer] = msgspec.field(default_factory=dict)
    told: tuple[str, ...] = ()

    @property
    def affected_side(self) -> Side | None:
        """The one side that exercises for one side are done on; None for both."""
        both = (None, SideThatHurts.BOTH, SideThatHurts.NEITHER)
        return None if self.side in both else Side(str(self.side))

    def week(self, today: date) -> int | None:
        """The week of the pregnancy, from 1; None if no due date was said."""
        if self.due is None:
            return None
        return max(1, TERM + (today - self.due).days // 7)

    def having(self, today: date) -> frozenset[str]:
        """The conditions that hold on a day, those that follow from others with them."""
        found = set(self.conditions)
        if self.due is not None or LATE_PREGNANCY in found:
            found.add(PREGNANCY)
        week = self.week(today)
        if PREGNANCY in found and (week is None or week >= LATE_FROM):
            found.add(LATE_PREGNANCY)
        return frozenset(found)

    def is_meant(self, meant: MeantFor | None, today: date) -> bool:
        """Whether a programme for these people is for this person; one for everybody is."""
        return meant is None or CONDITION_OF[meant] in self.having(today)

    def answer_to(self, exercise: str, today: date) -> Answer | None:
        """What was answered for an exercise, as long as that holds."""
        answer = self.answers.get(exercise)
        if answer is None or today - answer.on >= ANSWER_HOLDS or answer.on > today:
            return None
        return answer if answer.conditions == tuple(sorted(self.having(today))) else None

    # The same person, who has said something more

    def with_condition(self, condition: str) -> "Person":
        """With a condition, or what is rather not done, by its id."""
        if condition in set(RatherNot):
            return self.with_rather_not({*self.rather_not, RatherNot(condition)})
        return self.with_(conditions=tuple(sorted({*self.conditions, condition})))

    def without(self, condition: str) -> "Person":
        """Without a condition, or what was rather not done; pregnancy goes with its due date."""
        if condition in set(RatherNot):
            return self.with_rather_not(set(self.rather_not) - {condition})
        gone = {condition} | ({LATE_PREGNANCY} if condition == PREGNANCY else set())
        left = tuple(one for one in self.conditions if one not in gone)
        return self.with_(conditions=left, due=None if condition == PREGNANCY else self.due)

    def with_rather_not(self, named: "set[RatherNot] | set[str]") -> "Person":
        """With these things that are rather not done, and no others."""
        return self.with_(rather_not=tuple(one for one in RatherNot if one in named))

    def with_answer(self, exercise: str, today: date, *, may: bool) -> "Person":
        """With the answer to "ask first" for an exercise."""
        answer = Answer(may=may, on=today, conditions=tuple(sorted(self.having(today))))
        return self.with_(answers={**self.answers, exercise: answer})

    def with_told(self, routine: str) -> "Person":
        """With a programme of which it was said for whom it is meant."""
        return self if routine in self.told else self.with_(told=(*self.told, routine))

    def with_week(self, week: int, today: date) -> "Person":
        """Pregnant in this week, on its last day: kept as the day on which the child is due."""
        due = today + timedelta(weeks=TERM - week) - LAST_DAY
        return self.with_condition(PREGNANCY).with_(due=due)


NOBODY = Person()
"""Who has said nothing: the articles' routines as they are."""


def late_from(due: date) -> date:
    """The first day on which the rules for "after week 16" hold."""
    return due - timedelta(weeks=TERM - LATE_FROM)
