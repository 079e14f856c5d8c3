"""The outlines of props: furniture as boxes, mats as slabs, straps as bands.

What no body moves, the ground and the furniture behind it, is made once for all pictures of a film:
the same shapes, by which whoever paints many pictures knows them again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

from backease_desktop.core.figure import landmarks, space
from backease_desktop.core.figure import scene as scenery
from backease_desktop.core.figure.camera import FLAT, Camera
from backease_desktop.core.figure.flesh import Layer
from backease_desktop.core.figure.pose import LIMBS
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.shapes import Ring, Role, Shape, capsule, disc, hull
from backease_desktop.core.figure.skeleton import Skeleton, lowest
from backease_desktop.core.figure.space import Vec

MAT = 0.022
"""Thickness of the mat, which lies below the ground's surface at y = 0 (m)."""
_MAT_HALF = 0.31
"""Half the width of a mat (m)."""


def _box(camera: Camera, low: Vec, high: Vec, rounded: float = 0.012) -> Ring:
    corners = [
        camera.seen((x, y, z))
        for x in (low[0] + rounded, high[0] - rounded)
        for y in (low[1] + rounded, high[1] - rounded)
        for z in (low[2] + rounded, high[2] - rounded)
    ]
    return hull(point for corner in corners for point in disc(corner, rounded, 12))


@lru_cache(maxsize=32)
def behind(scene: Scene, camera: Camera) -> tuple[Shape, ...]:
    """The furniture, all of it drawn before the body."""
    shapes: list[Shape] = []
    if scene.wall is not None:
        x = scene.wall
        low, high = (x, x + 0.05) if x > 0 else (x - 0.05, x)
        is_edge = abs(camera.towards[2]) > 0.9
        role: Role = "prop" if is_edge else "wall"
        wide = 0.3 if is_edge else 0.9
        shapes.append(
            Shape(role, (_box(camera, (low, 0.0, -wide), (high, scene.wall_height, wide)),))
        )
    if scene.desk is not None:
        shapes += _desk(scene.desk, scene.desk_height, camera)
    if scene.step is not None:
        x, top = scene.step, scene.step_height
        shapes.append(Shape("prop", (_box(camera, (x - 0.2, 0.0, -0.3), (x + 0.2, top, 0.3)),)))
    if scene.chair is not None:
        shapes += _chair(scene.chair, scene.chair_faces, camera)
    return tuple(shapes)


def _chair(x: float, faces: int, camera: Camera) -> list[Shape]:
    half, side, seat = scenery.CHAIR_DEPTH / 2, scenery.CHAIR_WIDTH / 2, scenery.CHAIR_SEAT
    far: list[Ring] = []
    near: list[Ring] = []
    for z in (-side + 0.02, side - 0.02):
        posts = near if camera.depth((0, 0, z)) >= camera.depth((0, 0, -z)) else far
        for end in (-1, 1):
            foot = camera.seen((x + end * (half - 0.02) * 1.0, 0.014, z))
            top = camera.seen((x + end * (half - 0.05), seat - 0.02, z))
            posts.append(capsule(foot, 0.013, top, 0.016))
    back = x - faces * half
    tilt = -faces * 0.06
    rear: list[Ring] = []
    for z in (-side + 0.02, side - 0.02):
        low = camera.seen((back + faces * 0.015, seat - 0.01, z))
        high = camera.seen((back + tilt, scenery.CHAIR_BACK, z))
        rear.append(capsule(low, 0.016, high, 0.016))
    corners = [
        camera.seen((back + tilt * share, seat + (scenery.CHAIR_BACK - seat) * share, z))
        for share in (0.55, 1.0)
        for z in (-side + 0.02, side - 0.02)
    ]
    rest = hull(point for corner in corners for point in disc(corner, 0.018, 12))
    cushion = _box(camera, (x - half, seat - 0.045, -side), (x + half, seat, side), rounded=0.018)
    return [
        Shape("prop_far", tuple(far)),
        Shape("prop", (*near, *rear, rest, cushion)),
    ]


def _desk(x: float, top: float, camera: Camera) -> list[Shape]:
    side = 0.5
    legs = tuple(
        capsule(camera.seen((px, 0.015, z)), 0.015, camera.seen((px, top - 0.03, z)), 0.017)
        for px in (x + 0.08, x + 0.60)
        for z in (-side + 0.05, side - 0.05)
    )
    plate = _box(camera, (x, top - 0.035, -side), (x + 0.68, top, side))
    return [Shape("prop_far", legs), Shape("prop", (plate,))]


@dataclass(frozen=True, slots=True)
class Floor:
    """A piece of the ground: along the body's x and its z (m)."""

    left: float
    right: float
    far: float
    near: float

    @property
    def middle(self) -> Vec:
        """Its middle."""
        return ((self.left + self.right) / 2, 0.0, (self.far + self.near) / 2)

    def mirrored(self) -> Floor:
        """The piece under the mirrored body."""
        return Floor(self.left, self.right, -self.near, -self.far)


def floor_under(bodies: Iterable[Skeleton]) -> Floor:
    """The piece of ground that bodies are over, with some room around."""
    points = [
        point
        for body in bodies
        for point in (
            body.head,
            body.hips,
            *(joint for name in LIMBS for joint in body.limb(name).joints),
        )
    ]
    xs, zs = [p[0] for p in points], [p[2] for p in points]
    return Floor(min(xs) - 0.09, max(xs) + 0.09, min(zs) - 0.12, max(zs) + 0.12)


@lru_cache(maxsize=32)
def ground(scene: Scene, camera: Camera, floor: Floor) -> tuple[Shape, ...]:
    """The floor or the mat under the body: a line from the side, a surface from above."""
    if camera.looks_down < FLAT:
        ends = [
            camera.seen((x, 0, z))[0]
            for x in (floor.left, floor.right)
            for z in (floor.far, floor.near)
        ]
        left, right = min(ends), max(ends)
        if scene.mat:
            mat = capsule((left, -MAT / 2), MAT / 2, (right, -MAT / 2), MAT / 2)
            return (Shape("mat", (mat,)),)
        return (Shape("ground", (capsule((left, -0.006), 0.006, (right, -0.006), 0.006),)),)
    if scene.mat:
        wide = max(_MAT_HALF, floor.near, -floor.far)
        return (
            Shape(
                "mat", (_box(camera, (floor.left, -MAT, -wide), (floor.right, 0.0, wide), 0.01),)
            ),
        )
    if camera.is_from_above:
        return ()
    x, _, z = floor.middle
    half_x, half_z = (floor.right - floor.left) / 2, (floor.near - floor.far) / 2
    edge = (
        camera.seen((x + 1.1 * half_x * cos(a), 0.0, z + 1.1 * half_z * sin(a)))
        for a in (2 * pi * i / 40 for i in range(40))
    )
    return (Shape("ground", (hull(edge),), opacity=0.55),)


def under_body(scene: Scene, skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """The roller or cushion between the body and the ground."""
    shapes = []
    if scene.roller is not None:
        x, r = scene.roller, scenery.ROLLER_RADIUS
        ends = [disc(camera.seen((x, r, z)), r, 32) for z in (-0.3, 0.3)]
        if camera.is_from_above:
            ring = _box(camera, (x - r, 0, -0.3), (x + r, 2 * r, 0.3))
        else:
            ring = hull(point for end in ends for point in end)
        shapes.append(Shape("prop", (ring,)))
    if scene.cushion is not None:
        x, y, _ = _spot(scene.cushion, skeleton)
        top = max(y, 0.03)
        shapes.append(
            Shape("prop", (_box(camera, (x - 0.15, 0, -0.2), (x + 0.15, top, 0.2), 0.5 * top),))
        )
    return shapes


def _spot(part: str, skeleton: Skeleton) -> Vec:
    """The lowest point of a part of the body that lies on something."""
    if part == "head":
        x, _, z = skeleton.head
        return (x, -lowest(skeleton, "head", space.DOWN), z)
    if part == "knees":
        leg = skeleton.right_leg
        x, _, z = leg.mid
        return (x, -lowest(skeleton, "knees", space.DOWN), z)
    level = {"upper_back": 0.78, "lower_back": 0.3, "hips": 0.0}[part]
    return skeleton.rib(level).edge(space.DOWN)


def straps(scene: Scene, skeleton: Skeleton, camera: Camera) -> list[Layer]:
    """Towels and bands between their two places."""
    layers: list[Layer] = []
    for strap in scene.straps:
        a, _ = landmarks.spot_of(strap.start, "right", skeleton, scene)
        b, _ = landmarks.spot_of(strap.end, "right", skeleton, scene)
        wide = 0.014 if strap.kind == "towel" else 0.009
        ring = capsule(camera.seen(a), wide, camera.seen(b), wide)
        depth = max(camera.depth(a), camera.depth(b)) - 0.03
        layers.append((depth, Shape("strap", (ring,))))
    return layers
