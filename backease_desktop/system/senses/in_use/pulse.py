"""The microphone where PulseAudio or PipeWire serve the sound: who records.

Rules: the server tells when recording streams come, go or change, and is then asked for the list;
nothing is polled. A stream counts unless it is paused or only a level meter. One that records what
the computer plays counts too: somebody is recording, and our voice would be in it.
"""

import socket
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from backease_desktop.disk import read_file
from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire import pulse

PATIENCE_S = 0.2
"""The longest that connecting or writing may hold up the program, in seconds."""

_METER = "peaks"
"""The way of resampling of streams that only draw a level."""


class PulseMicrophone(StateSource):
    """Holds one connection to the sound server.

    Args:
        environment: where `PULSE_SERVER`, `PULSE_COOKIE`, `XDG_RUNTIME_DIR` and the home are
            looked up.
        parent: the owner.
    """

    name = "sound server (recording streams)"

    def __init__(self, environment: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._environment = environment
        self._socket: socket.socket | None = None
        self._reader: QSocketNotifier | None = None
        self._buffer = bytearray()
        self._tags = count(1)
        self._list_tag = 0
        self._active = False

    def start(self) -> None:
        """Connect, and ask to be told; the first answer comes a moment later."""
        self.stop()
        self._socket = _connect(self._environment)
        self._reader = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._on_readable)
        cookie = _cookie(self._environment)
        self._ask(pulse.AUTH, pulse.number(pulse.VERSION) + pulse.raw(cookie))
        self._ask(pulse.SET_CLIENT_NAME, pulse.properties({"application.name": "BackEase"}))
        self._ask(pulse.SUBSCRIBE, pulse.number(pulse.RECORDING_STREAM_EVENTS))
        self._list_tag = self._ask(pulse.RECORDING_STREAMS)

    def stop(self) -> None:
        """Disconnect."""
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._buffer.clear()
        self._active = False

    def active(self) -> bool:
        """Whether anybody records."""
        return self._active

    def _ask(self, command: int, arguments: bytes = b"") -> int:
        tag = next(self._tags)
        if self._socket is not None:
            try:
                self._socket.sendall(pulse.request(command, tag, arguments))
            except OSError as error:
                self._fail(f"the sound server takes no messages: {error}")
        return tag

    def _on_readable(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(65_536)
            if not data:
                self._fail("the sound server has closed the connection")
                return
            self._buffer += data
            for packet in pulse.packets(self._buffer):
                self._take(packet)
        except (OSError, pulse.PulseError) as error:
            self._fail(str(error))

    def _take(self, packet: pulse.Packet) -> None:
        if packet.command == pulse.ERROR:
            self._fail("the sound server refuses us")
        elif packet.command == pulse.SUBSCRIBE_EVENT:
            self._list_tag = self._ask(pulse.RECORDING_STREAMS)
        elif packet.command == pulse.REPLY and packet.tag == self._list_tag:
            before, self._active = self._active, _anyone_records(packet.rest)
            if before != self._active:
                self.changed.emit()

    def _fail(self, why: str) -> None:
        self.stop()
        self.failed.emit(why)


def _anyone_records(rest: bytes) -> bool:
    return any(
        not corked and method != _METER for _, method, corked in pulse.recording_streams(rest)
    )


def _connect(environment: Mapping[str, str]) -> socket.socket:
    address = environment.get("PULSE_SERVER", "").removeprefix("unix:")
    if not address:
        address = str(Path(environment.get("XDG_RUNTIME_DIR", "/run")) / "pulse" / "native")
    if not address.startswith("/"):
        raise SourceError("the sound server is not on this machine")
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(PATIENCE_S)
    try:
        connection.connect(address)
    except OSError as error:
        connection.close()
        raise SourceError(f"no PulseAudio or PipeWire: {error}") from error
    return connection


def _cookie(environment: Mapping[str, str]) -> bytes:
    """The secret of the server; without one, it goes by who we are."""
    home = Path(environment.get("HOME", "/"))
    path = Path(environment.get("PULSE_COOKIE", home / ".config" / "pulse" / "cookie"))
    try:
        return read_file(path, 4096)[: pulse.COOKIE_SIZE].ljust(pulse.COOKIE_SIZE, b"\0")
    except OSError:
        return bytes(pulse.COOKIE_SIZE)
