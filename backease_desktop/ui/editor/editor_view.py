"""The routine editor's screen: head with the length, steps, and the chosen step beside them.

Rules:
1. The chosen step stands beside its row; where the window is narrow it is opened in the place of
   the list, by Enter or from its menu.
2. The page is what scrolls.
3. What is wrong is said in its place. Start says why it cannot, and does not.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.editing.overview import Overview
from backease_desktop.core.editing.problems import DraftProblem, outside
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.durations import exact_words
from backease_desktop.ui.editor.editor_head import EditorHead
from backease_desktop.ui.editor.editor_words import (
    changes_words,
    count_words,
    head_problem_words,
)
from backease_desktop.ui.editor.length_bar import LengthBar
from backease_desktop.ui.editor.row_words import bare_row, placed_row
from backease_desktop.ui.editor.step_list import StepList
from backease_desktop.ui.editor.step_pane import StepPane
from backease_desktop.ui.editor.step_row import StepRow
from backease_desktop.ui.editor.step_wires import join_steps
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look

LAID_OUT_AFTER = 250
"""Milliseconds after a change until lengths and words follow: held keys lay out once."""
ROOMY = 760
"""Width at 100 % text from which the chosen step stands beside the list."""
PANE = 340
EDGE = 48
"""How far beyond a row that is dragged the page shows, at 100 % text."""


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
        given_requested: to the page for what others gave.
    """

    left = Signal()
    start_requested = Signal()
    exercise_wanted = Signal()
    swap_wanted = Signal()
    step_requested = Signal(object)
    deletion_requested = Signal()
    given_requested = Signal()

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
        self.given = Button(look, tr("Paste what you were given"), Kind.QUIET)
        self.pane = StepPane(look, thumbnails)
        self._seen = Overview()
        self._said: dict[Step, StepRow] = {}
        self._laid_out = QTimer(self, singleShot=True, interval=LAID_OUT_AFTER)
        self._laid_out.timeout.connect(self._show_lengths)
        self._is_roomy, self._is_side_open = True, False
        self.all_steps = Button(look, tr("All steps"), Kind.QUIET, "Esc", "back")
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
        elif event.key() == Qt.Key.Key_Escape and self._is_side_open:
            self._close_side()
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
        self._side.setVisible(bool(rows) and (self._is_roomy or self._is_side_open))

    def _row(self, index: int, step: Step, problem: DraftProblem | None) -> StepRow:
        if step not in self._said:  # of three hundred steps one is another one than before
            self._said[step] = bare_row(step, self.catalogue, self._editor.level)
        bare, exercise = self._said[step], self._editor.exercise(index)
        return placed_row(bare, index, self._seen, problem, exercise, self.catalogue)

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
        self._follow()

    # What is asked for

    def _open_side(self) -> None:
        if not self._is_roomy:
            self._show_side(is_open=True)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_side(self) -> None:
        self._show_side(is_open=False)
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start_clicked(self) -> None:
        if self._editor.written.keep() and not self._editor.problems:
            self.start_requested.emit()

    def _connect(self) -> None:
        editor = self._editor
        editor.changed.connect(self._on_changed)
        self.back.clicked.connect(self.left)
        self.delete.clicked.connect(self.deletion_requested)
        self.start.clicked.connect(self._on_start_clicked)
        self.add.clicked.connect(self.exercise_wanted)
        self.name.typed.connect(editor.rename)
        self.name.settled.connect(editor.written.settle)
        self.given.clicked.connect(self.given_requested)
        self.steps.selected.connect(self._show_step)
        self.steps.opened.connect(self._open_side)
        self.steps.dragged.connect(lambda y: self._go_to(y, self._look.theme.px(EDGE)))
        self.all_steps.clicked.connect(self._close_side)
        join_steps(self.steps, editor, self.swap_wanted.emit, self._open_side)
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
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        directions = QBoxLayout.Direction
        self._top, self._facts = (
            QBoxLayout(directions.LeftToRight),
            QBoxLayout(directions.LeftToRight),
        )
        self._top.addWidget(self.name, 1)
        self._top.addWidget(self._head)
        for label, share in ((self.length, 0), (self.facts, 1), (self.trouble, 1)):
            self._facts.addWidget(label, share)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._top)
        column.addLayout(self._facts)
        column.addWidget(self.bar)
        left = self._left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.steps)
        below = self._below = QWidget()
        flow = FlowLayout(8, below)
        flow.addWidget(self.add)
        flow.addWidget(self.given)
        left.addWidget(below)
        left.addStretch(1)
        self._body = QBoxLayout(directions.LeftToRight)
        self._body.setSpacing(14)
        self._body.addLayout(left, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        self._gap = QWidget()
        for widget in (self._gap, self.all_steps, self.pane):
            side.addWidget(widget)
        side.addStretch(1)
        self._body.addWidget(self._side)
        column.addLayout(self._body, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self._content)
        page.addWidget(self._scroll)

    def _fit(self) -> None:
        px = self._look.theme.px
        self._is_roomy = is_roomy = self.width() >= px(ROOMY)
        directions = QBoxLayout.Direction
        for line in (self._top, self._facts):
            line.setDirection(directions.LeftToRight if is_roomy else directions.TopToBottom)
        side = 8 if self._look.is_narrow else 20
        self.setContentsMargins(side, 16, side, 12)
        widest = px(PANE) if is_roomy else 16_777_215
        self._side.setMinimumWidth(px(PANE) if is_roomy else 0)
        self._side.setMaximumWidth(widest)
        self.bar.setVisible(self.height() >= px(420))
        self._show_side(is_open=self._is_side_open and not is_roomy)

    def _show_side(self, *, is_open: bool) -> None:
        """Show the chosen step in the place of the list, where both have no room."""
        self._is_side_open = is_open
        has_steps = bool(self._editor.draft.steps)
        for widget in (self.steps, self._below):
            widget.setVisible(not is_open)
        self.all_steps.setVisible(is_open)
        self._side.setVisible(has_steps and (is_open or self._is_roomy))
        self._follow()

    def _follow(self) -> None:
        """The pane stands beside the chosen row, and the page goes where that is."""
        row = self.steps.visualRect(self.steps.currentIndex())
        room = self.steps.height() - self.pane.sizeHint().height()
        self._gap.setFixedHeight(max(0, min(row.top(), room)) if self._is_roomy else 0)
        if self.steps.hasFocus() and self.steps.isVisible():
            self._go_to(row.center().y(), row.height() // 2)

    def _go_to(self, y: int, margin: int) -> None:
        at = self.steps.mapTo(self._content, QPoint(0, y))
        self._scroll.ensureVisible(0, at.y(), 0, margin + 8)
