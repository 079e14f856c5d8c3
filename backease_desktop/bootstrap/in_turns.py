"""Work that nobody waits for, a piece in each turn of the event loop.

Between two pieces the window paints and hears keys. Each piece is to take less than 50 ms: whoever
types notices what takes longer.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class InTurns(QObject):
    """Goes through an iterator, a step a turn.

    Args:
        pieces: does a piece of the work at each step.
        parent: the owner.
    """

    def __init__(self, pieces: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    def begin(self) -> None:
        """Begin, in the next turn."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    def _on_turn(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self._timer.stop()
        except BaseException:
            self._timer.stop()  # what went wrong is told once, not in every turn
            raise
