"""What a draft comes to: its length, its changes of position, and what will be heard.

It is laid out as a session is: from the steps that are in order, as they are for the person. A step
that is not in order, or in whose place nothing comes for them, has no length and is not counted.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Place, Position
from backease_desktop.core.editing.problems import DraftProblem
from backease_desktop.core.editing.routine_draft import RoutineDraft
from backease_desktop.core.person.tailored import Tailored
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.timeline.voicing import Lengths
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording

LetIn = Callable[[Routine], Tailored | None]
"""A routine as it is for the person; None where nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of position before a step.

    Attributes:
        to: the position; takes: milliseconds.
    """

    to: Position
    takes: Ms


@dataclass(frozen=True)
class Overview:
    """What a draft comes to.

    Attributes:
        timeline: of the steps that are in order; None where there is none.
        kept: for each step of the timeline, the index of the one in the draft that it stands for.
        others: what becomes of steps for this person, by their index: the id of the exercise that
            comes instead, None where nothing does.
        places: that the routine needs, each once.
    """

    timeline: Timeline | None = None
    kept: tuple[int, ...] = ()
    others: Mapping[int, str | None] = field(default_factory=dict)
    places: tuple[Place, ...] = ()

    @property
    def duration(self) -> Ms:
        """Milliseconds of all that is counted."""
        return self.timeline.duration if self.timeline else Ms(0)

    @cached_property
    def lengths(self) -> dict[int, Ms]:
        """Milliseconds of each counted step, by its index in the draft."""
        lengths: dict[int, Ms] = {}
        for segment in self.timeline.segments if self.timeline else ():
            if segment.step is not None:
                index = self.kept[segment.step]
                lengths[index] = Ms(lengths.get(index, 0) + segment.duration)
        return lengths

    @cached_property
    def changes(self) -> dict[int, Change]:
        """The changes of position, by the index of the step that they lead to."""
        changes: dict[int, Change] = {}
        before: Position | None = None
        takes: dict[int, int] = {}
        for segment in self.timeline.segments if self.timeline else ():
            if segment.step is None or segment.position is None:
                continue
            index = self.kept[segment.step]
            if segment.kind is SegmentKind.POSITION:
                takes[index] = takes.get(index, 0) + segment.duration
            if before is not None and segment.position is not before:
                changes[index] = Change(segment.position, Ms(0))
            before = segment.position
        return {i: Change(one.to, Ms(takes.get(i, 0))) for i, one in changes.items()}

    def heard(self, index: int) -> tuple[tuple[SegmentKind, str], ...]:
        """What is said in a step, each line once, with what is done meanwhile."""
        if self.timeline is None or index not in self.kept:
            return ()
        return tuple(dict.fromkeys(self._lines(self.kept.index(index))))

    def _lines(self, step: int) -> Iterator[tuple[SegmentKind, str]]:
        assert self.timeline is not None
        for segment in self.timeline.segments:
            if segment.step == step:
                words = " ".join(cue.text for cue in segment.cues if cue.phrases)
                if words:
                    yield segment.kind, words


def overview_of(
    draft: RoutineDraft,
    problems: tuple[DraftProblem, ...],
    let_in: LetIn,
    preferences: Preferences,
    wording: Wording,
    lengths: Lengths,
) -> Overview:
    """Lay a draft out.

    Args:
        draft: what is being written.
        problems: what is amiss in it; steps that are named there are left out.
        let_in: makes a routine what it is for the person.
        preferences: the person's choices.
        wording: what is said.
        lengths: how long phrases take.
    """
    left_out = {problem.step for problem in problems}
    kept = tuple(index for index in range(len(draft.steps)) if index not in left_out)
    if not kept:
        return Overview()
    routine = draft.with_(steps=tuple(draft.steps[i] for i in kept), our_order=()).routine()
    routine = routine.with_(name=draft.name.strip() or "Routine")
    found = let_in(routine)
    if found is None:
        return Overview(others=dict.fromkeys(kept))
    timeline = session_timeline(found, preferences, wording, lengths)
    comes = {kept[at]: step for at, step in zip(found.stands_for, found.routine.steps, strict=True)}
    others = {
        index: comes[index].exercise if index in comes else None
        for index in kept
        if index not in comes or comes[index].exercise != draft.steps[index].exercise
    }
    places = found.catalogue.places_of(found.routine)
    return Overview(timeline, tuple(comes), others, places)
