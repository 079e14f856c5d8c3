"""Media keys reach the session that is on, whatever window has the focus.

The controls are there from the first moment that a session plays until it is closed: at all other
times the keys are the music's.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.hand_ports import MediaControls
from backease_desktop.controllers.session import SessionController
from backease_desktop.core.now_playing import MediaWish, now_playing, segment_to_seek
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.units import Ms


class MediaKeys(QObject):
    """Joins a session and the desktop's media controls.

    Args:
        session: what the keys move.
        controls: where they come from, and where the session is shown.
        artwork: a `file:` address of an exercise's picture by its id, empty as long as there is
            none; asked at each showing.
        parent: the owner.

    Signals:
        window_requested: the desktop asks for the window.
    """

    window_requested = Signal()

    def __init__(
        self,
        session: SessionController,
        controls: MediaControls,
        artwork: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._controls = controls
        self._artwork = artwork
        self._at: Snapshot | None = None
        self._deeds: dict[MediaWish, Callable[[], object]] = {
            MediaWish.PLAY: session.resume,
            MediaWish.PAUSE: session.pause,
            MediaWish.TOGGLE: session.toggle,
            MediaWish.NEXT: session.next,
            MediaWish.PREVIOUS: session.previous,
            # Stop only pauses: nobody loses a session to a key of a headset.
            MediaWish.STOP: session.pause,
            MediaWish.RAISE: self.window_requested.emit,
        }
        session.changed.connect(self._on_session_changed)
        session.closed.connect(self._on_session_closed)
        controls.wish_made.connect(self._on_wish_made)
        controls.sought.connect(self._on_controls_sought)

    def show_again(self) -> None:
        """Show what is on once more: its picture is there now."""
        if self._at is not None and self._session.is_on:
            self._on_session_changed(self._at)

    def _on_session_changed(self, snapshot: Snapshot) -> None:
        self._at = snapshot
        exercise = snapshot.segment.exercise
        self._controls.show(now_playing(snapshot, self._artwork(exercise) if exercise else ""))

    def _on_session_closed(self) -> None:
        self._at = None
        self._controls.hide()

    def _on_wish_made(self, wish: MediaWish) -> None:
        if self._at is not None:
            self._deeds[wish]()

    def _on_controls_sought(self, to: Ms) -> None:
        self._session.tick()
        if self._at is not None and (index := segment_to_seek(self._at, to)) is not None:
            self._session.jump(index)
