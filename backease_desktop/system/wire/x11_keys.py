"""Keys of the whole desktop under X11: taken from the server, and given back.

The bytes follow the "X Window System Protocol": GrabKey, UngrabKey, GetKeyboardMapping.
"""

import select
import struct
from collections.abc import Mapping

from backease_desktop.system.wire.x11 import Display, XError

_GRAB_KEY, _UNGRAB_KEY, _GET_INPUT_FOCUS, _GET_KEYBOARD_MAPPING = 33, 34, 43, 101
_KEY_PRESS, _ERROR = 2, 0
_ASYNC = 1
_CONTROL, _ALT, _CAPS_LOCK, _NUM_LOCK = 4, 8, 2, 16
_WITH_LOCKS = (0, _CAPS_LOCK, _NUM_LOCK, _CAPS_LOCK | _NUM_LOCK)
"""A grab counts for these modifiers exactly, so one is made for each state of the locks."""


class KeysDisplay(Display):
    """A connection that takes keys with Control and Alt."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__(environment)
        self._errors = 0
        self._pressed: list[int] = []

    def fileno(self) -> int:
        """The socket, for someone who watches it.

        Raises:
            XError: there is no server.
        """
        return self._connect().fileno()

    def take(self, letter: str) -> int:
        """Take a letter from whoever has the focus; the code of its key.

        Raises:
            XError: there is no server, no such key, or somebody else has taken it.
        """
        code = self._code_of(ord(letter))
        self._errors = 0
        for locks in _WITH_LOCKS:
            body = struct.pack("=IHBBB3x", self._root, self._modifiers(locks), code, _ASYNC, _ASYNC)
            self._send(_GRAB_KEY, 0, body)
        self._ask(_GET_INPUT_FOCUS, 0, b"")
        if self._errors:
            self.give_back(code)
            raise XError("somebody else has these keys")
        return code

    def give_back(self, code: int) -> None:
        """Let others have a key.

        Raises:
            XError: the connection is lost.
        """
        for locks in _WITH_LOCKS:
            self._send(_UNGRAB_KEY, code, struct.pack("=IH2x", self._root, self._modifiers(locks)))
        self._ask(_GET_INPUT_FOCUS, 0, b"")

    def pressed(self) -> list[int]:
        """Codes of the keys that were pressed; to be called when the socket can be read.

        Raises:
            XError: the connection is lost.
        """
        while select.select([self.fileno()], [], [], 0)[0]:
            self._on_event(self._read(32))
        codes, self._pressed = self._pressed, []
        return codes

    @staticmethod
    def _modifiers(locks: int) -> int:
        return _CONTROL | _ALT | locks

    def _code_of(self, symbol: int) -> int:
        self._connect()
        first, last = self._setup[26], self._setup[27]
        body = struct.pack("=BB2x", first, last - first + 1)
        reply = self._ask(_GET_KEYBOARD_MAPPING, 0, body)
        width = reply[1] if reply else 0
        for code in range(first, last + 1):
            at = 32 + 4 * width * (code - first)
            if width and struct.unpack_from("=I", reply, at)[0] == symbol:
                return code
        raise XError("there is no such key on this keyboard")

    def _on_event(self, event: bytes) -> None:
        if event[0] == _ERROR:
            self._errors += 1
        elif event[0] == _KEY_PRESS:  # one that a program has sent has another bit set
            self._pressed.append(event[1])
