"""What this program needs of PySide6 beside its documentation."""

import sys

from PySide6.QtCore import QObject, Signal


class _Emitter(QObject):
    said = Signal(object)


def test_emitting_a_signal_gives_every_reference_back() -> None:
    """PySide6 6.12.0 loses a reference to True with every emission, and so ends the process.

    Before Python 3.12 made True immortal, that was after some minutes of a session.
    """
    emitter = _Emitter()
    before = sys.getrefcount(True)
    for _ in range(500):
        emitter.said.emit(None)
    assert abs(sys.getrefcount(True) - before) < 250
