"""Our icons: small SVG drawings of one stroke width, tinted by the theme.

They are drawn when they are first asked for, at the resolution of the screen, and kept for the next
start as well: what reads SVG is 0.9 MB of a program that shows the same few icons all day. An icon
is known by its whole drawing, its colour and its size, so one that is found is never another one.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QByteArray, Qt, qVersion
from PySide6.QtGui import QImage, QPainter, QPixmap

from backease_desktop.ui.look.packed_picture import PIXELS, packed, unpacked

if TYPE_CHECKING:
    from backease_desktop.controllers.ports import PictureStore

MOST_KEPT = 400
"""Icons of several themes and sizes; where there are more, those of this run alone are kept."""

Kept = dict[tuple[str, str, int], bytes]
"""Pixels by drawing, colour and side."""


class Icons:
    """The icons of a folder.

    Args:
        folder: holds one `<name>.svg` each, 24 × 24, drawn in `currentColor`.
        store: keeps them for the next start; None keeps none.
    """

    def __init__(self, folder: Path, store: "PictureStore | None" = None) -> None:
        self._folder = folder
        self._store = store
        self._known: Kept | None = None
        self._shown: Kept = {}
        self._pixmap = cache(self._made)

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

    def keep(self) -> None:
        """Keep what was drawn in this run, if there is anything new."""
        known = self._known or {}
        if self._store is None or self._shown.keys() <= known.keys():
            return
        everything = known | self._shown
        self._known = everything if len(everything) <= MOST_KEPT else dict(self._shown)
        self._store.save(_kept_as(), msgspec.msgpack.encode(list(self._known.items())))

    def _made(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        side = round(size * ratio)
        key = (text, colour, side)
        if self._known is None:
            self._known = self._read()
        pixels = self._known.get(key)
        icon = unpacked(pixels, side, side) if pixels is not None else None
        if icon is None or pixels is None:
            icon = _drawn(name, text, colour, side)
            pixels = packed(icon)
            self._known.pop(key, None)
        self._shown[key] = pixels
        pixmap = QPixmap.fromImage(icon)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _read(self) -> Kept:
        if self._store is None or (found := self._store.load(_kept_as())) is None:
            return {}
        try:
            pairs = msgspec.msgpack.decode(found, type=list[tuple[tuple[str, str, int], bytes]])
        except msgspec.MsgspecError:
            return {}
        return dict(pairs)


def _kept_as() -> str:
    """What all of them are kept as: another Qt draws other pixels."""
    return f"icons of Qt {qVersion()}"


def _drawn(name: str, text: str, colour: str, side: int) -> QImage:
    # Loaded on first use: most starts show what was kept.
    from PySide6.QtSvg import QSvgRenderer

    # SVG Tiny, which Qt reads, knows no currentColor from outside: it is written in.
    drawing = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    if not drawing.isValid():
        raise ValueError(f"{name}.svg is no SVG drawing")
    icon = QImage(side, side, PIXELS)
    icon.fill(Qt.GlobalColor.transparent)
    painter = QPainter(icon)
    drawing.render(painter)
    painter.end()
    return icon
