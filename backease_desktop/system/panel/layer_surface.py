"""A surface on a layer above all windows, in the corner of a screen and without the keyboard.

Rules:
1. Returned, not called: reading gives what happened.
2. The compositor chooses the screen, because only it knows where the pointer is.
3. A screen that goes takes its surface along: another one is made on what is left, or as soon as
   there is a screen again.
4. A picture comes after the compositor has asked for it, never before; that is its protocol.
"""

from collections.abc import Iterator, Mapping

from backease_desktop.system.panel.layer_pointing import Pointing
from backease_desktop.system.panel.layer_scale import SurfaceScale
from backease_desktop.system.panel.layer_shm import SharedPictures
from backease_desktop.system.panel.surface import (
    MARGIN,
    PATIENCE_S,
    Fact,
    Kind,
    PictureWanted,
    Pointed,
)
from backease_desktop.system.wire.wayland import Compositor, Event

SHELL = "zwlr_layer_shell_v1"

_NAME = "backease"
_COMPOSITOR_VERSION, _SHELL_VERSION = 4, 1
_CREATE_SURFACE = 0
_DESTROY, _ATTACH, _COMMIT, _DAMAGE_BUFFER = 0, 1, 6, 9
_GET_LAYER_SURFACE, _ANY_OUTPUT, _OVERLAY = 0, 0, 3
_SET_SIZE, _SET_ANCHOR, _SET_MARGIN, _SET_KEYBOARD = 0, 1, 3, 4
_ACK_CONFIGURE, _DESTROY_LAYER = 6, 7
_BOTTOM, _RIGHT, _NO_KEYBOARD = 2, 8, 0
_CONFIGURE, _CLOSED = 0, 1


class LayerSurface:
    """One surface and the connection that it lives on.

    Args:
        environment: where the compositor is looked up.
        size: width and height in logical pixels.

    Raises:
        WaylandError: there is no compositor, or it has no layers.
    """

    def __init__(self, environment: Mapping[str, str], size: tuple[int, int]) -> None:
        self._size = size
        self._compositor = compositor = Compositor(environment, PATIENCE_S)
        self._maker, _ = compositor.bind("wl_compositor", _COMPOSITOR_VERSION)
        self._shell, _ = compositor.bind(SHELL, _SHELL_VERSION)
        self._pictures = SharedPictures(compositor)
        self._pointing = Pointing(compositor)
        self._scale = SurfaceScale(compositor)
        self._surface = self._layer = 0
        self._is_configured = False
        self._is_picture_due = False
        self._waiting: tuple[bytes, tuple[int, int]] | None = None
        self._refused_with: tuple[int, ...] | None = None
        self._find_a_screen()

    @property
    def scale(self) -> float:
        """Pixels that a picture needs for each logical pixel."""
        return self._scale.value

    def fileno(self) -> int:
        """The socket, for someone who watches it."""
        return self._compositor.fileno()

    def settle(self) -> list[Fact]:
        """Wait until the compositor has done all that was asked; what happened meanwhile.

        Raises:
            WaylandError: the connection is lost.
        """
        return self._facts(self._compositor.round_trip())

    def receive(self) -> list[Fact]:
        """What has happened; to be called when the socket can be read.

        Raises:
            WaylandError: the connection is lost.
        """
        return self._facts(self._compositor.receive())

    def resize(self, size: tuple[int, int]) -> None:
        """Be of another size; a picture will be wanted.

        Raises:
            WaylandError: the connection is lost.
        """
        if size != self._size and self._layer:
            self._compositor.send(self._layer, _SET_SIZE, *size)
            self._compositor.send(self._surface, _COMMIT)
        self._size = size

    def paint(self, pixels: bytes, size: tuple[int, int]) -> None:
        """Show a picture, as `SharedPictures` takes it, as soon as that is possible.

        Raises:
            OSError: there is no memory for it.
            WaylandError: the connection is lost.
        """
        self._waiting = None
        if not self._is_configured:
            return
        buffer = self._pictures.take(pixels, size)
        if buffer is None:
            self._waiting = pixels, size
            return
        send = self._compositor.send
        self._scale.apply(self._size, size)
        send(self._surface, _ATTACH, buffer, 0, 0)
        send(self._surface, _DAMAGE_BUFFER, 0, 0, *size)
        send(self._surface, _COMMIT)

    def close(self) -> None:
        """Take it away."""
        self._pictures.close()
        self._compositor.close()

    def _facts(self, events: list[Event]) -> list[Fact]:
        before = self.scale
        facts: list[Fact] = [fact for event in events for fact in self._take(event)]
        self._scale.follow_outputs()
        self._find_a_screen()
        if self._is_configured and (self._is_picture_due or self.scale != before):
            self._is_picture_due = False
            facts.append(PictureWanted())
        return facts

    def _take(self, event: Event) -> Iterator[Pointed]:
        if event.sender == self._layer:
            if event.opcode == _CONFIGURE:
                self._compositor.send(self._layer, _ACK_CONFIGURE, event.numbers()[0])
                self._is_configured = self._is_picture_due = True
            elif event.opcode == _CLOSED:
                yield from self._lose_the_screen()
        elif self._pictures.on_event(event):
            if self._waiting is not None:
                self.paint(*self._waiting)
        else:
            self._scale.on_event(event)
            yield from self._pointing.take(event)

    def _lose_the_screen(self) -> Iterator[Pointed]:
        # A surface that is closed before it was shown is not wanted on any of these screens.
        self._refused_with = None if self._is_configured else self._compositor.named("wl_output")
        self._scale.end()
        self._compositor.send(self._layer, _DESTROY_LAYER)
        self._compositor.send(self._surface, _DESTROY)
        self._surface = self._layer = 0
        self._is_configured = False
        yield Pointed(Kind.LEFT)

    def _find_a_screen(self) -> None:
        screens = self._compositor.named("wl_output")
        if self._layer or not screens or screens == self._refused_with:
            return
        new, send = self._compositor.new, self._compositor.send
        self._surface = new()
        send(self._maker, _CREATE_SURFACE, self._surface)
        self._layer = new()
        arguments = (self._layer, self._surface, _ANY_OUTPUT, _OVERLAY, _NAME)
        send(self._shell, _GET_LAYER_SURFACE, *arguments)
        send(self._layer, _SET_SIZE, *self._size)
        send(self._layer, _SET_ANCHOR, _BOTTOM | _RIGHT)
        send(self._layer, _SET_MARGIN, 0, MARGIN, MARGIN, 0)
        send(self._layer, _SET_KEYBOARD, _NO_KEYBOARD)
        self._scale.begin(self._surface)
        send(self._surface, _COMMIT)
