"""The plan of the person who is there: what it is, what comes today, and what they want of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.composer import Composer, Fitted
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.ports import Journal
from backease_desktop.core.journal.entries import (
    Corrected,
    Deleted,
    Entry,
    Felt,
    LeftHurting,
    PainTold,
    PlanChanged,
    SessionEnded,
    Walked,
)
from backease_desktop.core.plan.part import NextRung, next_rungs, part_of_today
from backease_desktop.core.plan.plan import (
    Answers,
    Plan,
    begun,
    ended,
    kept_rungs,
    plan_of,
    resumed,
)
from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.core.plan.standing import Standing
from backease_desktop.core.plan.walking import walks_of

TELLS = (PlanChanged, SessionEnded, Walked, Felt, PainTold, LeftHurting, Deleted, Corrected)
"""Entries that can make the plan another."""


class PlanController(QObject):
    """Knows the plan, and keeps what the person wants of it.

    Args:
        rules: ladders, up, down and stop.
        door: the person, and the catalogue.
        composer: puts today's session together.
        journal: holds all of the plan.
        now: the local time.
        parent: the owner.

    Signals:
        changed: the plan is another than before, or there is one no more.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        rules: PlanRules,
        door: Door,
        composer: Composer,
        journal: Journal,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._door = door
        self._composer = composer
        self._journal = journal
        self._now = now
        journal.changed.connect(self._on_journal_changed)
        door.changed.connect(self.changed)

    @property
    def plan(self) -> Plan | None:
        """The plan that is on."""
        return plan_of(self._journal.history, self._rules)

    @property
    def is_due(self) -> bool:
        """Whether there is something to do today."""
        plan = self.plan
        return plan is not None and plan.has_part(self._door.today)

    @property
    def next(self) -> tuple[NextRung, ...]:
        """What comes of each ladder; nothing without a plan."""
        plan = self.plan
        if plan is None:
            return ()
        return next_rungs(plan, self._rules, self._door.asking, self._door.catalogue)

    @property
    def walking(self) -> tuple[int, int, int] | None:
        """Minutes of a walk now, on how many days of this week it was walked, and of how many.

        None without a plan, or where it has stopped.
        """
        plan, rules = self.plan, self._rules.walking
        if plan is None or plan.is_stopped:
            return None
        told, today = self._journal.history.walks, self._door.today
        walks, days = walks_of(told, plan.started, today, rules)
        return walks.minutes(rules), days, rules.days

    def today(self) -> Fitted:
        """Today's session, put together; starting it is `start`.

        Raises:
            NothingFitsError: nothing can be put together; says why.
        """
        return self._today()[0]

    def start(self) -> str:
        """The session of today begins: what it offers is kept. Returns its id.

        Raises:
            NothingFitsError: nothing can be put together; says why.
        """
        fitted, standings = self._today()
        for entry in kept_rungs(standings, self._now()):
            self._journal.append(entry)
        return fitted.card.id

    def answer(self, answers: Answers) -> None:
        """Begin a plan with these answers, or go on with others."""
        plan = self.plan
        for entry in begun(answers, plan.started if plan else self._now()):
            self._journal.append(entry)

    def throw_away(self) -> None:
        """There is no plan any more."""
        self._journal.append(ended())

    def resume(self) -> None:
        """Go on after it has stopped."""
        self._journal.append(resumed(self._now()))

    def move(self, ladder: str, by: int) -> None:
        """Go up or down a rung of a ladder by the person's own choice."""
        for one in self.next:
            if one.ladder.id == ladder:
                there = one.reach.within(Standing(one.standing.rung + by))
                for entry in kept_rungs({ladder: there}, self._now()):
                    self._journal.append(entry)

    def _today(self) -> tuple[Fitted, dict[str, Standing]]:
        plan = self.plan
        assert plan is not None, "asked for without a plan"
        part = part_of_today(
            plan,
            self._rules,
            self._door.asking,
            self._door.catalogue,
            self._composer.name_for(plan.place),
            self._composer.lay_out(),
        )
        return self._composer.fitted(part.composed), dict(part.standings)

    def _on_journal_changed(self, entries: tuple[Entry, ...]) -> None:
        if any(isinstance(entry, TELLS) for entry in entries):
            self.changed.emit()
