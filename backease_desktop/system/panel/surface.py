"""What a panel is made of on each window system: a surface, and what happens on it."""

from enum import Enum
from typing import Protocol

import msgspec

MARGIN = 20
"""Room between a surface and the edges of the screen, in logical pixels."""
PATIENCE_S = 2.0
"""A surface is worth a longer wait than a reading: a window in its place would take the focus."""


class Kind(Enum):
    """What a pointer does."""

    MOVED = "moved"
    PRESSED = "pressed"
    RELEASED = "released"
    LEFT = "left"


class Pointed(msgspec.Struct, frozen=True):
    """Something that a pointer did; where, if it moved, in logical pixels of the surface."""

    kind: Kind
    x: float = 0.0
    y: float = 0.0


class PictureWanted(msgspec.Struct, frozen=True):
    """A picture is wanted, of the size and at the scale that are right now."""


Fact = PictureWanted | Pointed


class Surface(Protocol):
    """A picture in the corner of a screen that never has the keyboard.

    Everything but `close` may raise the error of its window system, after which it is of no use.
    """

    @property
    def scale(self) -> float:
        """Pixels that a picture needs for each logical pixel."""

    def fileno(self) -> int:
        """The socket, for someone who watches it."""

    def settle(self) -> list[Fact]:
        """Wait until all that was asked for is done; what happened meanwhile."""

    def receive(self) -> list[Fact]:
        """What has happened; to be called when the socket can be read."""

    def resize(self, size: tuple[int, int]) -> None:
        """Be of another size in logical pixels; a picture will be wanted."""

    def paint(self, pixels: bytes, size: tuple[int, int]) -> None:
        """Show a picture of so many pixels: premultiplied ARGB, rows without gaps."""

    def close(self) -> None:
        """Take it away."""
