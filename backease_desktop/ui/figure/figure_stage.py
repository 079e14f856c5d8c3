"""The stage: the figure of the exercise that is on, moving in time with the session.

A session tells its snapshot a few times a second; in between the stage asks its own clock, so that
the figure moves smoothly. Its timer runs only while something moves and somebody sees it.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.motion import motion_at
from backease_desktop.core.figure_moments import moment_in
from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look


class FigureStage(QWidget):
    """Shows the figure of a snapshot.

    Args:
        view: what the figure is shown on.
        look: says whether motion is reduced.
        film_of: the film of an exercise, by id.
        clock: milliseconds that only grow.
        parent: the owner.
    """

    def __init__(
        self,
        view: FigureView,
        look: Look,
        film_of: Callable[[str], Film | None],
        clock: Callable[[], Ms],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._film_of = film_of
        self._clock = clock
        self._snapshot: Snapshot | None = None
        self._seen_at = Ms(0)
        self.view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._draw)

    def show_snapshot(self, snapshot: Snapshot) -> bool:
        """Show a moment of a session; whether its exercise has a figure."""
        self._snapshot, self._seen_at = snapshot, self._clock()
        if _shown_exercise(snapshot) is None:
            self.view.clear()
            return False
        if not self._timer.isActive():
            self._draw()
        return self._film() is not None

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        self._timer.stop()
        super().hideEvent(event)

    def _film(self) -> Film | None:
        exercise = _shown_exercise(self._snapshot) if self._snapshot else None
        return self._film_of(exercise) if exercise else None

    def _draw(self) -> None:
        snapshot, film = self._snapshot, self._film()
        if snapshot is None or film is None:
            return
        runs = snapshot.status is Status.PLAYING
        since = Ms(self._clock() - self._seen_at) if runs else Ms(0)
        segment = snapshot.segment
        elapsed = Ms(min(snapshot.offset + since, segment.duration))
        moment = moment_in(snapshot.timeline, snapshot.index, elapsed)
        motion = motion_at(film, moment, self._look.theme.reduced_motion)
        self.view.show_motion(film, motion)
        wait = 1000 // motion.fps if motion.fps else motion.still_for
        if runs and wait is not None and self.isVisible():
            self._timer.start(wait)


def _shown_exercise(snapshot: Snapshot) -> str | None:
    """The exercise that is on, or in the intro the first one."""
    if snapshot.segment.exercise is not None:
        return snapshot.segment.exercise
    if snapshot.segment.kind is SegmentKind.INTRO and snapshot.next is not None:
        return snapshot.next.exercise
    return None
