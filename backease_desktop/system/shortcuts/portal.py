"""Shortcuts under Wayland: the desktop's portal asks the person, and may give other keys.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html.
Rules: the program says who it is first (`host.portal.Registry`), on a connection that has asked a
portal nothing yet; the person is asked once a run, for both shortcuts; one that is not held is not
told, since a portal gives keys for as long as its own session (D-Bus calls it so) lasts.
"""

import logging
from collections.abc import Callable, Mapping
from itertools import count

from PySide6.QtCore import QObject

from backease_desktop.core.shortcut import Shortcut
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.own_program import APP_ID
from backease_desktop.system.shortcuts.shortcuts import Shortcuts
from backease_desktop.system.wire.dbus import Body, Bus, Method, Notice, Remote

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
_PORTAL = Remote(SERVICE, PATH, "org.freedesktop.portal.GlobalShortcuts")
REGISTER = Method(
    Remote(SERVICE, PATH, "org.freedesktop.host.portal.Registry"), "Register", "sa{sv}"
)
CREATE = Method(_PORTAL, "CreateSession", "a{sv}", "o")
BIND = Method(_PORTAL, "BindShortcuts", "oa(sa{sv})sa{sv}", "o")
ACTIVATED = Notice(_PORTAL, "Activated", "osta{sv}")
DONE = 0
ASKED_FOR = Ms(2 * MINUTE)
"""How long a call may take: some desktops answer it only when the person has."""


class PortalShortcuts(Shortcuts):
    """Keys of the portal.

    Args:
        open_bus: makes a connection to the desktop's bus for this alone; None where there is none.
        parent: the owner.
    """

    def __init__(
        self, open_bus: Callable[[QObject], Bus | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_bus = open_bus
        self._bus: Bus | None = None
        self._is_asked = False
        self._handle = ""
        self._held: set[Shortcut] = set()
        self._labels: dict[str, str] = {}
        self._tokens = count(1)

    def hold(self, shortcut: Shortcut) -> None:
        """Tell of it from now on; the first time of all the portal is asked for both."""
        self._held.add(shortcut)
        if not self._is_asked:
            self._is_asked = True
            self._bus = self._open_bus(self)
            if self._bus is not None:
                self._bus.watch(ACTIVATED, self._on_activated)
                # An older portal has no such thing, and knows us by our scope: both may go on.
                self._bus.call(
                    REGISTER, (APP_ID, {}), lambda _: self._create(), lambda _: self._create()
                )

    def release(self, shortcut: Shortcut) -> None:
        """Tell of it no more."""
        self._held.discard(shortcut)

    def label(self, shortcut: Shortcut) -> str:
        """The keys that the desktop has given to it."""
        return self._labels.get(shortcut.id, "") if shortcut in self._held else ""

    def _create(self) -> None:
        token = {"session_handle_token": ("s", "backease")}
        self._request(CREATE, (), token, self._on_created)

    def _on_created(self, results: dict[str, tuple[str, object]]) -> None:
        self._handle = str(results.get("session_handle", ("s", ""))[1])
        wanted = [
            (
                shortcut.id,
                {
                    "description": ("s", shortcut.value.does),
                    "preferred_trigger": ("s", f"CTRL+ALT+{shortcut.value.letter}"),
                },
            )
            for shortcut in Shortcut
        ]
        self._request(BIND, (self._handle, wanted, ""), {}, self._on_bound)

    def _on_bound(self, results: dict[str, tuple[str, object]]) -> None:
        given = results.get("shortcuts", ("a(sa{sv})", []))[1]
        for name, about in given if isinstance(given, list) else ():
            words = about.get("trigger_description", ("s", ""))[1]
            self._labels[name] = str(words)
        self.labels_changed.emit()

    def _request(
        self,
        method: Method,
        arguments: Body,
        options: Mapping[str, tuple[str, object]],
        does: Callable[[dict[str, tuple[str, object]]], None],
    ) -> None:
        """Ask a portal; its answer is a signal of a request whose path is known beforehand."""
        assert self._bus is not None
        token = f"backease{next(self._tokens)}"
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        path = f"{PATH}/request/{sender}/{token}"
        answer = Notice(
            Remote(SERVICE, path, "org.freedesktop.portal.Request"), "Response", "ua{sv}"
        )

        def on_response(body: Body) -> None:
            end()
            if body[0] == DONE:
                does(body[1])
            else:
                log.info("the desktop gives no shortcuts: it was not allowed")

        def on_error(why: str) -> None:
            end()
            log.info("the desktop gives no shortcuts: %s", why)

        end = self._bus.watch(answer, on_response)
        values = (*arguments, {"handle_token": ("s", token), **options})
        self._bus.call(method, values, on_error=on_error, answer_within=ASKED_FOR)

    def _on_activated(self, body: Body) -> None:
        handle, name = body[0], body[1]
        if handle == self._handle:
            for shortcut in tuple(self._held):
                if shortcut.id == name:
                    self.pressed.emit(shortcut)
