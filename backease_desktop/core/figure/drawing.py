"""From a solved body in its scene to a drawing: the order in which things cover each other.

Furniture first, then shadows, then the body's parts from far to near, each working area right
after the part that it lies on.
"""

from __future__ import annotations

from backease_desktop.core.figure import flesh, furniture, space
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.flesh import Layer
from backease_desktop.core.figure.pose import LIMBS
from backease_desktop.core.figure.regions import (
    BOTH_SIDES,
    LIMB_REGIONS,
    TRUNK_REGIONS,
    LimbRegion,
    TrunkRegion,
)
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.shapes import Box, Drawing, Shape, bounds, capsule, ellipse
from backease_desktop.core.figure.skeleton import Skeleton, foot_balls

_IN_FRONT = 0.06
"""How much nearer than it is a limb counts: a hand on the belly lies on it, not in it (m)."""


def shapes_of(
    skeleton: Skeleton, scene: Scene, camera: Camera, working: tuple[str, ...] = ()
) -> tuple[Shape, ...]:
    """The body and the props without the ground, from back to front."""
    middle, hips = skeleton.ribs[-1].centre, skeleton.hips
    tints = _tints(skeleton, camera, working)
    layers: list[Layer] = []
    for name in LIMBS:
        parts = flesh.limb_layers(
            name, skeleton.limb(name), camera, hips if name.endswith("leg") else middle
        )
        for (depth, shape), bone in zip(parts, ("upper", "lower", "end"), strict=True):
            layers.append((depth + _IN_FRONT, shape))
            layers += [(depth + _IN_FRONT, tint) for tint in tints.get(f"{name} {bone}", ())]
    trunk_depth = camera.depth(skeleton.rib(0.5).centre)
    layers.append((trunk_depth - 0.001, flesh.neck(skeleton, camera)))
    layers += [(trunk_depth, shape) for shape in flesh.torso(skeleton, camera)]
    layers += [(trunk_depth, tint) for tint in tints.get("trunk", ())]
    head_depth = camera.depth(skeleton.head)
    layers += [(head_depth + 0.02, shape) for shape in flesh.head(skeleton, camera)]
    layers += furniture.straps(scene, skeleton, camera)
    layers.sort(key=lambda layer: layer[0])
    return (
        *furniture.behind(scene, camera),
        *furniture.under_body(scene, skeleton, camera),
        *_shadows(skeleton, scene, camera),
        *(shape for _, shape in layers),
    )


def framed(
    shapes: tuple[Shape, ...], scene: Scene, camera: Camera, frame: Box, alt: str
) -> Drawing:
    """The shapes with the ground under them, in a frame."""
    margin = 0.06 * frame.width
    floor = furniture.ground(scene, camera, frame.left + margin, frame.right - margin)
    return Drawing((*floor, *shapes), frame, alt)


def _shadows(skeleton: Skeleton, scene: Scene, camera: Camera) -> list[Shape]:
    """A soft shadow on the ground under whatever is close to it."""
    if camera.towards == space.UP:
        return []
    spots: list[tuple[float, float, float]] = []
    for rib in skeleton.ribs[::3]:
        x, _ = camera.seen(rib.centre)
        spots.append((x, rib.centre[1] - 0.10, 0.10))
    for name in LIMBS:
        chain = skeleton.limb(name)
        points = [chain.mid, space.between(chain.mid, chain.end, 0.5), chain.end]
        points += [c for c, _ in foot_balls(chain)] if name.endswith("leg") else [chain.knuckles]
        spots += [(camera.seen(p)[0], p[1] - 0.04, 0.06) for p in points]
    x, _ = camera.seen(skeleton.head)
    spots.append((x, skeleton.head[1] - 0.1, 0.10))
    close = sorted((x - wide, x + wide) for x, height, wide in spots if height < 0.12)
    spans: list[list[float]] = []
    for left, right in close:
        if spans and left < spans[-1][1] + 0.05:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    shapes = []
    for left, right in spans:
        centre = ((left + right) / 2, 0.002)
        half = (right - left) / 2
        for share in (1.0, 0.80):
            shapes.append(
                Shape("shadow", (ellipse(centre, half * share, 0.020 * share, 20),), opacity=0.45)
            )
    return shapes


def _tints(skeleton: Skeleton, camera: Camera, working: tuple[str, ...]) -> dict[str, list[Shape]]:
    """The working areas by the part of the body that they lie on."""
    tints: dict[str, list[Shape]] = {}
    names = [single for name in working for single in BOTH_SIDES.get(name, (name,))]
    for name in names:
        if name == "neck":
            a, b = skeleton.neck, skeleton.head_frame.point(skeleton.head, -0.03, -0.06, 0.0)
            tints.setdefault("trunk", []).extend(_glow(camera, a, b, 0.036))
        elif name in TRUNK_REGIONS:
            tints.setdefault("trunk", []).extend(_trunk_glow(TRUNK_REGIONS[name], skeleton, camera))
        else:
            region = LIMB_REGIONS[name]
            bone = "upper" if region.upper else "lower"
            key = f"{region.limb} {bone}"
            tints.setdefault(key, []).extend(_limb_glow(region, skeleton, camera))
    return tints


def _trunk_glow(region: TrunkRegion, skeleton: Skeleton, camera: Camera) -> list[Shape]:
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
    return _glow(camera, ends[0], ends[1], region.radius)


def _limb_glow(region: LimbRegion, skeleton: Skeleton, camera: Camera) -> list[Shape]:
    chain = skeleton.limb(region.limb)
    a, b = (chain.root, chain.mid) if region.upper else (chain.mid, chain.end)
    axis = space.unit(space.sub(b, a))
    front = space.across(chain.hinge, axis, space.X)
    thick = 0.07 if region.upper else 0.045
    ends = [
        space.along(space.between(a, b, share), front, region.ahead * thick)
        for share in (region.low, region.high)
    ]
    return _glow(camera, ends[0], ends[1], region.radius)


def _glow(camera: Camera, a: space.Vec, b: space.Vec, radius: float) -> list[Shape]:
    p, q = camera.seen(a), camera.seen(b)
    return [
        Shape("tint", (capsule(p, radius * share, q, radius * share),), opacity=opacity)
        for share, opacity in ((1.0, 0.22), (0.82, 0.28), (0.62, 0.34), (0.40, 0.38))
    ]


def frame_around(boxes: list[Box], from_above: bool = False) -> Box:
    """A frame that holds every box with some air, never closer to the figure than is pleasant."""
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.joined(box)
    middle = (whole.left + whole.right) / 2
    half = max(whole.width / 2 + 0.10, 0.72)
    if from_above:
        reach = max(whole.top, -whole.bottom, 0.42) + 0.08
        return Box(middle - half, -reach, middle + half, reach)
    top = max(whole.top + 0.08, 1.05)
    return Box(middle - half, min(whole.bottom, 0.0) - 0.10, middle + half, top)


def body_box(shapes: tuple[Shape, ...]) -> Box:
    """The box around the body and its props."""
    return bounds(shape for shape in shapes if shape.role not in ("ground", "shadow"))
