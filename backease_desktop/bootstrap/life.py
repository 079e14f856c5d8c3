"""The life of the program beside its window: closed, unseen, begun anew, ended.

seen ── closed, and reminders are to go on ─▶ put away ── a moment later ─▶ begun anew
│                                              │  (so does a call that is over; but not while
│                                              │  the next is near)
└── closed, and they are not; Quit ─▶ ended    └── opened ─▶ seen

A program that was updated while it was in the background begins anew, too: by itself when the
update has settled, or at once, with a window, when one is wanted. What it had not loaded yet would
be that of another version.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.bootstrap.clocks import local_now
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.units import Ms
from backease_desktop.own_program import Installed

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.ui.reminders.reminder_wiring import ReminderWiring

ANEW_AFTER = Ms(5_000)
"""Who closes the window by mistake, or thinks again, has it back at once."""

SETTLED_AFTER = Ms(60_000)
"""An update is whole when nothing has changed for so long."""

LOGOUT_WITHIN = Ms(60_000)
"""A desktop that has announced its end and is still there then has thought better of it."""


class Life(QObject):
    """Decides what becomes of the program.

    Args:
        settings: whether it goes on without its window, and whether that was said.
        front: the window with all behind it; None while there is none.
        reminders: what reminds; None while it is not made.
        has_unsaid: whether the person is still to be told something.
        installed: what is installed now; it was what runs when the program started.
        parent: the owner.

    Attributes:
        to_show: id of a routine that the next start is to show, or nothing.

    Signals:
        quit_requested: the process is to end.
        anew_requested: nobody looks any more; the process is to begin anew, without a window.
        window_anew_requested: a window is wanted of a program that was updated, or that has kept
            something for its catalogue; the process is to begin anew, with one.
    """

    quit_requested = Signal()
    anew_requested = Signal()
    window_anew_requested = Signal()

    def __init__(
        self,
        settings: SettingsController,
        front: "Callable[[], Front | None]",
        reminders: "Callable[[], ReminderWiring | None]",
        has_unsaid: Callable[[], bool],
        installed: Callable[[], Installed | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._front = front
        self._reminders = reminders
        self._has_unsaid = has_unsaid
        self._installed = installed
        self._runs = self._was_installed = installed()
        self._is_leaving = False
        self.to_show = ""
        self._unseen = QTimer(self, singleShot=True, interval=ANEW_AFTER)
        self._unseen.timeout.connect(self._on_unseen)
        self._logout = QTimer(self, singleShot=True, interval=LOGOUT_WITHIN)
        self._logout.timeout.connect(self._on_logout_cancelled)

    @property
    def is_unseen(self) -> bool:
        """Whether there is more than reminds, and nobody who looks at it, or walks by it."""
        front, reminders = self._front(), self._reminders()
        if front is None or reminders is None:
            return False
        is_walking = front.walk is not None and front.walk.is_on
        return not (front.window.isVisible() or reminders.offers.is_calling or is_walking)

    @property
    def is_outdated(self) -> bool:
        """Whether it was updated before its window was made, which would be of two versions."""
        return self._front() is None and self._installed() not in (self._runs, None)

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
        is_old = self.is_unseen or self.is_outdated
        return is_old and not is_waited_for and not self._has_unsaid()

    def look_after(self) -> None:
        """Something has changed: if nobody looks any more, begin anew in a moment."""
        if not self._may_begin_anew:
            self._unseen.stop()
        elif not self._unseen.isActive():
            self._begin_anew_soon()

    def show_anew(self, routine_id: str) -> None:
        """The catalogue has grown: begin anew, with a window that shows a routine, if any."""
        self.to_show = routine_id
        self.window_anew_requested.emit()

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
        """Whether a reminder may call, and the person wants that to go on."""
        reminders = self._reminders()
        wants = self._settings.settings.closing.stay and not self._is_leaving
        return wants and reminders is not None and reminders.controller.may_call

    def _put_away(self) -> None:
        front = self._front()
        assert front is not None
        front.put_away()
        self.look_after()

    def _on_logout_cancelled(self) -> None:
        self._is_leaving = False
        self.look_after()

    def _on_unseen(self) -> None:
        if not self._may_begin_anew:
            return
        if self._installed() != self._was_installed:  # an update goes on just now
            self._begin_anew_soon()
        else:
            self.anew_requested.emit()

    def _begin_anew_soon(self) -> None:
        self._was_installed = self._installed()
        self._unseen.start(SETTLED_AFTER if self.is_outdated else ANEW_AFTER)
