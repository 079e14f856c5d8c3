"""`backease compose`: a session that fits the minutes, the place and the person."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import TypeVar

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.core.catalogue.export import exported_routine
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Area, DoseLevel, Equipment, Place
from backease_desktop.core.compose.composed import Composed, composed, done_on
from backease_desktop.core.compose.wanted import AT_HAND, Wanted
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.person.asking import asking_of
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.core.timeline.export import clock_time
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.fit_words import fit_words

Word = TypeVar("Word", bound=StrEnum)


def compose(options: argparse.Namespace) -> int:
    """Put a session together, and print it."""
    shelf = open_shelf(options.profile)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    place = Place(options.place)
    wanted = Wanted(
        longest=Ms(options.minutes * MINUTE),
        place=place,
        seed=options.seed,
        areas=frozenset(_known("area", options.areas, Area)),
        things=AT_HAND | frozenset(_known("thing", options.things, Equipment)),
        done_today=done_on(shelf.history, today()),
    )
    dose = DoseLevel(options.dose) if options.dose else shelf.preferences.dose
    made = _composed(shelf, wanted, dose)
    if options.json:
        print(json.dumps(_exported(made, shelf, wanted), ensure_ascii=False, indent=1))
    else:
        _show(made, shelf, dose)
    return 0


def _composed(shelf: Shelf, wanted: Wanted, dose: DoseLevel) -> Composed:
    preferences = replace(shelf.preferences, dose=dose, voice=True)
    length = cache(lambda text: shelf.speaking_time(text, shelf.voice))

    def lay_out(routine: Routine) -> Timeline:
        return session_timeline(shelf.for_me(routine), preferences, shelf.wording, length)

    asking = asking_of(shelf.history, shelf.catalogue, today())
    name = shelf.wording.fitted[wanted.place]
    return composed(wanted, asking, shelf.catalogue, name, lay_out)


def _exported(made: Composed, shelf: Shelf, wanted: Wanted) -> dict[str, object]:
    duration = made.timeline.duration
    return {
        "routine": exported_routine(made.routine, shelf.catalogue, duration),
        "duration_s": round(duration / 1000),
        "seed": wanted.seed,
        "dose": made.timeline.dose,
        "work_s": round(made.work / 1000),
        "strength_s": round(made.strength / 1000),
        "notes": list(made.notes),
        "says": fit_words(made),
    }


def _show(made: Composed, shelf: Shelf, dose: DoseLevel) -> None:
    catalogue = shelf.catalogue
    print(f"{made.routine.name}, {clock_time(made.timeline.duration)}")
    for step in made.routine.steps:
        exercise = catalogue.exercise_of(step)
        words = in_words(dose_of(exercise, catalogue.prescription_of(step), dose))
        print(f"  {exercise.name}: {words}")
    if said := fit_words(made):
        print(said)


def _known(what: str, given: Iterable[tuple[str, ...]], words: type[Word]) -> list[Word]:
    named = [one for some in given for one in some]
    known = {str(word): word for word in words}
    for one in named:
        if one not in known:
            raise ReportedError(f"no {what} is called {one!r}; there are {', '.join(known)}")
    return [known[one] for one in named]
