import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from backease_desktop.system.senses.in_use.pulse import PulseMicrophone
from backease_desktop.system.senses.source import SourceError
from backease_desktop.system.wire import pulse

Until = Callable[[Callable[[], bool]], None]


def stream(method: str = "speex-float-1", *, corked: bool = False) -> bytes:
    """One recording stream as a server of protocol version 19 lists it."""
    number = pulse.number
    return b"".join(
        (
            number(3),
            b"tRecord\0",
            number(0xFFFF_FFFF),
            number(5),
            number(1),
            b"a\x03\x02\x00\x00\xac\x44",
            b"m\x02\x01\x02",
            b"U" + bytes(8),
            b"U" + bytes(8),
            b"t" + method.encode() + b"\0",
            b"tprotocol-native.c\0",
            pulse.properties({"application.name": "Meet", "media.name": "Anruf"}),
            b"1" if corked else b"0",
        )
    )


class SoundServer(QObject):
    """A sound server with recording streams, in the same event loop."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.streams: list[bytes] = []
        self.commands: list[int] = []
        self.refuses = False
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._connection: socket.socket | None = None
        self._buffer = bytearray()
        self._accepts = QSocketNotifier(self._listener.fileno(), QSocketNotifier.Type.Read, self)
        self._accepts.activated.connect(self._on_connected)
        self._reads: QSocketNotifier | None = None

    def set_streams(self, *streams: bytes) -> None:
        """Change what is recorded, and tell so."""
        self.streams = list(streams)
        assert self._connection is not None
        event = pulse.number(0x0001) + pulse.number(3)
        self._connection.sendall(pulse.request(pulse.SUBSCRIBE_EVENT, 0xFFFF_FFFF, event))

    def say(self, data: bytes) -> None:
        assert self._connection is not None
        self._connection.sendall(data)

    def hang_up(self) -> None:
        if self._reads is not None:
            self._reads.setEnabled(False)
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        self.hang_up()
        self._accepts.setEnabled(False)
        self._listener.close()

    def _on_connected(self) -> None:
        self._connection, _ = self._listener.accept()
        self._reads = QSocketNotifier(self._connection.fileno(), QSocketNotifier.Type.Read, self)
        self._reads.activated.connect(self._on_readable)

    def _on_readable(self) -> None:
        assert self._connection is not None
        data = self._connection.recv(65_536)
        if not data:
            self.hang_up()
            return
        self._buffer += data
        for packet in pulse.packets(self._buffer):
            self.commands.append(packet.command)
            listed = packet.command == pulse.RECORDING_STREAMS
            rest = b"".join(self.streams) if listed else pulse.number(pulse.VERSION)
            command = pulse.ERROR if self.refuses else pulse.REPLY
            self._connection.sendall(pulse.request(command, packet.tag, rest))


@pytest.fixture
def server(tmp_path: Path, qapp: QCoreApplication) -> Iterator[SoundServer]:
    (tmp_path / "pulse").mkdir()
    made = SoundServer(tmp_path / "pulse" / "native")
    yield made
    made.close()


@pytest.fixture
def microphone(tmp_path: Path, server: SoundServer) -> Iterator[PulseMicrophone]:
    made = PulseMicrophone({"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)})
    yield made
    made.stop()


def test_a_stream_that_records_before_the_start_is_found(
    server: SoundServer, microphone: PulseMicrophone, until: Until
) -> None:
    server.streams = [stream()]
    microphone.start()
    assert not microphone.active()
    until(microphone.active)


def test_streams_that_come_and_go_are_told(
    server: SoundServer, microphone: PulseMicrophone, until: Until
) -> None:
    told: list[bool] = []
    microphone.changed.connect(lambda: told.append(microphone.active()))
    microphone.start()
    until(lambda: pulse.RECORDING_STREAMS in server.commands)
    server.set_streams(stream(), stream(corked=True))
    until(lambda: told == [True])
    server.set_streams(stream(corked=True), stream("peaks"))
    until(lambda: told == [True, False])


def test_nothing_is_asked_while_nothing_happens(
    server: SoundServer, microphone: PulseMicrophone, until: Until
) -> None:
    microphone.start()
    until(lambda: pulse.RECORDING_STREAMS in server.commands)
    for _ in range(50):
        microphone.active()
    assert server.commands == [
        pulse.AUTH,
        pulse.SET_CLIENT_NAME,
        pulse.SUBSCRIBE,
        pulse.RECORDING_STREAMS,
    ]


@pytest.mark.parametrize("reply", [b"nonsense" * 5, pulse.request(2, 4, b"?"), b"\xff" * 40])
def test_a_server_that_talks_nonsense_is_a_failed_source(
    server: SoundServer, microphone: PulseMicrophone, until: Until, reply: bytes
) -> None:
    heard: list[str] = []
    microphone.failed.connect(heard.append)
    microphone.start()
    until(lambda: pulse.RECORDING_STREAMS in server.commands)
    server.say(reply)
    until(lambda: len(heard) == 1)
    assert not microphone.active()


def test_a_server_that_ends_is_a_failed_source(
    server: SoundServer, microphone: PulseMicrophone, until: Until
) -> None:
    heard: list[str] = []
    microphone.failed.connect(heard.append)
    microphone.start()
    until(lambda: pulse.RECORDING_STREAMS in server.commands)
    server.hang_up()
    until(lambda: len(heard) == 1)


def test_a_server_that_refuses_is_a_failed_source(
    server: SoundServer, microphone: PulseMicrophone, until: Until
) -> None:
    heard: list[str] = []
    microphone.failed.connect(heard.append)
    server.refuses = True
    microphone.start()
    until(lambda: heard == ["the sound server refuses us"])


@pytest.mark.parametrize("address", ["", "tcp:elsewhere", "unix:/nowhere/native"])
def test_a_server_that_is_not_here_is_said_at_once(
    address: str, tmp_path: Path, qapp: QCoreApplication
) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "PULSE_SERVER": address}
    with pytest.raises(SourceError):
        PulseMicrophone(environment).start()


def test_a_list_of_streams_is_read_field_by_field() -> None:
    assert pulse.recording_streams(stream() + stream("peaks", corked=True)) == [
        ({"application.name": "Meet", "media.name": "Anruf"}, "speex-float-1", False),
        ({"application.name": "Meet", "media.name": "Anruf"}, "peaks", True),
    ]


@given(st.integers(0, len(stream()) - 1))
def test_a_list_that_is_cut_short_is_an_error(length: int) -> None:
    if length == 0:
        assert pulse.recording_streams(b"") == []
    else:
        with pytest.raises(pulse.PulseError):
            pulse.recording_streams(stream()[:length])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_to_their_end_or_an_error(data: bytes) -> None:
    with suppress(pulse.PulseError):
        assert len(list(pulse.values(data))) <= len(data)


@given(st.lists(st.binary(max_size=30), max_size=5), st.integers(1, 7))
def test_packets_arrive_whole_however_they_are_cut(rests: list[bytes], step: int) -> None:
    sent = b"".join(pulse.request(2, tag, rest) for tag, rest in enumerate(rests))
    buffer, got = bytearray(), []
    for start in range(0, len(sent), step):
        buffer += sent[start : start + step]
        got += [packet.rest for packet in pulse.packets(buffer)]
    assert got == rests
