"""Hand-made timelines and real snapshots of them, without a catalogue."""

from typing import Any

from backease_desktop.core.catalogue.words import DoseLevel, Position, Side
from backease_desktop.core.player.player import Player
from backease_desktop.core.player.snapshot import Snapshot, snapshot_of
from backease_desktop.core.timeline.segments import (
    Channel,
    Cue,
    CueKind,
    Motion,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.units import Ms, from_seconds

RIGHT = "Right arm, left leg"
LEFT = "Left arm, right leg"


def said(text: str, kind: CueKind = CueKind.START, at_s: float = 0, length_s: float = 1) -> Cue:
    return Cue(from_seconds(at_s), from_seconds(length_s), kind, Channel.VOICE, text)


class _Layout:
    """Lays segments one after the other, a new block for each unless told otherwise."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._block = -1

    def add(self, kind: SegmentKind, seconds: float, same_block: bool = False, **more: Any) -> None:
        self._block += 0 if same_block else 1
        self.segments.append(Segment(kind, from_seconds(seconds), self._block, **more))


def core_timeline() -> Timeline:
    """Four exercises: two sides, one hold, ten repetitions with a rest, a long hold."""
    kinds, lay = SegmentKind, _Layout()
    lay.add(kinds.INTRO, 6, cues=(said("Core for the back. Four exercises.", CueKind.INTRO),))
    dog: dict[str, Any] = {
        "step": 0,
        "exercise": "bird-dog",
        "name": "Bird dog",
        "position": Position.ALL_FOURS,
    }
    lay.add(kinds.POSITION, 12, **dog)
    right = dog | {"side": Side.RIGHT, "landmark": RIGHT}
    left = dog | {"side": Side.LEFT, "landmark": LEFT}
    lay.add(kinds.PREPARE, 8, cues=(said(f"Next: Bird dog. {RIGHT}."),), **right)
    lay.add(kinds.HOLD, 30, cues=(said("Hold. Thirty seconds."),), **right)
    lay.add(kinds.SWITCH, 6, cues=(said(f"Switch sides. {LEFT}."),), **left)
    lay.add(kinds.HOLD, 30, cues=(said("Hold."),), **left)
    lay.add(kinds.RELAX, 4, cues=(said("Relax."),), **dog)
    plank: dict[str, Any] = {
        "step": 1,
        "exercise": "forearm-plank",
        "name": "Forearm plank",
        "position": Position.PRONE,
    }
    lay.add(kinds.PREPARE, 9, cues=(said("Next: Forearm plank."),), **plank)
    lay.add(kinds.HOLD, 20, cues=(said("Hold. Twenty seconds."),), **plank)
    lay.add(kinds.RELAX, 4, cues=(said("Relax."),), **plank)
    bridge: dict[str, Any] = {
        "step": 2,
        "exercise": "glute-bridge",
        "name": "Glute bridge",
        "position": Position.SUPINE,
    }
    for number in (1, 2):
        lay.add(kinds.PREPARE, 8, set_number=number, sets=2, **bridge)
        for rep in range(1, 11):
            lay.add(
                kinds.MOVE,
                4,
                same_block=rep > 1,
                rep=rep,
                reps=10,
                set_number=number,
                sets=2,
                motion=Motion.CYCLE,
                cues=(said(str(rep), CueKind.REP),),
                **bridge,
            )
        if number == 1:
            lay.add(kinds.REST, 30, set_number=1, sets=2, **bridge)
    lay.add(kinds.RELAX, 4, **bridge)
    child: dict[str, Any] = {
        "step": 3,
        "exercise": "childs-pose",
        "name": "Child's pose",
        "position": Position.KNEELING,
    }
    lay.add(kinds.PREPARE, 8, **child)
    lay.add(kinds.HOLD, 120, **child)
    lay.add(kinds.RELAX, 4, **child)
    lay.add(kinds.OUTRO, 4, cues=(said("Session complete.", CueKind.OUTRO),))
    return Timeline("core", "Core for the back", DoseLevel.STANDARD, 150, tuple(lay.segments))


def played(timeline: Timeline, seconds: float) -> Player:
    """A player that has come so far, told the time ten times a second."""
    player = Player(timeline)
    player.play(Ms(0))
    until = from_seconds(seconds)
    for now in range(0, until, 100):
        player.advance(Ms(now))
    player.advance(until)
    return player


def snapshot_at(
    seconds: float, timeline: Timeline | None = None, is_paused: bool = False
) -> Snapshot:
    """The snapshot at a moment of the session, `core_timeline` unless told otherwise."""
    player = played(timeline or core_timeline(), seconds)
    if is_paused:
        player.pause(from_seconds(seconds))
    return snapshot_of(player)


def start_of(kind: SegmentKind, nth: int = 0, timeline: Timeline | None = None) -> float:
    """When the nth segment of a kind starts, in seconds."""
    timeline = timeline or core_timeline()
    starts = zip(timeline.segments, timeline.starts, strict=True)
    return [start / 1000 for segment, start in starts if segment.kind is kind][nth]
