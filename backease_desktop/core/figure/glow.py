"""The working areas: a soft tint on the part of the body that they lie on.

A tint that faces away from the eye is not seen. One that faces the eye is never hidden by an arm
that hangs or reaches before it: then it shines through the sleeve.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from backease_desktop.core.figure import space
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.regions import (
    BOTH_SIDES,
    LIMB_REGIONS,
    TRUNK_REGIONS,
    LimbRegion,
    TrunkRegion,
)
from backease_desktop.core.figure.shapes import Shape, bounds, capsule
from backease_desktop.core.figure.skeleton import Skeleton

Layers = tuple[tuple[float, float], ...]
"""Shares of a tint's radius, each with its opacity."""

_COARSE: Layers = ((1.0, 0.20), (0.78, 0.34), (0.52, 0.48))
_FINE: Layers = tuple((1.0 - 0.15 * step, 0.16 + 0.02 * step) for step in range(6))
"""A close-up shows the edges of the layers, so it has more of them."""

_SLEEVE = 0.045
"""Half the width of an arm, as far as it can hide something (m)."""
_IN_FRONT = 0.061
"""How much nearer than its bone the sleeve counts (m)."""


def tints(
    skeleton: Skeleton, camera: Camera, working: tuple[str, ...], is_close: bool = False
) -> dict[str, list[Shape]]:
    """The working areas by the part of the body that they lie on."""
    found: dict[str, list[Shape]] = {}
    layers = _FINE if is_close else _COARSE
    names = [single for name in working for single in BOTH_SIDES.get(name, (name,))]
    for name in names:
        if name == "neck":
            a, b = skeleton.neck, skeleton.head_frame.point(skeleton.head, -0.03, -0.06, 0.0)
            found.setdefault("trunk", []).extend(_glow(camera, a, b, 0.036, layers))
        elif name in TRUNK_REGIONS:
            found.setdefault("trunk", []).extend(
                _trunk_glow(TRUNK_REGIONS[name], skeleton, camera, layers)
            )
        else:
            region = LIMB_REGIONS[name]
            bone = "upper" if region.upper else "lower"
            key = f"{region.limb} {bone}"
            found.setdefault(key, []).extend(_limb_glow(region, skeleton, camera, layers))
    return found


def _trunk_glow(
    region: TrunkRegion, skeleton: Skeleton, camera: Camera, layers: Layers
) -> list[Shape]:
    ends = []
    for level in (region.low, region.high):
        rib = skeleton.rib(level)
        depth = rib.girth.front if region.ahead > 0 else rib.girth.back
        ends.append(
            rib.frame.point(
                rib.centre, region.ahead * depth, 0.0, region.aside * rib.girth.half_width
            )
        )
        facing = space.combined((region.ahead, rib.frame.forward), (region.aside, rib.frame.right))
        if space.dot(space.unit(facing), camera.towards) < -0.5:
            return []
    return _glow(camera, ends[0], ends[1], region.radius, layers)


def _limb_glow(
    region: LimbRegion, skeleton: Skeleton, camera: Camera, layers: Layers
) -> list[Shape]:
    chain = skeleton.limb(region.limb)
    a, b = (chain.root, chain.mid) if region.upper else (chain.mid, chain.end)
    axis = space.unit(space.sub(b, a))
    front = space.across(chain.hinge, axis, space.X)
    thick = 0.07 if region.upper else 0.045
    ends = [
        space.along(space.between(a, b, share), front, region.ahead * thick)
        for share in (region.low, region.high)
    ]
    return _glow(camera, ends[0], ends[1], region.radius, layers)


def _glow(camera: Camera, a: space.Vec, b: space.Vec, radius: float, layers: Layers) -> list[Shape]:
    p, q = camera.seen(a), camera.seen(b)
    return [
        Shape("tint", (capsule(p, radius * share, q, radius * share),), opacity=opacity)
        for share, opacity in layers
    ]


def over_arms(skeleton: Skeleton, camera: Camera, depth: float, tinted: Sequence[Shape]) -> float:
    """The depth at which the trunk's tints are drawn: that of the arm that would hide them."""
    if not tinted:
        return depth
    box = bounds(tinted)
    for name in ("right_arm", "left_arm"):
        chain = skeleton.limb(name)
        for start, stop in ((chain.root, chain.mid), (chain.mid, chain.end)):
            nearness = camera.depth(space.between(start, stop, 0.5)) + _IN_FRONT
            crosses = any(
                hypot(max(box.left - x, 0.0, x - box.right), max(box.bottom - y, 0.0, y - box.top))
                < _SLEEVE
                for x, y in (camera.seen(space.between(start, stop, t / 6)) for t in range(7))
            )
            if crosses and nearness > depth:
                depth = nearness
    return depth
