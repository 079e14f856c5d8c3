"""The plan in words."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.prescription import OURS
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.plan.part import NextRung
from backease_desktop.core.plan.plan import Plan
from backease_desktop.core.plan.rules import Ladder, Rung
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.home.card_words import place_words


def week_words(plan: Plan) -> str:
    """How far it has come: "Week 2 of 6, 4 of 18 sessions done"."""
    words = _tr("Week {week} of {weeks}, {done} of {sessions} sessions done")
    return words.format(week=plan.week, weeks=plan.weeks, done=plan.done, sessions=plan.sessions)


def today_words(plan: Plan, *, is_due: bool) -> str:
    """What today's part is: "Today: at the chair, 10 minutes"."""
    if plan.is_stopped:
        return _tr("Your plan has stopped, because it hurt much.")
    if plan.is_finished:
        return _tr("Your plan is done, all of it.")
    if not is_due:
        return _tr("Your plan: nothing more today.")
    place = place_words(plan.place)
    words = _tr("Your plan today: {place}, {minutes} minutes")
    return words.format(place=f"{place[:1].lower()}{place[1:]}", minutes=plan.answers.minutes)


Walking = tuple[int, int, int]
"""Minutes of a walk, on how many days of this week it was walked, and of how many."""


def walk_words(walking: Walking) -> str:
    """How far the walks have come: "10 minutes, 2 of 5 days this week"."""
    minutes, days, of = walking
    words = _tr("{minutes} minutes, {days} of {of} days this week")
    return words.format(minutes=minutes, days=days, of=of)


def walk_button_words(walking: Walking, *, is_on: bool) -> str:
    """What begins a walk, or ends one that is not walked: "Walk, back in 10"."""
    if is_on:
        return _tr("I am not walking after all")
    return _tr("Walk, back in {n}").format(n=walking[0])


def walked_words(duration: Ms) -> str:
    """That somebody is back."""
    minutes = max(1, round(duration / MINUTE))
    return _tr("You were away for {n} minutes: a walk.").format(n=minutes)


def rung_words(one: NextRung, catalogue: Catalogue) -> str:
    """What comes of a ladder: "Bridge, 8 × 3 s · rung 4 of 6"."""
    place = _tr("rung {n} of {of}").format(n=one.standing.rung + 1, of=len(one.ladder.rungs))
    return f"{_exercise_words(one.rung, catalogue)} · {place}"


def ladder_words(ladder: Ladder, catalogue: Catalogue) -> str:
    """All rungs of a ladder, a line each, and whose they are."""
    rungs = [
        f"{number}. {_exercise_words(rung, catalogue)}"
        for number, rung in enumerate(ladder.rungs, start=1)
    ]
    whose = _tr("The order is ours.") if ladder.source == OURS else ladder.source
    return "\n".join([*rungs, f"{ladder.about} {whose}"])


def _exercise_words(rung: Rung, catalogue: Catalogue) -> str:
    step = rung.step(catalogue)
    exercise = catalogue.exercise_of(step)
    # The dose of a rung is one number each, so every level gives the same.
    dose = dose_of(exercise, catalogue.prescription_of(step), DoseLevel.STANDARD)
    return f"{exercise.name}, {in_words(dose)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan", text)
