"""A small Wayland client on the compositor's own socket: enough to ask and to be told.

Rules: nothing but the standard library; requests and answers in `round_trip` never wait longer than
`patience_s`; later events are read by whoever watches the socket; an error of the protocol or a
closed socket is a `WaylandError`, after which the connection is of no use.

The bytes follow the "Wire Format" chapter of the Wayland book.
"""

import socket
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

PATIENCE_S = 0.2
"""The longest that one exchange with the compositor may take, in seconds."""

_DISPLAY = 1
_SYNC, _GET_REGISTRY = 0, 1
_ERROR = 0
_BIND = 0
_GLOBAL, _GLOBAL_REMOVE = 0, 1


class WaylandError(Exception):
    """There is no compositor, or it lacks what was asked of it."""


class Event(msgspec.Struct, frozen=True):
    """Something that an object of the compositor says.

    Attributes:
        sender: the object.
        opcode: which of its events, counted from 0 as in the protocol's XML.
        body: the arguments as they came.
    """

    sender: int
    opcode: int
    body: bytes

    def numbers(self) -> tuple[int, ...]:
        """The body as unsigned 32-bit numbers."""
        return struct.unpack(f"={len(self.body) // 4}I", self.body)


class Compositor:
    """One connection to a compositor, with the list of what it has.

    Args:
        environment: where `WAYLAND_DISPLAY` and `XDG_RUNTIME_DIR` are looked up.
        patience_s: the longest that one exchange may take, in seconds.

    Raises:
        WaylandError: there is none.
    """

    def __init__(self, environment: Mapping[str, str], patience_s: float = PATIENCE_S) -> None:
        self._next = 2
        self._buffer = b""
        self._globals: dict[int, tuple[str, int]] = {}
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(patience_s)
        try:
            self._socket.connect(_path(environment))
        except OSError as error:
            self.close()
            raise WaylandError(f"no Wayland compositor: {error}") from error
        self._registry = self.new()
        self.send(_DISPLAY, _GET_REGISTRY, self._registry)
        self.round_trip()

    def fileno(self) -> int:
        """The socket, for someone who watches it."""
        return self._socket.fileno()

    def close(self) -> None:
        """End the connection, and with it all that was asked for."""
        self._socket.close()

    def new(self) -> int:
        """The number of a new object."""
        self._next += 1
        return self._next - 1

    def send(
        self, to: int, opcode: int, *arguments: int | str, descriptors: Sequence[int] = ()
    ) -> None:
        """A request; its arguments are numbers, objects and words.

        Args:
            to: the object.
            opcode: which of its requests, counted from 0 as in the protocol's XML.
            arguments: all but the file descriptors, in their order.
            descriptors: files that go along.

        Raises:
            WaylandError: the connection is lost.
        """
        payload = b"".join(map(_packed, arguments))
        message = struct.pack("=II", to, (8 + len(payload)) << 16 | opcode) + payload
        try:
            if descriptors:
                socket.send_fds(self._socket, [message], descriptors)
            else:
                self._socket.sendall(message)
        except OSError as error:
            self.close()
            raise WaylandError(f"the compositor is gone: {error}") from error

    def named(self, interface: str) -> tuple[int, ...]:
        """The names under which this is there now: none, one, or one for each screen."""
        return tuple(name for name, (name_of, _) in self._globals.items() if name_of == interface)

    def bind(self, interface: str, version: int, name: int | None = None) -> tuple[int, int]:
        """Take one of its objects, in this version at most; gives its number and version.

        Raises:
            WaylandError: it is not there.
        """
        names = self.named(interface)
        if not names:
            self.close()
            raise WaylandError(f"this compositor has no {interface}")
        name = names[0] if name is None else name
        number, taken = self.new(), min(self._globals[name][1], version)
        self.send(self._registry, _BIND, name, interface, taken, number)
        return number, taken

    def round_trip(self) -> list[Event]:
        """All events up to the moment when the compositor has done all that was asked so far.

        Raises:
            WaylandError: it does not answer in time, or the connection is lost.
        """
        callback = self.new()
        self.send(_DISPLAY, _SYNC, callback)
        events: list[Event] = []
        while not any(event.sender == callback for event in events):
            events += self.receive()
        return [event for event in events if event.sender != callback]

    def receive(self) -> list[Event]:
        """The events that have arrived; waits for some when there are none yet.

        Raises:
            WaylandError: the compositor has hung up, or said that we made a mistake.
        """
        try:
            data = self._socket.recv(65_536)
        except OSError as error:
            self.close()
            raise WaylandError(f"the compositor does not answer: {error}") from error
        if not data:
            self.close()
            raise WaylandError("the compositor has closed the connection")
        self._buffer += data
        return [event for event in self._parse() if not self._is_ours(event)]

    def _parse(self) -> Iterator[Event]:
        while len(self._buffer) >= 8:
            sender, what = struct.unpack_from("=II", self._buffer)
            size = max(8, what >> 16)
            if len(self._buffer) < size:
                return
            body, self._buffer = self._buffer[8:size], self._buffer[size:]
            yield Event(sender, what & 0xFFFF, body)

    def _is_ours(self, event: Event) -> bool:
        """Keep the list of what is there; everything else is for who uses this."""
        if event.sender == _DISPLAY:
            if event.opcode == _ERROR:
                self.close()
                words = event.body[12:].rstrip(b"\0").decode(errors="replace").strip()
                raise WaylandError(f"the compositor refuses: {words}")
            return True
        if event.sender != self._registry:
            return False
        if event.opcode == _GLOBAL:
            name, size = struct.unpack_from("=II", event.body)
            (version,) = struct.unpack_from("=I", event.body, 8 + size + -size % 4)
            self._globals[name] = (event.body[8 : 8 + size - 1].decode(), version)
        elif event.opcode == _GLOBAL_REMOVE:
            self._globals.pop(event.numbers()[0], None)
        return True


def _packed(argument: int | str) -> bytes:
    if isinstance(argument, int):
        return struct.pack("=I", argument)
    text = argument.encode() + b"\0"
    return struct.pack("=I", len(text)) + text + b"\0" * (-len(text) % 4)


def _path(environment: Mapping[str, str]) -> str:
    name = environment.get("WAYLAND_DISPLAY", "wayland-0")
    return str(Path(environment.get("XDG_RUNTIME_DIR", "/run")) / name)
