"""The snapshot: all that a screen needs to draw a session at one moment."""

from dataclasses import dataclass

from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.timeline.segments import Motion, Segment, SegmentKind, Timeline
from backease_desktop.core.units import Ms, ceil_seconds

CAPTION_STAYS = Ms(2_500)
"""How long a caption stays after its words; a shorter one would flicker."""
LONGEST_CAPTION = 64
"""Letters that can be read at a glance; a longer cue is shown phrase by phrase."""


@dataclass(frozen=True, slots=True)
class Next:
    """What comes after this exercise.

    Attributes:
        exercise: id; name: as it is shown; both empty when the session ends.
        starts_in: milliseconds until its preview.
    """

    exercise: str
    name: str
    starts_in: Ms


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session at one moment.

    Attributes:
        status: of the player.
        timeline: as it is now.
        index, segment: the segment that is on.
        offset, remaining: how far it has come, and what is left of it, in milliseconds.
        is_counting_in: a count-in after a pause is on; `remaining` and `countdown` are then its.
        countdown: the whole seconds that a countdown shows.
        fraction: how much of the segment is over, 0 to 1.
        elapsed, left: of the whole session, in milliseconds.
        exercise_number, exercise_count: "2 of 4"; the number is 0 in the intro.
        then: kind of the next segment of another block within this exercise, None at its end and
            as long as more repetitions follow.
        next: the next exercise, None after the last.
        caption: what is being said, empty when nothing is.
        can_extend: whether *+10 s* does something here.
        is_waiting: the session waits for the person to go on.
    """

    status: Status
    timeline: Timeline
    index: int
    segment: Segment
    offset: Ms
    remaining: Ms
    is_counting_in: bool
    countdown: int
    fraction: float
    elapsed: Ms
    left: Ms
    exercise_number: int
    exercise_count: int
    then: SegmentKind | None
    next: Next | None
    caption: str
    can_extend: bool
    is_waiting: bool

    def only_goes_on(self, before: "Snapshot | None") -> bool:
        """Whether nothing but time has passed since a moment before."""
        return (
            before is not None
            and before.timeline is self.timeline
            and (before.index, before.status) == (self.index, self.status)
            and self.status in (Status.PLAYING, Status.COUNTING_IN)
        )

    @property
    def counts_repetitions(self) -> bool:
        """Whether the large number is that of the repetition rather than seconds.

        It is where nothing is held: in plain repetitions and in breaths.
        """
        if self.segment.kind is not SegmentKind.MOVE or self.segment.motion is Motion.CYCLE:
            return self.segment.motion is Motion.CYCLE
        block = (s for s in self.timeline.segments if s.block == self.segment.block)
        return all(segment.kind is SegmentKind.MOVE for segment in block)


def snapshot_of(player: Player) -> Snapshot:
    """The snapshot of a player, at the moment that it was last told."""
    timeline, index, segment, offset = player.timeline, player.index, player.segment, player.offset
    remaining, fraction = Ms(segment.duration - offset), offset / segment.duration
    count_in = player.count_in
    shown, shown_at = (segment, offset) if count_in is None else count_in
    if count_in is not None:
        remaining = Ms(shown.duration - shown_at)
        fraction = shown_at / shown.duration
    return Snapshot(
        status=player.status,
        timeline=timeline,
        index=index,
        segment=segment,
        offset=offset,
        remaining=remaining,
        is_counting_in=count_in is not None,
        countdown=ceil_seconds(remaining),
        fraction=min(1.0, fraction),
        elapsed=player.elapsed,
        left=Ms(timeline.duration - player.elapsed),
        exercise_number=_exercise_number(timeline, index),
        exercise_count=timeline.step_count,
        then=_then(timeline, index),
        next=_next(timeline, index, player.elapsed),
        caption=_caption(shown, shown_at),
        can_extend=player.can_extend,
        is_waiting=player.is_waiting,
    )


def _exercise_number(timeline: Timeline, index: int) -> int:
    step = timeline.segments[index].step
    if step is not None:
        return step + 1
    return 0 if index == 0 else timeline.step_count


def _then(timeline: Timeline, index: int) -> SegmentKind | None:
    current = timeline.segments[index]
    if current.rep and current.reps and current.rep < current.reps:
        return None
    for segment in timeline.segments[index + 1 :]:
        if segment.step != current.step:
            return None
        if segment.block != current.block:
            return segment.kind
    return None


def _next(timeline: Timeline, index: int, elapsed: Ms) -> Next | None:
    step = timeline.segments[index].step
    for later in range(index + 1, len(timeline.segments)):
        segment = timeline.segments[later]
        if segment.step is not None and segment.step != step and segment.exercise is not None:
            return Next(segment.exercise, segment.name, Ms(timeline.starts[later] - elapsed))
    return None


def _caption(segment: Segment, offset: Ms) -> str:
    said = [cue for cue in segment.cues if cue.text and cue.at <= offset]
    if not said or offset > said[-1].end + CAPTION_STAYS:
        return ""
    cue = said[-1]
    return cue.text if len(cue.text) <= LONGEST_CAPTION else cue.part_at(Ms(offset - cue.at))
