"""What is opened from a list, over all of a page: the way back, its name, its steps in a card."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.left_page import LeftPage
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.look.style import Look


class OpenedView(LeftPage):
    """The view. Who derives from it puts the rest into `column`.

    Args:
        look: the theme and the fonts.
        back: where the way back leads.
    """

    def __init__(self, look: Look, back: str, parent: QWidget | None = None) -> None:
        super().__init__(look, back, parent)
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

    def show_rows(self, *rows: QWidget) -> None:
        """Show these steps in the place of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(row)
