"""The life of the program beside its window: closed, unseen, begun anew, ended.

seen ── closed, and reminders are to go on ─▶ put away ── a moment later ─▶ begun anew
│                                              │  (so does a call that is over; but not while
│                                              │  the next is near)
└── closed, and they are not; Quit ─▶ ended    └── opened ─▶ seen
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.units import Ms

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.ui.reminders.reminder_wiring import ReminderWiring

ANEW_AFTER = Ms(5_000)
"""Who closes the window by mistake, or thinks again, has it back at once."""

LOGOUT_WITHIN = Ms(60_000)
"""A desktop that has announced its end and is still there then has thought better of it."""


class Life(QObject):
    """Decides what becomes of the program.

    Args:
        settings: whether it goes on without its window, and whether that was said.
        front: the window with all behind it; None while there is none.
        reminders: what reminds; None while it is not made.
        has_unsaid: whether the person is still to be told something.
        parent: the owner.

    Signals:
        quit_requested: the process is to end.
        anew_requested: nobody looks any more; the process is to begin anew, without a window.
    """

    quit_requested = Signal()
    anew_requested = Signal()

    def __init__(
        self,
        settings: SettingsController,
        front: "Callable[[], Front | None]",
        reminders: "Callable[[], ReminderWiring | None]",
        has_unsaid: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._front = front
        self._reminders = reminders
        self._has_unsaid = has_unsaid
        self._is_leaving = False
        self._unseen = QTimer(self, singleShot=True, interval=ANEW_AFTER)
        self._unseen.timeout.connect(self._on_unseen)
        self._logout = QTimer(self, singleShot=True, interval=LOGOUT_WITHIN)
        self._logout.timeout.connect(self._on_logout_cancelled)

    @property
    def is_unseen(self) -> bool:
        """Whether there is more than reminds, and nobody who looks at it."""
        front, reminders = self._front(), self._reminders()
        if front is None or reminders is None:
            return False
        return not (front.window.isVisible() or reminders.offers.is_calling)

    @property
    def is_to_begin_anew(self) -> bool:
        """Whether that comes soon, unless somebody looks."""
        return self._unseen.isActive()

    @property
    def _may_begin_anew(self) -> bool:
        """Whether that is worth it, and nothing is lost by it.

        A program that has just started keeps quiet for some minutes, which must not delay a call;
        and what is still to be said is not in any file.
        """
        reminders = self._reminders()
        is_waited_for = reminders is not None and reminders.offers.calls_soon(local_now())
        return self.is_unseen and not is_waited_for and not self._has_unsaid()

    def look_after(self) -> None:
        """Something has changed: if nobody looks any more, begin anew in a moment."""
        if not self._may_begin_anew:
            self._unseen.stop()
        elif not self._unseen.isActive():
            self._unseen.start()

    def leave(self) -> None:
        """From here on nothing is asked: the program is to end."""
        self._is_leaving = True
        self._unseen.stop()
        self._logout.stop()

    def expect_logout(self) -> None:
        """The desktop's session is to end, unless the person, or another program, says no."""
        self.leave()
        self._logout.start()

    def quit(self) -> None:
        """End, whatever is on."""
        self.leave()
        self.quit_requested.emit()

    def may_close(self) -> bool:
        """Whether the window may be closed at once; if not, a question is open now."""
        front = self._front()
        if front is None or self._settings.profile.told_staying or not self._goes_on:
            return True
        front.ask_to_stay()
        return False

    def on_closed(self) -> None:
        """The window was closed."""
        if self._goes_on:
            self._put_away()
        elif not self._is_leaving:
            self.quit()

    def on_stay_answered(self, stays: bool) -> None:
        """The person has said whether the program goes on without its window."""
        self._settings.remember_told_staying()
        if stays:
            self._put_away()
        else:
            self.quit()

    @property
    def _goes_on(self) -> bool:
        """Whether there are reminders, and the person wants to keep them."""
        reminders = self._reminders()
        wants = self._settings.settings.closing.stay and not self._is_leaving
        return wants and reminders is not None and bool(reminders.controller.plan.active)

    def _put_away(self) -> None:
        front = self._front()
        assert front is not None
        front.put_away()
        self.look_after()

    def _on_logout_cancelled(self) -> None:
        self._is_leaving = False
        self.look_after()

    def _on_unseen(self) -> None:
        if self._may_begin_anew:
            self.anew_requested.emit()
