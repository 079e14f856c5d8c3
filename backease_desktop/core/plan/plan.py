"""The plan of a person: what they answered, and where that and their sessions have led.

Rules:
1. All of it stands in the journal. When a session of the plan starts, the rung that is offered of
   each of its ladders is kept (`kept_rungs`); what is said of that session leads on from there.
2. So the next rung is one from what was really offered, whatever the person has said about
   themselves since, and on whatever machine.
3. A week that is missed moves the plan, no more: its weeks are counted in sessions, not in days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.journal.entries import PlanChanged
from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.plan.rules import Ladder, PlanRules
from backease_desktop.core.plan.standing import Outcome, Standing, after, stops

PREFIX = "plan-"
"""What the ids of the plan's sessions begin with."""
DAYS, MINUTES, PLACES, STARTED = "days", "minutes", "places", "started"
RESUMED, RUNG = "resumed", "rung."
"""Fields of the plan in the journal; `RUNG` stands before the id of a ladder."""
LEAST_MINUTES, MOST_MINUTES = 5, 20
LEAST_DAYS, MOST_DAYS = 1, 7


@dataclass(frozen=True, slots=True)
class Answers:
    """The three answers.

    Attributes:
        days: a week; minutes: of a session; places: where, at least one.
    """

    days: int
    minutes: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that is on.

    Attributes:
        answers: the person's.
        started: when.
        done: how many of its sessions were done.
        weeks: of it.
        last: the local date of the session that was done last; None before the first.
        standings: by ladder.
        is_stopped: a session ended with so much pain that help comes first.
    """

    answers: Answers
    started: datetime
    done: int
    weeks: int
    last: date | None = None
    standings: Mapping[str, Standing] = field(default_factory=dict)
    is_stopped: bool = False

    @property
    def sessions(self) -> int:
        """How many sessions it has in all."""
        return self.weeks * self.answers.days

    @property
    def is_finished(self) -> bool:
        """Whether all of it was done."""
        return self.done >= self.sessions

    @property
    def week(self) -> int:
        """The week that is on, from 1, counted in sessions."""
        return min(self.done // self.answers.days + 1, self.weeks)

    @property
    def place(self) -> Place:
        """Where the next session is done: the places take turns."""
        return self.answers.places[self.done % len(self.answers.places)]

    def has_part(self, today: date) -> bool:
        """Whether there is something to do today: one session a day, and none where it stopped."""
        return not (self.is_finished or self.is_stopped or self.last == today)


def plan_of(history: History, rules: PlanRules) -> Plan | None:
    """The plan that is on; None where none is, or what stands in the journal is none."""
    answers, started = _answers(history.plan), _moment(history.plan.get(STARTED))
    if answers is None or started is None:
        return None
    own = [one for one in history.sessions if one.routine.startswith(PREFIX) and one.at >= started]
    done = [one for one in own if one.is_done]
    since = max(started, _moment(history.plan.get(RESUMED)) or started)
    is_stopped = any(stops(Outcome(pain=_pain(one)), rules) and one.at >= since for one in own)
    return Plan(
        answers=answers,
        started=started,
        done=len(done),
        weeks=rules.weeks,
        last=max((one.day for one in done), default=None),
        standings={
            one.id: _standing(one, own, history.plan, rules, started) for one in rules.ladders
        },
        is_stopped=is_stopped,
    )


def begun(answers: Answers, now: datetime) -> tuple[PlanChanged, ...]:
    """What is kept of a plan that begins."""
    return (
        PlanChanged(field=DAYS, value=answers.days),
        PlanChanged(field=MINUTES, value=answers.minutes),
        PlanChanged(field=PLACES, value=[str(place) for place in answers.places]),
        PlanChanged(field=STARTED, value=now.isoformat()),
    )


def ended() -> PlanChanged:
    """The plan is thrown away."""
    return PlanChanged(field=STARTED, value=None)


def kept_rungs(standings: Mapping[str, Standing], now: datetime) -> tuple[PlanChanged, ...]:
    """Where somebody stands on these ladders from now on: what a session that starts offers."""
    return tuple(
        PlanChanged(
            field=RUNG + ladder,
            value={"rung": one.rung, "good": one.good, "at": now.isoformat()},
        )
        for ladder, one in sorted(standings.items())
    )


def resumed(now: datetime) -> PlanChanged:
    """The plan goes on after it had stopped: help was read."""
    return PlanChanged(field=RESUMED, value=now.isoformat())


def _standing(
    ladder: Ladder,
    own: Sequence[PastSession],
    values: Mapping[str, Any],
    rules: PlanRules,
    started: datetime,
) -> Standing:
    """Where the session after the rung that was kept last has led; an older plan's counts not."""
    kept = values.get(RUNG + ladder.id)
    kept = kept if isinstance(kept, dict) else {}
    at, rung, good = _moment(kept.get("at")), kept.get("rung"), kept.get("good")
    if at is None or at < started or type(rung) is not int or type(good) is not int:
        return Standing()
    last = len(ladder.rungs) - 1
    standing = Standing(min(max(0, rung), last), max(0, good))
    session = next((one for one in own if one.at >= at), None)
    exercise = ladder.rungs[standing.rung].exercise
    if session is None or exercise not in session.planned:
        return standing
    is_hurt = any(one.exercise == exercise for one in session.hurt)
    return after(standing, Outcome(session.felt, _pain(session), is_hurt), last, rules)


def _pain(session: PastSession) -> int | None:
    told = [one.pain for one in session.hurt if one.pain is not None]
    if session.after is not None:
        told.append(session.after.level)
    return max(told, default=None)


def _answers(values: Mapping[str, Any]) -> Answers | None:
    days, minutes, places = values.get(DAYS), values.get(MINUTES), values.get(PLACES)
    if type(days) is not int or type(minutes) is not int or not isinstance(places, list):
        return None
    known = tuple(place for place in Place if str(place) in places)
    is_right = LEAST_DAYS <= days <= MOST_DAYS and LEAST_MINUTES <= minutes <= MOST_MINUTES
    return Answers(days, minutes, known) if is_right and known else None


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo else None
