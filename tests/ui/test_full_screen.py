"""Full screen on the screen that was chosen, with two screens side by side, in a process each."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREENS = [
    {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 800},
    {"name": "television", "x": 1280, "y": 0, "width": 1920, "height": 1080},
]
PROGRAM = """
import json, sys
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from backease_desktop.ui.full_screen import FullScreen, screen_names

class Window(QWidget):
    def changeEvent(self, event):
        full.note_state()
        super().changeEvent(event)

app, told, seen = QApplication([]), [], []
window = Window.__new__(Window)
QWidget.__init__(window)
full = FullScreen(window, told.append)
window.setGeometry(QRect(100, 100, 600, 400))
window.show()

def look():
    app.processEvents()
    seen.append([window.screen().name(), *window.geometry().getRect()])

for wanted in sys.argv[1:]:
    full.wanted = wanted or None
    full.set_on(True)
    look()
    full.set_on(True)
    full.set_on(False)
    look()
print(json.dumps({"seen": seen, "told": told, "names": screen_names()}))
"""

WINDOW = ["desk", 100, 100, 600, 400]
DESK, TELEVISION = ["desk", 0, 0, 1280, 800], ["television", 1280, 0, 1920, 1080]


def run(folder: Path, *wanted: str) -> dict[str, object]:
    """What is seen with each of the two, full screen and after it."""
    screens = [one | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1} for one in SCREENS]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *wanted],
        cwd=ROOT,
        env=os.environ | platform,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("wanted", "seen", "told"),
    [
        ([""], [DESK, WINDOW], []),
        (["television"], [TELEVISION, WINDOW], []),
        (["desk"], [DESK, WINDOW], []),
        (["gone", "gone"], [DESK, WINDOW] * 2, ["gone"]),
        (
            ["television", "", "television"],
            [TELEVISION, WINDOW, DESK, WINDOW, TELEVISION, WINDOW],
            [],
        ),
    ],
)
def test_the_window_takes_the_chosen_screen_and_comes_back_to_its_place(
    tmp_path: Path, wanted: list[str], seen: list[object], told: list[str]
) -> None:
    found = run(tmp_path, *wanted)
    assert found["seen"] == seen
    assert found["told"] == told
    assert found["names"] == {"desk": "desk", "television": "television"}
