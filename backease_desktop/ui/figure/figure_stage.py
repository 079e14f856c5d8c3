"""The stage: the figure of the exercise that is on, moving in time with the session.

A session tells its snapshot a few times a second; in between the stage asks its own clock, so that
the figure moves smoothly. Its timer runs only while something moves and somebody sees it; nothing
is drawn for a window that is minimised. What a command changed, such as the segment, the side, the
pause or the place in the segment, is drawn at once, however long the figure was to keep still.

What it draws on is made with the first film: a window that lies open has the page of a session
ready, and does without the rig.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.ui.components.put_away import is_put_away
from backease_desktop.ui.figure.films import Films
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.core.figure.film import Film
    from backease_desktop.ui.figure.view import FigureView

_JUMP = Ms(250)
"""A place in the segment this far from where the clock should be was chosen, not reached."""


class FigureStage(QWidget):
    """Shows the figure of a snapshot.

    Args:
        make_view: makes what the figure is shown on.
        look: says whether motion is reduced.
        films: have the films of exercises.
        clock: milliseconds that only grow.
        parent: the owner.
    """

    def __init__(
        self,
        make_view: "Callable[[], FigureView]",
        look: Look,
        films: Films,
        clock: Callable[[], Ms],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._films = films
        films.solved.connect(self._on_solved)
        self._clock = clock
        self._snapshot: Snapshot | None = None
        self._seen_at = Ms(0)
        self._make_view = make_view
        self._view: FigureView | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._draw)

    @property
    def view(self) -> "FigureView":
        """What the figure is shown on."""
        if self._view is None:
            self._view = self._make_view()
            self._view.stand_on_paper()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._view)
        return self._view

    def show_snapshot(self, snapshot: Snapshot) -> bool:
        """Show a moment of a session; whether its exercise has a figure."""
        was_led_elsewhere = self._is_led_elsewhere(snapshot)
        self._snapshot, self._seen_at = snapshot, self._clock()
        if (exercise := _shown_exercise(snapshot)) is None:
            self._timer.stop()
            self._show_nothing()
            return False
        if not was_led_elsewhere and is_put_away(self):
            self._timer.stop()  # the first snapshot after the window is seen again is drawn
        elif was_led_elsewhere or not self._timer.isActive():
            self._timer.stop()
            self._draw()
        return self._films.has_film(exercise)

    def _on_solved(self, exercise: str) -> None:
        if self._snapshot is not None and exercise == _shown_exercise(self._snapshot):
            self._draw()

    def _is_led_elsewhere(self, snapshot: Snapshot) -> bool:
        """Whether a snapshot is not what the last one becomes by the passing of time alone."""
        last = self._snapshot
        if last is None or last.timeline is not snapshot.timeline:
            return True
        if (last.index, last.status) != (snapshot.index, snapshot.status):
            return True
        return abs(snapshot.offset - self._offset_now(last)) > _JUMP

    def _offset_now(self, last: Snapshot) -> Ms:
        """How far the segment of the last snapshot has come by now."""
        runs = last.status is Status.PLAYING and not last.is_counting_in
        passed = self._clock() - self._seen_at if runs else 0
        return Ms(min(last.offset + passed, last.segment.duration))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        self._timer.stop()
        super().hideEvent(event)

    def _show_nothing(self) -> None:
        if self._view is not None:
            self._view.clear()

    def _film(self) -> "Film | None":
        exercise = _shown_exercise(self._snapshot) if self._snapshot else None
        return self._films.soon(exercise) if exercise else None

    def _draw(self) -> None:
        snapshot, film = self._snapshot, self._film()
        if snapshot is None or film is None:
            self._show_nothing()
            return
        # Loaded with the first film, as the rig itself.
        from backease_desktop.core.figure.motion import FRAME, motion_at
        from backease_desktop.core.figure_moments import moment_in

        runs = snapshot.status is Status.PLAYING
        offset = self._offset_now(snapshot)
        moment = moment_in(snapshot.timeline, snapshot.index, Ms(offset // FRAME * FRAME))
        motion = motion_at(film, moment, self._look.theme.reduced_motion)
        self.view.show_motion(film, motion)
        wait = 1000 // motion.fps if motion.fps else motion.still_for
        if runs and wait is not None and self.isVisible() and not self.window().isMinimized():
            # From the frame that is shown to the first one at or after that moment.
            self._timer.start(-(-wait // FRAME) * FRAME - offset % FRAME)


def _shown_exercise(snapshot: Snapshot) -> str | None:
    """The exercise that is on; in the intro the first one, at the end the last."""
    if snapshot.segment.exercise is not None:
        return snapshot.segment.exercise
    if snapshot.segment.kind is SegmentKind.INTRO and snapshot.next is not None:
        return snapshot.next.exercise
    if snapshot.segment.kind is SegmentKind.OUTRO:
        done = snapshot.timeline.segments[: snapshot.index]
        return next((s.exercise for s in reversed(done) if s.exercise), None)
    return None
