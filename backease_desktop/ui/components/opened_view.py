"""What is opened from a list, over all of a page: the way back, its name, its steps in a card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.look.style import Look


class OpenedView(QWidget):
    """The view. Escape leaves it. Who derives from it puts the rest into `column`.

    Args:
        look: the theme and the fonts.
        back: where the way back leads.

    Signals:
        left: back to where it was opened from.
    """

    left = Signal()

    def __init__(self, look: Look, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.look = look
        self.back = Button(look, back, Kind.QUIET, "Esc", icon="back")
        self.back.clicked.connect(self.left)
        self.name = Label("", "title", wraps=True)
        self.steps = Card(look)
        self._rows = QVBoxLayout(self.steps)
        self._rows.setContentsMargins(20, 16, 20, 16)
        self._rows.setSpacing(12)
        scroll = PageColumn(look, READING)
        self.column = scroll.column
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.name)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_rows(self, *rows: QWidget) -> None:
        """Show these steps in the place of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
