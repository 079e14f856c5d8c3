"""A window of X11 that no window manager touches: in the corner, above all, without the keyboard.

It is for compositors of Wayland that have no layers but run X11 programs.

Rules:
1. It stands on the primary screen, because under Wayland an X11 server does not know where the
   pointer is; and inside the room that desktop bars leave, if they tell.
2. Pixels are scaled by the desktop's `Xft.dpi`, as X11 programs are.
3. A picture is painted only after the server has asked for it.
"""

import select
import struct
from collections.abc import Iterator, Mapping

from backease_desktop.system.panel.surface import (
    MARGIN,
    PATIENCE_S,
    Fact,
    Kind,
    PictureWanted,
    Pointed,
)
from backease_desktop.system.wire.x11 import Display, XError

Box = tuple[int, int, int, int]
"""Left, top, width and height."""

_CREATE_WINDOW, _MAP_WINDOW, _CONFIGURE_WINDOW = 1, 8, 12
_GET_PROPERTY, _GET_INPUT_FOCUS, _CREATE_GC, _PUT_IMAGE = 20, 43, 55, 72
_CREATE_COLORMAP, _QUERY_EXTENSION = 78, 98
_RR_VERSION, _RR_SELECT, _RR_MONITORS = 0, 4, 42
_RESOURCE_MANAGER = 23
_PRESS, _RELEASE, _MOTION, _ENTER, _LEAVE, _EXPOSE = 4, 5, 6, 7, 8, 12
_MASK = 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 15
"""Presses, releases, coming, going, motion, and parts that want painting."""
_ARGB, _TRUE_COLOUR, _RED = 32, 4, 0xFF0000
_Z_PIXMAP, _INPUT_OUTPUT, _ABOVE, _LEFT_BUTTON = 2, 1, 0, 1
_BACKGROUND, _BORDER, _UNMANAGED, _EVENTS, _COLOURS = 1 << 1, 1 << 3, 1 << 9, 1 << 11, 1 << 13
_PLACE_AND_SIZE, _STACK = 1 | 2 | 4 | 8, 1 << 6
_REFERENCE_DPI = 96


class X11Surface(Display):
    """One window and the connection that it lives on.

    Args:
        environment: where `DISPLAY` and `XAUTHORITY` are looked up.
        size: width and height in logical pixels.

    Raises:
        XError: there is no server, or it cannot show transparent windows.
    """

    def __init__(self, environment: Mapping[str, str], size: tuple[int, int]) -> None:
        super().__init__(environment, PATIENCE_S)
        self._size = size
        self._events: list[bytes] = []
        self._connect()
        (first_id,) = struct.unpack_from("=I", self._setup, 4)
        self._window, self._gc, self._colours = first_id + 1, first_id + 2, first_id + 3
        try:
            self._scale = max(1, int(self._dpi() / _REFERENCE_DPI))
            self._randr, self._screens_changed = self._extension("RANDR")
            self._make()
        except XError:
            self.close()
            raise

    @property
    def scale(self) -> float:
        """Pixels that a picture needs for each logical pixel."""
        return self._scale

    def fileno(self) -> int:
        """The socket, for someone who watches it."""
        return self._connect().fileno()

    def settle(self) -> list[Fact]:
        """Wait until the server has done all that was asked; what happened meanwhile.

        Raises:
            XError: the connection is lost.
        """
        self._ask(_GET_INPUT_FOCUS, 0, b"")
        return self._facts()

    def receive(self) -> list[Fact]:
        """What has happened; to be called when the socket can be read.

        Raises:
            XError: the connection is lost.
        """
        while select.select([self.fileno()], [], [], 0)[0]:
            self._on_event(self._read(32))
        return self._facts()

    def resize(self, size: tuple[int, int]) -> None:
        """Be of another size; a picture will be wanted.

        Raises:
            XError: the connection is lost.
        """
        if size != self._size:
            self._size = size
            self._place()

    def paint(self, pixels: bytes, size: tuple[int, int]) -> None:
        """Show a picture; in strips, because a request may not be longer than the server says.

        Raises:
            XError: the connection is lost.
        """
        width, height = size
        (longest,) = struct.unpack_from("=H", self._setup, 18)
        rows = max(1, (4 * longest - 24) // (4 * width))
        for top in range(0, height, rows):
            strip = pixels[4 * width * top : 4 * width * min(top + rows, height)]
            count = len(strip) // (4 * width)
            head = struct.pack(
                "=IIHHhhBB2x", self._window, self._gc, width, count, 0, top, 0, _ARGB
            )
            self._send(_PUT_IMAGE, _Z_PIXMAP, head + strip)

    def _on_event(self, event: bytes) -> None:
        self._events.append(event)

    def _make(self) -> None:
        visual = argb_visual(self._setup)
        self._send(_CREATE_COLORMAP, 0, struct.pack("=III", self._colours, self._root, visual))
        place = struct.pack("=IIhhHH", self._window, self._root, *self._box())
        kind = struct.pack("=HHI", 0, _INPUT_OUTPUT, visual)
        mask = _BACKGROUND | _BORDER | _UNMANAGED | _EVENTS | _COLOURS
        values = struct.pack("=IIIIII", mask, 0, 0, 1, _MASK, self._colours)
        self._send(_CREATE_WINDOW, _ARGB, place + kind + values)
        self._send(_CREATE_GC, 0, struct.pack("=III", self._gc, self._window, 0))
        if self._randr:
            self._send(self._randr, _RR_SELECT, struct.pack("=IH2x", self._root, 1))
        self._send(_MAP_WINDOW, 0, struct.pack("=I", self._window))

    def _place(self) -> None:
        values = (*self._box(), _ABOVE)
        mask = _PLACE_AND_SIZE | _STACK
        self._send(_CONFIGURE_WINDOW, 0, struct.pack("=IH2xiiIII", self._window, mask, *values))

    def _facts(self) -> list[Fact]:
        facts: list[Fact] = []
        is_picture_wanted = False
        while self._events:
            event = self._events.pop(0)
            kind = event[0] & 0x7F
            is_picture_wanted |= kind == _EXPOSE
            if self._randr and kind == self._screens_changed:
                self._place()
            facts += self._pointed(kind, event)
        if is_picture_wanted:
            facts.append(PictureWanted())
        return facts

    def _pointed(self, kind: int, event: bytes) -> Iterator[Pointed]:
        x, y = (each / self._scale for each in struct.unpack_from("=hh", event, 24))
        if kind in (_ENTER, _MOTION):
            yield Pointed(Kind.MOVED, x, y)
        elif kind == _LEAVE:
            yield Pointed(Kind.LEFT)
        elif kind in (_PRESS, _RELEASE) and event[1] == _LEFT_BUTTON:
            yield Pointed(Kind.PRESSED if kind == _PRESS else Kind.RELEASED)

    def _box(self) -> Box:
        width, height = (each * self._scale for each in self._size)
        return corner(self._room(), (width, height), MARGIN * self._scale)

    def _room(self) -> Box:
        """The primary screen, or all of them where the server does not tell them apart."""
        room = self._primary() or screen_box(self._setup)
        area = self._property(self._root, "_NET_WORKAREA")[:4]
        if len(area) < 4:
            return room
        left, top = max(room[0], area[0]), max(room[1], area[1])
        right = min(room[0] + room[2], area[0] + area[2])
        bottom = min(room[1] + room[3], area[1] + area[3])
        return (left, top, right - left, bottom - top)

    def _primary(self) -> Box | None:
        if not self._randr:
            return None
        reply = self._ask(self._randr, _RR_MONITORS, struct.pack("=IB3x", self._root, 1))
        monitors: list[tuple[bool, Box]] = []
        position = 32
        while position + 24 <= len(reply):
            values = struct.unpack_from("=4xBxHhhHH", reply, position)
            is_primary, outputs, left, top, width, height = values
            monitors.append((bool(is_primary), (left, top, width, height)))
            position += 24 + 4 * outputs
        return max(monitors, key=lambda each: each[0])[1] if monitors else None

    def _extension(self, name: str) -> tuple[int, int]:
        """Its opcode and its first event; zeros where there is none."""
        text = name.encode()
        reply = self._ask(_QUERY_EXTENSION, 0, struct.pack("=H2x", len(text)) + text)
        if len(reply) < 11 or not reply[8]:
            return 0, 0
        self._ask(reply[9], _RR_VERSION, struct.pack("=II", 1, 5))
        return reply[9], reply[10]

    def _dpi(self) -> float:
        payload = struct.pack("=IIIII", self._root, _RESOURCE_MANAGER, 0, 0, 16_384)
        reply = self._ask(_GET_PROPERTY, 0, payload)
        for line in reply[32:].decode("latin-1").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "Xft.dpi":
                try:
                    return float(value)
                except ValueError:
                    break
        return _REFERENCE_DPI


def corner(room: Box, size: tuple[int, int], margin: int) -> Box:
    """A box of this size at the bottom right of the room, never left of or above it."""
    left, top, width, height = room
    x, y = left + width - size[0] - margin, top + height - size[1] - margin
    return (max(left, x), max(top, y), *size)


def screen_box(setup: bytes) -> Box:
    """The first screen, from what a server says at the beginning."""
    return (0, 0, *struct.unpack_from("=HH", setup, _screen(setup) + 20))


def argb_visual(setup: bytes) -> int:
    """How windows are made that can be seen through.

    Raises:
        XError: they cannot be made.
    """
    position = _screen(setup) + 40
    for _ in range(setup[position - 1]):
        depth, visuals = struct.unpack_from("=BxH", setup, position)
        position += 8
        for _ in range(visuals):
            number, kind, red = struct.unpack_from("=IB3xI", setup, position)
            if (depth, kind, red) == (_ARGB, _TRUE_COLOUR, _RED):
                return int(number)
            position += 24
    raise XError("this X server has no transparent windows")


def _screen(setup: bytes) -> int:
    vendor, formats = struct.unpack_from("=H3xB", setup, 16)
    return int(32 + vendor + -vendor % 4 + 8 * formats)
