"""The easier exercise, shown beside the question what comes instead of the one that hurts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.figure.moving_figure import MovingFigure
from backease_desktop.ui.look.style import Look

FIGURE = 180
"""Height of the figure at 100 % text."""


class EasierCard(Card):
    """Name, figure and tip of an exercise.

    Args:
        look: the theme and the fonts.
        exercise: the easier one.
        figure: shows it; it moves while somebody looks.
    """

    def __init__(
        self, look: Look, exercise: Exercise, figure: MovingFigure, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, Ground.SOFT, parent=parent)
        name = self.tr("Easier: {name}").format(name=exercise.name)
        figure.show_exercise(exercise.id, exercise.position)
        figure.setAccessibleName(exercise.name)
        figure.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab stays among the answers
        # Else it would like to be as high as it is wide, and the answers beside it are not.
        figure.setFixedHeight(look.theme.px(FIGURE))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(Label(name, "small", is_strong=True, wraps=True))
        column.addWidget(figure, 1)
        column.addWidget(Label(exercise.tip, "small", "muted", wraps=True))
