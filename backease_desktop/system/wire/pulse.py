"""The few words of PulseAudio's native protocol that we need; PipeWire speaks it too.

Rules: pure bytes in and out, no sockets. Everything is big-endian; each value is preceded by a
letter that tells its type. We present ourselves with protocol version 19, so that the list of
recording streams ends with `corked` and newer fields are left out.
"""

import struct
from collections.abc import Iterator
from typing import Any

import msgspec

VERSION = 19
CONTROL_CHANNEL = 0xFFFF_FFFF
ERROR, REPLY = 0, 2
AUTH, SET_CLIENT_NAME, RECORDING_STREAMS, SUBSCRIBE = 8, 9, 32, 35
SUBSCRIBE_EVENT = 66
RECORDING_STREAM_EVENTS = 0x0008
COOKIE_SIZE = 256

_DESCRIPTOR = struct.Struct(">IIIII")
_LONGEST_PACKET = 1 << 20
_FIXED = {b"L": ">I", b"B": ">B", b"R": ">Q", b"r": ">q", b"U": ">Q", b"V": ">I"}
_SKIPPED = {b"T": 8, b"a": 6}
_FIELDS_OF_A_STREAM = 13


class PulseError(Exception):
    """The sound server says something that this module does not understand."""


class Packet(msgspec.Struct, frozen=True):
    """One message of the server: a command, the tag of its question, and the rest unread."""

    command: int
    tag: int
    rest: bytes


def number(value: int) -> bytes:
    """An unsigned 32-bit number with its letter."""
    return b"L" + struct.pack(">I", value)


def raw(data: bytes) -> bytes:
    """Bytes with their letter and length."""
    return b"x" + struct.pack(">I", len(data)) + data


def properties(values: dict[str, str]) -> bytes:
    """A list of properties, each text ended by a zero byte."""
    listed = b""
    for key, value in values.items():
        data = value.encode() + b"\0"
        listed += b"t" + key.encode() + b"\0" + number(len(data)) + raw(data)
    return b"P" + listed + b"N"


def request(command: int, tag: int, arguments: bytes = b"") -> bytes:
    """A question, ready to be sent."""
    payload = number(command) + number(tag) + arguments
    return _DESCRIPTOR.pack(len(payload), CONTROL_CHANNEL, 0, 0, 0) + payload


def packets(buffer: bytearray) -> Iterator[Packet]:
    """Take whole messages out of the bytes that have arrived.

    Raises:
        PulseError: this is not the protocol.
    """
    while len(buffer) >= _DESCRIPTOR.size:
        length, channel, *_ = _DESCRIPTOR.unpack_from(buffer)
        end = _DESCRIPTOR.size + length
        if channel != CONTROL_CHANNEL or length > _LONGEST_PACKET:
            raise PulseError("the sound server sends something else than control messages")
        if len(buffer) < end:
            return
        payload = bytes(buffer[_DESCRIPTOR.size : end])
        del buffer[:end]
        if len(payload) < 10:
            raise PulseError("a message of the sound server is too short")
        command, tag = struct.unpack(">xIxI", payload[:10])
        yield Packet(command, tag, payload[10:])


def recording_streams(rest: bytes) -> list[tuple[dict[str, str], str, bool]]:
    """Properties, resampling method and "corked" of each stream in an answer.

    Raises:
        PulseError: the answer has another form.
    """
    found = list(values(rest))
    if len(found) % _FIELDS_OF_A_STREAM:
        raise PulseError("the list of recording streams has another form")
    streams = []
    for start in range(0, len(found), _FIELDS_OF_A_STREAM):
        method, listed, corked = (found[start + field] for field in (9, 11, 12))
        if not isinstance(listed, dict) or not isinstance(corked, bool):
            raise PulseError("the list of recording streams has another form")
        streams.append((listed, method or "", corked))
    return streams


def values(data: bytes) -> Iterator[Any]:
    """The values of a message; those that we have no use for are `None`.

    Raises:
        PulseError: a letter is unknown, or a value is cut short.
    """
    position = 0
    try:
        while position < len(data):
            value, position = _value(data, position)
            yield value
    except (struct.error, ValueError, IndexError) as error:
        raise PulseError(f"a message of the sound server is cut short: {error}") from error


def _value(data: bytes, position: int) -> tuple[Any, int]:
    letter, position = data[position : position + 1], position + 1
    if letter in _FIXED:
        form = _FIXED[letter]
        return struct.unpack_from(form, data, position)[0], position + struct.calcsize(form)
    if letter in (b"0", b"1"):
        return letter == b"1", position
    if letter == b"t":
        end = data.index(b"\0", position)
        return data[position:end].decode(errors="replace"), end + 1
    if letter == b"x":
        (size,) = struct.unpack_from(">I", data, position)
        return data[position + 4 : position + 4 + size], position + 4 + size
    if letter == b"P":
        return _properties(data, position)
    if letter == b"N":
        return None, position
    if letter in _SKIPPED:
        return None, position + _SKIPPED[letter]
    if letter in (b"m", b"v"):  # one byte, or one volume, for each channel
        return None, position + 1 + data[position] * (1 if letter == b"m" else 4)
    raise PulseError(f"the sound server sends a value of the unknown type {letter!r}")


def _properties(data: bytes, position: int) -> tuple[dict[str, str], int]:
    listed: dict[str, str] = {}
    while True:
        key, position = _value(data, position)
        if key is None:
            return listed, position
        _, position = _value(data, position)  # the length, which the next value repeats
        text, position = _value(data, position)
        listed[str(key)] = bytes(text).rstrip(b"\0").decode(errors="replace")
