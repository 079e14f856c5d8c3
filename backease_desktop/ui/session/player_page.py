"""The player page: a session as it goes, and everything that can be asked of it.

It draws snapshots and emits wishes; it decides nothing about a session. Two things are its own:
*Escape* pauses and asks before it ends a session under way, and a question on the page keeps every
other key away until it is answered. The page is ready in a window that lies open; what a session
asks for later, its calm end and what can be adjusted, is made then: 2 MB.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.units import ceil_seconds
from backease_desktop.ui.components.sheet import Sheet
from backease_desktop.ui.components.toast import Toast
from backease_desktop.ui.formats import phase_words
from backease_desktop.ui.keys import IN_SESSION, Command, Wish
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.questions import ask_to_leave
from backease_desktop.ui.session.preparing import Preparing
from backease_desktop.ui.session.session_view import SessionView

if TYPE_CHECKING:
    from backease_desktop.controllers.hurting import Hurt
    from backease_desktop.core.catalogue.words import DoseLevel
    from backease_desktop.core.settings import VoiceSettings
    from backease_desktop.ui.session.adjusting import Adjusting
    from backease_desktop.ui.session.closing import Around, Closing
    from backease_desktop.ui.session.hurts_question import Beside, HurtsQuestion

RUNNING = (Status.PLAYING, Status.COUNTING_IN)
OVER = (Status.FINISHED, Status.STOPPED)

ANSWERS = {
    "end": Command.END,
    "easier": Command.EASIER,
    "go_on": Command.RESUME,
    "next": Command.NEXT_EXERCISE,
    "help": Command.HELP,
}
"""What the answers to the questions come to."""


class PlayerPage(QWidget):
    """The page.

    Args:
        look: the theme and the fonts.
        figure: draws the figure of the exercise that is on.
        thumbnail: draws the figure of the next one.

    Signals:
        commanded: what a key, a button or an answer asks of the session; its `Command`.
        jump_requested: to the segment of that index.
        hurt_told: how much it hurts, 0 to 10.
        announced: words that a screen reader was given.
        closing_made: the calm end is there from here on; the `Closing`.
        adjusting_made: what can be adjusted is there from here on; the `Adjusting`.
    """

    commanded = Signal(object)
    jump_requested = Signal(int)
    hurt_told = Signal(int)
    announced = Signal(str)
    closing_made = Signal(object)
    adjusting_made = Signal(object)

    tells_only_front = True

    def __init__(
        self,
        look: Look,
        figure: QWidget | None = None,
        thumbnail: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._snapshot: Snapshot | None = None
        self._announced_phase: tuple[int, int] | None = None
        self._is_voice_on = False
        self._is_full_screen = False
        self._resumes_if_staying = False
        self._closing: Closing | None = None
        self._adjusting: Adjusting | None = None
        self._hurts: HurtsQuestion | None = None
        self._values: tuple[VoiceSettings, DoseLevel] | None = None
        self.session = SessionView(look, figure, thumbnail, self)
        self.preparing = Preparing(look, self)
        self.before = self.session.before
        self.sheet = Sheet(look, self)
        self.toast = Toast(look, self)
        self._show_only(None)
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        look.changed.connect(self._arrange)

    # What is made when it is first needed

    @property
    def closing(self) -> "Closing":
        """The calm end."""
        if self._closing is None:
            # Loaded on first use, at the end of the first session.
            from backease_desktop.ui.session.closing import Closing

            self._closing = made = Closing(self._look, self)
            made.hide()
            made.stackUnder(self.sheet)
            made.setGeometry(self.rect())
            made.command_requested.connect(self.commanded)
            self.closing_made.emit(made)
        return self._closing

    @property
    def adjusting(self) -> "Adjusting":
        """What can be adjusted while the session waits."""
        if self._adjusting is None:
            # Loaded on first use, when the person asks for it.
            from backease_desktop.ui.session.adjusting import Adjusting

            self._adjusting = made = Adjusting(self._look, self)
            made.stackUnder(self.toast)
            made.closed.connect(self._on_adjusted)
            if self._values is not None:
                made.show_values(*self._values)
            self.adjusting_made.emit(made)
        return self._adjusting

    @property
    def hurts(self) -> "HurtsQuestion":
        """What is asked after *It hurts*."""
        if self._hurts is None:
            # Loaded on first use, by what hurts.
            from backease_desktop.ui.session.hurts_question import HurtsQuestion

            self._hurts = made = HurtsQuestion(self._look, self.sheet)
            made.level_told.connect(self.hurt_told)
            made.numb_requested.connect(lambda: self.commanded.emit(Command.NUMB))
        return self._hurts

    @property
    def _is_adjusting(self) -> bool:
        return self._adjusting is not None and self._adjusting.is_open

    @property
    def _is_over(self) -> bool:
        """Whether the calm end is what is shown."""
        return self._closing is not None and not self._closing.isHidden()

    # What is shown

    def begin(self, name: str) -> None:
        """Make room for a session of that name: nothing of the one before is left, nor its keys."""
        self._snapshot = None
        self._announced_phase = None
        self.sheet.close_quietly()
        if self._adjusting is not None:
            self._adjusting.close_quietly()
        self.preparing.begin(name)
        self._show_only(self.preparing)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a session at a moment; what comes after the last one is a record."""
        self._snapshot = snapshot
        if snapshot.status in OVER:
            return
        self._show_only(self.session)
        if self.toast.isVisible() and self._has_figure:  # here captions stand at the foot
            self.toast.hide()
            self.session.toast.say(self.toast.text)
        self.session.show_snapshot(snapshot)
        self._announce(snapshot)

    def show_record(self, record: SessionRecord, around: "Around | None" = None) -> None:
        """Show the calm end: what was done of a session that is over."""
        self.sheet.close_quietly()
        self._show_only(self.closing)
        self.closing.show_record(record, around)
        self.closing.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closing.show_top()  # a narrow window scrolls the button, too
        self._say(f"{self.closing.headline.text()}. {self.closing.summary.text()}")

    def show_preparing(self, done: int, total: int) -> None:
        """Say how far the rendering of the voice is, before a session."""
        self._snapshot = None
        self._show_only(self.preparing)
        self.preparing.show_progress(done, total)

    def show_message(self, text: str, icon: str = "") -> None:
        """Say something once, such as that there is no sound."""
        toast = self.session.toast if self._has_figure else self.toast
        toast.say(text, icon)

    @property
    def _has_figure(self) -> bool:
        """Whether the figure is there, over which a session says things."""
        return not (self.session.isHidden() or self.session.figure_card.isHidden())

    def show_hurt(self, hurt: "Hurt", beside: "Beside" = lambda _: None) -> None:
        """Ask after *It hurts*, or show what was said so far; `beside` makes its picture."""
        following = self._snapshot.next if self._snapshot is not None else None
        self.hurts.show_hurt(hurt, following.name if following else None, beside)

    def ask_before(self) -> None:
        """Ask how the back is, while the session begins."""
        self.before.ask()

    def set_voice(self, is_on: bool) -> None:
        """Show whether the voice is on; while it is not, a screen reader is told of phases."""
        self._is_voice_on = is_on
        self.session.top.set_voice(is_on)

    def show_values(self, voice: "VoiceSettings", effort: "DoseLevel") -> None:
        """Show how things are that can be adjusted."""
        self._values = voice, effort
        if self._adjusting is not None:
            self._adjusting.show_values(voice, effort)

    def set_captions(self, is_on: bool) -> None:
        """Show captions or not."""
        self.session.set_captions(is_on)

    def set_full_screen(self, is_full_screen: bool) -> None:
        """Leave the essentials only, large enough for three metres."""
        self._is_full_screen = is_full_screen
        self.session.set_full_screen(is_full_screen)

    # What is asked

    def perform(self, wish: Wish) -> bool:
        """Do what a key or a button asks for; False if it is not for a session."""
        command = wish.command
        if command is Command.LEAVE:
            self.leave()
            return True
        if self._is_adjusting:
            if command is Command.PAUSE:
                self.adjusting.close_and_tell()
            return command is not Command.FULL_SCREEN
        if self.sheet.is_open:
            if command is Command.PAUSE:
                self.sheet.choose_by(Qt.Key.Key_Space)
            return command is not Command.FULL_SCREEN
        if self._snapshot is None or self._is_over:
            return False
        if command not in IN_SESSION:
            return False
        if command is Command.ADJUST:
            self._wait_for(command, lambda: self.adjusting.open())
        else:
            self.commanded.emit(command)
        return True

    def leave(self) -> None:
        """One key always leaves: full screen first; then it pauses and asks; twice ends."""
        if self._is_adjusting:
            self.adjusting.close_and_tell()
        elif self.sheet.is_open:
            self.sheet.choose_by(Qt.Key.Key_Escape)
        elif self._is_full_screen:
            self.commanded.emit(Command.FULL_SCREEN)
        elif self._is_over:
            self.commanded.emit(Command.DONE)
        elif self._snapshot is None:
            self.commanded.emit(Command.END)
        else:
            snapshot = self._snapshot
            self._wait_for(Command.LEAVE, lambda: ask_to_leave(self.sheet, snapshot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is asked while a session begins has its keys before the session has."""
        if event.isAutoRepeat() or not self.before.take_key(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """It can be made small; at 960 × 600 all of it is there."""
        return QSize(200, 160)

    # Inside

    def _connect(self) -> None:
        self.session.command_requested.connect(self._on_command)
        self.session.jump_requested.connect(self.jump_requested)
        self.sheet.chosen.connect(self._on_sheet_chosen)
        self.sheet.dismissed.connect(lambda: self.commanded.emit(Command.TAKE_BACK))

    def _on_command(self, command: Command) -> None:
        self.perform(Wish(command))

    def _wait_for(self, command: Command, ask: Callable[[], None]) -> None:
        """Let the session wait while something is asked; whether it is to go on is remembered."""
        self._resumes_if_staying = self._snapshot is not None and self._snapshot.status in RUNNING
        self.commanded.emit(command)
        ask()

    def _on_adjusted(self, is_to_begin_again: bool) -> None:
        if is_to_begin_again:
            self.commanded.emit(Command.REARRANGE)
        elif self._resumes_if_staying:
            self.commanded.emit(Command.RESUME)

    def _on_sheet_chosen(self, name: str) -> None:
        if name != "stay":
            self.commanded.emit(ANSWERS[name])
        elif self._resumes_if_staying:
            self.commanded.emit(Command.RESUME)

    def _announce(self, snapshot: Snapshot) -> None:
        """Tell a screen reader of a new phase, once; where our voice says it, nothing else does."""
        segment = snapshot.segment
        phase = (snapshot.index if not snapshot.counts_repetitions else -1, segment.block)
        if phase == self._announced_phase:
            return
        self._announced_phase = phase
        if self._is_voice_on:
            return
        phase_length = phase_words(segment.kind)
        if not snapshot.counts_repetitions:
            seconds = ceil_seconds(segment.duration)
            phase_length = self.tr("{phase}, {n} seconds").format(phase=phase_length, n=seconds)
        words = [phase_length, segment.name, segment.landmark or ""]
        self._say(". ".join(word for word in words if word))

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.announced.emit(text)

    def _show_only(self, shown: QWidget | None) -> None:
        for view in (self.session, self.preparing, self._closing):
            if view is not None:
                view.setVisible(view is shown)

    def _arrange(self) -> None:
        self.session.setGeometry(self.rect())
        if self._closing is not None:
            self._closing.setGeometry(self.rect())
        self.preparing.setGeometry(self.rect())
