"""Cues on their way to the ear: handed to the sound ahead of time, cut, and written down.

They are handed on `LOOK_AHEAD` before they are due, so that a busy window cannot make them late.
"""

from collections.abc import Iterable

from backease_desktop.controllers.cue_journal import CueJournal
from backease_desktop.controllers.ports import EventLog
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.player.events import CueDue, SegmentStarted, Upcoming
from backease_desktop.core.player.player import Player
from backease_desktop.core.units import SECOND, Ms

TICK = Ms(100)
"""The longest time between two looks at a session that runs: ten pictures a second of the ring."""
LOOK_AHEAD = Ms(600)


class CueSound:
    """Keeps the sound and the journal of cues in step.

    Args:
        track: plays what it is handed.
        log: the event log.
    """

    def __init__(self, track: SoundTrack, log: EventLog) -> None:
        self._track = track
        self._journal = CueJournal(log)
        track.cue_started.connect(self._journal.heard)
        track.cue_discarded.connect(self._journal.discarded)

    def restart(self) -> None:
        """Another player begins, with numbers of its own."""
        self._journal.restart()

    def began(self, event: SegmentStarted, player: Player) -> None:
        """A segment has begun."""
        self._journal.began(event, player.elapsed)

    def schedule(self, upcoming: Iterable[Upcoming]) -> None:
        """Hand on what will be due; what was handed on before is not played twice."""
        self._journal.plan(self._track.schedule(upcoming))

    def look_ahead(self, player: Player, now: Ms) -> Ms:
        """Hand on what will be due soon; how long until the next look.

        That is when the next cue is due, so that its number appears with it, or the next second
        of the countdown.
        """
        upcoming = player.upcoming(LOOK_AHEAD)
        self.schedule(upcoming)
        to_the_second = player.remaining % SECOND or TICK
        return Ms(min(TICK, to_the_second, *(coming.at - now for coming in upcoming[:1])))

    def due(self, event: CueDue, player: Player, now: Ms) -> None:
        """Play it if it was not seen coming, as the first cue at a new place is not."""
        at = Ms(now - (player.elapsed - event.due))
        self.schedule([Upcoming(event.cue, event.number, event.due, at)])
        self._journal.due(event, player.elapsed, is_open=self._track.is_open)

    def cut(self) -> None:
        """Silence, and forget what was to come."""
        self._track.cut()
        self._journal.clear()

    def forget(self) -> None:
        """The session is over: what was handed on fades away by itself."""
        self._journal.clear()
