"""Work that nobody waits for, a piece in each turn of the event loop; see `core.pieces`.

Between two pieces the window paints and hears keys. Each piece is to take less than 50 ms: whoever
types notices what takes longer.
"""

import logging

from PySide6.QtCore import QObject, QThread, QTimer

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
                self._beside = _Beside(beside, self)
                self._beside.finished.connect(self._on_beside_finished)
                self._beside.start()

    def _on_beside_finished(self) -> None:
        if (beside := self._beside) is None:  # stopped, when this was on its way already
            return
        self._beside = None
        beside.deleteLater()
        self._timer.start()


class _Beside(QThread):
    """Something that is done beside the window; whoever needs it meets what goes wrong with it."""

    def __init__(self, work: Beside, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do it."""
        try:
            self._work()
        except Exception:
            logger.info("beside the window", exc_info=True)
