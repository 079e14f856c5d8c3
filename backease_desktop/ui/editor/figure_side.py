"""The figure's side of the exercise editor: the pose, its keyframes, and the other side.

Rules:
1. The pose follows the hand at once. What takes longer (the picture's frame, what is wrong in the
   whole movement, the other side, the small pictures) follows a moment later, a piece in each turn.
2. The movement is played where it is posed, and stops when a joint is taken.
"""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.controllers.in_turns import InTurns
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.editing.body_draft import with_pose
from backease_desktop.core.editing.exercise_draft import (
    with_alt,
    with_more_keyframes,
    without_keyframe,
)
from backease_desktop.core.editing.keyframe_times import keyframe_times
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.rules import problems as problems_of
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.editor.keyframe_card import KeyframeCard, keyframe_words, time_words
from backease_desktop.ui.editor.pose_canvas import PoseCanvas
from backease_desktop.ui.editor.props_row import PropsRow
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.figure.export import image
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look

SETTLED_AFTER = 120
"""Milliseconds after a change until all follows: while a hand draws, only the pose does."""
STAGE, OTHER = 380, 130


class FigureSide(QWidget):
    """The side.

    Args:
        look: the theme and the fonts.
        figures: make what shows the movement and the other side.

    Signals:
        changed: carries the exercise with another figure, and what is being typed, or nothing.
        settled: what was being typed is done.
    """

    changed = Signal(object, str)
    settled = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self._exercise: Exercise | None = None
        self._keyframe = ""
        self._shown: object = None
        self._names: list[str] = []
        tr = self.tr
        self.canvas = PoseCanvas(look, figures.colours)
        self.stop = Label("", "small", wraps=True)
        self.problems = Label("", "small", "warning", wraps=True)
        fine = tr("The figure rests, fits its frame and bends as a body can.")
        self.fine = Label(fine, "small", "muted", wraps=True)
        self.moving: FigureView = figures.view()
        self.other: FigureView = figures.view()
        self._stage = Stack()
        self.play = Button(look, tr("Play"), icon="play")
        self.more = Button(look, tr("One more pose"), icon="plus")
        self.fewer = Button(look, tr("Without this pose"), Kind.QUIET, icon="close")
        self.alt = TypedLine(tr("What the picture shows, for whoever cannot see it"))
        self._strip = QVBoxLayout()
        self.keyframes: Segments | None = None
        self.props = PropsRow(look)
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_AFTER)
        self._soon.timeout.connect(self._settle)
        self._turns: InTurns | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.canvas)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the figure of an exercise; the same keyframe stays chosen as long as it is there."""
        self._exercise = exercise
        figure: Any = exercise.figure
        self.setVisible(bool(figure))
        if not figure:
            return
        names = list(figure["keyframes"])
        if self._keyframe not in names:
            self._keyframe = "hold" if "hold" in names else names[1]
        if self._names != names:
            self._show_strip(names)
        assert self.keyframes is not None
        self.keyframes.set_value(self._keyframe)
        if (figure, self._keyframe) != self._shown:
            self._show_pose(figure)
        self.props.show_figure(figure)
        self.alt.show_text(figure["keyframes"][self._keyframe]["alt"])
        self.fewer.setEnabled(without_keyframe(exercise, self._keyframe) != exercise)
        self._soon.start()

    def stop_playing(self) -> None:
        """Show the pose again."""
        self.moving.stop()
        self._stage.setCurrentWidget(self.canvas)
        self.play.set_words(self.tr("Play"), "play")

    def fit(self, height: int) -> None:
        """Take the room that a window of this height (px) has."""
        px = self._look.theme.px
        self._stage.setFixedHeight(max(200, min(px(STAGE), height * 3 // 5)))
        self.other.setFixedHeight(px(OTHER))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is played, and nothing follows."""
        self.stop_playing()
        self._soon.stop()
        self._leave_the_rest()
        super().hideEvent(event)

    def _show_pose(self, figure: Any) -> None:  # noqa: ANN401  (what a file holds)
        self.stop_playing()
        if not self.canvas.shows(figure, self._keyframe):
            self.canvas.show_figure(Film(figure_of(figure)), figure, self._keyframe)
        self._shown = (figure, self._keyframe)

    def _settle(self) -> None:
        self._leave_the_rest()
        self._turns = InTurns(self._pieces(), self)
        self._turns.begin()

    def _leave_the_rest(self) -> None:
        if self._turns is not None:
            self._turns.let_go()
            self._turns = None

    def _pieces(self) -> Pieces[None]:
        """All that follows a change, in pieces."""
        exercise = self._exercise
        if exercise is None or not exercise.figure:
            return
        figure: Any = exercise.figure
        film = self.canvas.film if self.canvas.is_fresh else Film(figure_of(figure))
        assert film is not None
        assert film.frame  # what takes longest
        yield None
        if self.canvas.is_held:
            return
        self.canvas.show_figure(film, figure, self._keyframe)
        self.other.show_still(film, self._keyframe, "left")
        yield None
        found = problems_of(film)
        self.problems.setText("\n".join(found))
        self.problems.setVisible(bool(found))
        self.fine.setVisible(not found)
        yield None
        times = keyframe_times(exercise)
        for still in film.stills:
            card = self._card(still.name)
            size, ratio = card.picture_size(), self.devicePixelRatioF()
            drawing = film.drawn(still.skeleton)
            width, height = round(size.width() * ratio), round(size.height() * ratio)
            picture = QPixmap.fromImage(image(drawing, width, height, self._figures.colours()))
            picture.setDevicePixelRatio(ratio)
            card.show_keyframe(picture, time_words(times.get(still.name)), still.alt)
            yield None

    def _card(self, name: str) -> KeyframeCard:
        assert self.keyframes is not None
        card = self.keyframes.segments[self._names.index(name)]
        assert isinstance(card, KeyframeCard)
        return card

    def _show_strip(self, names: list[str]) -> None:
        self._leave_the_rest()
        if self.keyframes is not None:
            self._strip.removeWidget(self.keyframes)
            self.keyframes.hide()
            self.keyframes.deleteLater()
        self._names = names
        words = [(name, keyframe_words(name), "") for name in names]
        self.keyframes = Segments(self._look, self.tr("Poses"), words, make=KeyframeCard)
        self.keyframes.chosen.connect(self._on_keyframe_chosen)
        self._strip.addWidget(self.keyframes)
        before: QWidget = self.props.view
        for card in self.keyframes.segments:  # made late, and yet in its place for Tab
            self.setTabOrder(before, card)
            before = card

    def _on_keyframe_chosen(self, name: str) -> None:
        self._keyframe = name
        if self._exercise is not None:
            self.show_exercise(self._exercise)

    def _on_posed(self, words: object) -> None:
        if self._exercise is not None:
            self.changed.emit(with_pose(self._exercise, words), "")

    def _on_more_clicked(self) -> None:
        if self._exercise is not None:
            exercise, name = with_more_keyframes(self._exercise, self._keyframe)
            self._keyframe = name or self._keyframe
            self.changed.emit(exercise, "")

    def _on_fewer_clicked(self) -> None:
        if self._exercise is not None:
            self.changed.emit(without_keyframe(self._exercise, self._keyframe), "")

    def _on_alt_typed(self, text: str) -> None:
        if self._exercise is not None:
            self.changed.emit(with_alt(self._exercise, self._keyframe, text), "alt")

    def _on_play_clicked(self) -> None:
        if self._stage.currentWidget() is self.moving:
            self.stop_playing()
        elif self._exercise is not None and self._exercise.figure:
            self._stage.setCurrentWidget(self.moving)
            self.moving.play_loop(Film(figure_of(self._exercise.figure)))
            self.play.set_words(self.tr("Back to the pose"), "stop")

    def _connect(self) -> None:
        self.canvas.posed.connect(self._on_posed)
        self.props.changed.connect(self._on_posed)
        self.props.refused.connect(self.stop.setText)
        self.canvas.said.connect(self.stop.setText)
        self.play.clicked.connect(self._on_play_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.fewer.clicked.connect(self._on_fewer_clicked)
        self.alt.typed.connect(self._on_alt_typed)
        self.alt.settled.connect(self.settled)
        self._look.changed.connect(self._soon.start)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for view in (self.canvas, self.moving):
            self._stage.addWidget(view)
        ground = Card(self._look, Ground.SOFT)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._stage)
        inside.addWidget(self.stop)
        column.addWidget(ground)
        keys = self.tr("Arrow keys move a joint, Tab goes to the next one, R lets it rest.")
        column.addWidget(Label(keys, "small", "muted", wraps=True))
        column.addWidget(self.props)
        column.addWidget(heading(self.tr("Movement")))
        column.addLayout(self._strip)
        row = QWidget()
        buttons = FlowLayout(8, row)
        for widget in (self.play, self.more, self.fewer):
            buttons.addWidget(widget)
        for part in (row, self.alt, self.problems, self.fine):
            column.addWidget(part)
        column.addWidget(heading(self.tr("Other side")))
        column.addWidget(self.other)
        column.addStretch(1)
