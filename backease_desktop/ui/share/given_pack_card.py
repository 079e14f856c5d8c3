"""A pack of somebody's, shown before it is taken: what is in it, from whom, what is left out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.share.pack_words import counted

if TYPE_CHECKING:
    from backease_desktop.controllers.bringing_in import GivenPack

SHOWN = 12
"""Names that are shown one by one; of a large collection the rest are counted."""


class GivenPackCard(Card):
    """The card.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._title = heading("")
        self.counts = Label("", "body", is_strong=True, wraps=True)
        self.names = Label("", "body", wraps=True)
        self.left_out = Label("", "small", "warning", wraps=True)
        self.take = Button(look, self.tr("Take it"), Kind.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(8)
        for label in (self._title, self.counts, self.names, self.left_out):
            column.addWidget(label)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.take)

    def show_pack(self, given: "GivenPack") -> None:
        """Show a pack."""
        pack, tr = given.pack, self.tr
        is_new = bool(pack.exercises or pack.routines)
        self._title.setText(given.title)
        sender = tr(", from {name}").format(name=given.sender) if given.sender else ""
        there = tr("All of it is there already.")
        self.counts.setText(f"{counted(pack)}{sender}" if is_new else there)
        names = [*(one.name for one in pack.routines), *(one.name for one in pack.exercises)]
        more = len(names) - SHOWN
        shown = ", ".join(names[:SHOWN])
        self.names.setText(shown + (tr(" and {n} more").format(n=more) if more > 0 else ""))
        self.names.setVisible(bool(names))
        left = given.left_out
        words = tr("Left out: {first}").format(first=left[0]) if left else ""
        more_left = tr(" (and {n} more)").format(n=len(left) - 1) if len(left) > 1 else ""
        self.left_out.setText(words + more_left)
        self.left_out.setVisible(bool(left))
        self.take.setVisible(is_new)
