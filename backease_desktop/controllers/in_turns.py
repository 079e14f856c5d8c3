"""Work that nobody waits for, a piece in each turn of the event loop; see `core.pieces`.

Between two pieces the window paints and hears keys. Each piece is to take less than 50 ms: whoever
types notices what takes longer.
"""

import logging
import threading

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from backease_desktop.core.pieces import Beside, Pieces

logger = logging.getLogger(__name__)


class InTurns(QObject):
    """Does the work, a piece a turn.

    Args:
        pieces: the work.
        parent: the owner.
    """

    def __init__(self, pieces: Pieces[object], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._beside: _Beside | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    def begin(self) -> None:
        """Begin, in the next turn."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        if self._beside is not None:
            self._beside.wait()
            self._beside = None

    def let_go(self) -> None:
        """Leave the rest undone for good: whoever has begun it holds it no longer."""
        self.stop()
        self.deleteLater()

    def _on_turn(self) -> None:
        try:
            beside = next(self._pieces)
        except StopIteration:
            self._timer.stop()
        except BaseException:
            self._timer.stop()  # what went wrong is told once, not in every turn
            raise
        else:
            if beside is not None:
                self._timer.stop()
                self._beside = _Beside(beside)
                self._beside.finished.connect(self._on_beside_finished)
                self._beside.start()

    def _on_beside_finished(self) -> None:
        if self._beside is not None:  # else it was stopped, when this was on its way already
            self._beside = None
            self._timer.start()
            self._on_turn()  # now: where it was the last piece, nothing runs on


class _Beside(QObject):
    """Something that is done beside the window; whoever needs it meets what goes wrong with it.

    It lives until its thread ends, whatever becomes of who has begun it, and goes in the window's
    thread: where the other one let go of it last, it went there, under what was being told of it.
    """

    finished = Signal()

    def __init__(self, work: Beside) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._thread = threading.Thread(target=self._run, name="beside")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Wait for its end."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._work()
        except Exception:
            logger.info("beside the window", exc_info=True)
        self.finished.emit()
        self.deleteLater()
