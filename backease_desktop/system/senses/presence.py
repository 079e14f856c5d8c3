"""What the desktop knows of the person, in one place.

Rules: `read` costs some microseconds and asks nobody who may be slow; each reason to be busy
changes only after two equal readings, `SETTLE` apart, whatever the others do, and `settling` says
when a second is still to come; a lock counts at once. No timer runs unless something is settling.
Which source says what, and which have failed and why, is in `sources`.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.reminder.presence import BusyReason, Presence
from backease_desktop.core.units import Ms
from backease_desktop.system.senses.chain import Chain, SourceReport
from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.senses.source import IdleSource, StateSource

SETTLE = Ms(1500)
"""Milliseconds between the two readings that have to be equal."""


class Senses(msgspec.Struct, frozen=True):
    """All chains of sources of one system.

    Attributes:
        idle: the chain that knows the idle time.
        locks: the chains each of which may know that the screen is locked.
        busy: the chains with the reason that each stands for; a reason may stand here twice.
        sleep: the hint of sleep.
    """

    idle: Chain[IdleSource]
    locks: Sequence[Chain[StateSource]]
    busy: Sequence[tuple[BusyReason, Chain[StateSource]]]
    sleep: SleepWatch


class PresenceProbe(QObject):
    """Reads all senses.

    Args:
        senses: the sources of this system.
        settle: milliseconds between two readings of what makes a person busy.
        parent: the owner.
    """

    woke = Signal()
    """The computer has woken; a hint, for the two clocks know better."""

    fell_asleep = Signal()
    """The computer is about to sleep: the moment to save."""

    locked_changed = Signal(bool)

    changed = Signal()
    """Something else is so now than at the last `read`: worth another."""

    def __init__(self, senses: Senses, settle: Ms = SETTLE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._senses = senses
        self._locked = False
        self._busy: frozenset[BusyReason] = frozenset()
        self._changing: frozenset[BusyReason] = frozenset()
        self._timer = QTimer(self, singleShot=True, interval=settle)
        self._timer.timeout.connect(self._on_settled)
        for lock in senses.locks:
            lock.setParent(self)
            lock.changed.connect(self._read_lock)
        for _, chain in senses.busy:
            chain.setParent(self)
            chain.changed.connect(self._read_busy)
        self._closely = False
        senses.idle.setParent(self)
        senses.idle.changed.connect(self._on_idle_changed)
        senses.sleep.setParent(self)
        senses.sleep.woke.connect(self.woke)
        senses.sleep.fell_asleep.connect(self.fell_asleep)

    def start(self) -> None:
        """Begin to know."""
        for chain in self._chains():
            chain.start()
        self._senses.sleep.start()
        self.read()

    def stop(self) -> None:
        """Let go of every source."""
        self._timer.stop()
        self._senses.sleep.stop()
        for chain in self._chains():
            chain.stop()

    @property
    def settling(self) -> bool:
        """Whether a second reading is due within `SETTLE`; do not call a person before it."""
        return self._timer.isActive()

    def read(self) -> Presence:
        """What is so now."""
        self._read_lock()
        self._read_busy()
        return Presence(self._senses.idle.ask(_idle), self._locked, self._busy)

    def watch_closely(self, closely: bool) -> None:
        """Ask for idle times of a few seconds, as long as somebody waits for a pause in typing."""
        self._closely = closely
        self._on_idle_changed()

    def sources(self) -> list[SourceReport]:
        """Every source with its state, for the page that explains."""
        listed = [line for chain in self._chains() for line in chain.report()]
        return [*listed, SourceReport("sleep", self._senses.sleep.name, in_use=True)]

    def _chains(self) -> list[Chain[IdleSource] | Chain[StateSource]]:
        return [self._senses.idle, *self._senses.locks, *(each for _, each in self._senses.busy)]

    def _on_idle_changed(self) -> None:
        """Pass it on, also to a source that has just taken the place of another."""
        self._senses.idle.ask(lambda source: source.watch_closely(self._closely))

    def _read_lock(self) -> None:
        before = self._locked
        answers = [lock.ask(_is_so) for lock in self._senses.locks]  # each is to be asked
        self._locked = any(answers)
        if before != self._locked:
            self.locked_changed.emit(self._locked)

    def _read_busy(self) -> None:
        """Take a reading; what differs from what is settled waits for a second."""
        differing = self._reasons() ^ self._busy
        self._changing &= differing  # what has gone back begins anew
        if not differing:
            self._timer.stop()
        elif not self._changing:
            self._changing = differing
            self._timer.start()

    def _reasons(self) -> frozenset[BusyReason]:
        # A list, not a generator: every source is to be asked, so that its failure is noticed.
        return frozenset([reason for reason, chain in self._senses.busy if chain.ask(_is_so)])

    def _on_settled(self) -> None:
        settled = self._changing & (self._reasons() ^ self._busy)
        self._busy ^= settled
        self._changing = frozenset()
        self._read_busy()
        if settled:
            self.changed.emit()


def _is_so(source: StateSource) -> bool:
    return source.active()


def _idle(source: IdleSource) -> Ms:
    return source.idle()
