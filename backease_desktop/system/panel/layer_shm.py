"""Pictures handed to a compositor by shared memory.

Rules: memory that the compositor may be reading is not written to; there are at most `MOST` pieces
of it, and a picture for which none is free waits until one is.
"""

import os
from dataclasses import dataclass

from backease_desktop.system.wire.wayland import Compositor, Event

MOST = 3

_CREATE_POOL = 0
_CREATE_BUFFER, _DESTROY_POOL = 0, 1
_DESTROY_BUFFER = 0
_RELEASED = 0
_ARGB8888 = 0


@dataclass(slots=True)
class _Buffer:
    """A picture in the memory that the compositor sees, too."""

    number: int
    file: int
    size: tuple[int, int]
    is_free: bool = True


class SharedPictures:
    """The memory of one surface.

    Args:
        compositor: the connection.
    """

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self._shm, _ = compositor.bind("wl_shm", 1)
        self._buffers: list[_Buffer] = []

    def take(self, pixels: bytes, size: tuple[int, int]) -> int | None:
        """Put a picture into memory; gives the buffer to attach, or None while none is free.

        Args:
            pixels: four bytes for each, rows without gaps, premultiplied ARGB as this machine
                stores 32-bit numbers.
            size: width and height in pixels.

        Raises:
            OSError: there is no memory.
            WaylandError: the connection is lost.
        """
        self._drop_other_than(size)
        buffer = next((each for each in self._buffers if each.is_free), None)
        if buffer is None:
            if len(self._buffers) >= MOST:
                return None
            buffer = self._make(size)
        os.pwrite(buffer.file, pixels, 0)
        buffer.is_free = False
        return buffer.number

    def on_event(self, event: Event) -> bool:
        """Learn that a buffer is free again; whether the event was about that."""
        buffer = next((each for each in self._buffers if each.number == event.sender), None)
        if buffer is None:
            return False
        buffer.is_free |= event.opcode == _RELEASED
        return True

    def close(self) -> None:
        """Give our side of the memory back; the compositor keeps its own while it needs it."""
        for each in self._buffers:
            os.close(each.file)
        self._buffers = []

    def _make(self, size: tuple[int, int]) -> _Buffer:
        width, height = size
        file = os.memfd_create("backease")
        try:
            os.ftruncate(file, 4 * width * height)
            pool, send = self._compositor.new(), self._compositor.send
            send(self._shm, _CREATE_POOL, pool, 4 * width * height, descriptors=[file])
            number = self._compositor.new()
            send(pool, _CREATE_BUFFER, number, 0, width, height, 4 * width, _ARGB8888)
            send(pool, _DESTROY_POOL)
        except BaseException:
            os.close(file)
            raise
        self._buffers.append(_Buffer(number, file, size))
        return self._buffers[-1]

    def _drop_other_than(self, size: tuple[int, int]) -> None:
        for each in tuple(self._buffers):
            if each.is_free and each.size != size:
                self._buffers.remove(each)
                os.close(each.file)
                self._compositor.send(each.number, _DESTROY_BUFFER)
