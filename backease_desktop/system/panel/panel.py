"""A panel: a picture in the corner of the screen that never has the keyboard.

A window of Wayland can neither choose its place nor refuse the focus. A surface on a layer can do
both, where the compositor has layers (KDE, Sway, most others). Where it has not (GNOME) it runs X11
programs all the same, and a window of X11 that no window manager touches can do both there. The
connection is the panel's own and exists only while it is shown.
"""

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from backease_desktop.system.panel.layer_surface import SHELL, LayerSurface
from backease_desktop.system.panel.surface import PATIENCE_S, Fact, Kind, Pointed, Surface
from backease_desktop.system.panel.x11_surface import X11Surface
from backease_desktop.system.wire.wayland import Compositor, WaylandError
from backease_desktop.system.wire.x11 import XError

MakeSurface = Callable[[Mapping[str, str], tuple[int, int]], Surface]

GONE = (WaylandError, XError, OSError)

log = logging.getLogger(__name__)


class SurfacePanel(QObject):
    """The panel. It stands above all windows and takes no room from them.

    Args:
        make_surface: makes its surface.
        environment: where the window system is looked up.
        parent: the owner.

    Signals:
        picture_requested: a picture is wanted, at the scale that is right now.
        moved: a pointer is at x, y in logical pixels.
        pressed: its button was pressed where it is.
        released: its button was released.
        left: it has gone.
        failed: the panel is not shown any more, and why.
    """

    picture_requested = Signal()
    moved = Signal(float, float)
    pressed = Signal()
    released = Signal()
    left = Signal()
    failed = Signal(str)

    def __init__(
        self,
        make_surface: MakeSurface,
        environment: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_surface = make_surface
        self._environment = environment
        self._surface: Surface | None = None
        self._reader: QSocketNotifier | None = None

    @property
    def scale(self) -> float:
        """Pixels that a picture needs for each logical pixel."""
        return 1.0 if self._surface is None else self._surface.scale

    def show(self, width: int, height: int) -> bool:
        """Be shown in this size, in logical pixels; whether that is possible."""
        try:
            if self._surface is None:
                self._surface = self._make_surface(self._environment, (width, height))
                kind = QSocketNotifier.Type.Read
                self._reader = QSocketNotifier(self._surface.fileno(), kind, self)
                self._reader.activated.connect(self._on_readable)
            else:
                self._surface.resize((width, height))
            self._tell(self._surface.settle())
        except GONE as error:
            log.info("no panel: %s", error)
            self.hide()
        return self._surface is not None

    def paint(self, pixels: bytes, width: int, height: int) -> None:
        """Show a picture of so many pixels: premultiplied ARGB, rows without gaps."""
        surface = self._surface
        if surface is not None:
            self._attempt(lambda: surface.paint(pixels, (width, height)))

    def hide(self) -> None:
        """Go, and end the connection."""
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._surface is not None:
            self._surface.close()
            self._surface = None

    def _on_readable(self) -> None:
        surface = self._surface
        if surface is not None:
            self._attempt(lambda: self._tell(surface.receive()))

    def _attempt(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except GONE as error:
            log.info("the panel is lost: %s", error)
            self.hide()
            self.failed.emit(str(error))

    def _tell(self, facts: list[Fact]) -> None:
        for fact in facts:
            match fact:
                case Pointed(Kind.MOVED, x, y):
                    self.moved.emit(x, y)
                case Pointed(Kind.PRESSED):
                    self.pressed.emit()
                case Pointed(Kind.RELEASED):
                    self.released.emit()
                case Pointed(Kind.LEFT):
                    self.left.emit()
                case _:
                    self.picture_requested.emit()


def panel_for(environment: Mapping[str, str], parent: QObject | None = None) -> SurfacePanel | None:
    """The panel, where windows are under Wayland; a visit of a millisecond to the compositor.

    There is none where `QT_QPA_PLATFORM` keeps the windows off Wayland, nor where the compositor
    has no layers and runs no X11 programs.
    """
    platform = environment.get("QT_QPA_PLATFORM", "wayland")
    if "WAYLAND_DISPLAY" not in environment or not platform.startswith("wayland"):
        return None
    try:
        compositor = Compositor(environment, PATIENCE_S)
    except WaylandError as error:
        log.info("no panel: %s", error)
        return None
    has_layers = bool(compositor.named(SHELL))
    compositor.close()
    if has_layers:
        return SurfacePanel(LayerSurface, environment, parent)
    if environment.get("DISPLAY"):
        return SurfacePanel(X11Surface, environment, parent)
    return None
