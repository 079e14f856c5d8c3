"""A figure in the colours of the theme that is on."""

from collections.abc import Callable

from backease_desktop.core.units import Ms
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size


class DressedFigure(FigureView):
    """Shows a figure and follows the theme.

    Args:
        look: says when the theme is another one.
        colours: the colours of figures now.
        clock: milliseconds that only grow.
    """

    def __init__(
        self, look: Look, colours: Callable[[], FigureColours], clock: Callable[[], Ms]
    ) -> None:
        super().__init__(clock)
        self._look = look
        self._colours_now = colours
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(self._look.font(Size.SMALL))
        self.set_colours(self._colours_now())
