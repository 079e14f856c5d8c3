"""The top line of the player: which routine, how far, and what can be switched on and off."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.line import Line, Run
from backease_desktop.ui.formats import clock
from backease_desktop.ui.keys import Command, cap
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

GAP = 8


def gentle(factor: float) -> float:
    """The factor for what is pressed: it need not be read from afar."""
    return float(round(factor**0.6, 2))


class PlayerTop(QWidget):
    """Name, "2 of 4 · 5:12 left", and the chips; these lose their words where there is no room.

    Signals:
        command_requested: a chip was pressed; its `Command`.
    """

    command_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = Line(look, Size.BODY, parent=self)
        self.voice = self._chip(self.tr("Voice on"), "voice", Command.VOICE, is_checkable=True)
        self.captions = self._chip(
            self.tr("Captions on"), "captions", Command.CAPTIONS, is_checkable=True
        )
        self.adjust = self._chip(
            self.tr("Sound and effort"), "settings", Command.ADJUST, is_checkable=False
        )
        self.full_screen = self._chip(
            self.tr("Full screen"), "full-screen", Command.FULL_SCREEN, is_checkable=False
        )
        self.end = self._chip(self.tr("End"), "close", Command.LEAVE, is_checkable=False)
        self._chips = (self.voice, self.captions, self.adjust, self.full_screen, self.end)
        self._is_full_screen = False
        self.voice.setChecked(True)
        self.captions.setChecked(True)
        self.voice.toggled.connect(self._on_toggled)
        self.captions.toggled.connect(self._on_toggled)
        look.changed.connect(self._arrange)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment of a session."""
        left = self.tr("{time} left").format(time=clock(snapshot.left))
        number, count = snapshot.exercise_number, snapshot.exercise_count
        place = self.tr("{number} of {count}").format(number=number, count=count)
        name, rest = f"{snapshot.timeline.name}    ", f"{place} · {left}" if number else left
        if name + rest == self.words.text:
            return
        before = self.words.sizeHint()
        self.words.set_runs(
            Run(name, weight=QFont.Weight.DemiBold),
            Run(rest, "muted_text"),
        )
        if self.words.sizeHint() != before:
            self._arrange()

    def set_voice(self, is_on: bool) -> None:
        """Show whether the voice is on; says nothing to anybody."""
        self.voice.blockSignals(True)
        self.voice.setChecked(is_on)
        self.voice.blockSignals(False)
        self._on_toggled()

    def set_captions(self, is_on: bool) -> None:
        """Show whether captions are on; says nothing to anybody."""
        self.captions.blockSignals(True)
        self.captions.setChecked(is_on)
        self.captions.blockSignals(False)
        self._on_toggled()

    def set_full_screen(self, is_full_screen: bool) -> None:
        """Leave only the way out."""
        self._is_full_screen = is_full_screen
        words = self.tr("Leave full screen") if is_full_screen else self.tr("Full screen")
        self.full_screen.set_words(words, "leave-full-screen" if is_full_screen else "full-screen")
        for chip in (self.voice, self.captions, self.adjust, self.end):
            chip.setVisible(not is_full_screen)
        self._arrange()

    def set_factor(self, factor: float) -> None:
        """Make the words larger than the theme has them, and the chips somewhat."""
        self.words.set_factor(factor)
        for chip in self._chips:
            chip.set_factor(gentle(factor))

    def sizeHint(self) -> QSize:
        """One row."""
        height = max(self.words.line_height(), self.end.sizeHint().height())
        return QSize(self.words.sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def _chip(self, text: str, icon: str, command: Command, *, is_checkable: bool) -> Chip:
        chip = Chip(
            self._look, text, icon, is_checkable, is_quiet=True, key=cap(command), parent=self
        )
        chip.leave_clicks_unfocused()
        chip.clicked.connect(lambda: self.command_requested.emit(command))
        return chip

    def _on_toggled(self) -> None:
        is_on = self.voice.isChecked()
        words = self.tr("Voice on") if is_on else self.tr("Voice off")
        self.voice.set_words(words, "voice" if is_on else "voice-off")
        is_on = self.captions.isChecked()
        words = self.tr("Captions on") if is_on else self.tr("Captions off")
        self.captions.set_words(words, "captions" if is_on else "captions-off")
        self._arrange()

    def _arrange(self) -> None:
        chips = [chip for chip in self._chips if not chip.isHidden()]
        for is_compact in (False, True):
            for chip in chips:
                chip.set_compact(is_compact)
            width = sum(chip.sizeHint().width() + GAP for chip in chips) - GAP
            if self.words.sizeHint().width() + 2 * GAP + width <= self.width():
                break
        x = self.width() - width
        for chip in chips:
            size = chip.sizeHint()
            chip.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
            x += size.width() + GAP
        height = self.words.line_height()
        room = self.width() - width - 2 * GAP
        self.words.setGeometry(0, (self.height() - height) // 2, room, height)
