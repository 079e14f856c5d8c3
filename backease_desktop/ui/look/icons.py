"""Our icons: small SVG drawings of one stroke width, tinted by the theme.

They are drawn when they are first asked for, at the resolution of the screen, and kept.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """The icons of a folder.

    Args:
        folder: holds one `<name>.svg` each, 24 × 24, drawn in `currentColor`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmap = cache(self._drawn)

    def names(self) -> tuple[str, ...]:
        """The names of all icons, in alphabetical order."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon of `size` × `size` logical pixels for a screen of that device pixel ratio.

        Raises:
            FileNotFoundError: there is no such icon.
            ValueError: its file is no SVG.
        """
        return self._pixmap(name, colour, size, ratio)

    def _drawn(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        # SVG Tiny, which Qt reads, knows no currentColor from outside: it is written in.
        drawing = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
        if not drawing.isValid():
            raise ValueError(f"{name}.svg is no SVG drawing")
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
