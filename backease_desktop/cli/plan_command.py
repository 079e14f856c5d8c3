"""`backease plan`: six weeks of sessions, from the command line."""

import argparse
import json
import sys
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from backease_desktop.bootstrap.clocks import local_now, today
from backease_desktop.bootstrap.journal import all_saved, open_journal
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.words import DoseLevel, Place
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.journal.entries import PlanChanged
from backease_desktop.core.person.asking import asking_of
from backease_desktop.core.plan.part import NextRung, next_rungs
from backease_desktop.core.plan.plan import Answers, Plan, begun, ended, plan_of, resumed
from backease_desktop.core.plan.prove import everybody, proof
from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.plan_file import load_plan_rules

NONE_ON = "no plan is on; begin one with: backease plan start --days 3 --minutes 10 --places chair"


def plan(options: argparse.Namespace) -> int:
    """Show or change the plan, or prove its rules."""
    if options.file is not None and options.what != "prove":
        raise ReportedError(f"plan {options.what} takes no file")
    rules = load_plan_rules(options.file or bundled("catalogue") / "plan.yaml")
    shelf = open_shelf(options.profile)
    if options.what == "prove":
        return _prove(rules, shelf.catalogue, as_json=options.json)
    if options.what != "show":
        _change(shelf, rules, options)
    _show(shelf, rules, as_json=options.json)
    return 0


def _change(shelf: Shelf, rules: PlanRules, options: argparse.Namespace) -> None:
    now = local_now()
    on = plan_of(shelf.history, rules)
    if on is None and options.what != "start":
        raise ReportedError(NONE_ON)
    entries: tuple[PlanChanged, ...]
    match options.what:
        case "start" if on is not None:
            raise ReportedError("a plan is on; change it, or stop it first")
        case "stop":
            entries = (ended(),)
        case "resume":
            entries = (resumed(now),)
        case _:
            entries = begun(_answers(options, on), on.started if on else now)
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    journal = open_journal(shelf.kept, partial(print, file=sys.stderr), app, stays=False)
    try:
        for entry in entries:
            journal.append(entry)
        all_saved(journal)
    finally:
        journal.close()


def _answers(options: argparse.Namespace, on: Plan | None) -> Answers:
    before = on.answers if on else None
    days = options.days or (before and before.days)
    minutes = options.minutes or (before and before.minutes)
    places = tuple(_place(one) for one in options.places or ()) or (before and before.places)
    if not (days and minutes and places):
        raise ReportedError("a plan wants three answers: --days N, --minutes N and --places PLACES")
    return Answers(days, minutes, places)


def _place(word: str) -> Place:
    known = {str(place): place for place in Place}
    if word not in known:
        raise ReportedError(f"no place is called {word!r}; there are {', '.join(known)}")
    return known[word]


def _show(shelf: Shelf, rules: PlanRules, *, as_json: bool) -> None:
    on = plan_of(shelf.history, rules)
    if as_json:
        print(json.dumps(_exported(on, shelf, rules), ensure_ascii=False, indent=1))
        return
    if on is None:
        print("No plan is on.")
        return
    places = ", ".join(on.answers.places)
    print(
        f"Week {on.week} of {on.weeks}: {on.done} of {on.sessions} sessions done "
        f"({on.answers.days} a week, {on.answers.minutes} minutes, {places})."
    )
    if on.is_stopped:
        print("It has stopped, because it hurt much. Read when to get help: backease, page Help.")
        print("backease plan resume goes on.")
    elif on.is_finished:
        print("All of it is done.")
    else:
        is_due = on.has_part(today())
        print(f"Today: {on.place}." if is_due else "Nothing more today.")
    for one in _next(on, shelf, rules):
        print(f"  {one.ladder.name}: {_words(one, shelf.catalogue)}")


def _next(on: Plan, shelf: Shelf, rules: PlanRules) -> tuple[NextRung, ...]:
    asking = asking_of(shelf.history, shelf.catalogue, today())
    return next_rungs(on, rules, asking, shelf.catalogue)


def _words(one: NextRung, catalogue: Catalogue) -> str:
    step = one.rung.step(catalogue)
    exercise = catalogue.exercise_of(step)
    # The dose of a rung is one number each, so every level gives the same.
    dose = dose_of(exercise, catalogue.prescription_of(step), DoseLevel.STANDARD)
    number = f"rung {one.standing.rung + 1} of {len(one.ladder.rungs)}"
    return f"{exercise.name}, {in_words(dose)} ({number})"


def _exported(on: Plan | None, shelf: Shelf, rules: PlanRules) -> dict[str, Any]:
    if on is None:
        return {"on": False}
    return {
        "on": True,
        "started": on.started.isoformat(),
        "days": on.answers.days,
        "minutes": on.answers.minutes,
        "places": list(on.answers.places),
        "week": on.week,
        "weeks": on.weeks,
        "done": on.done,
        "sessions": on.sessions,
        "stopped": on.is_stopped,
        "finished": on.is_finished,
        "today": on.has_part(today()),
        "place": on.place,
        "ladders": [
            {
                "id": one.ladder.id,
                "name": one.ladder.name,
                "rung": one.standing.rung + 1,
                "rungs": len(one.ladder.rungs),
                "good": one.standing.good,
                "exercise": one.rung.exercise,
                "hold_s": one.rung.hold_s,
                "reps": one.rung.reps,
                "source": one.rung.of,
            }
            for one in _next(on, shelf, rules)
        ],
    }


def _prove(rules: PlanRules, catalogue: Catalogue, *, as_json: bool) -> int:
    found = proof(rules, catalogue, everybody(catalogue, today()))
    count = len(found.violations)
    if as_json:
        told = {"states": found.states, "moves": found.moves, "violations": list(found.violations)}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(f"{found.states} states visited, {found.moves} moves, {count} violations")
    for violation in found.violations:
        print(violation, file=sys.stderr)
    return 1 if count else 0
