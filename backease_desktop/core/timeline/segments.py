"""A timeline: a routine laid out in time, as a flat list of segments that carry their cues.

A timeline is a value. Everything that is said, sounded or shown at a given millisecond stands in
it; a player only has to know what time it is. Segments that belong together (the repetitions of
one side, say) share a `block`, which is what *next* and *previous* move by.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import msgspec

from backease_desktop.core.catalogue.words import DoseLevel, Position, Side
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms


class SegmentKind(StrEnum):
    """What a person does during a segment."""

    INTRO = "intro"
    POSITION = "position"
    PREPARE = "prepare"
    HOLD = "hold"
    MOVE = "move"
    SWITCH = "switch"
    RELAX = "relax"
    REST = "rest"
    OUTRO = "outro"


class CueKind(StrEnum):
    """What a cue is for."""

    INTRO = "intro"
    POSITION = "position"
    FETCH = "fetch"
    WAIT = "wait"
    PREVIEW = "preview"
    DOSE = "dose"
    SETUP = "setup"
    MOVEMENT = "movement"
    BREATH_HINT = "breath_hint"
    COUNT_IN = "count_in"
    START = "start"
    TIP = "tip"
    HALFWAY = "halfway"
    TEN_LEFT = "ten_left"
    MINUTE_LEFT = "minute_left"
    END_TICK = "end_tick"
    SWITCH = "switch"
    LANDMARK = "landmark"
    RELAX = "relax"
    COME_OUT = "come_out"
    REP = "rep"
    IN = "in"
    OUT = "out"
    RELEASE = "release"
    BREATH = "breath"
    REST = "rest"
    PAUSE = "pause"
    RESUME = "resume"
    HURTS = "hurts"
    OUTRO = "outro"


class Channel(StrEnum):
    """How a cue sounds: spoken (behind its tone), or as a tone alone."""

    VOICE = "voice"
    TONE = "tone"


class Motion(StrEnum):
    """How a figure moves through a segment.

    `IN` and `OUT`: into the held pose and out of it. `CYCLE`: there and back; where a repetition
    is several such segments, through all of them. `PHASE`: to the keyframe that the segment names.
    """

    IN = "in"
    OUT = "out"
    CYCLE = "cycle"
    PHASE = "phase"


class Cue(msgspec.Struct, frozen=True):
    """Something said or sounded at an instant of a segment.

    Attributes:
        at: when it starts, in milliseconds from the start of its segment.
        length: how long it sounds, tone and gap before the words included.
        kind: what it is for.
        channel: voice or tone.
        text: the words; for a tone what a caption says instead, may be empty.
        tone: the tone before the words, or the tone itself.
        parts: the phrases that `text` is put together from, if they are more than one.
        parts_at: when each of them starts, in milliseconds from the start of the cue.
    """

    at: Ms
    length: Ms
    kind: CueKind
    channel: Channel
    text: str
    tone: ToneName | None = None
    parts: tuple[str, ...] = ()
    parts_at: tuple[Ms, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases that are spoken, in order, each with a clip of its own; none for a tone."""
        if self.channel is Channel.TONE:
            return ()
        return self.parts or (self.text,)

    def part_at(self, elapsed: Ms) -> str:
        """The phrase that is said so long after the cue's start, in milliseconds."""
        started = bisect_right(self.parts_at, elapsed)
        return self.parts[max(0, started - 1)] if self.parts else self.text

    @property
    def end(self) -> Ms:
        """When it has sounded, in milliseconds from the start of its segment."""
        return Ms(self.at + self.length)


class Segment(msgspec.Struct, frozen=True):
    """A stretch of time of one kind.

    Attributes:
        kind: what the person does.
        duration: in milliseconds.
        block: number of the block that it belongs to, rising.
        step: index of the routine's step, None for intro and outro.
        exercise: id of the exercise, None for intro and outro.
        name: name of the exercise as it is shown; spoken_name: as it is said.
        side, landmark: the side that is worked on, and how it is told.
        rep, reps: number of the repetition, from 1, of how many.
        set_number, sets: number of the set, from 1, of how many.
        position: the body's position in it.
        motion: how the figure moves, for kind `move`.
        leads_from, leads_to: the keyframes between which it moves, for motion `PHASE`.
        waits: the session stands still at its end until the person goes on.
        cues: in order, none overlapping another.
    """

    kind: SegmentKind
    duration: Ms
    block: int
    step: int | None = None
    exercise: str | None = None
    name: str = ""
    spoken_name: str = ""
    side: Side | None = None
    landmark: str | None = None
    rep: int | None = None
    reps: int | None = None
    set_number: int | None = None
    sets: int | None = None
    position: Position | None = None
    motion: Motion | None = None
    leads_from: str | None = None
    leads_to: str | None = None
    waits: bool = False
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A routine laid out in time.

    Attributes:
        routine: id of the routine; name: as it is shown.
        dose: the dose level it was compiled for.
        rate_wpm: words a minute that the words were laid out for.
        segments: at least one.
    """

    routine: str
    name: str
    dose: DoseLevel
    rate_wpm: int
    segments: tuple[Segment, ...]

    @cached_property
    def starts(self) -> tuple[Ms, ...]:
        """When each segment starts, in milliseconds from the start of the session."""
        starts, at = [], 0
        for segment in self.segments:
            starts.append(Ms(at))
            at += segment.duration
        return tuple(starts)

    @cached_property
    def duration(self) -> Ms:
        """The length of the whole session in milliseconds."""
        return Ms(sum(segment.duration for segment in self.segments))

    @cached_property
    def step_count(self) -> int:
        """How many exercises it has."""
        return len({s.step for s in self.segments if s.step is not None})

    def index_at(self, at: Ms) -> int:
        """Index of the segment that is on at a session time; the last one after the end."""
        return max(0, bisect_right(self.starts, at) - 1)

    def first_of_block(self, block: int) -> int:
        """Index of the first segment of a block."""
        return next(i for i, s in enumerate(self.segments) if s.block == block)

    def first_of_step(self, step: int) -> int:
        """Index of the first segment of a routine's step."""
        return next(i for i, s in enumerate(self.segments) if s.step == step)
