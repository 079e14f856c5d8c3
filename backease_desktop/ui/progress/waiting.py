"""What is shown while something takes a while: what it is, how far it is, and a way to stop it.

It comes only if it takes longer than a moment, so that nothing flashes.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.errands import Errands
from backease_desktop.ui.components.button import Kind
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.look.style import Look

SHOWN_AFTER_MS = 400
STOP = "stop"


class Waiting(QObject):
    """The question whether to stop, over a page.

    Args:
        look: the theme and the fonts.
        page: that is covered.

    Signals:
        stop_requested: the person waits no longer.
    """

    stop_requested = Signal()

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self.sheet = Sheet(look, page)
        self._title = ""
        self._how_far: Label | None = None
        self._show = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._show.timeout.connect(self.show)
        self._errands: Errands | None = None
        self.sheet.chosen.connect(self._on_chosen)

    def begin(self, title: str, errands: Errands) -> None:
        """From here on something is done that may take a while."""
        if self._errands is None:
            self._errands = errands
            errands.progressed.connect(self._on_progressed)
            errands.ended.connect(self._on_ended)
        self._title = title
        self._show.start()

    def show(self) -> None:
        """It does take a while."""
        self._how_far = how_far = Label("", "body", "muted")
        stop = Option(STOP, self.tr("Stop"), Kind.SECONDARY, (Qt.Key.Key_Escape,), "Esc")
        self.sheet.ask(self._title, "", stop, head=how_far)

    def _on_progressed(self, done: int, of: int) -> None:
        if self.sheet.is_open and self._how_far is not None:
            words = self.tr("{percent} %").format(percent=100 * done // max(1, of))
            self._how_far.setText(words)

    def _on_chosen(self, _name: str) -> None:
        self.stop_requested.emit()

    def _on_ended(self) -> None:
        self._show.stop()
        if self.sheet.is_open:
            self.sheet.close_quietly()
