"""What teaches the movement beside the body: ghost, arrows, the shaded hollow.

All three are measured, not drawn by hand: the ghost is the first keyframe's outline, an arrow
follows the way that a place on the body really takes, the hollow is the room between the back and
what it leans on. So they are true for both sides and from every camera, and stay true when a pose
changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from backease_desktop.core.figure import space
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.scene import Plane
from backease_desktop.core.figure.shapes import Point, Ring, Shape, disc, hull, tube
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.figure.space import Vec

LEAST = 0.13
"""An arrow is at least so long, as a share of the picture's size."""
_WIDE = 0.007
"""Half the width of an arrow, as a share of the picture's size."""
_STILL = 0.02
"""A way shorter than this share of the picture's size is no movement: it has no arrow."""
_FLAT = 0.012
"""A back so near to the ground (m) lies on it."""
_GHOSTLY = ("limb", "torso", "skin", "hair")


def ghost(shapes: Sequence[Shape]) -> Shape:
    """The body's outline as one faint shape."""
    rings = tuple(ring for s in shapes if s.role in _GHOSTLY for ring in s.rings if ring)
    return Shape("ghost", tuple(_anticlockwise(ring) for ring in rings))


def _anticlockwise(ring: Ring) -> Ring:
    """The ring in the sense in which unions are filled."""
    area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))
    return ring if area >= 0 else ring[::-1]


def hollow(skeleton: Skeleton, camera: Camera, plane: Plane) -> list[Shape]:
    """The room between the lower back and the ground or wall behind it, if there is any."""
    facing = plane.facing
    edges = [rib.edge(facing) for rib in skeleton.ribs if 0.14 <= rib.level <= 0.74]
    gaps = [plane.offset - space.dot(edge, facing) for edge in edges]
    open_ones = [(edge, gap) for edge, gap in zip(edges, gaps, strict=True) if gap > _FLAT]
    if len(open_ones) < 2:
        return []
    skin = [camera.seen(edge) for edge, _ in open_ones]
    behind = [camera.seen(space.along(edge, facing, gap)) for edge, gap in open_ones]
    return [Shape("hollow", (_anticlockwise((*skin, *behind[::-1])),))]


def arrow(way: Sequence[Vec], camera: Camera, size: float) -> list[Shape]:
    """An arrow along a way, with an edge that sets it off from the body.

    Args:
        way: places in the world, in the order of the movement (m).
        camera: from where it is seen.
        size: of the picture (m).
    """
    points = [camera.seen(point) for point in way]
    if _length(points) < _STILL * size:
        return []
    points = _long_enough(_rounded_off(_smoothed(points)), LEAST * size)
    wide = _WIDE * size
    return [
        Shape("edge", tuple(_arrow_rings(points, wide, 0.75 * wide))),
        Shape("arrow", tuple(_arrow_rings(points, wide, 0.0))),
    ]


def rounded(corners: Sequence[Vec]) -> tuple[Vec, ...]:
    """A smooth way through places and nearly back to the first (a Catmull-Rom spline)."""
    count, way = len(corners), []
    for step in range(_ROUND_STEPS + 1):
        index, t = divmod(step / _ROUND_STEPS * _ROUND_SHARE * count, 1)
        a, b, c, d = (corners[(int(index) + k) % count] for k in (-1, 0, 1, 2))
        way.append(
            space.combined(
                (-0.5 * t + t * t - 0.5 * t**3, a),
                (1 - 2.5 * t * t + 1.5 * t**3, b),
                (0.5 * t + 2 * t * t - 1.5 * t**3, c),
                (-0.5 * t * t + 0.5 * t**3, d),
            )
        )
    return tuple(way)


_ROUND_STEPS = 28
_ROUND_SHARE = 0.86
"""How much of the round is drawn, so that it has a beginning and an end."""


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))


def _smoothed(points: list[Point]) -> list[Point]:
    """The way without the small detours of a limb that keeps clear of the ground."""
    for _ in range(3):
        inner = [
            ((ax + 2 * bx + cx) / 4, (ay + 2 * by + cy) / 4)
            for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False)
        ]
        points = [points[0], *inner, points[-1]]
    return points


def _rounded_off(points: list[Point]) -> list[Point]:
    """The way with its corners cut (Chaikin), so that a long curve shows none."""
    cut = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        cut.append((0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by))
        cut.append((0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by))
    return [*cut, points[-1]]


def _long_enough(points: list[Point], least: float) -> list[Point]:
    """The way drawn larger about its middle where it is too short to be seen."""
    factor = max(least / _length(points), 1.0)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    cx, cy = (left + right) / 2, (low + high) / 2
    return [(cx + (x - cx) * factor, cy + (y - cy) * factor) for x, y in points]


def _arrow_rings(points: list[Point], wide: float, more: float) -> list[Ring]:
    """A band along the points and a head at its end; `more` makes both larger on every side."""
    head = 4.2 * wide
    (tx, ty), before = points[-1], points[0]
    for before in points[-2::-1]:
        if hypot(tx - before[0], ty - before[1]) >= 0.8 * head:
            break
    dx, dy = tx - before[0], ty - before[1]
    size = hypot(dx, dy) or 1.0
    dx, dy = dx / size, dy / size
    neck = (tx - dx * head, ty - dy * head)
    band = [p for p in points if hypot(p[0] - tx, p[1] - ty) > head] or points[:1]
    rings = [tube([(point, wide + more) for point in (*band, neck)])]
    corners = [
        (tx, ty),
        (neck[0] - dy * head * 0.62, neck[1] + dx * head * 0.62),
        (neck[0] + dy * head * 0.62, neck[1] - dx * head * 0.62),
    ]
    rounded = 0.35 * wide + more
    rings.append(hull(p for corner in corners for p in disc(corner, rounded, 12)))
    return [ring for ring in rings if ring]
