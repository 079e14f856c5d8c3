"""Draws exercises on one sheet, to be looked at.

    python -m tests.contact_sheet [--folder DIR] [--only ID,…] [--dark] [--size N] OUT.png
    python -m tests.contact_sheet --strip ID [--side left] OUT.png

Without `--strip` every keyframe of every exercise is drawn, with its name. With it, eight moments
of one exercise: of a repetition, or of prepare, hold, switch, hold, relax where it is held.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.motion import Moment, motion_at
from backease_desktop.core.figure.shapes import Drawing
from backease_desktop.core.units import Ms
from backease_desktop.storage.catalogue_figures import read_figure
from backease_desktop.ui.figure.colours import DARK, HIGH_CONTRAST, LIGHT, FigureColours
from backease_desktop.ui.figure.painter import paint

Cell = tuple[str, Drawing]


def films(folder: Path, only: set[str]) -> dict[str, Film]:
    """The figures of a folder by exercise id; what is wrong with one goes to stderr."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        if only and path.stem not in only:
            continue
        figure = read_figure(path)
        for problem in figure.problems:
            print(problem, file=sys.stderr)
        if figure.film is not None:
            found[path.stem] = figure.film
    return found


def keyframes(film: Film, name: str, side: str) -> list[Cell]:
    """Every keyframe of a film."""
    return [
        (f"{name} · {still.name}", film.drawing_at(place, side))
        for place, still in enumerate(film.stills)
    ]


def strip(film: Film, name: str, side: str) -> list[Cell]:
    """Eight moments of a film in the order of time."""
    other = "left" if side == "right" else "right"
    if "hold" not in film.figure.keyframes:
        moments = [Moment("move", Ms(i * 625), Ms(5000), side) for i in range(8)]
    else:
        moments = [
            Moment("prepare", Ms(3000), Ms(6000), side, following="hold"),
            Moment("prepare", Ms(5200), Ms(6000), side, following="hold"),
            Moment("hold", Ms(2300), Ms(9000), side),
            Moment("switch", Ms(1000), Ms(5000), other, "hold", "hold"),
            Moment("switch", Ms(2330), Ms(5000), other, "hold", "hold"),
            Moment("switch", Ms(4200), Ms(5000), other, "hold", "hold"),
            Moment("hold", Ms(0), Ms(9000), other),
            Moment("relax", Ms(1000), Ms(4000), other, previous="hold"),
        ]
    return [
        (f"{name} · {m.kind} {m.elapsed / 1000:.1f} s", motion_at(film, m).drawing(film))
        for m in moments
    ]


def sheet(cells: list[Cell], size: int, colours: FigureColours, columns: int) -> QImage:
    """The cells as a picture."""
    height = round(size * 0.82)
    rows = -(-len(cells) // columns)
    image = QImage(columns * size, rows * height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(max(9, size // 30))
    painter.setFont(font)
    for i, (title, drawing) in enumerate(cells):
        x, y = i % columns * size, i // columns * height
        cell = QRectF(x + 2, y + 2, size - 4, height - 4)
        painter.fillRect(cell, QColor(colours.paper))
        paint(painter, drawing, cell, colours)
        if size >= 120:
            painter.setPen(QColor("#808080"))
            painter.drawText(cell.adjusted(8, 6, 0, 0), Qt.AlignmentFlag.AlignLeft, title)
    painter.end()
    return image


def main(arguments: list[str] | None = None) -> int:
    """Draws the sheet; 1 if there was nothing to draw."""
    parser = argparse.ArgumentParser(prog="python -m tests.contact_sheet")
    parser.add_argument("out", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("catalogue/exercises"))
    parser.add_argument("--only", default="")
    parser.add_argument("--strip", default="")
    parser.add_argument("--side", choices=("right", "left"), default="right")
    parser.add_argument("--size", type=int, default=400)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    options = parser.parse_args(arguments)
    only = {name for name in (options.strip or options.only).split(",") if name}
    cells: list[Cell] = []
    for name, film in films(options.folder, only).items():
        cells += (strip if options.strip else keyframes)(film, name, options.side)
    if not cells:
        print("No figures found.", file=sys.stderr)
        return 1
    app = QGuiApplication.instance() or QGuiApplication(["contact_sheet", "-platform", "offscreen"])
    colours = HIGH_CONTRAST if options.contrast else DARK if options.dark else LIGHT
    columns = min(len(cells), 4)
    saved = sheet(cells, options.size, colours, columns).save(str(options.out))
    del app
    return 0 if saved else 1


if __name__ == "__main__":
    sys.exit(main())
