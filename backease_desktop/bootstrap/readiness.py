"""What a session needs before its first word, made after the first paint, a piece at a time.

From *Enter* to the first word there are 0.3 s, two thirds of which are the tone and the gap before
it: the page of the session, which takes a tenth of a second to load and to make, is there before.
No device is held for it: opening one takes 50 ms and goes on while the timeline is laid out.
"""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from backease_desktop.core.units import Ms

BETWEEN = Ms(100)
"""Between two pieces: what the person does meanwhile comes first."""


class Readiness(QObject):
    """Does one thing after the other while nobody waits.

    Args:
        pieces: each takes 50 ms at most, and may be done by somebody else before.
        parent: the owner.
    """

    def __init__(self, pieces: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = deque(pieces)
        self._timer = QTimer(self, interval=BETWEEN)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be done."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Begin, a moment from now."""
        self._timer.start()

    def stop(self) -> None:
        """Leave undone what is not done."""
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        if not self._pieces:
            self._timer.stop()


def load_page() -> None:
    """Load the page of a session."""
    # Loaded when the first paint is over, or by the first session.
    import backease_desktop.ui.session.player_page  # noqa: F401


def load_sound() -> None:
    """Load what plays, and have the tone that begins a session."""
    # Loaded when the first paint is over, or by the first session.
    from backease_desktop.audio.tones import tone
    from backease_desktop.core.tones import ToneName

    tone(ToneName.NEXT)
