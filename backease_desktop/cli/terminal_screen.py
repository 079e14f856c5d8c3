"""A session drawn in a terminal: one line that counts down, and a line kept for each segment.

Where the output is not a terminal (a file, a pipe) only the kept lines are written. When it takes
no more, because the reader has left or the disk is full, that is told once and nothing follows.
"""

from collections.abc import Callable
from typing import TextIO

from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.export import clock_time
from backease_desktop.core.timeline.segments import Segment, SegmentKind

WORDS = {
    SegmentKind.INTRO: "Ready",
    SegmentKind.POSITION: "Change position",
    SegmentKind.PREPARE: "Get ready",
    SegmentKind.HOLD: "HOLD",
    SegmentKind.MOVE: "MOVE",
    SegmentKind.SWITCH: "SWITCH SIDES",
    SegmentKind.RELAX: "RELAX",
    SegmentKind.REST: "REST",
    SegmentKind.OUTRO: "Complete",
}
_BAR = 24
_CLEAR = "\r\x1b[2K"
KEYS = "space pause · n next · p back · a again · + ten seconds · h it hurts · q end"


class TerminalScreen:
    """Draws snapshots.

    Args:
        out: where to.
        is_terminal: whether what was written can be drawn over.
        on_closed: called once when `out` takes no more, from within what tried to write.

    Attributes:
        closed_by: why `out` takes no more; None while it does.
    """

    def __init__(self, out: TextIO, *, is_terminal: bool, on_closed: Callable[[], None]) -> None:
        self._out = out
        self._is_terminal = is_terminal
        self._on_closed = on_closed
        self.closed_by: OSError | None = None
        self._segment: Segment | None = None
        self._caption = ""

    def show_preparing(self, done: int, total: int) -> None:
        """How far the voice is prepared; after it, the sound is waited for."""
        if self._is_terminal:
            prepared = f"Preparing the voice … {done} of {total}"
            self._live(prepared if done < total else "Waiting for the sound to answer …")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Where the session is."""
        if snapshot.segment is not self._segment:
            if self._segment is None:
                self._keep(f"{snapshot.timeline.name} · {clock_time(snapshot.timeline.duration)}")
                if self._is_terminal:
                    self._keep(KEYS)
            self._segment = snapshot.segment
            self._caption = ""
            self._keep(_segment_line(snapshot))
        if snapshot.caption and snapshot.caption != self._caption:
            self._caption = snapshot.caption
            self._keep(f"          “{snapshot.caption}”")
        if self._is_terminal:
            self._live(_live_line(snapshot))

    def show_message(self, text: str) -> None:
        """Something to tell the person."""
        self._keep(text)

    def show_end(self, record: SessionRecord) -> None:
        """How the session ended."""
        how = "Session complete" if record.is_whole else "Session ended"
        if record.stopped_hurting:
            how = "Stopped, and that was right"
        done = len(record.exercises)
        exercises = f"{done} of {len(record.planned)} exercises done"
        self._keep(f"{how} · {clock_time(record.played)} played · {exercises}")

    def _keep(self, line: str) -> None:
        start = _CLEAR if self._is_terminal else ""
        self._write(f"{start}{line}\n")

    def _live(self, line: str) -> None:
        self._write(_CLEAR + line)

    def _write(self, text: str) -> None:
        if self.closed_by is not None:
            return
        try:
            self._out.write(text)
            self._out.flush()
        except OSError as error:
            self.closed_by = error
            self._on_closed()


def _segment_line(snapshot: Snapshot) -> str:
    segment = snapshot.segment
    parts = [segment.name, segment.landmark or ""]
    if segment.rep and segment.reps:
        parts.append(f"{segment.rep} of {segment.reps}")
    what = " · ".join(part for part in parts if part)
    at = clock_time(snapshot.timeline.starts[snapshot.index])
    return f"{at:>6}  {WORDS[segment.kind]:<16}{what}".rstrip()


def _live_line(snapshot: Snapshot) -> str:
    word = WORDS[snapshot.segment.kind]
    if snapshot.status is Status.PAUSED:
        word = "Paused, space goes on"
    elif snapshot.is_counting_in:
        word = "Going on in"
    filled = round(_BAR * snapshot.fraction)
    bar = "█" * filled + "░" * (_BAR - filled)
    return f"        {word:<16} {bar} {snapshot.countdown:>3}   {clock_time(snapshot.left)} left"
