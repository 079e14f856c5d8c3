"""A walk, timed by the absence from the computer: "Walk, back in ten".

Rules:
1. It begins when the person has been away for a minute after they said so, or has locked the
   screen: from the last thing that they did there. It ends with the next thing that they do.
2. Durations are measured on the boot clock, so a machine that sleeps meanwhile takes nothing away.
3. Whoever has not left five minutes after they said so has thought better of it.
4. Nothing is asked while nobody walks.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.ports import Journal, PresenceSource
from backease_desktop.core.journal.entries import Walked
from backease_desktop.core.units import MINUTE, SECOND, Ms

AWAY_AFTER = MINUTE
LEAVES_WITHIN = Ms(5 * MINUTE)
SHORTEST = MINUTE
LOOK_EVERY = Ms(10 * SECOND)


class Walk(QObject):
    """Times one walk after another.

    Args:
        presence: knows whether the person is there.
        journal: keeps the walk.
        boot: the clock that goes on while the machine sleeps.
        parent: the owner.

    Signals:
        changed: somebody is about to walk, or is back.
        walked: somebody is back; carries the milliseconds.
    """

    changed = Signal()
    walked = Signal(int)

    def __init__(
        self,
        *,
        presence: PresenceSource,
        journal: Journal,
        boot: Callable[[], Ms],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presence = presence
        self._journal = journal
        self._boot = boot
        self._said: Ms | None = None
        self._left: Ms | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.observe)
        presence.changed.connect(self.observe)
        presence.locked_changed.connect(self.observe)

    @property
    def is_on(self) -> bool:
        """Whether somebody has said that they walk."""
        return self._said is not None

    def start(self) -> None:
        """The person says that they walk now."""
        self._said, self._left = self._boot(), None
        self._timer.start()
        self.changed.emit()

    def cancel(self) -> None:
        """They do not, after all."""
        self._end()

    def observe(self) -> None:
        """Look whether the person has left, or is back."""
        if self._said is None:
            return
        now, presence = self._boot(), self._presence.read()
        last = Ms(max(self._said, now - presence.idle))
        is_away = presence.locked or now - last >= AWAY_AFTER
        if self._left is None:
            if is_away:
                self._left = last
            elif now - self._said >= LEAVES_WITHIN:
                self._end()
        elif not presence.locked and last > self._left:
            duration = Ms(last - self._left)
            self._end()
            if duration >= SHORTEST:
                self._journal.append(Walked(duration_ms=duration))
                self.walked.emit(duration)

    def _end(self) -> None:
        self._said = self._left = None
        self._timer.stop()
        self.changed.emit()
