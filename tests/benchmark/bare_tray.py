"""The bare tray program: the least that a PySide6 program in the tray can be.

An icon and a menu of three actions. When the desktop shows the icon it prints a line as the app's
event log has it: `tray_shown` with the monotonic clock.
"""

import json
import sys
import time

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

ACTIONS = ("Start", "Pause", "Quit")


def main() -> int:
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    pixmap = QPixmap(22, 22)
    pixmap.fill(QColor("teal"))
    icon = QSystemTrayIcon(QIcon(pixmap))
    menu = QMenu()
    for words in ACTIONS:
        menu.addAction(words)
    icon.setContextMenu(menu)
    icon.show()
    if QSystemTrayIcon.isSystemTrayAvailable():
        mono_ms = time.monotonic_ns() // 1_000_000
        print(json.dumps({"event": "tray_shown", "mono_ms": mono_ms}), flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
