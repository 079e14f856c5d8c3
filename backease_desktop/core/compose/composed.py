"""A session put together for the minutes there are: a pure function with a seed.

    composed(wanted, asking, catalogue, name, lay_out) → Composed

Rules:
1. Only what fits the place, what is at hand and the person comes: nothing that is to be avoided,
   asked about first, or that hurt. What was done today, and what works on other areas than those
   wanted, comes only where time or strength cannot be had without, and both are said.
2. It lasts from four fifths of the time there is to all of it, with every word, measured on its
   real timeline.
3. Many tries are drawn (`filling`), and one of those in which everything is right is taken, by the
   seed; where there is none, the best that is long enough, and what is amiss in it is said.
4. Where packs bring hundreds for a place, a few of them are drawn first, others in each turn. What
   comes of these counts only if there is nothing to be said of it; else all are tried.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine, RoutineKind
from backease_desktop.core.compose.choices import (
    Choice,
    LayOut,
    choices_of,
    measured,
    rank,
    work_of,
)
from backease_desktop.core.compose.filling import LEAST_STRENGTH, Filling, filling
from backease_desktop.core.compose.fitness import fits_person
from backease_desktop.core.compose.wanted import (
    STRENGTH_FROM,
    Part,
    Wanted,
    fits_areas,
    fits_place,
    part_of,
)
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.journal.history import History
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import MINUTE, SECOND, Ms

LEAST_FILLED = 0.8
"""Of the time there is."""
VARIED_FROM = Ms(3 * MINUTE)
"""From this length on more than one exercise comes, where that can be."""
TRIES, LAID_OUT = 60, 16
"""How often is drawn, and how many of what was drawn are laid out."""
SEEDS_IN_TURN = 12
"""So many seeds in a row choose among the same tries, each another one; then all is drawn anew."""
OF_PART = 16
"""Exercises of each part that are drawn from where there are many; ours have less for a place."""
_WORDS_AROUND = Ms(14 * SECOND)
"""What the intro and the outro take, about."""
_MARGIN = 0.98
"""Of the time there is: what an estimate may fill, so that the real timeline is not longer."""


class Note(StrEnum):
    """What is to be said of a session that was put together."""

    LITTLE_STRENGTH = "little-strength"
    DONE_TODAY = "done-today"
    OTHER_AREAS = "other-areas"


class NothingFitsError(ReportedError):
    """Nothing can be put together; says why."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A session that was put together.

    Attributes:
        routine: what is done; its steps are right for the person as they are.
        timeline: of it.
        work, strength: what is held or moved, and how much of it is strength or stability, in
            milliseconds.
        notes: what is to be said of it.
    """

    routine: Routine
    timeline: Timeline
    work: Ms
    strength: Ms
    notes: tuple[Note, ...] = ()

    @property
    def share(self) -> float:
        """How much of the work is strength or stability, from 0 to 1."""
        return self.strength / self.work if self.work else 0.0


def done_on(history: History, day: date) -> frozenset[str]:
    """Ids of the exercises that were done on a local date."""
    of_day = (one for one in history.sessions if one.day == day)
    return frozenset(exercise for one in of_day for exercise in one.exercises)


def composed(
    wanted: Wanted, asking: Asking, catalogue: Catalogue, name: str, lay_out: LayOut
) -> Composed:
    """Put a session together.

    Args:
        wanted: the time, the place, what is at hand, the areas, the seed.
        asking: the person, and the day.
        catalogue: what there is.
        name: of the session, as it is shown and spoken.
        lay_out: makes the timeline of a routine as it is for the person.

    Raises:
        NothingFitsError: nothing can be put together; says why.
    """
    known = [one for one in catalogue.exercises.values() if not one.unclassified]
    there = [one for one in known if fits_place(one, wanted)]
    of_a_few = _of_a_few(there, wanted, asking, catalogue, name, lay_out)
    if (made := next(of_a_few, None)) is not None:
        return made
    right = [one for one in there if fits_person(one, asking, catalogue)]
    if not right:
        raise NothingFitsError(_why_nothing(there, wanted, asking, catalogue))
    best: Composed | None = None
    longest = Ms(0)
    for exercises in _wider_and_wider(right, wanted):
        choices = _choices(exercises, wanted, catalogue, lay_out)
        for one in _drawn(choices, wanted, name, lay_out):
            longest = max(longest, one.timeline.duration)
            if not wanted.longest * LEAST_FILLED <= one.timeline.duration <= wanted.longest:
                continue
            said = _with_notes(one, wanted, catalogue)
            if Note.LITTLE_STRENGTH not in said.notes:
                return said
            if best is None or said.share > best.share:
                best = said
    if best is not None:
        return best
    raise NothingFitsError(_why_not_so_long(right, wanted, longest, lay_out))


def _of_a_few(
    there: Sequence[Exercise],
    wanted: Wanted,
    asking: Asking,
    catalogue: Catalogue,
    name: str,
    lay_out: LayOut,
) -> Iterator[Composed]:
    """Sessions of a few of many, of which nothing is to be said; none where there are not many."""
    if len(there) <= OF_PART * len(Part):
        return
    turn = wanted.seed // SEEDS_IN_TURN
    drawn = sorted(there, key=lambda one: rank("few", turn, one.id))
    few: dict[Part, list[Exercise]] = {part: [] for part in Part}
    for one in drawn:
        of_part = few[part_of(one)]
        if (
            len(of_part) < OF_PART
            and one.id not in wanted.done_today
            and fits_areas(one, wanted)
            and fits_person(one, asking, catalogue)
        ):
            of_part.append(one)
    choices = _choices(
        [one for of_part in few.values() for one in of_part], wanted, catalogue, lay_out
    )
    for made in _drawn(choices, wanted, name, lay_out):
        if wanted.longest * LEAST_FILLED <= made.timeline.duration <= wanted.longest:
            said = _with_notes(made, wanted, catalogue)
            if not said.notes:
                yield said


def _choices(
    exercises: Sequence[Exercise], wanted: Wanted, catalogue: Catalogue, lay_out: LayOut
) -> list[Choice]:
    """What may come: where rungs are given, nothing else that strengthens."""
    if not wanted.rungs:
        return choices_of(exercises, lay_out)
    others = [one for one in exercises if part_of(one) is not Part.STRENGTH]
    rungs = [
        measured(catalogue.exercise_of(step), step, catalogue.prescription_of(step), lay_out)
        for step in wanted.rungs
    ]
    return [*choices_of(others, lay_out), *rungs]


def _wider_and_wider(right: Sequence[Exercise], wanted: Wanted) -> Iterator[list[Exercise]]:
    """What is wanted and was not done today; then with the rest of the day; then all."""
    of_areas = [one for one in right if fits_areas(one, wanted)]
    fresh = [one for one in of_areas if one.id not in wanted.done_today]
    yield fresh
    if wanted.areas:
        yield [one for one in right if one.id not in wanted.done_today or one in of_areas]
    if len(of_areas) > len(fresh):
        yield of_areas
    yield list(right)


def _drawn(
    choices: Sequence[Choice], wanted: Wanted, name: str, lay_out: LayOut
) -> Iterator[Composed]:
    """What was drawn and laid out, the most promising first."""
    turn, place = divmod(wanted.seed, SEEDS_IN_TURN)
    tries, best = _tries(choices, wanted, ("turn", turn))
    if best < SEEDS_IN_TURN:  # too few to give each seed of the turn one of its own
        tries, best = _tries(choices, wanted, ("seed", wanted.seed))
        place = 0
    first = place % max(1, best)
    for one in [*tries[first:best], *tries[:first], *tries[best:]][:LAID_OUT]:
        yield _laid_out(one, wanted, name, lay_out)


def _tries(
    choices: Sequence[Choice], wanted: Wanted, key: tuple[str, int]
) -> tuple[list[Filling], int]:
    """What comes of many tries, each once, the best first; and how many are as good as the best."""
    most = Ms(round(wanted.longest * _MARGIN))
    drawn: dict[tuple[str, ...], Filling] = {}
    for number in range(TRIES if choices else 0):
        one = filling(choices, wanted, (*key, number), _WORDS_AROUND, most)
        if one.choices:
            drawn.setdefault(tuple(choice.key for choice in one.choices), one)
    tries = sorted(drawn.values(), key=lambda one: _amiss(one, wanted))
    best = [one for one in tries if _amiss(one, wanted) == _amiss(tries[0], wanted)]
    return tries, len(best)


def _amiss(one: Filling, wanted: Wanted) -> tuple[bool, bool, int]:
    """What is wrong with a try: too short, too little strength, too little variety."""
    is_long = wanted.longest >= STRENGTH_FROM
    variety = one.parts if is_long else min(2, len(one.choices))
    is_short = one.length < wanted.longest * (LEAST_FILLED + 0.03)
    is_weak = is_long and one.strength < LEAST_STRENGTH
    return is_short, is_weak, -variety if wanted.longest >= VARIED_FROM else 0


def _laid_out(one: Filling, wanted: Wanted, name: str, lay_out: LayOut) -> Composed:
    minutes = wanted.longest / MINUTE
    digest = rank(*(choice.key for choice in one.choices))
    routine = Routine(
        id=f"{wanted.kind}-{wanted.place}-{minutes:.0f}-{digest[:8]}",
        name=name,
        kind=RoutineKind.DESK,
        about=f"Put together for {minutes:.0f} minutes.",
        steps=tuple(choice.step for choice in one.choices),
    )
    timeline = lay_out(routine)
    strong = {c.exercise.id for c in one.choices if c.part is Part.STRENGTH}
    return Composed(routine, timeline, work_of(timeline), work_of(timeline, frozenset(strong)))


def _with_notes(one: Composed, wanted: Wanted, catalogue: Catalogue) -> Composed:
    exercises = [catalogue.exercise_of(step) for step in one.routine.steps]
    notes = {
        Note.LITTLE_STRENGTH: wanted.longest >= STRENGTH_FROM and one.share < LEAST_STRENGTH,
        Note.DONE_TODAY: any(each.id in wanted.done_today for each in exercises),
        Note.OTHER_AREAS: bool(wanted.areas)
        and not all(fits_areas(each, wanted) for each in exercises),
    }
    said = tuple(note for note, is_so in notes.items() if is_so)
    return Composed(one.routine, one.timeline, one.work, one.strength, said)


def _why_nothing(
    there: Sequence[Exercise], wanted: Wanted, asking: Asking, catalogue: Catalogue
) -> str:
    if not there:
        return f"There is no exercise for this place ({wanted.place}) with what is at hand."
    rules = [rule for one in there for rule in verdict(one, asking, catalogue).rules[:1]]
    titles = ", ".join(dict.fromkeys(rule.title for rule in rules)) or "it hurt last time"
    return (
        f"Nothing is left for this place ({wanted.place}) with what you said about you ({titles}). "
        "Choose another place, or ask a doctor or physiotherapist what you may do."
    )


def _why_not_so_long(
    right: Sequence[Exercise], wanted: Wanted, longest: Ms, lay_out: LayOut
) -> str:
    there_is = _minutes(wanted.longest)
    if 0 < longest < wanted.longest * LEAST_FILLED:
        return (
            f"What fits you at this place ({wanted.place}) fills {_minutes(longest)}, not "
            f"{there_is}. Choose fewer minutes or another place."
        )
    shortest = min(one.length + one.way for one in choices_of(right, lay_out))
    return (
        f"Nothing that fits you at this place ({wanted.place}) fills {there_is}: the shortest "
        f"takes {round((shortest + _WORDS_AROUND) / SECOND)} seconds. Choose other minutes or "
        "another place."
    )


def _minutes(duration: Ms) -> str:
    n = round(duration / MINUTE)
    return "1 minute" if n == 1 else f"{n} minutes"
