"""The figure's palettes. A role of a shape becomes a colour here and nowhere else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from backease_desktop.core.figure.shapes import Role, Shape


class FigureColours(msgspec.Struct, frozen=True):
    """The colours of a figure (hex). Pairs run from the far limbs to the near ones.

    `paper` is what the picture stands on: close-ups fade into it.
    """

    paper: str
    ground: str
    mat: str
    prop: str
    prop_far: str
    wall: str
    strap: str
    shadow: str
    torso: str
    blade: str
    limb_near: str
    limb_far: str
    skin_near: str
    skin_far: str
    hair: str
    tint: str
    eye: str
    rim_near: str
    rim_far: str
    ghost: str
    hollow: str
    arrow: str

    def of(self, shape: Shape) -> QColor:
        """The colour of a shape, its opacity included."""
        return _colour(self, shape.role, round(shape.nearness * 64), shape.opacity)


@lru_cache(maxsize=2048)
def _colour(colours: FigureColours, role: Role, nearness: int, opacity: float) -> QColor:
    if role == "limb":
        colour = _mixed(colours.limb_far, colours.limb_near, nearness / 64)
    elif role == "rim":
        colour = _mixed(colours.rim_far, colours.rim_near, nearness / 64)
    elif role == "skin":
        colour = _mixed(colours.skin_far, colours.skin_near, nearness / 64)
    else:
        colour = QColor(colours.paper if role == "edge" else getattr(colours, role))
    colour.setAlphaF(colour.alphaF() * opacity)
    return colour


def _mixed(far: str, near: str, share: float) -> QColor:
    a, b = QColor(far), QColor(near)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


LIGHT = FigureColours(
    paper="#EFE9DE",
    ground="#D9CDB8",
    mat="#D8CAB2",
    prop="#D3C3A8",
    prop_far="#C2B192",
    wall="#E4DACA",
    strap="#B5632A",
    shadow="#80604838",
    torso="#3C8D8A",
    blade="#5BA6A2",
    limb_near="#2E7D79",
    limb_far="#174A4C",
    skin_near="#E3B491",
    skin_far="#B98565",
    hair="#4A3A33",
    tint="#E98A3A",
    eye="#3B2C26",
    rim_near="#1C5B59",
    rim_far="#0E3234",
    ghost="#C1C8C0",
    hollow="#C0E98A3A",
    arrow="#1C2A2C",
)
DARK = FigureColours(
    paper="#202B2C",
    ground="#3A4A4B",
    mat="#41514F",
    prop="#5A6A66",
    prop_far="#46544F",
    wall="#2A3738",
    strap="#F0B07A",
    shadow="#70060A0A",
    torso="#3F8F8B",
    blade="#62AEA9",
    limb_near="#7FCFC9",
    limb_far="#2E6E6A",
    skin_near="#EBC4A6",
    skin_far="#A8795C",
    hair="#7A6154",
    tint="#F2A35E",
    eye="#2A1F1A",
    rim_near="#2F7671",
    rim_far="#183D3B",
    ghost="#4C5E5E",
    hollow="#B0F2A35E",
    arrow="#F4F1EA",
)
HIGH_CONTRAST = FigureColours(
    paper="#0A0A0A",
    ground="#FFFFFF",
    mat="#7A7A7A",
    prop="#9A9A9A",
    prop_far="#5E5E5E",
    wall="#1E1E1E",
    strap="#FFD400",
    shadow="#00000000",
    torso="#B8B8B8",
    blade="#E2E2E2",
    limb_near="#FFFFFF",
    limb_far="#6E6E6E",
    skin_near="#FFE1C4",
    skin_far="#A88A70",
    hair="#3C3C3C",
    tint="#FFD400",
    eye="#000000",
    rim_near="#000000",
    rim_far="#000000",
    ghost="#5A5A5A",
    hollow="#C0FFD400",
    arrow="#5CE1FF",
)
