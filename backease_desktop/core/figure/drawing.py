"""From a solved body in its scene to a drawing: the order in which things cover each other.

Furniture first, then shadows, then the body's parts from far to near, each working area right
after the part that it lies on.
"""

from __future__ import annotations

from backease_desktop.core.figure import flesh, furniture, glow, head, space
from backease_desktop.core.figure.camera import FLAT, Camera
from backease_desktop.core.figure.flesh import Layer
from backease_desktop.core.figure.pose import LIMBS, other_side
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.shapes import Box, Shape, bounds, ellipse
from backease_desktop.core.figure.skeleton import Skeleton, foot_balls

_IN_FRONT = 0.06
"""How much nearer than it is a limb counts: a hand on the belly lies on it, not in it (m)."""


def shapes_of(
    skeleton: Skeleton,
    scene: Scene,
    camera: Camera,
    working: tuple[str, ...] = (),
    is_close: bool = False,
) -> tuple[Shape, ...]:
    """The body and the props without the ground, from back to front."""
    tints = glow.tints(skeleton, camera, working, is_close)
    layers: list[Layer] = []
    for name in LIMBS:
        chain = skeleton.limb(name)
        inner = space.between(chain.root, skeleton.limb(other_side(name)).root, 0.5)
        parts = flesh.limb_layers(name, chain, camera, inner)
        parts = [(depth + _IN_FRONT, shape) for depth, shape in parts]
        layers += flesh.rims(name, chain, camera, inner, (parts[0][0], parts[1][0]))
        for (depth, shape), bone in zip(parts, ("upper", "lower", "end"), strict=True):
            layers.append((depth, shape))
            layers += [(depth, tint) for tint in tints.get(f"{name} {bone}", ())]
    if skeleton.linked:
        layers += flesh.clasp(skeleton, camera)
    trunk_depth = camera.depth(skeleton.rib(0.5).centre)
    layers.append((trunk_depth - 0.001, head.neck(skeleton, camera)))
    layers += [(trunk_depth, shape) for shape in flesh.torso(skeleton, camera)]
    over = glow.over_arms(skeleton, camera, trunk_depth, tints.get("trunk", ()))
    layers += [(over, tint) for tint in tints.get("trunk", ())]
    head_depth = camera.depth(skeleton.head)
    layers += [(head_depth + 0.02, shape) for shape in head.head(skeleton, camera)]
    layers += furniture.straps(scene, skeleton, camera)
    layers.sort(key=lambda layer: layer[0])
    return (
        *furniture.behind(scene, camera),
        *furniture.under_body(scene, skeleton, camera),
        *_shadows(skeleton, camera),
        *(shape for _, shape in layers),
    )


def _shadows(skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """A soft shadow on the ground under whatever is close to it."""
    if camera.is_from_above:
        return []
    spots = [(rib.centre, 0.10, 0.10) for rib in skeleton.ribs[::3]]
    for name in LIMBS:
        chain = skeleton.limb(name)
        points = [chain.mid, space.between(chain.mid, chain.end, 0.5), chain.end]
        points += [c for c, _ in foot_balls(chain)] if name.endswith("leg") else [chain.knuckles]
        spots += [(point, 0.04, 0.06) for point in points]
    spots.append((skeleton.head, 0.1, 0.10))
    close = [(spot, wide) for spot, under, wide in spots if spot[1] - under < 0.12]
    if camera.looks_down < FLAT:
        return _line_of_shadow([(camera.seen(spot)[0], wide) for spot, wide in close])
    flat = max(camera.looks_down, 0.2)
    spots_seen = tuple(
        ellipse(camera.seen((x, 0.0, z)), 0.85 * wide, 0.85 * wide * flat, 12)
        for (x, _, z), wide in close
    )
    return [Shape("shadow", spots_seen, opacity=0.7)] if close else []


def _line_of_shadow(spots: list[tuple[float, float]]) -> list[Shape]:
    """Shadows on a ground that is seen as a line, joined where they touch."""
    spans: list[list[float]] = []
    for left, right in sorted((x - wide, x + wide) for x, wide in spots):
        if spans and left < spans[-1][1] + 0.05:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    return [
        Shape(
            "shadow",
            (ellipse(((left + right) / 2, 0.002), 0.92 * (right - left) / 2, 0.018, 16),),
            opacity=0.7,
        )
        for left, right in spans
    ]


def frame_around(boxes: list[Box], is_close: bool = False) -> Box:
    """A frame that holds every box with some air; one of the whole body shows the ground too."""
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.joined(box)
    if is_close:
        return Box(whole.left - 0.03, whole.bottom - 0.03, whole.right + 0.03, whole.top + 0.03)
    return Box(whole.left - 0.08, whole.bottom - 0.08, whole.right + 0.08, whole.top + 0.05)


def body_box(shapes: tuple[Shape, ...]) -> Box:
    """The box around the body and its props."""
    return bounds(shape for shape in shapes if shape.role not in ("ground", "mat", "shadow"))
