"""What the desktop's media controls show of a session, and what they ask for.

Rules: they are there from `show` to `hide`, so that media keys go to the music at all other times;
the desktop is told only what is another one now, and of the position only where it has jumped,
since everybody counts on by themselves; nothing here raises or waits.
"""

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.now_playing import NowPlaying
from backease_desktop.core.units import SECOND, Ms

log = logging.getLogger(__name__)

JUMP = SECOND
"""A position that is off by more than this was jumped to."""


class MediaControls(QObject):
    """The controls of a desktop that has none: the last resort, and what all others build on.

    Args:
        clock: milliseconds of a clock that never goes back.
        parent: the owner.

    Signals:
        wish_made: a key or a button asks for something; carries a `MediaWish`.
        sought: somebody wants to be at a moment of the session, in milliseconds.
    """

    wish_made = Signal(object)
    sought = Signal(object)

    def __init__(self, clock: Callable[[], Ms], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shown: NowPlaying | None = None
        self._shown_at = Ms(0)

    @property
    def shown(self) -> NowPlaying | None:
        """What is shown, as it was told last."""
        return self._shown

    @property
    def position(self) -> Ms:
        """Where the session is now, in milliseconds."""
        if self._shown is None:
            return Ms(0)
        return self._shown.position_after(Ms(self._clock() - self._shown_at))

    def show(self, now: NowPlaying) -> None:
        """Show a session, or what it is now."""
        before, expected = self._shown, self.position
        self._shown, self._shown_at = now, self._clock()
        if before is None:
            self._appear(now)
        elif replace(before, position=now.position) != now:
            self._tell(now)
        if before is not None and abs(now.position - expected) > JUMP:
            self._tell_jump(now)

    def hide(self) -> None:
        """Show nothing any more; harmless when nothing is shown."""
        if self._shown is not None:
            self._shown = None
            self._vanish()

    def _appear(self, now: NowPlaying) -> None:
        """Be there, with this."""

    def _tell(self, now: NowPlaying) -> None:
        """Something else than the position is another one."""

    def _tell_jump(self, now: NowPlaying) -> None:
        """The position is not where it would be by itself."""

    def _vanish(self) -> None:
        """Be gone."""
