"""Sessions in a list: when, what, how long, and pain before and after where it was told."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from backease_desktop.core.journal.past import PastSession
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size
from backease_desktop.ui.progress.progress_words import pain_words, session_words, when_words
from backease_desktop.ui.progress.row_list import RowList, RowPainter

ICON = 16
GAP = 10


class SessionPainter(RowPainter):
    """Paints a row.

    Attributes:
        today: the local date; firsts: ids of the first row of each day, which names the day.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.today = date.min
        self.firsts: frozenset[str] = frozenset()

    def paint_row(self, painter: QPainter, rect: QRect, value: object) -> None:
        """Paint it."""
        assert isinstance(value, PastSession)
        c, px = self.look.colours, self.look.theme.px
        icon = self.look.icon("forward", c.muted, ICON, _ratio(painter))
        size = icon.deviceIndependentSize().toSize()
        spot = QRect(rect.right() - size.width(), 0, size.width(), size.height())
        spot.moveTop(rect.center().y() - size.height() // 2)
        painter.drawPixmap(spot.topLeft(), icon)
        right = spot.left() - px(6)
        bold = self.look.font(Size.SMALL, QFont.Weight.DemiBold)
        if pain := pain_words(value):
            width = QFontMetrics(bold).horizontalAdvance(pain) + 2
            painter.setFont(bold)
            painter.setPen(QColor(c.ink))
            area = QRect(right - width, rect.top(), width, rect.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, pain)
            right = area.left() - px(6)
        day = when_words(value.at, self.today) if value.id in self.firsts else ""
        column = QFontMetrics(bold).horizontalAdvance("Wednesday") + px(GAP)
        when = QRect(rect.left(), rect.top(), column - px(GAP), rect.height())
        self.write(painter, when, day, clock_words(value.at))
        what = QRect(when.right() + px(GAP), rect.top(), 0, rect.height())
        what.setRight(right)
        self.write(painter, what, value.name or value.routine, session_words(value))


class SessionRows:
    """A list of sessions, the last one first.

    Args:
        look: the theme and the fonts.
        scrolls: it keeps its own height, for a list of thousands.

    Attributes:
        list: the widget; sessions: what it shows.
    """

    def __init__(self, look: Look, *, scrolls: bool = False) -> None:
        self._today = date.min
        self.sessions: tuple[PastSession, ...] = ()
        name = QCoreApplication.translate("progress", "Sessions")
        self.list = RowList[PastSession](look, name, self._words, scrolls=scrolls)
        self._painter = SessionPainter(look, self.list)
        self.list.paint_by(self._painter)

    def show(self, sessions: Sequence[PastSession], today: date) -> None:
        """Show these, given the last one first."""
        self.sessions = tuple(sessions)
        self._today = self._painter.today = today
        firsts: dict[date, str] = {}
        for session in sessions:
            firsts.setdefault(session.day, session.id)
        self._painter.firsts = frozenset(firsts.values())
        self.list.show_values(sessions)

    def _words(self, session: PastSession) -> str:
        parts = (
            f"{when_words(session.at, self._today)} {clock_words(session.at)}",
            session.name or session.routine,
            session_words(session),
            pain_words(session),
        )
        return ". ".join(part for part in parts if part)


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatio() if device else 1.0
