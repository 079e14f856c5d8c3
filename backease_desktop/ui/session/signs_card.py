"""When to get help now, beside the question after something hurt too much."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from backease_desktop.core.safety import SafetyPart
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class SignsCard(Card):
    """The signs, a line each, and where they come from.

    Args:
        look: the theme and the fonts.
        part: the most urgent one of the pages about safety.
    """

    def __init__(self, look: Look, part: SafetyPart, parent: QWidget | None = None) -> None:
        super().__init__(look, Ground.SOFT, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Get help now if you have"), is_strong=True, wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, item in enumerate(part.items):
            grid.addWidget(Label("•", "small", "warning"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(item.rstrip("."), "small", wraps=True), row, 1)
        column.addLayout(grid)
        source = self.tr("From: {source}").format(source=part.source)
        column.addWidget(Label(source, "small", "muted", wraps=True))
        column.addStretch(1)
