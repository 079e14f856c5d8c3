"""What somebody with closed eyes must have heard, checked from outside: see `timeline_rules`.

Written against what is heard, by kind, moment and words, and not by how it was compiled.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Equipment, Load, Place, Position
from backease_desktop.core.timeline.segments import Cue, CueKind, Segment, SegmentKind, Timeline

ORDER = (
    CueKind.POSITION,
    CueKind.FETCH,
    CueKind.WAIT,
    CueKind.PREVIEW,
    CueKind.DOSE,
    CueKind.SETUP,
    CueKind.MOVEMENT,
    CueKind.BREATH_HINT,
    CueKind.TIP,
    CueKind.COUNT_IN,
)
WORK = (SegmentKind.HOLD, SegmentKind.MOVE)
COUNTING = (CueKind.COUNT_IN, CueKind.REP)
MOST_TIMES = 12


def unheard(timeline: Timeline, routine: Routine, catalogue: Catalogue) -> list[str]:
    """A sentence for everything that a person who meets each exercise anew does not hear."""
    found: list[str] = []
    before: Exercise | None = None
    for index, segments in _by_step(timeline):
        exercise = catalogue.exercise_of(routine.steps[index])
        leading = _until_the_start(segments)
        found += [f"{exercise.id}: {wrong}" for wrong in _order(leading)]
        found += [f"{exercise.id}: {wrong}" for wrong in _missing(leading, exercise, before)]
        found += [f"{exercise.id}: {wrong}" for wrong in _times(segments, exercise, before)]
        found += [f"{exercise.id}: {wrong}" for wrong in _endings(segments, exercise)]
        before = exercise
    return [*found, *_worn_out(timeline)]


def _by_step(timeline: Timeline) -> Iterator[tuple[int, list[Segment]]]:
    for step, segments in groupby(timeline.segments, key=lambda segment: segment.step):
        if step is not None:
            yield step, list(segments)


def _until_the_start(segments: list[Segment]) -> list[Cue]:
    first = next(i for i, segment in enumerate(segments) if segment.kind in WORK)
    return [cue for segment in segments[:first] for cue in segment.cues]


def _order(leading: list[Cue]) -> Iterator[str]:
    kinds = [cue.kind for cue in leading]
    for one, other in pairwise(kinds):
        if ORDER.index(one) > ORDER.index(other):
            yield f"{other} is said after {one}"
    for kind, times in Counter(kinds).items():
        if times != (3 if kind is CueKind.COUNT_IN else 1):
            yield f"{kind} is said {times} times"


def _missing(leading: list[Cue], exercise: Exercise, before: Exercise | None) -> Iterator[str]:
    heard = {cue.kind: cue.text for cue in leading}
    needed = [CueKind.PREVIEW, CueKind.DOSE, CueKind.COUNT_IN]
    if before is None or _moves(exercise, before):
        needed.append(CueKind.POSITION)
    if _to_fetch(exercise, before):
        needed.append(CueKind.FETCH)
    if before is None or needed[3:] or exercise.setup != before.setup:
        needed.append(CueKind.SETUP)
    if exercise.movement:
        needed.append(CueKind.MOVEMENT)
    if exercise.breath_hint:
        needed.append(CueKind.BREATH_HINT)
    yield from (f"{kind} is not said" for kind in needed if kind not in heard)
    named = [exercise.spoken_name]
    if exercise.landmarks:
        sides = (exercise.landmarks.left, exercise.landmarks.right)
        named += [side for side in sides if side.lower() in heard[CueKind.PREVIEW].lower()] or sides
    for words in named:
        if words.lower() not in heard[CueKind.PREVIEW].lower():
            yield f"{words!r} is not in {heard[CueKind.PREVIEW]!r}"


def _moves(exercise: Exercise, before: Exercise) -> bool:
    return (exercise.position, exercise.where) != (before.position, before.where)


def _to_fetch(exercise: Exercise, before: Exercise | None) -> set[Equipment]:
    had = {Equipment.MAT, *(before.equipment if before else ())}
    if exercise.position is Position.SITTING:
        had.add(Equipment.CHAIR)
    return set(exercise.equipment) - had


def _times(segments: list[Segment], exercise: Exercise, before: Exercise | None) -> Iterator[str]:
    on_floor = exercise.place is Place.MAT
    was_on_floor = before is not None and before.place is Place.MAT
    for segment in segments:
        told = [cue for cue in segment.cues if cue.kind is not CueKind.COUNT_IN]
        if segment.kind is SegmentKind.PREPARE:
            first_number = next(c for c in segment.cues if c.kind is CueKind.COUNT_IN)
            if first_number.at - told[-1].end < (5000 if on_floor else 3000):
                yield f"only {first_number.at - told[-1].end} ms to do what was said"
        if segment.kind is SegmentKind.POSITION:
            least = 25_000 if on_floor != was_on_floor else 12_000
            if segment.duration < least:
                yield f"{segment.duration} ms to change position"
        if segment.kind is SegmentKind.SWITCH and segment.duration < 1000 * exercise.switching:
            yield f"{segment.duration} ms to change sides"


def _endings(segments: list[Segment], exercise: Exercise) -> Iterator[str]:
    tips = sum(cue.kind is CueKind.TIP for segment in segments for cue in segment.cues)
    if tips != 1:
        yield f"the tip is said {tips} times"
    loaded = exercise.release_first or exercise.load in (Load.ISOMETRIC, Load.LOADED)
    for segment in segments:
        kinds = [cue.kind for cue in segment.cues]
        for end in (CueKind.RELAX, CueKind.SWITCH):
            if end in kinds and loaded and kinds[0] is not CueKind.COME_OUT:
                yield f"{end} is said before the way out"
    last = [cue.kind for cue in segments[-1].cues]
    if sorted(last) != sorted([CueKind.RELAX, CueKind.COME_OUT]):
        yield f"it ends with {last}"


def _worn_out(timeline: Timeline) -> Iterator[str]:
    said = Counter(
        cue.text
        for segment in timeline.segments
        for cue in segment.cues
        if cue.phrases and cue.kind not in COUNTING and not _is_number(cue, segment)
    )
    yield from (f"{text!r} is said {n} times" for text, n in said.items() if n > MOST_TIMES)


def _is_number(cue: Cue, segment: Segment) -> bool:
    """The first repetition's start is a number too."""
    return cue.kind is CueKind.START and segment.kind is SegmentKind.MOVE
