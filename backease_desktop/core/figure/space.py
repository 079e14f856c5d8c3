"""Vectors and orientations in the figure's world.

Metres; x points where a standing figure looks, y up, z to its right. A `Frame` is the orientation
of a body part: its own forward, up and right. Angles here are in degrees.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

from backease_desktop.core.leaf import Leaf

Vec = tuple[float, float, float]

ORIGIN: Vec = (0.0, 0.0, 0.0)
X: Vec = (1.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
DOWN: Vec = (0.0, -1.0, 0.0)
Z: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec) -> Vec:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The vector that leads from b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def along(start: Vec, direction: Vec, distance: float) -> Vec:
    """The point reached from `start` after `distance` in `direction`."""
    return (
        start[0] + direction[0] * distance,
        start[1] + direction[1] * distance,
        start[2] + direction[2] * distance,
    )


def scaled(a: Vec, factor: float) -> Vec:
    """The vector made `factor` times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """The length of a vector."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """How far apart two points are."""
    return length(sub(a, b))


def unit(a: Vec, otherwise: Vec = UP) -> Vec:
    """The direction of a vector, or `otherwise` where it has none."""
    size = length(a)
    return otherwise if size < 1e-9 else (a[0] / size, a[1] / size, a[2] / size)


def between(a: Vec, b: Vec, t: float) -> Vec:
    """The point a share `t` of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def combined(*terms: tuple[float, Vec]) -> Vec:
    """The sum of weighted vectors."""
    x = y = z = 0.0
    for weight, vector in terms:
        x += weight * vector[0]
        y += weight * vector[1]
        z += weight * vector[2]
    return (x, y, z)


def across(vector: Vec, axis: Vec, otherwise: Vec) -> Vec:
    """The direction of the part of `vector` at right angles to the unit vector `axis`."""
    flat = along(vector, axis, -dot(vector, axis))
    if length(flat) < 1e-6:
        flat = along(otherwise, axis, -dot(otherwise, axis))
    return unit(flat)


def mirrored(a: Vec) -> Vec:
    """The same point in the mirror between a body's left and right."""
    return (a[0], a[1], -a[2])


class Frame(Leaf, frozen=True):
    """The orientation of a body part by its own three directions."""

    forward: Vec = X
    up: Vec = UP
    right: Vec = Z

    def bent_forward(self, degrees: float) -> Frame:
        """Bent so that its top goes forward."""
        c, s = cos(radians(degrees)), sin(radians(degrees))
        return Frame(
            combined((c, self.forward), (-s, self.up)),
            combined((c, self.up), (s, self.forward)),
            self.right,
        )

    def bent_right(self, degrees: float) -> Frame:
        """Bent so that its top goes to its right."""
        c, s = cos(radians(degrees)), sin(radians(degrees))
        return Frame(
            self.forward,
            combined((c, self.up), (s, self.right)),
            combined((c, self.right), (-s, self.up)),
        )

    def turned_right(self, degrees: float) -> Frame:
        """Turned about its own length so that its front goes to its right."""
        c, s = cos(radians(degrees)), sin(radians(degrees))
        return Frame(
            combined((c, self.forward), (s, self.right)),
            self.up,
            combined((c, self.right), (-s, self.forward)),
        )

    def point(self, origin: Vec, forward: float, up: float, right: float) -> Vec:
        """The world point at these distances (m) along the frame's directions."""
        return add(origin, combined((forward, self.forward), (up, self.up), (right, self.right)))

    def mirrored(self) -> Frame:
        """The frame of the same part in the mirror between left and right."""
        x, y, z = self.right
        return Frame(mirrored(self.forward), mirrored(self.up), (-x, -y, z))
