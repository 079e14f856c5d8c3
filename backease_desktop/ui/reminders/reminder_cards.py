"""The cards of the reminders, of which one is open: it has the editor in it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.reminder.roster import Reminder
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_card import ReminderCard


class ReminderCards(QObject):
    """The cards, by the ids of their reminders, in the order of the roster.

    Args:
        look: the theme and the fonts.
        page: they stand on it, in `layout`.

    Signals:
        pressed: id of a reminder that is to be opened.
        switched: its id, and whether it is to call.
        step_requested: its id, and how many cards further down the keyboard is to go.
        delete_requested: id of one that is to go.
    """

    pressed = Signal(str)
    switched = Signal(str, bool)
    step_requested = Signal(str, int)
    delete_requested = Signal(str)

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self.layout = QVBoxLayout()
        self.layout.setSpacing(12)
        self.by_id: dict[str, ReminderCard] = {}

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, without what is inside the open one."""
        return [part for card in self.by_id.values() for part in (card, card.switch)]

    def add(self, reminder: Reminder) -> None:
        """Put one below the others."""
        card, id_ = ReminderCard(self._look, reminder), reminder.id
        card.clicked.connect(lambda: self.pressed.emit(id_))
        card.switched.connect(lambda on: self.switched.emit(id_, on))
        card.step_requested.connect(lambda step: self.step_requested.emit(id_, step))
        card.delete_requested.connect(lambda: self.delete_requested.emit(id_))
        self.layout.addWidget(card)
        card.show()  # now, not when the layout comes to it: it may be given the focus
        self.by_id[id_] = card

    def replace(self, reminders: Iterable[Reminder]) -> None:
        """Have these instead; whoever has put something into the open one takes it out before."""
        for card in self.by_id.values():
            card.hide()
            card.deleteLater()
        self.by_id = {}
        for reminder in reminders:
            self.add(reminder)

    def open(self, reminder_id: str, editor: QWidget) -> bool:
        """Have one open, and Tab come to it; whether it was not open before."""
        opened = self.by_id[reminder_id]
        for card in self.by_id.values():
            if card is not opened and card.is_open:
                card.close_()
            card.set_reached(card is opened)
        if opened.is_open:
            return False
        opened.open(editor)
        return True

    def after(self, reminder_id: str, step: int) -> str:
        """Id of the one so many cards further down or up; behind an end there is none."""
        ids = list(self.by_id)
        return ids[max(0, min(len(ids) - 1, ids.index(reminder_id) + step))]
