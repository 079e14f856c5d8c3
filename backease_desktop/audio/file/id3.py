"""An ID3 tag, version 2.3, with a title and chapters in their order.

Written by hand, because what writes tags sorts their frames by length, and players list chapters in
the order in which they stand. The frames are those of the "ID3v2 Chapter Frame Addendum", 2005.
"""

import struct
from collections.abc import Sequence

from backease_desktop.core.timeline.chapters import Chapter

_UTF_16 = b"\x01"
_TOP_LEVEL_AND_ORDERED = 0x03
_NO_OFFSET = 0xFFFFFFFF


def id3_tag(title: str, chapters: Sequence[Chapter]) -> bytes:
    """The whole tag, which stands before the sound; chapters in milliseconds."""
    names = [f"chp{number}".encode() + b"\0" for number in range(1, len(chapters) + 1)]
    contents = b"toc\0" + bytes([_TOP_LEVEL_AND_ORDERED, len(names)]) + b"".join(names)
    frames = _title(title) + _frame(b"CTOC", contents + _title(title))
    for name, chapter in zip(names, chapters, strict=True):
        span = struct.pack(">IIII", chapter.start, chapter.end, _NO_OFFSET, _NO_OFFSET)
        frames += _frame(b"CHAP", name + span + _title(chapter.title))
    return b"ID3\x03\x00\x00" + _seven_bits(len(frames)) + frames


def _title(text: str) -> bytes:
    return _frame(b"TIT2", _UTF_16 + b"\xff\xfe" + text.encode("utf-16-le"))


def _frame(name: bytes, data: bytes) -> bytes:
    return name + struct.pack(">IH", len(data), 0) + data


def _seven_bits(size: int) -> bytes:
    """A size in four bytes of seven bits each, as the tag's head has it."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
