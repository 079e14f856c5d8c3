"""All sessions, the last one first: thousands cost no more than ten, because rows are painted."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.journal.past import PastSession
from backease_desktop.ui.components.labels import title
from backease_desktop.ui.components.left_page import LeftPage
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.session_rows import SessionRows

WIDEST = 760


class SessionsView(LeftPage):
    """The list. Enter opens a session.

    Args:
        look: the theme and the fonts.

    Signals:
        session_opened: id of a session.
    """

    session_opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Progress"), parent)
        self.rows = SessionRows(look, scrolls=True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title(self.tr("All sessions")))
        column.addWidget(self.rows.list, 1)
        self.rows.list.opened.connect(self._on_opened)

    def show_sessions(self, sessions: Sequence[PastSession], today: date) -> None:
        """Show these, given oldest first."""
        self.rows.show(sessions[::-1], today)

    def go_to(self, day: date | None) -> None:
        """Begin at the last session of a day, or at the last one of all."""
        shown = self.rows.sessions
        wanted = next((one for one in shown if one.day == day), shown[0] if shown else None)
        if wanted is not None:
            self.rows.list.select(wanted.id)
            self.rows.list.scrollTo(self.rows.list.currentIndex())
        self.rows.list.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle, never wider than can be read."""
        super().resizeEvent(event)
        widest = self.look.theme.px(WIDEST)
        side = max(24, (self.width() - widest) // 2)
        self._column.setContentsMargins(side, 24, side, 16)

    def _on_opened(self) -> None:
        if (session := self.rows.list.current) is not None:
            self.session_opened.emit(session.id)
