"""How a session begins: at its first segment, at a step, or where a bookmark stands."""

from backease_desktop.controllers.ports import EventLog
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.player.events import PlayerEvent
from backease_desktop.core.player.player import Player
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import Ms


def begin(player: Player, now: Ms, step: int | None, mark: Bookmark | None) -> list[PlayerEvent]:
    """Start a player, and return what happened; at a bookmark it stands paused, and nothing did."""
    if mark is not None:
        player.stand_at(now, mark.place_in(player.timeline))
        return []
    events = player.play(now)
    return events if step is None else player.jump(now, player.timeline.first_of_step(step))


def log_start(timeline: Timeline, log: EventLog) -> None:
    """Write in the event log that a session plays for the first time."""
    log.write(
        "session_started",
        routine=timeline.routine,
        duration_ms=timeline.duration,
        dose=timeline.dose,
    )
