"""JPEG photos as bytes: their size, and what they say beside the picture, without any library.

Rules:
1. A photo that is shown or given away is a plain JPEG: segments in their order, a frame header
   with a size, picture data, an end. Anything else is refused in a sentence.
2. Where and when a photo was taken, by which camera, and what somebody wrote into it (EXIF, GPS,
   XMP, comments, thumbnails) is nobody's business: `without_metadata` leaves it out. Only what
   tells colours stays.
"""

from collections.abc import Iterator

MOST_SIDE = 4096
"""Pixels from side to side, and from top to bottom."""

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what every program reads."""
_TABLES = frozenset({0xC4, 0xDB, 0xDD})
_COLOURS = frozenset({0xE0, 0xEE})
"""JFIF and Adobe, which say how numbers become colours."""
_MOST_OF_COLOURS = 64
"""Bytes of one of those; a JFIF with more carries a thumbnail."""


class JpegError(ValueError):
    """Bytes are no photo that may be taken; says why."""


def jpeg_size(data: bytes, most: int = MOST_SIDE) -> tuple[int, int]:
    """Width and height (px) of a photo.

    Args:
        data: of the photo.
        most: the most of either.

    Raises:
        JpegError: it is no whole JPEG, or too large from side to side.
    """
    size: tuple[int, int] | None = None
    for marker, start, end in _segments(data):
        if marker in _FRAMES:
            if size is not None or end - start < 9:
                raise JpegError("its frame header is damaged")
            size = (
                int.from_bytes(data[start + 7 : start + 9], "big"),
                int.from_bytes(data[start + 5 : start + 7], "big"),
            )
    if size is None:
        raise JpegError("it has no picture in it")
    if not all(0 < side <= most for side in size):
        raise JpegError(f"it is {size[0]} × {size[1]} pixels; at most {most} each way")
    return size


def without_metadata(data: bytes) -> bytes:
    """The same photo with nothing beside the picture.

    Raises:
        JpegError: it is no whole JPEG.
    """
    out = bytearray((0xFF, _START))
    for marker, start, end in _segments(data):
        is_short = end - start <= _MOST_OF_COLOURS
        if marker in _FRAMES | _TABLES | {_SCAN} or (marker in _COLOURS and is_short):
            out += data[start:end]
    return bytes(out + bytes((0xFF, _END)))


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, first byte and end of each segment; picture data belongs to its scan.

    Raises:
        JpegError: it is no whole JPEG.
    """
    if data[:3] != bytes((0xFF, _START, 0xFF)):
        raise JpegError("it is no JPEG")
    at, has_scan = 2, False
    while at + 1 < len(data):
        if data[at] != 0xFF:
            raise JpegError("it is damaged")
        marker = data[at + 1]
        if marker == 0xFF:  # filled up
            at += 1
            continue
        if marker == _END:
            if not has_scan:
                raise JpegError("it has no picture in it")
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data) or not 0xC0 <= marker <= 0xFE:
            raise JpegError("it is damaged")
        if marker == _SCAN:
            end, has_scan = _end_of_scan(data, end), True
        yield marker, at, end
        at = end
    raise JpegError("it is cut off")


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker is that is neither a filled-up byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following != 0x00 and not 0xD0 <= following <= 0xD7:
            return at
        at += 2
    raise JpegError("it is cut off")
