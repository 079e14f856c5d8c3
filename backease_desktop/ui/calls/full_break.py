"""The full-screen break: the call that nobody overlooks, for whoever has chosen it.

Rules:
1. Esc always leaves, on every screen and from the first moment; so does closing a window.
2. Every other key is deaf for the first second, and on while keys keep coming: who was typing does
   not start a session by accident. A click is always heard.
3. It cannot outlive the program or lock anybody in: plain windows of this process, nothing grabbed,
   and an answer takes the windows away before it is told.
4. A window for each screen: the one with the pointer has everything, the others the title alone.
   A screen that comes or goes while it shows gets or loses its window.
5. Nothing moves but the line that runs down. Closed, it has no window and no timer that runs.
6. It takes the focus, other than the card.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from backease_desktop.core.units import SECOND
from backease_desktop.ui.calls.break_window import BreakWindow, Call, Invitation, TitleAlone
from backease_desktop.ui.look.style import Look

DEAF = SECOND


class FullBreak(QObject):
    """The break.

    Args:
        look: the theme and the fonts.
        make_figure: makes what shows the exercise that comes, anew for every call.
        parent: the owner.

    Signals:
        start_requested: now is a good time.
        snooze_requested: later; carries the minutes.
        not_now_requested: this one is left out.
    """

    start_requested = Signal()
    snooze_requested = Signal(int)
    not_now_requested = Signal()

    def __init__(
        self, look: Look, make_figure: Callable[[], QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._make_figure = make_figure
        self._call: Call | None = None
        self._words = ""
        self._windows: dict[QScreen, BreakWindow] = {}
        self._gone: list[BreakWindow] = []
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._on_screen_added)
        app.screenRemoved.connect(self._on_screen_removed)

    @property
    def words(self) -> str:
        """All that it says, or said last."""
        return self._words

    @property
    def is_shown(self) -> bool:
        """Whether it calls now."""
        return self._call is not None

    @property
    def is_deaf(self) -> bool:
        """Whether no key but Esc is heard now."""
        return self._deaf.isActive()

    @property
    def windows(self) -> tuple[BreakWindow, ...]:
        """Its windows, the one with everything first."""
        return tuple(sorted(self._windows.values(), key=lambda w: not isinstance(w, Invitation)))

    def show_call(
        self, title: str, sentence: str, snooze_min: Sequence[int], late: str = ""
    ) -> None:
        """Call the person; `late` says why it comes only now."""
        self.withdraw()
        self._call = call = Call(title, sentence, tuple(snooze_min), late)
        self._words = call.words
        self._deaf.start(DEAF)
        foremost = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        for screen in QGuiApplication.screens():
            self._cover(screen, is_foremost=screen is foremost)
        self._come_forward()

    def shrink(self) -> None:
        """Nobody answered: the tray says it from here on."""
        self.withdraw()

    def withdraw(self) -> None:
        """Go, from every screen."""
        self._call = None
        self._deaf.stop()
        for screen in tuple(self._windows):
            self._uncover(screen)

    def _cover(self, screen: QScreen, *, is_foremost: bool) -> None:
        assert self._call is not None
        window: BreakWindow
        if is_foremost:
            figure = self._make_figure()
            window = invitation = Invitation(self._look, self._call, self._deaf, figure)
            invitation.snoozed.connect(self._on_snoozed)
        else:
            window = other = TitleAlone(self._look, self._call, self._deaf)
            other.buttons_sought.connect(self._come_forward)
        window.started.connect(self._on_started)
        window.left.connect(self._on_left)
        self._windows[screen] = window
        window.fill(screen)

    def _uncover(self, screen: QScreen) -> None:
        window = self._windows.pop(screen)
        window.hide()
        window.deleteLater()
        # Kept until Qt has deleted it: it may be the window whose click is being told.
        self._gone = [gone for gone in self._gone if isValid(gone)] + [window]

    def _come_forward(self) -> None:
        for window in self.windows[:1]:
            window.raise_()
            window.activateWindow()

    def _on_screen_added(self, screen: QScreen) -> None:
        if self._call is not None and screen not in self._windows:
            self._cover(screen, is_foremost=not self._windows)
            self._come_forward()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen not in self._windows:
            return
        was_foremost = isinstance(self._windows[screen], Invitation)
        self._uncover(screen)
        left = next(iter(self._windows), None)
        if was_foremost and left is not None:
            self._uncover(left)
            self._cover(left, is_foremost=True)
            self._come_forward()

    def _on_started(self) -> None:
        self.withdraw()
        self.start_requested.emit()

    def _on_snoozed(self, minutes: int) -> None:
        self.withdraw()
        self.snooze_requested.emit(minutes)

    def _on_left(self) -> None:
        self.withdraw()
        self.not_now_requested.emit()
