"""On home: how one comes to a routine of one's own, written anew or given by somebody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.look.style import Look


class OwnRow(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.

    Signals:
        new_requested: a new one; given_requested: to the page for what others gave.
    """

    new_requested = Signal()
    given_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = Button(look, self.tr("New routine"), Kind.QUIET, icon="plus")
        self.given = Button(look, self.tr("Paste what you were given"), Kind.QUIET)
        row = FlowLayout(8, self)
        row.addWidget(self.new)
        row.addWidget(self.given)
        self.new.clicked.connect(self.new_requested)
        self.given.clicked.connect(self.given_requested)
