"""A line of text that tells each letter, so that nothing is lost when the program ends.

What is shown from outside while somebody types waits until they are done.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class TypedLine(QLineEdit):
    """The line.

    Args:
        name: its accessible name.

    Signals:
        typed: the text is another one, by the person's hand; carries it.
        settled: they are done with it.
    """

    typed = Signal(str)
    settled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self._on_editing_finished)

    def show_text(self, text: str) -> None:
        """Show a text, unless another one is being typed."""
        if not (self.hasFocus() and self.isModified()) and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _on_editing_finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.settled.emit()
