"""Days on which nothing is expected: chosen what they were, then pressed in the calendar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.look.style import Look


class RestDays(QWidget):
    """The way to mark days.

    Args:
        look: the theme and the fonts.

    Signals:
        toggled: days are marked from now on, or no more.
    """

    toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self.mark = Button(look, tr("Mark days"))
        self.mark.setCheckable(True)
        options = [("ill", tr("Ill"), ""), ("travelling", tr("Travelling"), "")]
        self.what = Segments(look, tr("What the days were"), options)
        self.what.hide()
        self._about = Label("", "small", "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QWidget()
        line = FlowLayout(12)
        head.setLayout(line)
        line.addWidget(Label(tr("Rest days"), "body", is_strong=True))
        line.addWidget(self.mark)
        column.addWidget(head)
        column.addWidget(self._about)
        column.addWidget(self.what)
        self.mark.toggled.connect(self._on_toggled)
        self._say()

    @property
    def is_marking(self) -> bool:
        """Whether a day that is pressed is marked."""
        return self.mark.isChecked()

    def mark_for(self, before: str | None) -> str:
        """What a day becomes that is pressed; it was marked so `before`, or not at all."""
        chosen = str(self.what.value)
        return "none" if before == chosen else chosen

    def _on_toggled(self, is_on: bool) -> None:
        self.what.setVisible(is_on)
        self._say()
        self.toggled.emit(is_on)

    def _say(self) -> None:
        is_on = self.is_marking
        self.mark.set_words(self.tr("That is all") if is_on else self.tr("Mark days"))
        about = self.tr("Ill or travelling? Mark the days: they count as nothing.")
        how = self.tr("Now press days in the calendar. Pressed again, a day is as before.")
        self._about.setText(how if is_on else about)
