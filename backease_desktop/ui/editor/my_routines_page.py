"""My routines: the list of the person's own, the editor of one, and the choice of an exercise.

The list is there as soon as it is read; the other two follow, and are there for whoever asks for
them before.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.editing.problems import problems_of
from backease_desktop.core.editing.routine_draft import RoutineDraft
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.near_rows import NearRows
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.components.way_back import WayBack
from backease_desktop.ui.editor.editor_words import count_words, head_problem_words
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.ui.editor.editor_view import EditorView
    from backease_desktop.ui.editor.exercise_choice import ExerciseChoice


class MyRoutinesPage(GrowingPage):
    """The page.

    Args:
        look: the theme and the fonts.
        editor: edits one of them.
        thumbnails: draw the pictures.

    Signals:
        start_requested: id of a routine that is to be played.
        step_requested: a `Step` that is to be played by itself.
        given_requested: to the page for what others gave.
    """

    start_requested = Signal(str)
    step_requested = Signal(object)
    given_requested = Signal()

    tells_only_front = True

    def __init__(
        self,
        look: Look,
        editor: RoutineEditor,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._editor = editor
        self._thumbnails = thumbnails
        self._deleted: RoutineDraft | None = None
        self._is_swap = False
        self.new = Button(look, self.tr("New routine"), key="N", icon="plus")
        self.given = Button(look, self.tr("Paste what you were given"), Kind.QUIET)
        self.toast = WayBack(look)
        self._problems = Label("", "small", "danger", wraps=True)
        self._list = PageColumn(look, READING)
        self.rows = NearRows(self._list, self._row)
        self._none = Label(
            self.tr(
                "None yet. Begin a new one, or open any routine under Play and choose "
                "“Make it mine”."
            ),
            wraps=True,
        )
        self._lay_out()
        self._connect()
        self.show_list()
        self.grow(self._reading())
        self.grow(self._views())

    @cached_property
    def view(self) -> "EditorView":
        """Writes one of them."""
        # Loaded on first use: the list is shown without.
        from backease_desktop.ui.editor.editor_view import EditorView

        view = EditorView(self._look, self._editor, self._thumbnails)
        view.left.connect(self.show_list)
        view.given_requested.connect(self.given_requested)
        view.start_requested.connect(self._on_start_requested)
        view.step_requested.connect(self._on_step_requested)
        view.exercise_wanted.connect(lambda: self._ask(is_swap=False))
        view.swap_wanted.connect(lambda: self._ask(is_swap=True))
        view.deletion_requested.connect(self._on_deletion_requested)
        self._stack.addWidget(view)
        return view

    @cached_property
    def choice(self) -> "ExerciseChoice":
        """Asks for an exercise."""
        # Loaded on first use, as the view.
        from backease_desktop.ui.editor.exercise_choice import ExerciseChoice

        choice = ExerciseChoice(self._look, self._thumbnails, self.tr("Back to the routine"))
        choice.setContentsMargins(20, 16, 20, 12)
        choice.chosen.connect(self._on_chosen)
        choice.left.connect(self._back_to_view)
        self._stack.addWidget(choice)
        return choice

    @property
    def is_editing(self) -> bool:
        """Whether a routine is open."""
        return self._stack.currentWidget() is not self._list

    def edit(self, routine_id: str) -> None:
        """Open one of the person's routines; an unknown id changes nothing."""
        if (draft := self._editor.own.draft(routine_id)) is not None:
            self._open(draft)

    def edit_new(self) -> None:
        """Begin a new one."""
        self._open(self._editor.own.new(self.tr("My routine")))
        self.view.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.name.selectAll()

    def make_mine(self, routine: Routine) -> None:
        """Open a copy of a routine, which is the person's own."""
        name = self.tr("{name}, mine").format(name=routine.name)
        self._open(self._editor.own.copy_of(routine, name))

    def show_list(self) -> None:
        """Leave the editor, and show all of them."""
        self._editor.leave()
        self._stack.setCurrentWidget(self._list)
        self.setFocusProxy(self.new)
        self._show_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N begins a new routine."""
        if event.key() == Qt.Key.Key_N and not self.is_editing and not event.modifiers():
            self.edit_new()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is on: everybody may know what was written."""
        self._editor.leave()
        self.toast.hide()
        super().hideEvent(event)

    def _open(self, draft: RoutineDraft) -> None:
        self.toast.hide()
        view = self.view  # made before it is told of what is opened
        self._editor.open(draft)
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        own = self._editor.own
        if not own.is_read:
            self._none.hide()
            return
        drafts = own.drafts
        self.rows.set_values(drafts)
        self.rows.setVisible(bool(drafts))
        self._none.setVisible(not drafts)
        self._problems.setText("\n".join(own.problems))
        self._problems.setVisible(bool(own.problems))

    def _row(self, draft: RoutineDraft) -> QWidget:
        problems = problems_of(draft, self._editor.catalogue)
        trouble = head_problem_words(problems)
        card = Card(self._look)
        words = QVBoxLayout(card)
        words.setContentsMargins(16, 12, 12, 12)
        words.setSpacing(4)
        name = draft.name or self.tr("Without a name")
        words.addWidget(Label(name, is_strong=True, wraps=True))
        tone = "warning" if trouble else "muted"
        words.addWidget(Label(trouble or count_words(draft), "small", tone, wraps=True))
        buttons = QWidget()
        row = FlowLayout(8, buttons)
        words.addWidget(buttons)
        edit = Button(self._look, self.tr("Change it"))
        edit.clicked.connect(lambda: self.edit(draft.id))
        start = Button(self._look, self.tr("Start"), icon="play")
        start.setEnabled(not trouble)
        start.clicked.connect(lambda: self.start_requested.emit(draft.id))
        delete = Button(self._look, self.tr("Delete"), Kind.QUIET, icon="close")
        delete.clicked.connect(lambda: self._delete(draft))
        for button in (start, edit, delete):
            button.setAccessibleDescription(name)
            row.addWidget(button)
        return card

    def _delete(self, draft: RoutineDraft) -> None:
        own = self._editor.own
        if own.draft(draft.id) is None:  # a new one, of which nothing was kept
            self.show_list()
            return
        if not own.delete(draft.id):
            return
        self._editor.written.forget()
        self._deleted = draft
        self.show_list()
        said = self.tr("“{name}” is deleted.").format(name=draft.name)
        self.toast.lead(said, self.tr("Bring it back"), takes_enter=False)
        self.toast.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_deletion_requested(self) -> None:
        self._editor.written.keep()  # so that it comes back as it was
        self._delete(self._editor.draft)

    def _on_bring_back(self) -> None:
        self.toast.hide()
        if self._deleted is not None:
            self._editor.own.restore(self._deleted)
            self._deleted = None
            self._show_rows()
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, *, is_swap: bool) -> None:
        self._is_swap = is_swap
        step = self.view.step() if is_swap else None
        words = self.tr("Swap it for") if is_swap else self.tr("Add an exercise")
        exercises = tuple(self._editor.catalogue.exercises.values())
        self._stack.setCurrentWidget(self.choice)
        self.setFocusProxy(self.choice)
        self.choice.ask(words, exercises, step.exercise if step else None)

    def _on_chosen(self, exercise_id: str) -> None:
        exercise = self._editor.catalogue.exercises[exercise_id]
        self._back_to_view()
        if self._is_swap:
            self._editor.swap(self.view.steps.index, exercise)
        else:
            self._editor.add(self.view.steps.index + 1, exercise)

    def _back_to_view(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start_requested(self) -> None:
        self._editor.leave()
        self.start_requested.emit(self._editor.draft.id)

    def _on_step_requested(self, step: Step) -> None:
        self._editor.leave()
        self.step_requested.emit(step)

    def _reading(self) -> Pieces[None]:
        if not self._editor.own.is_read:
            yield from self._editor.own.pieces
            self._show_rows()

    def _views(self) -> Pieces[None]:
        # Loaded on first use, as the view that they are parts of.
        from backease_desktop.ui.editor import step_list  # noqa: F401

        yield None
        # Loaded on first use, too.
        from backease_desktop.ui.editor import editor_view  # noqa: F401

        yield None
        _ = self.view
        yield None
        _ = self.choice

    def _connect(self) -> None:
        self.new.clicked.connect(self.edit_new)
        self.given.clicked.connect(self.given_requested)
        self.toast.requested.connect(self._on_bring_back)

    def _lay_out(self) -> None:
        column = self._list.column
        column.addWidget(title(self.tr("My routines")))
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        flow.addWidget(self.new)
        flow.addWidget(self.given)
        column.addWidget(buttons)
        column.addWidget(self._problems)
        column.addWidget(self._none)
        column.addWidget(self.rows)
        column.addStretch(1)
        self._stack = Stack()
        self._stack.addWidget(self._list)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._stack, 1)
        page.addWidget(self.toast)
