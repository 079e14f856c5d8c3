"""The routine editor's screen: head with the length, steps, and the chosen step beside them.

Rules:
1. The steps have the room; where the window is narrow the chosen step stands below them.
2. What is wrong is said in its place. Start says why it cannot, and does not.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.editing.overview import Overview
from backease_desktop.core.editing.problems import DraftProblem, outside
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.durations import exact_words
from backease_desktop.ui.editor.editor_head import EditorHead
from backease_desktop.ui.editor.editor_words import (
    changes_words,
    count_words,
    head_problem_words,
    problem_words,
    short_outside_words,
    step_dose_words,
)
from backease_desktop.ui.editor.length_bar import LengthBar
from backease_desktop.ui.editor.step_list import StepList, StepRow
from backease_desktop.ui.editor.step_pane import StepPane
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.formats import position_words
from backease_desktop.ui.look.style import Look

LAID_OUT_AFTER = 250
"""Milliseconds after a change until lengths and words follow: held keys lay out once."""
ROOMY = 760
"""Width at 100 % text from which the chosen step stands beside the list."""
PANE, LEAST_LIST = 340, 220


class EditorView(QWidget):
    """The screen.

    Args:
        look: the theme and the fonts.
        editor: the routine that is written.
        thumbnails: draw the pictures.

    Signals:
        left: back to the list; `start_requested`: the routine is to be played.
        exercise_wanted: another step is wanted; `swap_wanted`: another exercise for the chosen one.
        step_requested: a step is to be played by itself; carries it.
        deletion_requested: the whole routine is to go.
    """

    left = Signal()
    start_requested = Signal()
    exercise_wanted = Signal()
    swap_wanted = Signal()
    step_requested = Signal(object)
    deletion_requested = Signal()

    def __init__(
        self,
        look: Look,
        editor: RoutineEditor,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._editor = editor
        tr = self.tr
        self.back = Button(look, tr("My routines"), Kind.QUIET, "Esc", "back")
        self.name = TypedLine(tr("Name of the routine"))
        self._head = EditorHead(look, editor.written, tr("Start"), tr("Delete routine"))
        self.start, self.delete = self._head.start, self._head.delete
        self.length = Label("", "heading", wraps=True)
        self.facts = Label("", "small", "muted", wraps=True)
        self.trouble = Label("", "small", "warning", is_strong=True, wraps=True)
        self.bar = LengthBar(look)
        self.steps = StepList(look, thumbnails)
        self.add = Button(look, tr("Add an exercise"), key="+", icon="plus")
        self.pane = StepPane(look, thumbnails)
        self._seen = Overview()
        self._said: dict[Step, tuple[str, str]] = {}
        self._laid_out = QTimer(self, singleShot=True, interval=LAID_OUT_AFTER)
        self._laid_out.timeout.connect(self._show_lengths)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.steps)

    # What is shown

    @property
    def catalogue(self) -> Catalogue:
        """The exercises."""
        return self._editor.catalogue

    def step(self) -> Step | None:
        """The step that is chosen."""
        steps = self._editor.draft.steps
        return steps[self.steps.index] if 0 <= self.steps.index < len(steps) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, one more step, and the way back."""
        if self._head.takes(event):
            return
        if event.text() == "+":
            self.exercise_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is laid out, and all is kept."""
        self._said.clear()
        self._laid_out.stop()
        self._editor.written.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen step beside the list, or below it."""
        super().resizeEvent(event)
        self._fit()

    def _on_changed(self, look_at: int) -> None:
        editor = self._editor
        chosen = look_at if look_at >= 0 else max(0, self.steps.index)
        self._laid_out.start()  # anew: while a key is held down nothing is laid out
        if self.steps.model().rowCount() != len(editor.draft.steps):
            self._seen = Overview()  # until then, lengths would be those of other steps
        self.name.show_text(editor.draft.name)
        self._show_rows()
        self.steps.select(str(min(chosen, len(editor.draft.steps) - 1)))
        self._show_step()
        trouble = head_problem_words(editor.problems)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.start.setEnabled(not trouble)
        self.start.setAccessibleDescription(trouble)

    def _show_rows(self) -> None:
        by_step = {one.step: one for one in self._editor.problems}
        rows = [
            self._row(i, step, by_step.get(i)) for i, step in enumerate(self._editor.draft.steps)
        ]
        self.steps.set_values(rows)
        self.pane.setVisible(bool(rows))

    def _row(self, index: int, step: Step, problem: DraftProblem | None) -> StepRow:
        exercise = self.catalogue.exercises.get(step.exercise)
        length, change = self._seen.lengths.get(index), self._seen.changes.get(index)
        if step not in self._said:  # of three hundred steps one is another one than before
            dose = step_dose_words(step, exercise, self._editor.level) if exercise else ""
            notes = (short_outside_words(one) for one in outside(step, self.catalogue))
            self._said[step] = dose, " · ".join(notes)
        dose, note = self._said[step]
        to = self.tr("{position}, {time}")
        return StepRow(
            id=str(index),
            exercise=step.exercise if exercise else "",
            name=exercise.name if exercise else step.exercise,
            dose=dose,
            note=note,
            problem=problem_words(problem) if problem else "",
            length=exact_words(length) if length else "",
            change=to.format(position=position_words(change.to), time=exact_words(change.takes))
            if change
            else "",
        )

    def _show_lengths(self) -> None:
        self._laid_out.stop()
        overview = self._seen = self._editor.overview
        draft = self._editor.draft
        self.length.setText(exact_words(overview.duration))
        facts = (count_words(draft), changes_words(len(overview.changes)))
        self.facts.setText(" · ".join(facts))
        chosen = self.steps.index
        self._show_rows()
        self.steps.select(str(chosen))
        self._show_step()

    def _show_step(self) -> None:
        step, index = self.step(), self.steps.index
        if step is None:
            return
        problem = next((one for one in self._editor.problems if one.step == index), None)
        where = self.tr("Step {n} of {count}").format(
            n=index + 1, count=len(self._editor.draft.steps)
        )
        exercise = self.catalogue.exercises.get(step.exercise)
        beyond = outside(step, self.catalogue)
        self.pane.show_step(step, exercise, self._editor.level, problem, beyond, where)
        if not self._laid_out.isActive():
            overview = self._seen
            if index in overview.lengths:
                each, whole = exact_words(overview.lengths[index]), exact_words(overview.duration)
                takes = self.tr("{time} of {whole}").format(time=each, whole=whole)
                self.pane.place.setText(f"{where} · {takes}")
            self.pane.show_heard(overview.heard(index))
            self.bar.show_lengths(overview.lengths, index)

    # What is asked for

    def _on_start_clicked(self) -> None:
        if self._editor.written.keep() and not self._editor.problems:
            self.start_requested.emit()

    def _open_menu(self) -> None:
        editor = self._editor
        index, count = self.steps.index, len(editor.draft.steps)
        if index < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds = (
            (self.tr("Move up"), index > 0, lambda: editor.move(index, index - 1)),
            (self.tr("Move down"), index < count - 1, lambda: editor.move(index, index + 1)),
            (self.tr("Once more"), True, lambda: editor.copy(index)),
            (self.tr("Swap it"), True, self.swap_wanted.emit),
            (self.tr("Take it out"), True, lambda: editor.take_out(index)),
        )
        for words, is_open, deed in deeds:
            action = menu.addAction(words)
            action.setEnabled(is_open)
            action.triggered.connect(lambda _=False, deed=deed: deed())
        area = self.steps.visualRect(self.steps.currentIndex())
        menu.popup(self.steps.viewport().mapToGlobal(area.center()))

    def _connect(self) -> None:
        editor = self._editor
        editor.changed.connect(self._on_changed)
        self.back.clicked.connect(self.left)
        self.delete.clicked.connect(self.deletion_requested)
        self.start.clicked.connect(self._on_start_clicked)
        self.add.clicked.connect(self.exercise_wanted)
        self.name.typed.connect(editor.rename)
        self.name.settled.connect(editor.written.settle)
        self.steps.selected.connect(self._show_step)
        self.steps.move_requested.connect(editor.move)
        self.steps.removal_requested.connect(editor.take_out)
        self.steps.copy_requested.connect(editor.copy)
        self.steps.customContextMenuRequested.connect(self._open_menu)
        self.pane.amount_chosen.connect(
            lambda field, value: editor.set_amount(self.steps.index, field, value or None)
        )
        self.pane.sides_chosen.connect(lambda mode: editor.set_sides(self.steps.index, mode))
        self.pane.source_requested.connect(lambda: editor.take_source(self.steps.index))
        self.pane.swap_requested.connect(self.swap_wanted)
        self.pane.removal_requested.connect(lambda: editor.take_out(self.steps.index))
        self.pane.play_requested.connect(lambda: self.step_requested.emit(self.step()))
        self._look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.name, self._head, self.length, self.facts, self.trouble, self.bar):
            column.addWidget(part)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.steps, 1)
        left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addLayout(left, 1)
        self._pane_room = Scroll(self.pane)
        self._body.addWidget(self._pane_room)
        column.addLayout(self._body, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scroll(content))

    def _fit(self) -> None:
        px = self._look.theme.px
        is_roomy = self.width() >= px(ROOMY) and self.height() >= px(420)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if is_roomy else directions.TopToBottom)
        self.steps.setMinimumHeight(px(LEAST_LIST) if not is_roomy else 80)
        self._pane_room.setMinimumHeight(0 if is_roomy else self.pane.sizeHint().height())
        if is_roomy:
            self._pane_room.setFixedWidth(px(PANE))
        else:
            self._pane_room.setMinimumWidth(0)
            self._pane_room.setMaximumWidth(16_777_215)
        self.bar.setVisible(self.height() >= px(420))
