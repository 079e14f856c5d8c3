"""A month to choose a day from: Qt's calendar with its keys and its table, in our look."""

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QToolButton, QWidget

from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

CELL = 40
ARROW = 18
ARROWS = {"qt_calendar_prevmonth": "back", "qt_calendar_nextmonth": "forward"}
PALE = 0.45


class Month(QCalendarWidget):
    """The month. Arrows go by days, the Page keys by months; Enter chooses (`activated`).

    Args:
        look: the theme and the fonts.
        name: its accessible name.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        # As the rest of the screen; a week begins as it does where the person is.
        self.setLocale(QLocale(QLocale.Language.English))
        self.setFirstDayOfWeek(QLocale.system().firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setDateEditEnabled(False)
        self._days = self.findChild(QAbstractItemView)
        if self._days is not None:
            self._days.setAccessibleName(name)
        look.changed.connect(self._dress)
        self._dress()

    def take_keyboard(self) -> None:
        """Give the focus to the days, which show it."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | None) -> None:
        """A day: round where it is chosen, with a ring where it has the keyboard."""
        if date is None:
            return
        c = self._look.colours
        is_open = self.minimumDate() <= date <= self.maximumDate()
        is_chosen = date == self.selectedDate()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            size = min(rect.width(), rect.height()) - 4.0
            spot = QRectF(0, 0, size, size)
            spot.moveCenter(QRectF(rect).center())
            if self._days is not None and self._days.hasFocus():
                painter.setPen(QPen(QColor(c.accent), 2))
                painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
                spot.adjust(4, 4, -4, -4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(spot)
        if not is_open:
            painter.setOpacity(PALE)
        is_other = date.month() != self.monthShown()
        painter.setPen(QColor(c.on_accent if is_chosen else c.muted_text if is_other else c.ink))
        weight = QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal
        painter.setFont(self._look.font(Size.BODY, weight))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()

    def _dress(self) -> None:
        """Give the bar above the days, and the row of their names, our colours."""
        c, px = self._look.colours, self._look.theme.px
        words = QTextCharFormat()
        words.setForeground(QColor(c.muted_text))
        words.setBackground(QColor(c.card))
        self.setHeaderTextFormat(words)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, words)
        for name, icon in ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                ratio = self.devicePixelRatioF()
                button.setIcon(QIcon(self._look.icon(icon, c.ink, ARROW, ratio)))
                button.setIconSize(QSize(px(ARROW), px(ARROW)))
        self.setStyleSheet(f"""
#qt_calendar_navigationbar {{ background: {c.card}; }}
QAbstractItemView, QAbstractItemView:focus {{ background: {c.card}; border: none; padding: 0;
  outline: none; selection-background-color: transparent; }}
QToolButton {{ color: {c.ink}; background: transparent; font-weight: 600;
  border: 2px solid transparent; border-radius: 8px; padding: {px(4)}px {px(8)}px; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
""")
        self.setMaximumWidth(px(CELL) * 7)
        self.setMinimumSize(px(CELL) * 5, px(CELL) * 8)
