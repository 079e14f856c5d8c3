"""Errands: what takes a while, done beside the window, with how far it is and a way to stop it.

Rules:
1. An errand works in a thread of its own, on what it was given; it touches nothing of the window's.
   What follows of it (`end`) happens in the window's thread.
2. One at a time. Who ends the program asks the one that is on to stop, and waits for that.
3. One that is stopped has changed nothing: what it has written goes again. It asks whether it is
   wanted every few thousand lines (`core.wanted`), so nobody waits for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from backease_desktop.core.errors import ReportedError

W = TypeVar("W")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class StoppedError(Exception):
    """The person wants no more of it."""


class Going(Protocol):
    """What an errand is given: tells how far it is, and hears whether it is still wanted."""

    def tell(self, done: int, of: int) -> None:
        """So much is done, of how much.

        Raises:
            StoppedError: it is wanted no more.
        """


def _nothing() -> None:
    """Nothing follows."""


@dataclass(frozen=True, slots=True)
class Errand(Generic[W, R_co]):
    """What is to be done.

    Attributes:
        work: in a thread; what cannot be done is raised as a `ReportedError`.
        end: what follows of it, in the window's thread; raises likewise.
        give_up: what follows where it failed or was stopped, in the window's thread.
    """

    work: Callable[[Going], W]
    end: Callable[[W], R_co]
    give_up: Callable[[], None] = _nothing

    def at_once(self) -> R_co:
        """Do it here and now, in this thread."""
        try:
            came = self.work(_Unstoppable())
        except Exception:
            self.give_up()
            raise
        return self.end(came)


class Errands(QObject):
    """Runs errands, one at a time.

    Signals:
        progressed: so much is done, of how much.
        ended: the one that was on is over, however that came.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Worker | None = None

    @property
    def is_on(self) -> bool:
        """Whether there is one."""
        return self._thread is not None

    def run(
        self, errand: Errand[W, R], then: Callable[[R], None], failed: Callable[[str], None]
    ) -> None:
        """Do it; then tell what came of it, or why it failed. Nothing, while another one is on.

        Args:
            errand: to be done.
            then: is given what came of it; nothing where it was stopped.
            failed: is given a sentence.
        """
        if self.is_on:
            errand.give_up()
            return
        self._thread = worker = _Worker(errand.work, self)
        worker.progressed.connect(self.progressed)

        def on_finished() -> None:
            worker.deleteLater()
            if self._thread is not worker:  # the program ends
                return
            self._thread = None
            self.ended.emit()
            try:
                if worker.trouble is not None:
                    errand.give_up()
                    raise worker.trouble
                then(errand.end(worker.came))
            except StoppedError:
                return
            except ReportedError as error:
                failed(str(error))

        worker.finished.connect(on_finished)
        worker.start()

    def stop(self) -> None:
        """It is wanted no more."""
        if self._thread is not None:
            self._thread.unwanted.set()

    def close(self) -> None:
        """Stop the one that is on, and wait for that; nothing follows of it."""
        worker, self._thread = self._thread, None
        if worker is not None:
            worker.unwanted.set()
            worker.wait()


class _Worker(QThread):
    """The thread of one errand, and what came of it."""

    progressed = Signal(int, int)

    def __init__(self, work: Callable[[Going], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.unwanted = Event()
        self.came: Any = None
        self.trouble: Exception | None = None

    def run(self) -> None:
        """Work."""
        try:
            self.came = self._work(self)
        except Exception as error:  # raised again in the window's thread
            self.trouble = error

    def tell(self, done: int, of: int) -> None:
        """So much is done, of how much."""
        if self.unwanted.is_set():
            raise StoppedError
        self.progressed.emit(done, of)


class _Unstoppable:
    def tell(self, done: int, of: int) -> None:
        """Nobody listens."""
