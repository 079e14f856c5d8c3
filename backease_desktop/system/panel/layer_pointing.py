"""What points at a surface: the mouse's left button, and the first finger on a touch screen.

Rules: a finger is told as a pointer that comes, presses, releases and leaves; other buttons, other
fingers and the wheel are not told. The mouse's cursor is made an arrow where `wp_cursor_shape_v1`
makes that easy; elsewhere it stays what it was.
"""

from collections.abc import Iterator
from typing import Final

from backease_desktop.system.panel.surface import Kind, Pointed
from backease_desktop.system.wire.wayland import Compositor, Event

_SEAT_VERSION = 5
_GET_POINTER, _GET_TOUCH = 0, 2
_CAPABILITIES = 0
_HAS_POINTER, _HAS_TOUCH = 1, 4
_ENTER, _LEAVE, _MOTION, _BUTTON = 0, 1, 2, 3
_DOWN, _UP, _FINGER_MOTION, _CANCEL = 0, 1, 2, 4
_LEFT_BUTTON = 0x110
_SHAPES = "wp_cursor_shape_manager_v1"
_GET_SHAPE, _SET_SHAPE, _ARROW = 1, 1, 1


NOWHERE: Final = Pointed(Kind.MOVED, -1, -1)


class Pointing:
    """The pointers and fingers of every seat.

    Args:
        compositor: the connection.
    """

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self._seats = [
            compositor.bind("wl_seat", _SEAT_VERSION, name)[0]
            for name in compositor.named("wl_seat")
        ]
        self._pointers: dict[int, int] = {}
        self._touches: dict[int, int] = {}
        self._finger: tuple[int, int] | None = None
        self._shapes = compositor.bind(_SHAPES, 1)[0] if compositor.named(_SHAPES) else 0
        self._cursors: dict[int, int] = {}

    def take(self, event: Event) -> Iterator[Pointed]:
        """What an event means; nothing if it is not about pointing.

        Raises:
            WaylandError: the connection is lost.
        """
        if event.sender in self._seats and event.opcode == _CAPABILITIES:
            self._follow(event.sender, event.numbers()[0])
        elif event.sender in self._pointers.values():
            yield from self._pointer(event)
        elif event.sender in self._touches.values():
            yield from self._touch(event)

    def _follow(self, seat: int, capabilities: int) -> None:
        for flag, request, those in (
            (_HAS_POINTER, _GET_POINTER, self._pointers),
            (_HAS_TOUCH, _GET_TOUCH, self._touches),
        ):
            if not capabilities & flag:
                those.pop(seat, None)
            elif seat not in those:
                those[seat] = self._compositor.new()
                self._compositor.send(seat, request, those[seat])

    def _pointer(self, event: Event) -> Iterator[Pointed]:
        numbers = event.numbers()
        if event.opcode == _ENTER:
            self._show_arrow(event.sender, numbers[0])
            yield Pointed(Kind.MOVED, _length(numbers[2]), _length(numbers[3]))
        elif event.opcode == _LEAVE:
            yield Pointed(Kind.LEFT)
        elif event.opcode == _MOTION:
            yield Pointed(Kind.MOVED, _length(numbers[1]), _length(numbers[2]))
        elif event.opcode == _BUTTON and numbers[2] == _LEFT_BUTTON:
            yield Pointed(Kind.PRESSED if numbers[3] else Kind.RELEASED)

    def _show_arrow(self, pointer: int, serial: int) -> None:
        if not self._shapes:
            return
        if pointer not in self._cursors:
            self._cursors[pointer] = self._compositor.new()
            self._compositor.send(self._shapes, _GET_SHAPE, self._cursors[pointer], pointer)
        self._compositor.send(self._cursors[pointer], _SET_SHAPE, serial, _ARROW)

    def _touch(self, event: Event) -> Iterator[Pointed]:
        numbers = event.numbers()
        if event.opcode == _DOWN and self._finger is None:
            self._finger = event.sender, numbers[3]
            yield Pointed(Kind.MOVED, _length(numbers[4]), _length(numbers[5]))
            yield Pointed(Kind.PRESSED)
        elif event.opcode == _FINGER_MOTION and self._finger == (event.sender, numbers[1]):
            yield Pointed(Kind.MOVED, _length(numbers[2]), _length(numbers[3]))
        elif event.opcode == _UP and self._finger == (event.sender, numbers[2]):
            yield from self._lift()
        elif event.opcode == _CANCEL and self._finger is not None:
            yield NOWHERE
            yield from self._lift()

    def _lift(self) -> Iterator[Pointed]:
        self._finger = None
        yield Pointed(Kind.RELEASED)
        yield Pointed(Kind.LEFT)


def _length(fixed: int) -> float:
    """The protocol's signed 24.8 numbers."""
    return (fixed - (1 << 32) if fixed >> 31 else fixed) / 256
