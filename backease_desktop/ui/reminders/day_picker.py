"""A day to come, chosen from a month, with a button that names it.

Rules: tomorrow is the earliest; it opens in its place on the page, because a window of its own
would be placed by the desktop; Esc leaves it.
"""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.month import Month
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_words import date_words

FARTHEST = timedelta(days=366)
MARGIN = 16


class DayPicker(Card):
    """The picker.

    Args:
        look: the theme and the fonts.

    Signals:
        day_chosen: carries the `date`.
        left: nothing was chosen.
    """

    day_chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.month = Month(look, self.tr("Day on which reminders go on"))
        self.month.selectionChanged.connect(self._on_selection_changed)
        self.month.activated.connect(lambda _: self._choose())
        self._words = Label("", is_strong=True, wraps=True)
        self.choose = Button(look, self.tr("Pause"), icon="pause")
        self.choose.clicked.connect(self._choose)
        self.cancel = Button(look, self.tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        buttons = FlowLayout(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self.month)
        column.addWidget(self._words)
        column.addLayout(buttons)
        look.changed.connect(self._hug)
        self._hug()

    @property
    def day(self) -> date:
        """The day that is chosen so far."""
        chosen = self.month.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())

    def open(self, today: date) -> None:
        """Offer the days after today, beginning with tomorrow, and take the keyboard."""
        first = today + timedelta(days=1)
        self.month.setDateRange(_qdate(first), _qdate(today + FARTHEST))
        self.month.setSelectedDate(_qdate(first))
        self._on_selection_changed()
        self.show()
        self.month.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.day_chosen.emit(self.day)

    def _on_selection_changed(self) -> None:
        words = self.tr("Until {day}").format(day=date_words(self.day))
        self._words.setText(words)
        self.choose.setAccessibleDescription(words)

    def _hug(self) -> None:
        self.setMaximumWidth(self.month.maximumWidth() + 2 * MARGIN)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
