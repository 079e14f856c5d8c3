"""The exercise editor: the pose, the keyframes of its movement, the other side, and the words.

Rules:
1. What is shown is the exercise as it is; every change goes through the editor, which undoes it.
2. The movement is played where it is posed, and stops when a joint is taken.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backease_desktop.controllers.exercise_editor import ExerciseEditor
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.editing.exercise_draft import (
    with_alt,
    with_figure,
    with_more_keyframes,
    without_keyframe,
)
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.rules import problems as problems_of
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.components.way_back import WayBack
from backease_desktop.ui.editor.editor_head import EditorHead
from backease_desktop.ui.editor.exercise_form import ExerciseForm
from backease_desktop.ui.editor.pose_canvas import PoseCanvas
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look

ROOMY = 820
"""Width at 100 % text from which the words stand beside the picture."""
FORM, STAGE, OTHER = 380, 380, 130


class ExercisePage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        editor: edits the exercise.
        figures: make what shows the movement and the other side.
        choose_photo: asks for a photo; None if none was chosen.

    Signals:
        left: back to the exercises.
        try_requested: the exercise is to be played; carries it.
    """

    left = Signal()
    try_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        editor: ExerciseEditor,
        figures: Figures,
        choose_photo: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._editor = editor
        self._choose_photo = choose_photo
        self._keyframe = ""
        self._shown: object = None
        tr = self.tr
        self.back = Button(look, tr("All exercises"), Kind.QUIET, "Esc", "previous")
        self._head = EditorHead(look, editor.written, tr("Try it"), tr("Delete exercise"))
        self.try_it, self.delete = self._head.start, self._head.delete
        self.title = Label("", "title", wraps=True)
        self.canvas = PoseCanvas(look, figures.colours)
        self.stop = Label("", "small", wraps=True)
        self.problems = Label("", "small", "warning", wraps=True)
        fine = tr("The figure rests, fits its frame and bends as a body can.")
        self.fine = Label(fine, "small", "muted", wraps=True)
        self.moving: FigureView = figures.view()
        self.other: FigureView = figures.view()
        self._stage = Stack()
        self.play = Button(look, tr("Play"), icon="play")
        self.photo = Button(look, tr("Photo under it"), icon="plus")
        self.more = Button(look, tr("One more keyframe"), icon="plus")
        self.fewer = Button(look, tr("Without this keyframe"), Kind.QUIET, icon="close")
        self.alt = QLineEdit()
        self.alt.setAccessibleName(tr("What the picture shows, for who cannot see it"))
        self._strip = QVBoxLayout()
        self.keyframes: Segments | None = None
        self.form = ExerciseForm(look)
        self.toast = WayBack(look)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.canvas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, and the way back."""
        if self._head.takes(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: all is kept, and everybody may know it."""
        self._stop_playing()
        self._editor.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the picture, or below it."""
        super().resizeEvent(event)
        self._fit()

    def _on_changed(self) -> None:
        exercise = self._editor.exercise
        if exercise is None:
            return
        self.toast.hide()
        self._content.setEnabled(True)
        self.title.setText(exercise.name)
        self.form.show_exercise(exercise, self._editor.fault)
        self.try_it.setEnabled(self._editor.fault is None)
        self._show_figure(exercise)
        self.canvas.show_photo(self._editor.photo)
        has_photo = self._editor.photo is not None
        self.photo.set_words(
            self.tr("Without the photo") if has_photo else self.tr("Photo under it"),
            "close" if has_photo else "plus",
        )

    def _show_figure(self, exercise: Exercise) -> None:
        figure: Any = exercise.figure
        has_figure = bool(figure)
        self._stage.setVisible(has_figure)
        if not has_figure or (figure, self._keyframe) == self._shown:
            return
        names = list(figure["keyframes"])
        if self._keyframe not in names:
            self._keyframe = "hold" if "hold" in names else names[1]
        if self.keyframes is None or self._names != names:
            self._show_strip(names)
        assert self.keyframes is not None
        self.keyframes.set_value(self._keyframe)
        self._stop_playing()
        self.canvas.show_figure(figure, self._keyframe)
        self._shown = (figure, self._keyframe)
        film = Film(figure_of(figure))
        self.other.show_still(film, self._keyframe, "left")
        self.alt.setText(figure["keyframes"][self._keyframe]["alt"])
        self.alt.setCursorPosition(0)
        found = problems_of(film)
        self.problems.setText("\n".join(found))
        self.problems.setVisible(bool(found))
        self.fine.setVisible(not found)
        self.fewer.setEnabled(without_keyframe(exercise, self._keyframe) != exercise)

    def _show_strip(self, names: list[str]) -> None:
        if self.keyframes is not None:
            self._strip.removeWidget(self.keyframes)
            self.keyframes.hide()
            self.keyframes.deleteLater()
        self._names = names
        words = [(name, name.replace("_", " ").capitalize(), "") for name in names]
        self.keyframes = Segments(self._look, self.tr("Keyframes"), words)
        self.keyframes.chosen.connect(self._on_keyframe_chosen)
        self._strip.addWidget(self.keyframes)

    def _on_keyframe_chosen(self, name: str) -> None:
        self._keyframe = name
        self._on_changed()

    def _on_posed(self, words: object) -> None:
        exercise = self._editor.exercise
        if exercise is not None:
            self._editor.written.change(with_figure(exercise, words))

    def _on_more_clicked(self) -> None:
        if (exercise := self._editor.exercise) is not None:
            exercise, name = with_more_keyframes(exercise, self._keyframe)
            self._keyframe = name or self._keyframe
            self._editor.written.change(exercise)

    def _on_fewer_clicked(self) -> None:
        if (exercise := self._editor.exercise) is not None:
            self._editor.written.change(without_keyframe(exercise, self._keyframe))

    def _on_alt_edited(self) -> None:
        exercise = self._editor.exercise
        if exercise is not None and self.alt.isModified():
            self.alt.setModified(False)
            self._editor.written.change(with_alt(exercise, self._keyframe, self.alt.text()))

    def _on_photo_clicked(self) -> None:
        if self._editor.photo is not None:
            self._editor.set_photo(None)
        elif (file := self._choose_photo()) is not None:
            self._editor.set_photo(file)

    def _on_play_clicked(self) -> None:
        if self._stage.currentWidget() is self.moving:
            self._stop_playing()
            return
        exercise = self._editor.exercise
        if exercise is not None and exercise.figure:
            self._stage.setCurrentWidget(self.moving)
            self.moving.play_loop(Film(figure_of(exercise.figure)))
            self.play.set_words(self.tr("Back to the pose"), "stop")

    def _stop_playing(self) -> None:
        self.moving.stop()
        self._stage.setCurrentWidget(self.canvas)
        self.play.set_words(self.tr("Play"), "play")

    def _on_try_clicked(self) -> None:
        self._editor.leave()
        if self._editor.fault is None:
            self.try_requested.emit(self._editor.exercise)

    def _on_delete_clicked(self) -> None:
        exercise = self._editor.exercise
        if exercise is not None and self._editor.delete():
            self._stop_playing()
            self._content.setEnabled(False)
            said = self.tr("“{name}” is deleted.").format(name=exercise.name)
            self.toast.lead(said, self.tr("Bring it back"), takes_enter=False)
            self.toast.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        editor = self._editor
        editor.changed.connect(self._on_changed)
        self.back.clicked.connect(self.left)
        self.try_it.clicked.connect(self._on_try_clicked)
        self.form.changed.connect(editor.written.change)
        self.canvas.posed.connect(self._on_posed)
        self.canvas.said.connect(self.stop.setText)
        self.play.clicked.connect(self._on_play_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.toast.requested.connect(editor.restore)
        self.photo.clicked.connect(self._on_photo_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.fewer.clicked.connect(self._on_fewer_clicked)
        self.alt.editingFinished.connect(self._on_alt_edited)
        self._look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self._head)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        side = QVBoxLayout()
        side.setSpacing(8)
        for view in (self.canvas, self.moving):
            self._stage.addWidget(view)
        ground = Card(self._look, Ground.SOFT)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._stage)
        inside.addWidget(self.stop)
        side.addWidget(ground)
        keys = self.tr("Arrow keys move a joint, Tab goes to the next one, R lets it rest.")
        side.addWidget(Label(keys, "small", "muted", wraps=True))
        side.addWidget(heading(self.tr("Movement")))
        side.addLayout(self._strip)
        row = QWidget()
        buttons = FlowLayout(8, row)
        for widget in (self.play, self.more, self.fewer, self.photo):
            buttons.addWidget(widget)
        side.addWidget(row)
        side.addWidget(self.alt)
        side.addWidget(self.problems)
        side.addWidget(self.fine)
        side.addWidget(heading(self.tr("Other side")))
        side.addWidget(self.other)
        side.addStretch(1)
        self._body.addLayout(side, 1)
        form = self._form_card = Card(self._look)
        room = QVBoxLayout(form)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.form)
        self._body.addWidget(form, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._body)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scroll(content), 1)
        page.addWidget(self.toast)

    def _fit(self) -> None:
        px, ways = self._look.theme.px, QBoxLayout.Direction
        is_roomy = self.width() >= px(ROOMY)
        self._body.setDirection(ways.LeftToRight if is_roomy else ways.TopToBottom)
        self._form_card.setMaximumWidth(px(FORM) if is_roomy else 16_777_215)
        self._form_card.setMinimumWidth(px(FORM) if is_roomy else 0)
        self._stage.setFixedHeight(max(200, min(px(STAGE), self.height() * 3 // 5)))
        self.other.setFixedHeight(px(OTHER))
