"""Filling the time: one try to put choices together, which a later one may do better.

Rules:
1. First what warms up, in the middle what strengthens, last what is held long, the longest at the
   end.
2. Positions are gone through once: what warms up is done in the first, what is held in the last.
3. From five minutes on, what strengthens has a third of the work; where too little of it is there,
   it is gone round a second time.
4. What works on what is wanted comes before all others.
5. Nothing comes beside its own easier or harder form.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from backease_desktop.core.catalogue.words import Place, Position
from backease_desktop.core.compose.choices import Choice, rank
from backease_desktop.core.compose.wanted import STRENGTH_FROM, Part, Wanted, fits_areas
from backease_desktop.core.units import MINUTE, SECOND, Ms

MOST_STEPS = 12
"""Exercises of a session: more is a list that nobody can see through."""
LEAST_STRENGTH = 1 / 3
"""Of the work, from `STRENGTH_FROM` on."""
_AIMED_STRENGTH = 0.36
"""A little more, since it is reckoned before the words are known."""

_FETCH = Ms(12 * SECOND)
"""What it takes to get something that is needed now, about."""

_SHARES = {Part.WARM_UP: 0.2, Part.STRENGTH: 0.45, Part.STRETCH: 0.35}
"""What each part is to have of the work."""
_DOWN = (
    Position.ALL_FOURS,
    Position.KNEELING,
    Position.PRONE,
    Position.SIDE_LYING,
    Position.SUPINE,
)
"""Positions on the mat in the order in which one goes through them, to end on one's back."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Choices put together, in order.

    Attributes:
        length: what they take by estimate, in milliseconds, with all ways between them.
    """

    choices: tuple[Choice, ...]
    length: Ms

    @property
    def strength(self) -> float:
        """What strengthens, as a part of the work from 0 to 1."""
        return _strength_of(self.choices)

    @property
    def parts(self) -> int:
        """How many of the three parts it has."""
        return len({one.part for one in self.choices})


def filling(
    choices: Sequence[Choice], wanted: Wanted, key: tuple[str, int, int], start: Ms, most: Ms
) -> Filling:
    """Try to fill the time.

    Args:
        choices: what may come.
        wanted: what is asked for.
        key: of the try; each draws anew.
        start: what the words before and after all exercises take.
        most: what may be filled, in milliseconds.
    """
    draw = partial(rank, *key)
    path = _path(choices, wanted, draw)
    there = [one for one in choices if one.exercise.position in path and _is_in_place(one, path)]
    there.sort(
        key=lambda one: (
            not fits_areas(one.exercise, wanted),
            draw(one.key),
        )
    )
    taken: list[Choice] = []
    length = int(start)
    while len(taken) < MOST_STEPS:
        parts = _parts(taken, wanted, draw)
        found = _next(there, taken, Ms(most - length), parts, wanted)
        if found is None:
            break
        length += _cost(found, taken)
        taken.append(found)
    return Filling(_in_order(taken, path), Ms(length))


def _needs_strength(wanted: Wanted) -> bool:
    return wanted.longest >= STRENGTH_FROM


def _parts(taken: Sequence[Choice], wanted: Wanted, draw: Callable[..., str]) -> list[Part]:
    """The parts in the order in which they are to have something: what is most behind first.

    A short session is any of them: there the order is drawn.
    """
    if not taken or not _needs_strength(wanted):
        return sorted(Part, key=lambda part: draw(len(taken), part))
    work = {part: sum(one.work for one in taken if one.part is part) for part in Part}
    total = sum(work.values())
    is_weak = work[Part.STRENGTH] < _AIMED_STRENGTH * total

    def behind(part: Part) -> tuple[bool, float]:
        return is_weak and part is not Part.STRENGTH, work[part] - _SHARES[part] * total

    return sorted(Part, key=behind)


def _next(
    there: Sequence[Choice],
    taken: Sequence[Choice],
    room: Ms,
    parts: Sequence[Part],
    wanted: Wanted,
) -> Choice | None:
    """What comes next: of the first of these parts, the first one drawn that has room.

    Where the session needs strength, nothing else comes that would leave too little of it.
    """

    def first(part: Part, may_come: Callable[[Choice], bool]) -> Choice | None:
        of_part = (one for one in there if one.part is part and may_come(one))
        return next((one for one in of_part if _cost(one, taken) <= room), None)

    needs = _needs_strength(wanted)

    def again() -> Choice | None:
        is_there = partial(_may_come_again, taken=taken, rounds=wanted.rounds if needs else 1)
        return first(Part.STRENGTH, is_there)

    for part in parts:
        found = first(part, lambda one: _is_new(one, taken))
        if found is not None:
            leaves_little = needs and _strength_of([*taken, found]) < _AIMED_STRENGTH
            return (again() or found) if leaves_little and part is not Part.STRENGTH else found
    return again()


def _strength_of(choices: Sequence[Choice]) -> float:
    work = sum(one.work for one in choices)
    return sum(one.work for one in choices if one.part is Part.STRENGTH) / work if work else 0.0


def _is_new(one: Choice, taken: Sequence[Choice]) -> bool:
    had = {other.exercise.id for other in taken}
    kin = {one.exercise.easier, one.exercise.harder}
    kin |= {
        o.exercise.id for o in taken if one.exercise.id in (o.exercise.easier, o.exercise.harder)
    }
    return one.exercise.id not in had and not kin & had


def _may_come_again(one: Choice, taken: Sequence[Choice], rounds: int) -> bool:
    """A second round repeats what was done, by the same prescription."""
    return 0 < sum(other == one for other in taken) < rounds


def _cost(one: Choice, taken: Sequence[Choice]) -> Ms:
    """What it adds: with the way there, unless one is there already and has what is needed."""
    needed = set(one.exercise.equipment)
    is_there = any(
        other.exercise.position is one.exercise.position and needed <= set(other.exercise.equipment)
        for other in taken
    )
    return Ms(one.length + (0 if is_there else max(one.way, _FETCH if taken else 0)))


def _path(
    choices: Sequence[Choice], wanted: Wanted, draw: Callable[..., str]
) -> tuple[Position, ...]:
    """The positions that are gone through: one at a desk; on the mat more with more time."""
    present = {one.exercise.position for one in choices}
    if wanted.place is not Place.MAT:
        return tuple(present)
    minutes = wanted.longest // MINUTE
    most = 1 if minutes < 4 else 2 if minutes < 9 else 3
    drawn = sorted(present, key=draw)[:most]
    return tuple(sorted(drawn, key=_DOWN.index))


def _is_in_place(one: Choice, path: Sequence[Position]) -> bool:
    position = one.exercise.position
    if one.part is Part.WARM_UP:
        return position is path[0]
    return position is path[-1] or one.part is Part.STRENGTH


def _in_order(taken: Sequence[Choice], path: Sequence[Position]) -> tuple[Choice, ...]:
    """Warm-up, strength, stretch; rounds after each other; what is held longest last."""
    rounds: list[tuple[Choice, int]] = []
    for one in taken:
        rounds.append((one, sum(other == one for other, _ in rounds)))

    def key(entry: tuple[Choice, int]) -> tuple[int, int, int, int, int]:
        one, turn = entry
        part = list(Part).index(one.part)
        hold = one.hold if one.part is Part.STRETCH else 0
        return part, path.index(one.exercise.position), turn, hold, things.index(_things(one))

    things = sorted({_things(one) for one in taken})

    return tuple(one for one, _ in sorted(rounds, key=key))


def _things(one: Choice) -> tuple[str, ...]:
    return tuple(sorted(one.exercise.equipment))
