"""The bare window: the least that a PySide6 program can be, which everything is measured against.

It shows a label in a window of the app's usual size, and when its first paint has reached the
screen it prints a line as the app's event log has it: `window_shown` with the monotonic clock and
the processor time that was spent until then. With `--once` it ends there.
"""

import json
import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


def _print_shown() -> None:
    mono_ms = time.monotonic_ns() // 1_000_000
    cpu_ms = time.process_time_ns() / 1_000_000
    print(json.dumps({"event": "window_shown", "mono_ms": mono_ms, "cpu_ms": cpu_ms}), flush=True)
    if sys.argv[1:] == ["--once"]:
        os._exit(0)


class FirstPaint(QObject):
    """Waits for a window's first paint, just as the app does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _print_shown)
        return False


def main() -> int:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A bare window"))
    window.resize(1240, 800)
    first_paint = FirstPaint(window)
    window.installEventFilter(first_paint)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
