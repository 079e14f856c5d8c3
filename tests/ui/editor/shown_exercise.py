"""The exercise editor on the screen, with all behind it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.ui.editor.exercise_page import ExercisePage
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from tests.controllers.test_exercise_editor import Writing
from tests.fakes.ports import FakeClock


class Shown:
    """The page with all behind it, on a copy of the bird dog."""

    def __init__(self, look: Look, qtbot: QtBot, data: Path, owner: QObject) -> None:
        self.writing = Writing(data, owner)
        figures = Figures(lambda: self.writing.catalogue, look, FakeClock(), look)
        self.photo: Path | None = None
        self.page = ExercisePage(look, self.writing.editor, figures, lambda: self.photo)
        self.page.make_whole()
        qtbot.addWidget(self.page)
        self.page.resize(1180, 800)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.writing.editor.open("bird-dog", "Mine")

    @property
    def frames(self) -> Any:
        exercise = self.writing.editor.exercise
        assert exercise is not None
        figure: Any = exercise.figure
        return figure["keyframes"]

    def drag(self, name: str, x: int, y: int) -> None:
        """Draw a joint by the left button, in small moves."""
        canvas = self.page.figure.canvas
        a = canvas.place_of(name).toPoint()
        b = a + QPoint(x, y)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(canvas, left, none, a)
        for part in range(1, 5):
            at = QPointF(a + (b - a) * part / 4)
            where = QPointF(canvas.mapToGlobal(at.toPoint()))
            kind = QEvent.Type.MouseMove
            move = QMouseEvent(kind, at, where, Qt.MouseButton.NoButton, left, none)
            QApplication.sendEvent(canvas, move)
        QTest.mouseRelease(canvas, left, none, b)
