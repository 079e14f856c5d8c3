"""The exercise editor: the figure, and beside it what is said.

What is shown is the exercise as it is; every change goes through the editor, which undoes it.
The figure comes before the words, and an exercise is opened when both are there; what is pressed
before meets the whole page, too.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backease_desktop.controllers.exercise_editor import ExerciseEditor
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.components.way_back import WayBack
from backease_desktop.ui.editor.editor_head import EditorHead
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.ui.editor.exercise_start import ExerciseStart
    from backease_desktop.ui.figure.figures import Figures

ROOMY = 820
"""Width at 100 % text from which the words stand beside the picture."""
FORM = 380


class ExercisePage(GrowingPage):
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

    tells_only_front = True

    def __init__(
        self,
        look: Look,
        editor: ExerciseEditor,
        figures: "Figures",
        choose_photo: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._editor = editor
        self._figures = figures
        self._choose_photo = choose_photo
        tr = self.tr
        self.back = Button(look, tr("All exercises"), Kind.QUIET, "Esc", "back")
        self._head = EditorHead(look, editor.written, tr("Try it"), tr("Delete exercise"))
        self.try_it, self.delete = self._head.start, self._head.delete
        self.title = Label("", "title", wraps=True)
        self.photo = Button(look, tr("Photo under it"), icon="plus")
        self.instead = Chip(look, tr("Photo instead of the figure"))
        self.toast = WayBack(look)
        self._rooms = Stack()
        self._fits: list[Callable[[], None]] = []
        self._lay_out()
        self._connect()
        self.grow(self._parts())

    @cached_property
    def start(self) -> "ExerciseStart":
        """Asks how a new one begins."""
        # Loaded on first use: few exercises are begun.
        from backease_desktop.ui.editor.exercise_start import ExerciseStart

        start = ExerciseStart(self._look, self._figures.thumbnails)
        start.left.connect(self.left)
        start.chosen.connect(self._on_beginning_chosen)
        self._rooms.addWidget(start)
        self._fits.append(self._fit_start)
        return start

    def ask_beginning(self, exercises: Iterable[Exercise]) -> None:
        """Ask in which pose a new exercise begins."""
        self._editor.leave()
        self.toast.hide()
        self._rooms.setCurrentWidget(self.start)
        self._fit()
        self.setFocusProxy(self.start)
        self.start.ask(exercises)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, and the way back."""
        if self._head.takes(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What the person is offered can be another than when they last looked."""
        if self.is_whole:
            self._show_forms()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: all is kept, and everybody may know it."""
        self._editor.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the picture, or below it."""
        super().resizeEvent(event)
        self._fit()

    def _on_beginning_chosen(self, exercise_id: str, name: str) -> None:
        self.make_whole()
        self._editor.begin(exercise_id, name)

    def _on_changed(self) -> None:
        exercise = self._editor.exercise
        if exercise is None:
            return
        self.toast.hide()
        if self._rooms.currentWidget() is not self._written_room:
            self._rooms.setCurrentWidget(self._written_room)
            self.setFocusProxy(self.figure)
            self.figure.setFocus(Qt.FocusReason.OtherFocusReason)
        self._content.setEnabled(True)
        self.title.setText(exercise.name)
        self.form.show_exercise(exercise, self._editor.fault)
        self._show_forms()
        self.try_it.setEnabled(self._editor.fault is None)
        self.figure.show_exercise(exercise)
        if self.focusProxy() is None:  # it was shown before the figure was there
            self.setFocusProxy(self.figure)
            if self.window().focusWidget() is self:
                self.figure.setFocus(Qt.FocusReason.OtherFocusReason)
        data, is_shown = self._editor.photo or (None, False)
        self.figure.canvas.show_photo(data, is_instead=is_shown)
        self.photo.set_words(
            self.tr("Photo under it") if data is None else self.tr("Without the photo"),
            "plus" if data is None else "close",
        )
        self.instead.setVisible(data is not None)
        self.instead.setChecked(is_shown)

    def _show_forms(self) -> None:
        self.form.links.show_forms(self._editor.forms, self._editor.not_offered)

    def _on_photo_clicked(self) -> None:
        self.make_whole()
        if self._editor.photo is not None:
            self._editor.set_photo(None)
        elif (file := self._choose_photo()) is not None:
            self._editor.set_photo(file)

    def _on_try_clicked(self) -> None:
        self.make_whole()
        self._editor.leave()
        if self._editor.fault is None:
            self.try_requested.emit(self._editor.exercise)

    def _on_delete_clicked(self) -> None:
        self.make_whole()
        exercise = self._editor.exercise
        if exercise is not None and self._editor.delete():
            self.figure.stop_playing()
            self._content.setEnabled(False)
            said = self.tr("“{name}” is deleted.").format(name=exercise.name)
            self.toast.lead(said, self.tr("Bring it back"), takes_enter=False)
            self.toast.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        editor = self._editor
        self.back.clicked.connect(self.left)
        self.try_it.clicked.connect(self._on_try_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.toast.requested.connect(editor.restore)
        self.photo.clicked.connect(self._on_photo_clicked)
        self.instead.clicked.connect(editor.show_photo)
        self._look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._content = content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setSpacing(10)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self._head)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        column.addLayout(self._body)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self._written_room = Scroll(content)
        self._rooms.addWidget(self._written_room)
        page.addWidget(self._rooms, 1)
        page.addWidget(self.toast)

    def _parts(self) -> Pieces[None]:
        # Loaded on first use, in two pieces: the head is shown without.
        from backease_desktop.ui.editor.figure_side import FigureSide

        yield None
        self.figure = FigureSide(self._look, self._figures)
        self._lay_figure()
        yield None
        # Loaded on first use, too.
        from backease_desktop.ui.editor.exercise_form import ExerciseForm

        yield None
        self.form = ExerciseForm(self._look)
        self._form_card = Card(self._look)
        room = QVBoxLayout(self._form_card)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.form)
        self._body.addWidget(self._form_card, 0, Qt.AlignmentFlag.AlignTop)
        self._fits.append(self._fit_form)
        self._fit()
        yield None
        yield from self.form.parts
        yield None
        written = self._editor.written
        for side in (self.figure, self.form):
            side.changed.connect(written.change)
            side.settled.connect(written.settle)
        self._editor.changed.connect(self._on_changed)

    def _lay_figure(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.figure)
        row = QWidget()
        photo = FlowLayout(8, row)
        photo.addWidget(self.photo)
        photo.addWidget(self.instead)
        side.addWidget(row)
        side.addStretch(1)
        self._body.addLayout(side, 1)
        self._fits.append(lambda: self.figure.fit(self.height()))
        self._fit()

    def _fit(self) -> None:
        self._column.setContentsMargins(self._aside, 16, self._aside, 12)
        for fit in self._fits:
            fit()

    @property
    def _aside(self) -> int:
        return 10 if self._look.is_narrow else 20

    def _fit_start(self) -> None:
        above, below = (16, 12) if self.height() > self._look.theme.px(300) else (2, 0)
        self.start.choice.setContentsMargins(self._aside, above, self._aside, below)

    def _fit_form(self) -> None:
        px, directions = self._look.theme.px, QBoxLayout.Direction
        is_roomy = self.width() >= px(ROOMY)
        self._body.setDirection(directions.LeftToRight if is_roomy else directions.TopToBottom)
        self._form_card.setMaximumWidth(px(FORM) if is_roomy else 16_777_215)
        self._form_card.setMinimumWidth(px(FORM) if is_roomy else 0)
