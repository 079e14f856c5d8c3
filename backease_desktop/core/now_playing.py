"""What media keys and the desktop's media controls show and want of a session, as values.

A session is shown as one piece with the exercises as its tracks: its time is the whole session's,
its title is the exercise that is on. A seek leads to the beginning of a part of the session, since
words and counts mean something only from there.
"""

from dataclasses import dataclass
from enum import StrEnum

from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.units import Ms


class MediaWish(StrEnum):
    """What a media key asks for."""

    PLAY = "play"
    PAUSE = "pause"
    TOGGLE = "toggle"
    NEXT = "next"
    PREVIOUS = "previous"
    STOP = "stop"
    RAISE = "raise"


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """A session as a piece of media.

    Attributes:
        session: the routine's name; title: the exercise's, or again the routine's.
        exercise: id of the exercise that is on, empty between exercises.
        track, tracks: the number of the exercise, from 1, and how many there are; 0 before them.
        position, length: of the whole session, in milliseconds.
        is_playing: whether time moves it.
        artwork: a `file:` address of the exercise's picture, empty where there is none.
    """

    session: str
    title: str
    exercise: str
    track: int
    tracks: int
    position: Ms
    length: Ms
    is_playing: bool
    artwork: str = ""

    def position_after(self, elapsed: Ms) -> Ms:
        """Where it is so many milliseconds later, if nobody does anything."""
        moved = self.position + (elapsed if self.is_playing else 0)
        return Ms(max(0, min(self.length, moved)))


def now_playing(snapshot: Snapshot, artwork: str = "") -> NowPlaying:
    """A session as a piece of media at one moment."""
    timeline, segment = snapshot.timeline, snapshot.segment
    return NowPlaying(
        session=timeline.name,
        title=segment.name or timeline.name,
        exercise=segment.exercise or "",
        track=snapshot.exercise_number,
        tracks=snapshot.exercise_count,
        position=snapshot.elapsed,
        length=timeline.duration,
        is_playing=snapshot.status in (Status.PLAYING, Status.COUNTING_IN),
        artwork=artwork,
    )


def segment_to_seek(snapshot: Snapshot, to: Ms) -> int | None:
    """The segment to go to when somebody wants to be at a moment of the session.

    Args:
        snapshot: where it is now.
        to: the moment, in milliseconds; before the beginning is the beginning.

    Returns:
        The index of the segment that is on at that moment; None where nothing is to be done: a
        step forward that stays in the segment that is on, or a moment after the end.
    """
    timeline = snapshot.timeline
    if to >= timeline.duration:
        return None
    index = timeline.index_at(to)
    return None if index == snapshot.index and to >= snapshot.elapsed else index
