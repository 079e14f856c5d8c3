"""Before the first session: what will come and from when on, a goal if wanted, one way to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.ghosts import Ghost
from backease_desktop.ui.progress.goal_row import GoalRow

TELLING = "childs-pose"
"""The exercise of the picture: at rest."""
PICTURE_FROM = 760
SIDE_BY_SIDE_FROM = 640
PICTURE = 300


class EmptyProgress(QWidget):
    """The empty page.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the picture.

    Signals:
        start_requested: the session that is offered is wanted.
        goal_chosen: days a week, or None.
        import_requested: an older history is to be brought in.
    """

    start_requested = Signal()
    goal_chosen = Signal(object)
    import_requested = Signal()

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        tr = self.tr
        self.goal = GoalRow(look)
        self.start = Button(look, tr("Start"), Kind.PRIMARY, "⏎", icon="play")
        self.bring_in = Button(look, tr("Bring in an older history"), Kind.QUIET)
        self._picture = Card(look, Ground.SOFT)
        inner = QVBoxLayout(self._picture)
        inner.addWidget(ExercisePicture(look, thumbnails, TELLING, is_framed=False, height=PICTURE))
        self._ghosts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ghosts.setSpacing(16)
        month = (tr("Your month"), tr("Minutes on each day, from the first session"), 7, 4)
        weeks = (tr("Days a week"), tr("Against your own goal, from the second week"), 8, 7)
        pain = (
            tr("Pain, before and after"),
            tr("Only if you answer, from the third answer"),
            10,
            1,
        )
        for name, when, columns, lines in (month, weeks, pain):
            self._ghosts.addWidget(Ghost(look, name, when, columns, lines), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._hero())
        column.addLayout(self._ghosts)
        self.start.clicked.connect(self.start_requested)
        self.bring_in.clicked.connect(self.import_requested)
        self.goal.chosen.connect(self.goal_chosen)

    def offer(self, words: str) -> None:
        """Say what Start opens: "2 minutes at the chair"; nothing offers nothing."""
        self.start.setVisible(bool(words))
        self.start.setText(self.tr("Start, {words}").format(words=words))
        self.start.updateGeometry()

    def fit(self, room: int) -> None:
        """Use so many pixels from side to side."""
        px = self._look.theme.px
        self._picture.setVisible(room >= px(PICTURE_FROM))
        direction = QBoxLayout.Direction
        is_wide = room >= px(SIDE_BY_SIDE_FROM)
        self._ghosts.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _hero(self) -> Card:
        tr = self.tr
        card = Card(self._look)
        sides = QHBoxLayout(card)
        sides.setContentsMargins(1, 1, 1, 1)
        sides.setSpacing(0)
        sides.addWidget(self._picture, 2)
        words = QVBoxLayout()
        words.setContentsMargins(24, 26, 24, 26)
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(Label(tr("Your first two minutes start it"), "title", wraps=True))
        about = tr(
            "After a session this page shows the days on which you moved, how it was for you and, "
            "only if you tell it, how your back felt before and after. Days without a session "
            "count as nothing."
        )
        words.addWidget(Label(about, "body", "muted", wraps=True))
        words.addSpacing(10)
        words.addWidget(self.goal)
        words.addWidget(
            Label(tr("You can change it at any time, or leave it out."), "small", "muted",
                  wraps=True)
        )  # fmt: skip
        words.addSpacing(14)
        buttons = FlowLayout(12)
        buttons.addWidget(self.start)
        buttons.addWidget(self.bring_in)
        words.addLayout(buttons)
        words.addStretch(1)
        sides.addLayout(words, 3)
        sides.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        return card
