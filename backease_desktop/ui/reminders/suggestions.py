"""What a new reminder may be: a few that others use, to begin with."""

from collections.abc import Iterator
from datetime import time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.reminder.roster import CHOOSE, At, CallStyle, Every, Reminder
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look

MAT_SET = "mat-12"
STANDING_SET = "desk-standing-5"


def posture_shift() -> Reminder:
    """A silent nudge of five seconds to sit another way; its id is not its own yet.

    Source: Waongenngarm 2021, doi 10.5271/sjweh.3949: shifts of posture, every so often while
    sitting, in people who sit at work.
    """
    name = QCoreApplication.translate("Suggestions", "Sit another way")
    every = Every(minutes=20)
    return Reminder(id="new", name=name, when=every, style=CallStyle.NUDGE, tone=None)


class Suggestions(Card):
    """The suggestions.

    Args:
        look: the theme and the fonts.

    Signals:
        chosen: carries the `Reminder` to begin with; its id is not its own yet.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Begin with"), is_strong=True))
        flow = FlowLayout(8)
        self.buttons = []
        for words, reminder in self._suggested():
            button = Button(look, words)
            button.clicked.connect(lambda _=False, one=reminder: self.chosen.emit(one))
            flow.addWidget(button)
            self.buttons.append(button)
        column.addLayout(flow)
        note = self.tr("It stays switched off until you switch it on.")
        column.addWidget(Label(note, "small", "muted", wraps=True))

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.buttons[0]

    def _suggested(self) -> Iterator[tuple[str, Reminder]]:
        tr = self.tr
        new = Reminder(id="new", name="–")
        lunch = new.with_(
            name=tr("Lunch on the mat"),
            when=At(times=(time(12, 30),)),
            routine=MAT_SET,
            place=Place.MAT,
        )
        stand = new.with_(name=tr("Stand up"), when=Every(minutes=90), routine=STANDING_SET)
        own = new.with_(name=tr("My own"), routine=CHOOSE)
        yield tr("Lunch on the mat"), lunch
        yield tr("Stand up"), stand
        yield tr("Sit another way"), posture_shift()
        yield tr("My own"), own
