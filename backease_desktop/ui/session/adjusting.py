"""What can be adjusted while a session waits: how loud, how fast, and how much.

Loudness counts at once. Speed and effort change the words and the doses, so the exercise that is
on begins again with them when this is closed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.fields import fields_of
from backease_desktop.core.settings import VoiceSettings
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.segments import Segments
from backease_desktop.ui.components.veil import Veil
from backease_desktop.ui.effort_words import effort_options
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import editor_for
from backease_desktop.ui.settings.rate_editor import RateEditor

WIDTH = 460
EDGE = 2
"""Of the card, around what scrolls in it."""


class Adjusting(Veil):
    """Covers the page while it is open, and keeps the keys.

    Args:
        look: the theme and the fonts.
        host: the page that it covers.

    Signals:
        voice_changed: name of a field of the voice's settings, and its value.
        effort_chosen: a `DoseLevel`.
        closed: the person is done; whether what is on must begin again.
    """

    voice_changed = Signal(str, object)
    effort_chosen = Signal(object)
    closed = Signal(bool)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host)
        fields = fields_of(VoiceSettings)
        self._before: tuple[int, DoseLevel] | None = None
        self._now = (0, DoseLevel.STANDARD)
        self.volume = editor_for(
            look, fields["volume"], lambda value: self.voice_changed.emit("volume", value)
        )
        self.rate = RateEditor(
            look, fields["rate_wpm"], lambda value: self.voice_changed.emit("rate_wpm", value)
        )
        self.effort = Segments(look, self.tr("Effort"), effort_options())
        self.effort.chosen.connect(self.effort_chosen)
        self.done = Button(look, self.tr("Go on"), Kind.PRIMARY, "⏎")
        self.done.clicked.connect(self.close_and_tell)
        self._card = Card(look, parent=self)
        around = QVBoxLayout(self._card)
        around.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._inside = inside = QWidget()
        around.addWidget(Scroll(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Sound and effort"), "heading"))
        for name, widget in (
            (self.tr("Voice volume"), self.volume.widget),
            (self.tr("Speed"), self.rate.widget),
            (self.tr("Effort"), self.effort),
        ):
            column.addWidget(Label(name, is_strong=True, wraps=True))
            column.addWidget(widget)
        note = self.tr("After another speed or effort the exercise begins again.")
        column.addWidget(Label(note, "small", "muted", wraps=True))
        column.addWidget(self.done)
        self.setAccessibleName(self.tr("Sound and effort"))

    def show_values(self, voice: VoiceSettings, effort: DoseLevel) -> None:
        """Show how things are."""
        self._now = (voice.rate_wpm, effort)
        self.volume.show(voice.volume)
        self.rate.show(voice.rate_wpm)
        self.rate.fit(is_natural=voice.voice is None)
        self.effort.set_value(effort)

    def open(self) -> None:
        """Open, with the keys on the loudness."""
        self._before = self._now
        self._place()
        self.show()
        self.raise_()
        self.volume.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def close_quietly(self) -> None:
        """Close, and say nothing."""
        if self.is_open:
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()

    def close_and_tell(self) -> None:
        """Close, and say whether anything has changed that begins the exercise again."""
        if self.is_open:
            self.close_quietly()
            self.closed.emit(self._now != self._before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and Escape are done; every other key ends here."""
        if event.key() in (*ENTER, Qt.Key.Key_Space, Qt.Key.Key_Escape):
            self.close_and_tell()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab stays inside."""
        inside = [w for w in self._card.findChildren(QWidget) if _takes_tab(w)]
        here = self._host.window().focusWidget()
        if not inside:  # Qt looks for another focus while this is being hidden
            return False
        place = inside.index(here) if here in inside else -1
        inside[(place + (1 if is_next else -1)) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def _place(self) -> None:
        super()._place()
        width = min(self._look.theme.px(WIDTH), self.width() - 32)
        layout = self._inside.layout()
        assert layout is not None
        needed = max(layout.totalHeightForWidth(width - 2 * EDGE), layout.totalSizeHint().height())
        height = min(needed + 2 * EDGE, self.height())
        self._card.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
