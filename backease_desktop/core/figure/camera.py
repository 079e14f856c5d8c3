"""From where the figure is seen.

The rule that keeps a spoken "left leg" right: a figure is written for the right side, and from
the side the camera stands at the person's RIGHT, so the picture faces right and the near limbs
are the right ones. For the left side the body is mirrored and the camera walks round to the
person's LEFT: the picture faces left and the near limbs are the left ones. So the working side is
always the near one, and so it is in the views between side and front or back. Seen straight from
the front, from behind or from above the camera stays where it is and the mirrored body changes
sides under it. (When sides alternate from rep to rep the camera stays too, and the far limbs do
the left rep.)

From the side the camera stands a few degrees to the front (to the back where a wall is), so that
of two limbs that do the same the far one is seen beside the near one. Where the working limb would
hide what the other one does, such as a thigh that is drawn in behind a crossed leg, a figure is
seen from `back_left`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from backease_desktop.core.figure import space
from backease_desktop.core.figure.space import UP, Vec, dot

FLAT = 0.02
"""A camera that looks down less than this (as a sine) sees the ground as a line."""


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

    @property
    def looks_down(self) -> float:
        """How much of the ground is seen: 0 from the side, 1 from above."""
        return self.towards[1]

    @property
    def is_from_above(self) -> bool:
        """Whether it hangs over the body, as for somebody lying."""
        return self.looks_down > 0.9

    @property
    def is_before(self) -> bool:
        """Whether the person's front is seen, so that their right is at the picture's left."""
        return self.towards[0] > 0.5 and not self.is_from_above

    def walked(self) -> Camera:
        """The camera at the same place on the person's other side."""
        return Camera(
            space.scaled(space.mirrored(self.right), -1),
            space.mirrored(self.up),
            space.mirrored(self.towards),
        )


@lru_cache(maxsize=64)
def camera_at(turn: float, lift: float) -> Camera:
    """The camera at a place round the body.

    Args:
        turn: degrees walked from the person's right side to the front: 90 in front, -90 behind.
        lift: degrees above the height of the body; 90 looks straight down.
    """
    t, e = radians(turn), radians(lift)
    return Camera(
        (cos(t), 0.0, -sin(t)),
        (-sin(t) * sin(e), cos(e), -cos(t) * sin(e)) if lift < 90 else (0.0, 0.0, -1.0),
        (sin(t) * cos(e), sin(e), cos(t) * cos(e)) if lift < 90 else UP,
    )


PLACES = {
    "side": (9.0, 0.0),
    "side_behind": (-9.0, 0.0),
    "front": (90.0, 0.0),
    "back": (-90.0, 0.0),
    "top": (0.0, 90.0),
    "front_right": (48.0, 12.0),
    "front_left": (132.0, 12.0),
    "back_right": (-38.0, 8.0),
    "back_left": (215.0, 8.0),
}
"""Every word for a `view`, with the camera's turn and lift (degrees); `side_behind` is the view
from the side for somebody who has a wall before them, which would stand in the way."""

STRAIGHT = ("front", "back", "top")
"""Views in which the camera stays and the mirrored body changes sides under it."""


def camera_for(
    view: str, side: str = "right", walks: bool = True, lift: float | None = None
) -> Camera:
    """The camera for a view of the body on one side.

    Args:
        view: a key of `PLACES`.
        side: `right` or `left`.
        walks: False where sides alternate.
        lift: degrees above the body, or None for what is usual in this view.
    """
    turn, usual = PLACES[view]
    camera = camera_at(turn, usual if lift is None else lift)
    return camera.walked() if has_walked(view, side, walks) else camera


def has_walked(view: str, side: str, walks: bool) -> bool:
    """Whether the camera stands at the person's other side, which turns the picture round."""
    return side == "left" and walks and view not in STRAIGHT
