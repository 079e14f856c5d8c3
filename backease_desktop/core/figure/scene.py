"""The things around the figure: where they stand and which surfaces they offer.

A support is a plane that body parts rest on. Level supports carry from below; the wall stands
upright in front of the figure or behind it.
"""

from __future__ import annotations

from msgspec.structs import replace

from backease_desktop.core.figure.pose import other_side
from backease_desktop.core.figure.space import DOWN, Vec
from backease_desktop.core.leaf import Leaf

CHAIR_SEAT = 0.43
CHAIR_DEPTH = 0.42
CHAIR_WIDTH = 0.44
CHAIR_BACK = 0.88
ROLLER_RADIUS = 0.075
SUPPORTS = ("floor", "mat", "chair", "desk", "wall", "roller", "step")


class Plane(Leaf, frozen=True):
    """A surface: `facing` points into the support, `offset` is the plane's place along it (m).

    A roller's top is no plane but a `ridge`: it carries what is above this x, and falls away round.
    """

    facing: Vec
    offset: float
    ridge: float | None = None


GROUND = Plane(DOWN, 0.0)


class Strap(Leaf, frozen=True):
    """A towel or band between two places on the body or the scene."""

    kind: str
    start: str
    end: str


class Scene(Leaf, frozen=True):
    """The props of an exercise; a place is the x of the thing (m), None where it is absent.

    `chair_faces` is 1 where the chair's open side looks along +x, as for someone sitting on it.
    """

    mat: bool = False
    chair: float | None = None
    chair_faces: int = 1
    desk: float | None = None
    desk_height: float = 0.73
    wall: float | None = None
    wall_height: float = 2.05
    step: float | None = None
    step_height: float = 0.2
    straps: tuple[Strap, ...] = ()
    roller: float | None = None
    cushion: str | None = None

    def plane(self, support: str) -> Plane | None:
        """The surface of a support, or None where the scene does not have it."""
        if support in ("floor", "mat"):
            return GROUND
        if support == "chair" and self.chair is not None:
            return Plane(DOWN, -CHAIR_SEAT)
        if support == "desk" and self.desk is not None:
            return Plane(DOWN, -self.desk_height)
        if support == "step" and self.step is not None:
            return Plane(DOWN, -self.step_height)
        if support == "roller" and self.roller is not None:
            return Plane(DOWN, -2 * ROLLER_RADIUS, ridge=self.roller)
        if support == "wall" and self.wall is not None:
            return Plane((1.0 if self.wall > 0 else -1.0, 0.0, 0.0), abs(self.wall))
        return None

    def mirrored(self) -> Scene:
        """The props as the mirrored body meets them: straps change hands, nothing moves."""
        swapped = (Strap(s.kind, other_side(s.start), other_side(s.end)) for s in self.straps)
        return replace(self, straps=tuple(swapped))

    def place(self, name: str) -> Vec | None:
        """A point of a prop that a hand can touch, such as `right_desk_edge`."""
        side, _, place = name.partition("_")
        sign = 1.0 if side == "right" else -1.0
        if self.chair is not None:
            back = self.chair - self.chair_faces * CHAIR_DEPTH / 2
            aside = sign * CHAIR_WIDTH / 2
            if place == "chair_back":
                return (back, CHAIR_BACK - 0.06, aside * 0.8)
            if place == "chair_seat":
                return (back + self.chair_faces * 0.10, CHAIR_SEAT, aside * 0.95)
        if self.desk is not None and place == "desk_edge":
            return (self.desk + 0.06, self.desk_height, sign * 0.19)
        return None
