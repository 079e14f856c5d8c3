"""Single key presses in a terminal, brought into Qt's event loop."""

import os
import re
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

if sys.platform == "win32":
    import msvcrt
else:
    from backease_desktop.cli.terminal_mode import single_keys

_ESCAPES = {"\x1b[C": "right", "\x1b[D": "left", "\x1b[1;2C": "shift+right"}
_ONE_KEY = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO.|.", re.DOTALL)
"""A key as a terminal sends it; several may come at once."""
_WINDOWS_POLL_MS = 50


class TerminalKeys(QObject):
    """Calls what a key is bound to; gives the terminal back as it was on `close`.

    Args:
        bindings: what each key does.
        parent: the owner.
        first: is given each key before that, and says whether it has taken it.
    """

    def __init__(
        self,
        bindings: Mapping[str, Callable[[], None]],
        parent: QObject,
        first: Callable[[str], bool] = lambda _: False,
    ) -> None:
        super().__init__(parent)
        self._bindings = bindings
        self._first = first
        self._restore: Callable[[], None] = lambda: None
        if sys.stdin.isatty():
            self._watch_terminal()

    def close(self) -> None:
        """Give the terminal back."""
        self._restore()

    def press(self, text: str) -> None:
        """What key presses do, one after the other; unknown keys do nothing."""
        for one in _ONE_KEY.findall(text):
            key = _ESCAPES.get(one, one.lower())
            if not self._first(key) and key in self._bindings:
                self._bindings[key]()

    def _watch_terminal(self) -> None:
        if sys.platform == "win32":
            self._timer = QTimer(self)
            self._timer.setInterval(_WINDOWS_POLL_MS)
            self._timer.timeout.connect(self._poll_windows)
            self._timer.start()
            return
        descriptor = sys.stdin.fileno()
        self._restore = single_keys(descriptor)
        self._keys = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._keys.activated.connect(self._on_keys)

    def _on_keys(self) -> None:
        pressed = os.read(sys.stdin.fileno(), 16).decode("utf-8", errors="ignore")
        if not pressed:
            self._keys.setEnabled(False)
        self.press(pressed)

    def _poll_windows(self) -> None:
        if sys.platform == "win32":
            while msvcrt.kbhit():
                self.press(msvcrt.getwch())
