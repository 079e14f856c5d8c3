"""The program on a page, for whoever looks at it from outside: takes PAGE and PROFILE."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.program import Program
from backease_desktop.diagnostics.event_log import NoEventLog

if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    app.setApplicationName("BackEase")
    program = Program(app, open_kept(Path(sys.argv[2])), NoEventLog())
    program.open()
    program.window.show_page(sys.argv[1])
    sys.exit(app.exec())
