"""About you: the form of what can be said about oneself, as a page that leads back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.me.me_form import MeForm

WIDEST = 1060


class MePage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        form: what can be said.

    Signals:
        left: back to the settings.
    """

    left = Signal()

    def __init__(self, look: Look, form: MeForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.back = Button(look, self.tr("Settings"), Kind.QUIET, "Esc", icon="back")
        self.back.setAccessibleDescription(self.tr("Back to the settings"))
        self.back.clicked.connect(self.left)
        scroll = PageColumn(look, WIDEST)
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
        scroll.column.addWidget(form)
        scroll.column.addStretch(1)
        self.setFocusProxy(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
