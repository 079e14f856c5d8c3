"""Keeping the screen on through a service of the Linux desktop.

Rules: nothing waits for an answer; a hold that is released before its answer has come is undone
when it comes; the services themselves undo it when the program dies. A service that goes has
forgotten us: the one that takes its place is asked anew.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from backease_desktop.own_program import APP_ID
from backease_desktop.system.keep_awake.inhibitor import Inhibitor
from backease_desktop.system.wire.dbus import Body, Bus, Method, Remote

_IDLE = 8
"""The flag "do not mark the desktop as idle" of GNOME and of the portal."""

_GNOME = Remote("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
_SCREEN_SAVER = Remote(
    "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
)
_PORTAL = Remote(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one service is asked.

    Attributes:
        name: what a person reads.
        ask: the method that holds; it gives one token.
        arguments: the arguments of `ask`, made from the reason.
        undo: the call that gives the token back.
    """

    name: str
    ask: Method
    arguments: Callable[[str], Body]
    undo: Callable[[object], tuple[Method, Body]]


RECIPES = (
    Recipe(
        "desktop screen saver",
        Method(_SCREEN_SAVER, "Inhibit", "ss", "u"),
        lambda reason: (APP_ID, reason),
        lambda cookie: (Method(_SCREEN_SAVER, "UnInhibit", "u"), (cookie,)),
    ),
    Recipe(
        "GNOME",
        Method(_GNOME, "Inhibit", "susu", "u"),
        lambda reason: (APP_ID, 0, reason, _IDLE),
        lambda cookie: (Method(_GNOME, "Uninhibit", "u"), (cookie,)),
    ),
    Recipe(
        "desktop portal",
        Method(_PORTAL, "Inhibit", "sua{sv}", "o"),
        lambda reason: ("", _IDLE, {"reason": ("s", reason)}),
        lambda handle: (
            Method(Remote(_PORTAL.service, str(handle), "org.freedesktop.portal.Request"), "Close"),
            (),
        ),
    ),
)


class BusInhibitor(Inhibitor):
    """Keeps the screen on by one recipe."""

    def __init__(self, bus: Bus, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = recipe.name
        self._bus = bus
        self._recipe = recipe
        self._holds = 0
        self._token: object | None = None
        self._end: Callable[[], None] = lambda: None

    def hold(self, reason: str) -> None:
        """Ask the service; a refusal arrives as `failed`."""
        self.release()
        hold = self._holds = self._holds + 1
        service = self._recipe.ask.remote.service
        self._end = self._bus.watch_loss(service, lambda: self._ask_anew(reason))

        def on_reply(body: Body) -> None:
            (token,) = body
            if hold == self._holds:
                self._token = token
            else:
                self._give_back(token)

        def on_error(why: str) -> None:
            if hold == self._holds:
                self._look_away()
                self.failed.emit(why)

        self._bus.call(self._recipe.ask, self._recipe.arguments(reason), on_reply, on_error)

    def release(self) -> None:
        """Give back what is held, or will be once the answer has come."""
        self._holds += 1
        self._look_away()
        if self._token is not None:
            self._give_back(self._token)
            self._token = None

    def _ask_anew(self, reason: str) -> None:
        self._token = None  # nobody knows it any more
        self.hold(reason)

    def _look_away(self) -> None:
        self._end()
        self._end = lambda: None

    def _give_back(self, token: object) -> None:
        self._bus.call(*self._recipe.undo(token))
