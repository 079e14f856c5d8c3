"""Ogg streams cut in two, so that many short clips share one head.

An Ogg Vorbis stream begins with three header packets of some 3.4 KB, more than "Hold it." itself
takes. Streams of one encoder at one quality differ in nothing there but their serial number. So a
stream is given a fixed serial number, its head is kept once, and head + body is the stream again.

The format: RFC 3533 (pages) and the Vorbis I specification, appendix A (which packets, and that
sound begins on a page of its own).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

SERIAL = 1
"""The serial number of every stream of ours."""

_CAPTURE = b"OggS"
_FIXED = struct.Struct("<4sBBqIII")
_CHECKSUM_AT = 22
_VORBIS_HEADERS = 3


class OggError(ValueError):
    """It is not one whole Ogg stream."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream in two parts.

    Attributes:
        head: the pages of the header packets.
        body: the pages with the sound.
    """

    head: bytes
    body: bytes


def split(data: bytes) -> Stream:
    """An Ogg Vorbis stream as head and body, with the serial number `SERIAL`.

    Raises:
        OggError: it is no Ogg stream, it is cut short, or its headers share a page with sound.
    """
    head, body, packets = bytearray(), bytearray(), 0
    for page in _pages(data):
        if packets >= _VORBIS_HEADERS:
            body += _with_serial(page)
            continue
        head += _with_serial(page)
        packets += _packets_that_end_in(page)
    if packets != _VORBIS_HEADERS or not body:
        raise OggError(f"a Vorbis stream has 3 header packets and sound after; found {packets}")
    return Stream(bytes(head), bytes(body))


def check(pages: bytes) -> None:
    """Look whether pages of ours are what was written.

    Raises:
        OggError: they are not whole, or have another checksum or serial number than is right.
    """
    for page in _pages(pages):
        if page != _with_serial(page):
            raise OggError("a page of the head is damaged")


def _pages(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        if data[at : at + 4] != _CAPTURE or at + 27 > len(data):
            raise OggError(f"no Ogg page at byte {at}")
        sizes = at + 27 + data[at + 26]
        end = sizes + sum(data[at + 27 : sizes])
        if end > len(data):
            raise OggError(f"the page at byte {at} is cut short")
        yield data[at:end]
        at = end


def _packets_that_end_in(page: bytes) -> int:
    """A packet ends with the first segment that is not full."""
    return sum(size < 255 for size in page[27 : 27 + page[26]])


def _with_serial(page: bytes) -> bytes:
    capture, version, flags, granule, _, number, _ = _FIXED.unpack_from(page)
    blank = _FIXED.pack(capture, version, flags, granule, SERIAL, number, 0) + page[_FIXED.size :]
    checksum = _checksum(blank).to_bytes(4, "little")
    return blank[:_CHECKSUM_AT] + checksum + blank[_CHECKSUM_AT + 4 :]


def _checksum_table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        table.append(value & 0xFFFFFFFF)
    return tuple(table)


_TABLE = _checksum_table()


def _checksum(page: bytes) -> int:
    """Ogg's CRC: polynomial 0x04C11DB7, from 0, neither reflected nor inverted."""
    value = 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ _TABLE[(value >> 24) ^ byte]
    return value
