"""From where the figure is seen.

The rule that keeps a spoken "left leg" right: a figure is written for the right side, and from
the side the camera stands at the person's RIGHT, so the picture faces right and the near limbs
are the right ones. For the left side the body is mirrored and the camera walks round to the
person's LEFT: the picture faces left and the near limbs are the left ones. So the working side is
always the near one. Seen from the front, from behind or from above the camera stays where it is
and the mirrored body changes sides under it. (When sides alternate from rep to rep the camera
stays at the right too, and the far limbs do the left rep.)

Where the working limb would hide what the other one does, such as a thigh that is drawn in behind
a crossed leg, a figure can say `camera: back_left`: then it is seen from the other side, a little
from behind, which for somebody lying is the head's end.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from backease_desktop.core.figure.space import UP, Vec, X, Z, dot, scaled


@dataclass(frozen=True, slots=True)
class Camera:
    """The picture's directions in the world: to the right, up, and towards the eye."""

    right: Vec
    up: Vec
    towards: Vec

    def seen(self, point: Vec) -> tuple[float, float]:
        """A point of the world on the picture plane (m)."""
        r, u = self.right, self.up
        x, y, z = point
        return (x * r[0] + y * r[1] + z * r[2], x * u[0] + y * u[1] + z * u[2])

    def depth(self, point: Vec) -> float:
        """How near a point is to the eye: larger is nearer (m)."""
        return dot(point, self.towards)


_BACK = scaled(X, -1)
_LEFT = scaled(Z, -1)
_COS, _SIN = cos(radians(35)), sin(radians(35))

CAMERAS = {
    "side": Camera(X, UP, Z),
    "side_left": Camera(_BACK, UP, _LEFT),
    "back_left": Camera((-_COS, 0.0, _SIN), UP, (-_SIN, 0.0, -_COS)),
    "back_right": Camera((_COS, 0.0, _SIN), UP, (-_SIN, 0.0, _COS)),
    "front": Camera(_LEFT, UP, X),
    "back": Camera(Z, UP, _BACK),
    "top": Camera(X, _LEFT, UP),
}


def camera_for(view: str, side: str, walks: bool = True, stands: str = "right") -> Camera:
    """The camera for a view of the body on one side.

    Args:
        view: `side`, `front`, `back` or `top`.
        side: `right` or `left`.
        walks: False where sides alternate.
        stands: where the camera of a view from the side stands for the right side: `right` or
            `back_left`.
    """
    if view != "side":
        return CAMERAS[view]
    walked = side == "left" and walks
    if stands == "back_left":
        return CAMERAS["back_right" if walked else "back_left"]
    return CAMERAS["side_left" if walked else "side"]
