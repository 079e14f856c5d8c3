"""The head of an editor: whether all is kept, undo and redo, the main deed, and deletion.

Everything is undone by Ctrl+Z and done again by Ctrl+Shift+Z, wherever the focus is: the editor's
screen hands the keys that nobody took to `takes`.
"""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.kept_draft import KeptDraft, T
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look

REDO = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Z
)


class EditorHead(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.
        written: what is being written.
        start: words of the main deed.
        delete: words of the deletion.
    """

    def __init__(
        self,
        look: Look,
        written: KeptDraft[T],
        start: str,
        delete: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = self.tr
        self._written = written
        self._words = {True: tr("Saved"), False: tr("Not saved yet")}
        self.start = Button(look, start, Kind.PRIMARY, icon="play")
        self.kept = Label("", "small", "muted")
        self.undo = Button(look, tr("Undo"), icon="undo")
        self.redo = Button(look, tr("Redo"), icon="redo")
        self.delete = Button(look, delete, Kind.QUIET, icon="close")
        for button in (self.undo, self.redo):
            button.set_compact(True)
        row = FlowLayout(8, self)
        for widget in (self.start, self.kept, self.undo, self.redo, self.delete):
            row.addWidget(widget)
        self.undo.clicked.connect(written.undo)
        self.redo.clicked.connect(written.redo)
        written.kept.connect(self._show)
        self._show(written.is_kept)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was for undo or redo, which is then done."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._written.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == REDO:
            self._written.redo()
        else:
            return False
        return True

    def _show(self, is_kept: bool) -> None:
        self.kept.setText(self._words[is_kept])
        self.undo.setEnabled(self._written.can_undo)
        self.redo.setEnabled(self._written.can_redo)
