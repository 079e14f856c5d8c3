"""A drawing as SVG text, written here so that it needs neither Qt nor a file."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from backease_desktop.core.figure.shapes import Drawing, Shape

_SCALE = 400
"""SVG units for a metre; the picture scales freely, this only keeps the numbers short."""


def svg(drawing: Drawing, colour: Callable[[Shape], tuple[str, float]], paper: str = "") -> str:
    """The drawing as an SVG document.

    Args:
        drawing: what to write.
        colour: gives a shape's colour (`#rrggbb`) and opacity (0 to 1).
        paper: the background's colour; none if empty.
    """
    frame = drawing.frame
    wide, high = frame.width * _SCALE, frame.height * _SCALE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" role="img">',
        f"<title>{escape(drawing.alt)}</title>",
    ]
    if paper:
        lines.append(f'<rect width="100%" height="100%" fill="{paper}"/>')
    for shape in drawing.shapes:
        fill, opacity = colour(shape)
        faint = f' fill-opacity="{opacity:.2f}"' if opacity < 1 else ""
        path = "".join(
            "M"
            + "L".join(
                f"{(x - frame.left) * _SCALE:.1f} {(frame.top - y) * _SCALE:.1f}" for x, y in ring
            )
            + "Z"
            for ring in shape.rings
        )
        lines.append(f'<path fill="{fill}"{faint} d="{path}"/>')
    lines.append("</svg>")
    return "\n".join(lines) + "\n"
