"""About you: the form of what can be said about oneself, as a page that leads back.

The form follows the head.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.ui.me.me_form import MeForm

WIDEST = 1060


class MePage(GrowingPage):
    """The page.

    Args:
        look: the theme and the fonts.
        make_form: makes what can be said.

    Signals:
        left: back to the settings.
    """

    left = Signal()

    def __init__(
        self, look: Look, make_form: "Callable[[], MeForm]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.back = Button(look, self.tr("Settings"), Kind.QUIET, "Esc", icon="back")
        self.back.setAccessibleDescription(self.tr("Back to the settings"))
        self.back.clicked.connect(self.left)
        self._scroll = scroll = PageColumn(look, WIDEST)
        # First in the order of Tab, so that keys scroll a page just opened and change nothing.
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(title(self.tr("About you")))
        lead = self.tr(
            "Say as much as you like. It only changes which exercises come, and how. It stays on "
            "this computer; nothing is sent anywhere."
        )
        head.addWidget(Label(lead, "body", "muted", wraps=True))
        scroll.column.addLayout(head)
        scroll.column.addStretch(1)
        self.setFocusProxy(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)
        self.grow(self._parts(make_form))

    def _parts(self, make_form: "Callable[[], MeForm]") -> Pieces[None]:
        # Loaded on first use: the head is shown without.
        from backease_desktop.ui.me import me_form  # noqa: F401

        yield None
        self.form = make_form()
        self._scroll.column.insertWidget(1, self.form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
