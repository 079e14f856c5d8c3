"""The body's outline: rounded limbs and a trunk of cross-sections.

Everything is made of discs joined by their tangents, so that any pose seen from any side has a
clean outline. Girths are in metres and drawn by eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

from msgspec.structs import replace

from backease_desktop.core.figure import space
from backease_desktop.core.figure.body import Girth
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.shapes import Point, Ring, Role, Shape, capsule, disc, hull, tube
from backease_desktop.core.figure.skeleton import (
    BALL,
    BLADE_LEVEL,
    HEEL,
    TOE_RADIUS,
    Ball,
    Chain,
    Rib,
    Skeleton,
)
from backease_desktop.core.figure.space import Vec

Layer = tuple[float, Shape]
"""A shape with its depth: larger is nearer to the eye."""

WAIST = 0.15
"""Where the shirt begins: a share of the trunk's length."""

BREATH = 0.011
"""How far the belly rises from breathed out to breathed in (m)."""


Profile = tuple[tuple[float, float, float], ...]
"""Discs along a bone: share of its length, radius, and how far they lie behind it (m)."""

_UPPER_ARM: Profile = (
    (0, 0.055, 0),
    (0.2, 0.053, 0),
    (0.5, 0.046, 0),
    (0.8, 0.039, 0),
    (1, 0.037, 0),
)
_FOREARM: Profile = (
    (0, 0.037, 0),
    (0.2, 0.040, 0),
    (0.4, 0.037, 0),
    (0.8, 0.028, 0),
    (1, 0.0265, 0),
)
_THIGH: Profile = ((0, 0.088, 0), (0.15, 0.087, 0), (0.4, 0.078, 0), (0.7, 0.063, 0), (1, 0.054, 0))
_SHIN: Profile = (
    (0, 0.054, 0),
    (0.14, 0.054, 0.005),
    (0.30, 0.053, 0.011),
    (0.46, 0.049, 0.010),
    (0.65, 0.041, 0.005),
    (0.85, 0.035, 0.001),
    (1, 0.034, 0),
)


def limb_layers(name: str, chain: Chain, camera: Camera, middle: Vec) -> list[Layer]:
    """Upper bone, lower bone and hand or foot, each at its own depth."""
    near = nearness(chain, camera, middle)
    arm = name.endswith("arm")
    if arm:
        tip = _hand(chain, 1.0 if name.startswith("right") else -1.0, camera)
    else:
        tip = _foot(chain, camera)
    lower = space.unit(space.sub(chain.end, chain.mid))
    behind = space.across(space.scaled(chain.hinge, -1), lower, space.X)
    parts = (
        _bone(_UPPER_ARM if arm else _THIGH, chain.root, chain.mid, behind, camera),
        _bone(_FOREARM if arm else _SHIN, chain.mid, chain.end, behind, camera),
        tip,
    )
    base = camera.depth(chain.root)
    depths = (
        camera.depth(space.between(chain.root, chain.mid, 0.5)),
        camera.depth(space.between(chain.mid, chain.end, 0.5)),
        camera.depth(space.along(chain.end, chain.pointing, 0.05)),
    )
    roles: tuple[Role, Role, Role] = ("limb", "limb", "skin")
    return [
        (depth, Shape(role, rings, min(max(near + 0.55 * (depth - base), 0.0), 1.0)))
        for depth, role, rings in zip(depths, roles, parts, strict=True)
    ]


def rims(
    name: str, chain: Chain, camera: Camera, middle: Vec, depths: tuple[float, float]
) -> list[Layer]:
    """A dark line round a limb, which sets it off from what it crosses.

    Both bones have one line round them together, so that a bent arm reads as one; only where one
    bone is much nearer than the other does each have its own.
    """
    arm = name.endswith("arm")
    near = nearness(chain, camera, middle)
    lower = space.unit(space.sub(chain.end, chain.mid))
    behind = space.across(space.scaled(chain.hinge, -1), lower, space.X)
    rings = [
        _bone(_wider(profile), start, stop, behind, camera)
        for profile, start, stop in (
            (_UPPER_ARM if arm else _THIGH, chain.root, chain.mid),
            (_FOREARM if arm else _SHIN, chain.mid, chain.end),
        )
    ]
    if abs(depths[0] - depths[1]) > _OWN_RIM:
        return [
            (depth - _UNDER, Shape("rim", ring, near))
            for depth, ring in zip(depths, rings, strict=True)
        ]
    return [(min(depths) - _UNDER, Shape("rim", (*rings[0], *rings[1]), near))]


_OWN_RIM = 0.14
"""Bones this much nearer or further than one another (m) have rims of their own."""
_UNDER = 0.0005


def _wider(profile: Profile) -> Profile:
    """The bone with its rim."""
    return tuple((share, radius + 0.0055, back) for share, radius, back in profile)


def clasp(skeleton: Skeleton, camera: Camera) -> list[Layer]:
    """The fingers of linked hands: those of both hands laid over each other in turn."""
    right, left = skeleton.right_arm, skeleton.left_arm
    depth = max(camera.depth(right.knuckles), camera.depth(left.knuckles)) + 0.08
    layers: list[Layer] = []
    start = space.between(right.end, left.end, 0.5)
    stop = space.between(right.fingertips, left.fingertips, 0.5)
    ring = capsule(camera.seen(start), 0.034, camera.seen(stop), 0.030)
    layers.append((depth, Shape("skin", (ring,))))
    across = space.sub(right.knuckles, left.knuckles)
    across = space.scaled(space.unit(across, space.Z), 0.030)
    for number in range(4):
        middle = space.between(start, stop, 0.30 + 0.2 * number)
        a, b = space.add(middle, across), space.sub(middle, across)
        finger = capsule(camera.seen(a), 0.0085, camera.seen(b), 0.0085)
        layers.append(
            (depth + 0.001 * number, Shape("skin", (finger,), 0.35 if number % 2 else 0.8))
        )
    return layers


def _bone(profile: Profile, start: Vec, stop: Vec, behind: Vec, camera: Camera) -> tuple[Ring, ...]:
    return _path(
        camera,
        *(
            (space.along(space.between(start, stop, share), behind, back), radius)
            for share, radius, back in profile
        ),
    )


def _path(camera: Camera, *discs: Ball) -> tuple[Ring, ...]:
    """The union of discs and what is between each and the next."""
    return (tube([(camera.seen(point), radius) for point, radius in discs]),)


def nearness(chain: Chain, camera: Camera, middle: Vec) -> float:
    """0 for a limb on the far side of the body, 1 on the near side; as seen from its root."""
    offset = camera.depth(chain.root) - camera.depth(middle)
    return min(max(0.72 + offset / 0.09, 0.0), 1.0)


def _hand(chain: Chain, side: float, camera: Camera) -> tuple[Ring, ...]:
    """Palm, four fingers side by side, and the thumb."""
    thumb_side = space.scaled(space.cross(chain.pointing, chain.palm), side)
    root = space.along(chain.end, chain.pointing, 0.028)
    tip = space.add(
        root, space.combined((0.048, chain.pointing), (0.034, thumb_side), (0.012, chain.palm))
    )
    rings = list(_path(camera, (chain.end, 0.0255), (chain.knuckles, 0.026)))
    rings += _path(camera, (root, 0.014), (tip, 0.010))
    for aside, long in _FINGERS:
        first = space.along(chain.knuckles, thumb_side, 0.8 * aside)
        last = space.add(
            space.along(chain.fingertips, thumb_side, aside),
            space.scaled(chain.pointing, long),
        )
        rings.append(capsule(camera.seen(first), 0.0105, camera.seen(last), 0.0085))
    return tuple(rings)


_FINGERS = ((0.024, -0.004), (0.008, 0.004), (-0.008, 0.0), (-0.023, -0.014))
"""The fingers from the first to the last: towards the thumb, and longer than the middle (m)."""


def _foot(chain: Chain, camera: Camera) -> tuple[Ring, ...]:
    ankle, heel, ball = (
        (chain.end, 0.033),
        (chain.on_foot(HEEL), HEEL[2]),
        (chain.on_foot(BALL), BALL[2]),
    )
    instep = space.add(chain.end, space.combined((0.055, chain.pointing), (0.022, chain.palm)))
    return (
        *_path(camera, ankle, heel),
        *_path(camera, heel, ball),
        *_path(camera, ankle, (instep, 0.031), ball, (chain.toe, TOE_RADIUS)),
    )


def _rib_points(rib: Rib, camera: Camera, front: float, back: float) -> list[Point]:
    """The outline of a cross-section as it is seen."""
    cx, cy = camera.seen(rib.centre)
    rx, ry = camera.seen(rib.frame.right)
    fx, fy = camera.seen(rib.frame.forward)
    wide = rib.girth.half_width
    points = []
    for i in range(14):
        a = 2 * pi * i / 14
        s, d = wide * cos(a), sin(a)
        d *= front if d > 0 else back
        points.append((cx + s * rx + d * fx, cy + s * ry + d * fy))
    return points


def torso(skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """The hips in the colour of the legs, and the shirt from the waist to the shoulders."""
    ribs = _breathing(skeleton)
    waist = sum(rib.level <= WAIST for rib in ribs) - 1
    legs = (skeleton.right_leg, skeleton.left_leg)
    near = max(nearness(leg, camera, skeleton.hips) for leg in legs)
    seat = capsule(camera.seen(legs[0].root), 0.088, camera.seen(legs[1].root), 0.088)
    trousers = (*_sleeve(ribs[: waist + 2], camera), seat)
    shirt = _sleeve(ribs[waist:], camera)
    top = ribs[-1]
    chest = _rib_points(skeleton.rib(0.78), camera, top.girth.front, top.girth.back)
    collar = camera.seen(space.along(top.centre, top.frame.up, -0.008))
    shoulders = []
    for arm in (skeleton.right_arm, skeleton.left_arm):
        shoulder = disc(camera.seen(arm.root), 0.052)
        shoulders.append(hull([*shoulder, *disc(collar, 0.044, 14)]))
        shoulders.append(hull([*shoulder, *chest]))
    return [
        Shape("limb", trousers, near),
        Shape("torso", (*shirt, *shoulders)),
        *_blades(skeleton, camera),
        *_placket(skeleton, camera),
    ]


def _placket(skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """A line down the front of the shirt, which shows where the chest turns."""
    seen = [
        camera.seen(rib.edge(rib.frame.forward))
        for rib in skeleton.ribs
        if 0.24 <= rib.level <= 0.96 and space.dot(rib.frame.forward, camera.towards) > 0.3
    ]
    if len(seen) < 2:
        return []
    return [Shape("blade", tuple(capsule(p, 0.005, q, 0.005) for p, q in pairwise(seen)))]


_BLADE = ((0.055, -0.030), (0.060, 0.052), (-0.002, 0.062), (-0.085, 0.004), (-0.080, -0.016))
"""The corners of a shoulder blade about its middle: up and outwards (m)."""


def _blades(skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """The shoulder blades, where the back is seen: they show what the shoulders do."""
    shapes: list[Shape] = []
    for side, sign in (("right", 1.0), ("left", -1.0)):
        frame, middle = skeleton.blade(side), skeleton.blade_middle(side)
        if space.dot(frame.forward, camera.towards) < _BLADE_SEEN:
            continue
        rib = skeleton.rib(BLADE_LEVEL)
        aside = abs(space.dot(space.sub(middle, rib.centre), rib.frame.right))
        room = rib.girth.half_width - aside - 0.02
        corners = [frame.point(middle, 0.0, up, -sign * min(out, room)) for up, out in _BLADE]
        ring = hull(p for corner in corners for p in disc(camera.seen(corner), 0.014, 12))
        shapes.append(Shape("blade", (ring,)))
    return shapes


_BLADE_SEEN = 0.72
"""How much the back must look at the eye (a cosine) for its blades to be seen."""


def _breathing(skeleton: Skeleton) -> tuple[Rib, ...]:
    """The trunk's cross-sections as deep as the breath makes them; the side lain on keeps still."""
    if skeleton.breath == 0:
        return skeleton.ribs
    prone = skeleton.chest.forward[1] < -0.6 and skeleton.pelvis.forward[1] < -0.6
    ribs = []
    for rib in skeleton.ribs:
        if 0.1 < rib.level < 0.9:
            swell = BREATH * skeleton.breath * sin(pi * (rib.level - 0.1) / 0.8)
            front = rib.girth.front + (0.0 if prone else swell)
            back = rib.girth.back + (0.6 * swell if prone else 0.0)
            rib = replace(rib, girth=Girth(rib.girth.half_width, front, back))
        ribs.append(rib)
    return tuple(ribs)


def _sleeve(ribs: Sequence[Rib], camera: Camera) -> tuple[Ring, ...]:
    """The outline around cross-sections: two edges along the spine where it is seen from the side.

    A spine that points at the eye has no sides; then each two cross-sections give their hull.
    """
    seen = [camera.seen(rib.centre) for rib in ribs]
    steps = [(q[0] - p[0], q[1] - p[1]) for p, q in pairwise(seen)]
    real = [space.distance(p.centre, q.centre) for p, q in pairwise(ribs)]
    if any(hypot(*step) < 0.55 * size for step, size in zip(steps, real, strict=True)):
        outlines = [_rib_points(rib, camera, rib.girth.front, rib.girth.back) for rib in ribs]
        return tuple(hull([*a, *b]) for a, b in pairwise(outlines))
    left: list[Point] = []
    right: list[Point] = []
    for i, rib in enumerate(ribs):
        ax, ay = steps[max(i - 1, 0)]
        bx, by = steps[min(i, len(steps) - 1)]
        dx, dy = ax + bx, ay + by
        size = hypot(dx, dy)
        sideways = space.combined((-dy / size, camera.right), (dx / size, camera.up))
        left.append(camera.seen(rib.edge(sideways)))
        right.append(camera.seen(rib.edge(space.scaled(sideways, -1))))
    return ((*right, *left[::-1]),)
