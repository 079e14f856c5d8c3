"""Flat shapes: what a drawing is made of.

Points are metres on the picture plane, x to the right and y up. A shape is the union of its
rings, which all run the same way round, so that every painter can fill them in one go with the
non-zero rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import acos, atan2, ceil, cos, hypot, pi, sin
from typing import Literal

from msgspec.structs import replace

from backease_desktop.core.leaf import Leaf

Point = tuple[float, float]
Ring = tuple[Point, ...]
Role = Literal[
    "ground",
    "prop",
    "prop_far",
    "wall",
    "mat",
    "strap",
    "shadow",
    "limb",
    "torso",
    "blade",
    "skin",
    "hair",
    "light",
    "eye",
    "rim",
    "tint",
    "ghost",
    "hollow",
    "edge",
    "arrow",
]

_OF_BODY = ("shadow", "rim", "limb", "torso", "skin", "hair", "tint", "strap", "eye")


class Shape(Leaf, frozen=True):
    """One filled shape.

    Attributes:
        role: what it is, from which the palette takes its colour.
        rings: the outlines whose union is filled.
        nearness: 0 for a far limb, 1 for a near one; the palette mixes its colours by it.
        opacity: 1 is opaque.
    """

    role: Role
    rings: tuple[Ring, ...]
    nearness: float = 1.0
    opacity: float = 1.0


class Box(Leaf, frozen=True):
    """A rectangle on the picture plane (m)."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right (m)."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top (m)."""
        return self.top - self.bottom

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def holds(self, other: Box, tolerance: float = 1e-6) -> bool:
        """Whether the other box lies within this one."""
        return (
            self.left - tolerance <= other.left
            and self.bottom - tolerance <= other.bottom
            and self.right + tolerance >= other.right
            and self.top + tolerance >= other.top
        )

    def flipped(self) -> Box:
        """The box in a mirror that swaps left and right."""
        return Box(-self.right, self.bottom, -self.left, self.top)


class Drawing(Leaf, frozen=True):
    """Shapes from back to front, and the box of the picture that they belong in.

    Attributes:
        shapes: from back to front.
        frame: the picture's edges (m).
        alt: the picture in a sentence.
        still: how many of the shapes at the back are the very same in every picture of the film.
        is_close: a close-up, whose body goes on beyond the frame.
        right_at: where the person's right is if they face the eye: -1 at the left of the picture,
            as of somebody who stands before you, 1 at its right, as in a mirror; else 0.
        photo: a JPEG that fills the frame, under the shapes.
    """

    shapes: tuple[Shape, ...]
    frame: Box
    alt: str = ""
    still: int = 0
    is_close: bool = False
    right_at: int = 0
    photo: bytes | None = None

    @property
    def body(self) -> Box:
        """The box around everything but the ground and the shadows."""
        return bounds(s for s in self.shapes if s.role not in ("ground", "mat", "shadow"))

    def with_signs(self, under: tuple[Shape, ...], over: tuple[Shape, ...]) -> Drawing:
        """The picture with shapes put right under the body, and over everything."""
        if not under and not over:
            return self
        first = next((i for i, s in enumerate(self.shapes) if s.role in _OF_BODY), 0)
        shapes = (*self.shapes[:first], *under, *self.shapes[first:], *over)
        still = self.still + len(under) if first == self.still else self.still
        return replace(self, shapes=shapes, still=still)

    def mirrored(self) -> Drawing:
        """The picture in a mirror that swaps left and right; twice mirrored is the picture."""
        return replace(
            self,
            shapes=(*_in_mirror(self.shapes[: self.still]), *_mirrored(self.shapes[self.still :])),
            frame=self.frame.flipped(),
            right_at=-self.right_at,
        )

    def narrowed(self, share: float) -> Drawing:
        """The picture as on a card turned about its upright middle: 1 is itself, 0 edge-on."""
        share = max(share, 0.02)
        middle = (self.frame.left + self.frame.right) / 2
        shapes = tuple(_stretched(shape, share, middle) for shape in self.shapes)
        return replace(self, shapes=shapes, still=0)


def _mirrored(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    return tuple(_stretched(shape, -1.0, 0.0) for shape in shapes)


@lru_cache(maxsize=8)
def _in_mirror(still: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """What stays the same in every picture does so in a mirror, too."""
    return _mirrored(still)


def _stretched(shape: Shape, factor: float, middle: float) -> Shape:
    order = -1 if factor < 0 else 1
    rings = tuple(
        tuple((middle + (x - middle) * factor, y) for x, y in ring[::order]) for ring in shape.rings
    )
    return replace(shape, rings=rings)


def bounds(shapes: Iterable[Shape]) -> Box:
    """The smallest box around some shapes.

    Raises:
        ValueError: if there are none.
    """
    xs = []
    ys = []
    for shape in shapes:
        for ring in shape.rings:
            for x, y in ring:
                xs.append(x)
                ys.append(y)
    return Box(min(xs), min(ys), max(xs), max(ys))


def disc(centre: Point, radius: float, steps: int = 20) -> Ring:
    """A circle."""
    x, y = centre
    return tuple(
        (x + radius * cos(2 * pi * i / steps), y + radius * sin(2 * pi * i / steps))
        for i in range(steps)
    )


def ellipse(centre: Point, wide: float, high: float, steps: int = 28) -> Ring:
    """An ellipse with two half-axes."""
    x, y = centre
    return tuple(
        (x + wide * cos(2 * pi * i / steps), y + high * sin(2 * pi * i / steps))
        for i in range(steps)
    )


def capsule(p: Point, p_radius: float, q: Point, q_radius: float) -> Ring:
    """The outline around two discs and everything between them, anticlockwise."""
    dx, dy = q[0] - p[0], q[1] - p[1]
    apart = hypot(dx, dy)
    if apart <= abs(p_radius - q_radius) + 1e-6:
        return disc(p, p_radius) if p_radius >= q_radius else disc(q, q_radius)
    heading = atan2(dy, dx)
    lean = acos(max(-1.0, min(1.0, (p_radius - q_radius) / apart)))
    return (
        *_arc(q, q_radius, heading - lean, heading + lean),
        *_arc(p, p_radius, heading + lean, heading + 2 * pi - lean),
    )


def tube(discs: Sequence[tuple[Point, float]]) -> Ring:
    """The outline around a row of discs and what is between each and the next.

    Discs that hide one another, as in a limb that points at the eye, give their common hull.
    """
    left: list[Point] = []
    right: list[Point] = []
    ends: list[tuple[float, float]] = []
    for ((px, py), pr), ((qx, qy), qr) in pairwise(discs):
        apart = hypot(qx - px, qy - py)
        if apart <= abs(pr - qr) * 1.02 + 1e-6:
            return hull(point for centre, radius in discs for point in disc(centre, radius))
        heading = atan2(qy - py, qx - px)
        lean = acos((pr - qr) / apart)
        ends.append((heading - lean, heading + lean))
        c, s = cos(heading + lean), sin(heading + lean)
        left += [(px + pr * c, py + pr * s), (qx + qr * c, qy + qr * s)]
        c, s = cos(heading - lean), sin(heading - lean)
        right += [(px + pr * c, py + pr * s), (qx + qr * c, qy + qr * s)]
    (first, first_radius), (last, last_radius) = discs[0], discs[-1]
    return (
        *right,
        *_arc(last, last_radius, ends[-1][0], ends[-1][1])[1:-1],
        *left[::-1],
        *_arc(first, first_radius, ends[0][1], ends[0][0] + 2 * pi)[1:-1],
    )


def _arc(centre: Point, radius: float, start: float, stop: float) -> list[Point]:
    finest = pi / 10 if radius > 0.035 else pi / 7 if radius > 0.015 else pi / 5
    steps = max(3, ceil((stop - start) / finest))
    turn = (stop - start) / steps
    x, y = centre
    return [
        (x + radius * cos(start + turn * i), y + radius * sin(start + turn * i))
        for i in range(steps + 1)
    ]


def hull(points: Iterable[Point]) -> Ring:
    """The convex outline around points, anticlockwise."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)
    first, last = ordered[0], ordered[-1]
    x, y = first
    wide, high = last[0] - x, last[1] - y
    # A point lies above the line from the first to the last, or it is nothing to the upper half.
    under: list[Point] = []
    over: list[Point] = []
    for point in ordered:
        (over if wide * (point[1] - y) > high * (point[0] - x) else under).append(point)
    return (*_turning_left(under)[:-1], *_turning_left((last, *over[::-1], first))[:-1])


def _turning_left(points: Sequence[Point]) -> list[Point]:
    """The points of a way that only turns left."""
    way: list[Point] = []
    count = 0
    for point in points:
        x, y = point
        while count > 1:
            (ax, ay), (bx, by) = way[-2], way[-1]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            way.pop()
            count -= 1
        way.append(point)
        count += 1
    return way
