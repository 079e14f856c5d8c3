"""The band on top of the page about you: what all of it comes to, and how, exercise by exercise."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.sign import Sign
from backease_desktop.ui.look.style import Look


class Band(Card):
    """The band; the list below it is closed at first.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Ground.TINT, parent=parent)
        self._first = Label("", is_strong=True, wraps=True)
        self._more = Label("", "body", "ink", wraps=True)
        self.see_how = Button(look, self.tr("See how"), Kind.QUIET)
        self.see_how.setCheckable(True)
        self.see_how.toggled.connect(self._on_toggled)
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 8, 0, 0)
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Sign(look, "heart"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._first)
        words.addWidget(self._more)
        head.addLayout(words, 1)
        head.addWidget(self.see_how)
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.hide()

    def show_effects(self, first: str, more: str, rows: Iterable[tuple[str, str, str]]) -> None:
        """Show what it comes to; of each exercise what, why, and on whose word."""
        self._first.setText(first)
        self._more.setText(more)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for what, why, source in rows:
            self._rows.addWidget(_row(what, why, source))
        is_empty = self._rows.count() == 0
        self.see_how.setVisible(not is_empty)
        if is_empty:
            self.see_how.setChecked(False)

    def _on_toggled(self, is_open: bool) -> None:
        self.list.setVisible(is_open)
        self.see_how.setText(self.tr("Close the list") if is_open else self.tr("See how"))
        self.see_how.setAccessibleName(self.see_how.text())


def _row(what: str, why: str, source: str) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(what, is_strong=True, wraps=True))
    column.addWidget(Label(why, wraps=True))
    column.addWidget(Label(source, "small", "muted", wraps=True))
    return row
