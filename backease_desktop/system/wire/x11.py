"""A small X11 client on the server's own socket: idle time, active window, screen saver.

Rules: nothing but the standard library, so there is no libXss to install and no Xlib whose error
handler ends the program; every question waits for its answer, never longer than `patience_s`; a
window that is gone is an empty answer, a server that is gone is an `XError`.

The bytes follow the "X Window System Protocol" and the "MIT-SCREEN-SAVER extension".
"""

import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from backease_desktop.core.units import Ms
from backease_desktop.disk import read_file

PATIENCE_S = 0.2
"""The longest that one exchange with the server may take, in seconds."""

_INTERN_ATOM, _GET_PROPERTY, _GET_SELECTION_OWNER, _QUERY_EXTENSION = 16, 20, 23, 98
_SAVER_VERSION, _SAVER_INFO, _SAVER_SUSPEND = 0, 1, 5
_GENERIC_EVENT = 35
_COOKIE = b"MIT-MAGIC-COOKIE-1"


class XError(Exception):
    """There is no X server, or it lacks what was asked of it."""


class Display:
    """One connection to an X server, apart from Qt's own; made on first use.

    Args:
        environment: where `DISPLAY` and `XAUTHORITY` are looked up.
        patience_s: the longest that one exchange may take, in seconds.
    """

    def __init__(self, environment: Mapping[str, str], patience_s: float = PATIENCE_S) -> None:
        self._environment = environment
        self._patience_s = patience_s
        self._setup = b""
        self._socket: socket.socket | None = None
        self._sequence = 0
        self._root = 0
        self._saver = 0
        self._atoms: dict[str, int] = {}

    def connect(self) -> None:
        """Let the server answer, if it has not yet.

        Raises:
            XError: there is no server, or it refuses us.
        """
        self._connect()

    def idle(self) -> Ms:
        """Milliseconds since the last key, button or movement.

        Raises:
            XError: there is no server, or none that knows.
        """
        reply = self._ask(self._screen_saver(), _SAVER_INFO, struct.pack("=I", self._root))
        if len(reply) < 20:
            raise XError("the X server does not tell the idle time")
        return Ms(struct.unpack_from("=I", reply, 16)[0])

    def suspend_screen_saver(self, suspend: bool) -> None:
        """Stop, or start again, the timers of screen saver and display power saving.

        Raises:
            XError: there is no server, or it has no screen saver.
        """
        self._send(self._screen_saver(), _SAVER_SUSPEND, struct.pack("=B3x", suspend))

    def active_window_is_full_screen(self) -> bool:
        """Whether the window that has the keyboard covers its screen.

        Raises:
            XError: there is no server.
        """
        self._connect()
        active = self._property(self._root, "_NET_ACTIVE_WINDOW")
        if not active or not active[0]:
            return False
        return self._atom("_NET_WM_STATE_FULLSCREEN") in self._property(active[0], "_NET_WM_STATE")

    def has_owner(self, selection: str) -> bool:
        """Whether some program holds a selection, by which services of a desktop are found.

        Raises:
            XError: there is no server.
        """
        reply = self._ask(_GET_SELECTION_OWNER, 0, struct.pack("=I", self._atom(selection)))
        return len(reply) >= 12 and bool(struct.unpack_from("=I", reply, 8)[0])

    def close(self) -> None:
        """End the connection; the server undoes what we asked of it."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def _screen_saver(self) -> int:
        self._connect()
        if not self._saver:
            name = b"MIT-SCREEN-SAVER"
            reply = self._ask(_QUERY_EXTENSION, 0, struct.pack("=H2x", len(name)) + name)
            if len(reply) < 10 or not reply[8]:
                raise XError("this X server has no screen-saver extension")
            self._saver = reply[9]
            self._ask(self._saver, _SAVER_VERSION, struct.pack("=BB2x", 1, 1))
        return self._saver

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            text = name.encode()
            reply = self._ask(_INTERN_ATOM, 0, struct.pack("=H2x", len(text)) + text)
            self._atoms[name] = struct.unpack_from("=I", reply, 8)[0] if reply else 0
        return self._atoms[name]

    def _property(self, window: int, name: str) -> tuple[int, ...]:
        """The 32-bit values of a window's property; none when there is no such window."""
        payload = struct.pack("=IIIII", window, self._atom(name), 0, 0, 256)
        reply = self._ask(_GET_PROPERTY, 0, payload)
        if len(reply) < 32 or reply[1] != 32:
            return ()
        (length,) = struct.unpack_from("=I", reply, 16)
        return struct.unpack_from(f"={length}I", reply, 32)

    def _send(self, opcode: int, detail: int, payload: bytes) -> None:
        payload = _padded(payload)
        header = struct.pack("=BBH", opcode, detail, 1 + len(payload) // 4)
        connection = self._connect()  # first: a new connection counts its requests anew
        self._sequence = (self._sequence + 1) & 0xFFFF
        try:
            connection.sendall(header + payload)
        except OSError as error:
            self.close()
            raise XError(f"the X server is gone: {error}") from error

    def _ask(self, opcode: int, detail: int, payload: bytes) -> bytes:
        """The reply to a request; nothing when the server answers with an error."""
        self._send(opcode, detail, payload)
        while True:
            reply = self._read(32)
            kind, sequence, length = struct.unpack("=BxHI", reply[:8])
            if kind in (1, _GENERIC_EVENT):
                reply += self._read(length * 4)
            if kind in (0, 1) and sequence == self._sequence:
                return reply if kind else b""
            self._on_event(reply)

    def _on_event(self, event: bytes) -> None:
        """Something that nobody asked for; for those who want to be told."""

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            try:
                more = self._connect().recv(size - len(data))
            except OSError as error:
                self.close()
                raise XError(f"the X server does not answer: {error}") from error
            if not more:
                self.close()
                raise XError("the X server has closed the connection")
            data += more
        return data

    def _connect(self) -> socket.socket:
        if self._socket is not None:
            return self._socket
        host, number = _parse(self._environment.get("DISPLAY", ""))
        try:
            self._socket = _open(host, number, self._patience_s)
        except OSError as error:
            raise XError(f"no X server at display {host}:{number}: {error}") from error
        self._sequence, self._saver, self._atoms = 0, 0, {}
        name, cookie = _COOKIE, _cookie(self._environment, number)
        if not cookie:
            name = b""
        order = b"l" if sys.byteorder == "little" else b"B"
        hello = order + struct.pack("=xHHHH2x", 11, 0, len(name), len(cookie))
        try:
            self._socket.sendall(hello + _padded(name) + _padded(cookie))
        except OSError as error:
            self.close()
            raise XError(f"the X server is gone: {error}") from error
        status, length = struct.unpack("=B5xH", self._read(8))
        setup = self._read(length * 4)
        if status != 1:
            self.close()
            raise XError("the X server refuses us")
        vendor, formats = struct.unpack_from("=H3xB", setup, 16)
        (self._root,) = struct.unpack_from("=I", setup, 32 + vendor + -vendor % 4 + 8 * formats)
        self._setup = setup
        return self._socket


def _padded(data: bytes) -> bytes:
    """Filled up to a multiple of four bytes."""
    return data + b"\0" * (-len(data) % 4)


def _parse(display: str) -> tuple[str, int]:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        raise XError("DISPLAY names no X server")
    return host, int(number)


def _open(host: str, number: int, patience_s: float) -> socket.socket:
    if host not in ("", "unix"):
        return socket.create_connection((host, 6000 + number), timeout=patience_s)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(patience_s)
    try:
        connection.connect(f"/tmp/.X11-unix/X{number}")
    except OSError:
        connection.close()
        raise
    return connection


def _cookie(environment: Mapping[str, str], number: int) -> bytes:
    """The secret for this display out of the user's `.Xauthority`, or nothing."""
    home = Path(environment.get("HOME", "/"))
    try:
        data = read_file(Path(environment.get("XAUTHORITY", home / ".Xauthority")), 1 << 20)
    except OSError:
        return b""
    here = socket.gethostname().encode()
    found = [
        (address == here, cookie)
        for address, display, name, cookie in _entries(data)
        if name == _COOKIE and display in (b"", str(number).encode())
    ]
    return max(found, default=(False, b""), key=lambda each: each[0])[1]


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """Address, display, kind and secret of each entry, up to the first that is cut short."""
    position = 0
    while position < len(data):
        position += 2
        fields: list[bytes] = []
        for _ in range(4):
            size = int.from_bytes(data[position : position + 2], "big")
            fields.append(data[position + 2 : position + 2 + size])
            position += 2 + size
        if position > len(data):
            return
        yield fields[0], fields[1], fields[2], fields[3]
