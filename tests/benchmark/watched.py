"""The program with a watchdog on the window's thread: `python watched.py FILE WORDS…`.

Writes a line of JSON to FILE for each stretch in which the window could not answer. A timer beats
in the window's thread, and a thread beside it looks what that one is doing: a beat that comes late
tells how long the stretch was, and what was seen meanwhile tells where. It begins with the event
loop; what is before the first paint is measured by other rows.
"""

import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

BEAT_MS = 10
LOOK_S = 0.004
LIMIT_MS = 50.0
"""What a person does not notice."""

OWN = "/backease_desktop/"
LOOP = "run_window"
"""The function that runs the event loop; what is above it is always the same."""


@dataclass(frozen=True, slots=True)
class Stall:
    """A stretch in which the window could not answer.

    Attributes:
        begin_ms: by the monotonic clock.
        lasted_ms: until it answered again.
        spent_ms: how much of that its thread was on a processor: the rest it waited, for the disk
            or for others on a busy machine.
        where: the innermost line of ours that was seen most often, with its function, and the
            outermost one that the event loop had called.
    """

    begin_ms: float
    lasted_ms: float
    spent_ms: float
    where: str


class Record:
    """Beats of the window's thread, and what it was seen at between them.

    Args:
        clock: milliseconds that only grow.
        spent: milliseconds that the window's thread was on a processor; asked in that thread.
        tell: is given each stall.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        spent: Callable[[], float],
        tell: Callable[[Stall], None],
    ) -> None:
        self._clock = clock
        self._spent = spent
        self._tell = tell
        self._last: float | None = None
        self._last_spent = 0.0
        self._seen: Counter[str] = Counter()

    def beat(self) -> None:
        """The window's thread answers."""
        now, spent, seen = self._clock(), self._spent(), self._seen
        if self._last is not None and now - self._last - BEAT_MS > LIMIT_MS:
            where = seen.most_common(1)[0][0] if seen else "not seen"
            lasted = now - self._last - BEAT_MS
            self._tell(Stall(self._last, lasted, spent - self._last_spent, where))
        self._last, self._last_spent, self._seen = now, spent, Counter()

    def look(self, frame: FrameType | None) -> None:
        """The window's thread is at this frame now."""
        self._seen[place_of(frame)] += 1


def place_of(frame: FrameType | None) -> str:
    """The innermost line of ours and the outermost, as `core/cues.py:40 cue_at < cues.py:9 go`."""
    ours: list[str] = []
    while frame is not None and frame.f_code.co_name != LOOP:
        _, is_own, file = frame.f_code.co_filename.rpartition(OWN)
        if is_own:
            ours.append(f"{file}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    if not ours:
        return "none of ours"
    return ours[0] if len(ours) == 1 else f"{ours[0]} < {ours[-1]}"


def main(file: Path, words: list[str]) -> int:
    # Only the program that is watched loads Qt: whoever tries the record does without.
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from backease_desktop.cli.main import main as program

    told = file.open("w", encoding="utf-8", buffering=1)
    record = Record(
        lambda: time.monotonic_ns() / 1e6,
        lambda: time.thread_time_ns() / 1e6,
        lambda stall: print(json.dumps(asdict(stall)), file=told),
    )
    window = threading.get_ident()
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(LOOK_S):
            record.look(sys._current_frames().get(window))

    run = QApplication.exec

    def watched_run(*_: object) -> int:
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(record.beat)
        timer.start(BEAT_MS)
        threading.Thread(target=watch, name="watchdog", daemon=True).start()
        code = run()
        timer.stop()
        return code

    QApplication.exec = watched_run  # type: ignore[method-assign, assignment]
    try:
        return program(words)
    finally:
        ended.set()
        told.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
