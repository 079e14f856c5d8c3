"""An error in a method that Qt calls reaches who called Qt, whatever raised it, and on any Python.

Each is tried in a process of its own, since what must not happen is that it crashes.
"""

import os
import subprocess
import sys

import pytest

BEGIN = """
import signal
from typing import Generic, TypeVar
import shiboken6
from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

app = QApplication([])
gone = QLabel()
shiboken6.delete(gone)

def raised():
    raise OSError("of our own")

ways = {
    "TypeError of Python": lambda: len(5),
    "TypeError of Qt": lambda: QSize("wide", "high"),
    "IndexError": lambda: [][1],
    "ValueError": lambda: int("x"),
    "RuntimeError": gone.text,
    "KeyboardInterrupt": lambda: signal.raise_signal(signal.SIGINT),
    "OSError": raised,
}
wrong = None

def told(call):
    global wrong
    for name, wrong in ways.items():
        try:
            call()
        except BaseException as error:
            print(type(error).__name__)
"""

TOLD = [
    *("TypeError", "TypeError", "IndexError", "ValueError"),
    *("RuntimeError", "KeyboardInterrupt", "OSError"),
]

IN = {
    "a size": """
class Wide(QWidget):
    def sizeHint(self):
        return wrong()
def lay_out():
    outer = QWidget()
    QHBoxLayout(outer).addWidget(Wide())
    outer.layout().sizeHint()
told(lay_out)
""",
    "an event": """
class Changing(QWidget):
    def changeEvent(self, event):
        return wrong()
told(lambda: Changing().setEnabled(False))
""",
    "a subclass of ours": """
class Base(QWidget):
    def changeEvent(self, event):
        super().changeEvent(event)
class Changing(Base):
    def changeEvent(self, event):
        super().changeEvent(event)
        return wrong()
told(lambda: Changing().setEnabled(False))
""",
    "a filter": """
class Filter(QObject):
    def eventFilter(self, watched, event):
        return wrong()
watched, filter = QObject(), Filter()
watched.installEventFilter(filter)
told(lambda: app.sendEvent(watched, QEvent(QEvent.Type.User)))
watched.removeEventFilter(filter)
""",
    "a list of something": """
T = TypeVar("T")
class Rows(QAbstractListModel, Generic[T]):
    def rowCount(self, parent=None):
        return wrong()
class Names(Rows[str]):
    pass
told(lambda: Names().hasIndex(0, 0))
""",
}
"""Methods that Qt calls while Python calls Qt."""


HOOKED = """
from backease_desktop.bootstrap.overrides import tell_errors_of_overrides
tell_errors_of_overrides()
"""

STARTED = """
import sys, types
from backease_desktop.cli.main import main

def run_window(asked):
    exec({program!r}, {{}})
    return 0

sys.modules["backease_desktop.bootstrap.window"] = types.SimpleNamespace(run_window=run_window)
main(["--background"])
"""


@pytest.mark.parametrize("where", IN)
def test_whatever_goes_wrong_is_told_to_who_called_qt(where: str) -> None:
    assert run(HOOKED + BEGIN + IN[where]) == (0, TOLD)


def test_the_window_is_loaded_with_it() -> None:
    assert run(STARTED.format(program=BEGIN + IN["a size"])) == (0, TOLD)


def run(program: str) -> tuple[int, list[str]]:
    """The exit code of a program of Python, and the words it said."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.split()
