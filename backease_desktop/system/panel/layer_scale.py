"""How many pixels a compositor wants for each logical pixel of a surface.

Rules: fractions are followed where the compositor can (`wp_fractional_scale_v1`); else the largest
whole scale of the screens that the surface is on, or that there are while it is on none.
"""

from backease_desktop.system.wire.wayland import Compositor, Event

_OUTPUT_VERSION = 2
_SCALE = 3
_ENTER, _LEAVE = 0, 1
_GET_FRACTION, _GET_VIEWPORT = 1, 1
_DESTROY = 0
_SET_BUFFER_SCALE, _SET_DESTINATION = 8, 2
_PREFERRED = 0
_PARTS = 120
"""Fractions are told in 120ths."""


class SurfaceScale:
    """The scale of one surface at a time.

    Args:
        compositor: the connection.
    """

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self._outputs: dict[int, int] = {}
        self._scales: dict[int, int] = {}
        self._surface = self._fraction = self._viewport = 0
        self._entered: set[int] = set()
        self._preferred = 0
        self._fractions = self._viewports = 0
        needed = ("wp_fractional_scale_manager_v1", "wp_viewporter")
        if all(map(compositor.named, needed)):
            self._fractions, self._viewports = (compositor.bind(each, 1)[0] for each in needed)
        self.follow_outputs()

    @property
    def value(self) -> float:
        """Pixels for each logical pixel."""
        if self._preferred:
            return self._preferred / _PARTS
        scales = self._scales
        on = [scales[each] for each in self._entered if each in scales]
        return max(on or scales.values(), default=1)

    def follow_outputs(self) -> None:
        """Get to know the screens that have come, and forget those that have gone."""
        there = self._compositor.named("wl_output")
        for name in there:
            if name not in self._outputs:
                number, _ = self._compositor.bind("wl_output", _OUTPUT_VERSION, name)
                self._outputs[name], self._scales[number] = number, 1
        for name in tuple(self._outputs):
            if name not in there:
                del self._scales[self._outputs.pop(name)]

    def begin(self, surface: int) -> None:
        """Follow this surface from here on."""
        self._surface, self._entered, self._preferred = surface, set(), 0
        if self._fractions:
            new, send = self._compositor.new, self._compositor.send
            self._fraction = new()
            send(self._fractions, _GET_FRACTION, self._fraction, surface)
            self._viewport = new()
            send(self._viewports, _GET_VIEWPORT, self._viewport, surface)

    def end(self) -> None:
        """Let go of what belongs to the surface, which is about to go."""
        for each in (self._fraction, self._viewport):
            if each:
                self._compositor.send(each, _DESTROY)
        self._surface = self._fraction = self._viewport = 0

    def on_event(self, event: Event) -> None:
        """Learn about screens, and which of them the surface is on."""
        if event.sender in self._scales and event.opcode == _SCALE:
            self._scales[event.sender] = event.numbers()[0]
        elif event.sender == self._surface and event.opcode == _ENTER:
            self._entered.add(event.numbers()[0])
        elif event.sender == self._surface and event.opcode == _LEAVE:
            self._entered.discard(event.numbers()[0])
        elif event.sender == self._fraction and event.opcode == _PREFERRED:
            self._preferred = event.numbers()[0]

    def apply(self, size: tuple[int, int], pixels: tuple[int, int]) -> None:
        """Say how a picture of so many pixels covers a surface of this logical size."""
        if self._viewport:
            self._compositor.send(self._viewport, _SET_DESTINATION, *size)
        else:
            scale = max(1, pixels[0] // size[0])
            self._compositor.send(self._surface, _SET_BUFFER_SCALE, scale)
