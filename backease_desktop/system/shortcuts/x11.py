"""Shortcuts under X11: keys taken from the server on a connection of their own."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QObject, QSocketNotifier

from backease_desktop.core.shortcut import Shortcut
from backease_desktop.system.shortcuts.shortcuts import Shortcuts
from backease_desktop.system.wire.x11 import XError
from backease_desktop.system.wire.x11_keys import KeysDisplay

log = logging.getLogger(__name__)


class X11Shortcuts(Shortcuts):
    """Keys of an X server.

    Args:
        environment: where the display is named.
        parent: the owner.
    """

    def __init__(self, environment: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = KeysDisplay(environment)
        self._codes: dict[Shortcut, int] = {}
        self._notifier: QSocketNotifier | None = None

    def hold(self, shortcut: Shortcut) -> None:
        """Take the keys from the server."""
        if shortcut in self._codes:
            return
        try:
            self._codes[shortcut] = self._display.take(shortcut.value.letter)
            if self._notifier is None:
                kind = QSocketNotifier.Type.Read
                self._notifier = QSocketNotifier(self._display.fileno(), kind, self)
                self._notifier.activated.connect(self._on_readable)
        except XError as error:
            log.info("%s is not ours: %s", shortcut.label, error)
            if not self._codes:
                self._let_go()
        else:
            self.labels_changed.emit()

    def release(self, shortcut: Shortcut) -> None:
        """Give the keys back to whoever has the focus."""
        code = self._codes.pop(shortcut, None)
        if code is None:
            return
        try:
            self._display.give_back(code)
        except XError:
            self._codes.clear()
        if not self._codes:
            self._let_go()
        self.labels_changed.emit()

    def label(self, shortcut: Shortcut) -> str:
        """The keys, while they are held."""
        return shortcut.label if shortcut in self._codes else ""

    def _on_readable(self) -> None:
        try:
            codes = self._display.pressed()
        except XError as error:
            log.info("no keys of the desktop any more: %s", error)
            self._codes.clear()
            self._let_go()
            self.labels_changed.emit()
            return
        for code in codes:
            for shortcut, held in tuple(self._codes.items()):
                if held == code:
                    self.pressed.emit(shortcut)

    def _let_go(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        self._display.close()
