"""A figure that moves while somebody looks: under the pointer, or with the focus on it.

Until it is solved nothing is shown in its place.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.figure.film import Film
from backease_desktop.ui.figure.figure_card import PositionPicture
from backease_desktop.ui.figure.films import Films
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look


class MovingFigure(QWidget):
    """Shows an exercise; for one without a figure, the position of the body.

    Args:
        view: what the figure is shown on.
        look: says whether motion is reduced.
        films: have the films of exercises.
    """

    def __init__(self, view: FigureView, look: Look, films: Films) -> None:
        super().__init__()
        self._look = look
        self._films = films
        self._exercise = ""
        self._plays = False
        self._film: Film | None = None
        self._view = view
        self._position = PositionPicture(look)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._position)
        films.solved.connect(self._on_solved)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Move here, or go here with Tab, to see it move"))

    def show_exercise(self, exercise: str, position: Position) -> None:
        """Show another exercise."""
        self._position.show_position(position)
        self._begin(exercise, plays=False)

    def play(self, exercise: str) -> None:
        """Show an exercise and let it move: whoever holds this knows that somebody looks."""
        self._begin(exercise, plays=True)

    @property
    def has_figure(self) -> bool:
        """Whether the figure of the exercise is seen."""
        return self._film is not None

    def _begin(self, exercise: str, *, plays: bool) -> None:
        self._exercise, self._plays, self._film = exercise, plays, None
        self._view.clear()
        if not self._films.has_film(exercise):
            self._stack.setCurrentWidget(self._view if plays else self._position)
            return
        self._stack.setCurrentWidget(self._view)
        if (film := self._films.soon(exercise)) is not None:
            self._show(film)

    def _on_solved(self, exercise: str) -> None:
        if exercise == self._exercise and self._film is None:
            self._begin(exercise, plays=self._plays)

    def _show(self, film: Film) -> None:
        self._film = film
        self._view.show_still(film)
        if self._plays or self.underMouse() or self.hasFocus():
            self._move()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Somebody looks."""
        self._move()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody looks."""
        if not self.hasFocus():
            self._rest()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody looks."""
        self._move()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody looks."""
        self._rest()
        super().focusOutEvent(event)

    def _move(self) -> None:
        if self._film is not None and not self._look.theme.reduced_motion:
            self._view.play_loop(self._film)

    def _rest(self) -> None:
        self._view.stop()
        if self._film is not None:
            self._view.show_still(self._film)
