"""What a close-up frames: the parts of the body that it must show in every frame.

Small movements are lost in a picture of the whole body: a pelvis that tilts moves by two
centimetres. A close-up names the part that moves; everything else may leave the picture.
"""

from __future__ import annotations

from collections.abc import Callable

from backease_desktop.core.figure import space
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.pose import SIDES
from backease_desktop.core.figure.shapes import Box
from backease_desktop.core.figure.skeleton import Ball, Skeleton, foot_balls, head_balls


def focus_box(close_up: str, skeleton: Skeleton, camera: Camera) -> Box:
    """The box around what a close-up must show of a body."""
    spots = [(*camera.seen(centre), radius) for centre, radius in _PARTS[close_up](skeleton)]
    return Box(
        min(x - r for x, _, r in spots),
        min(y - r for _, y, r in spots),
        max(x + r for x, _, r in spots),
        max(y + r for _, y, r in spots),
    )


def _head(skeleton: Skeleton) -> list[Ball]:
    shoulders = [(skeleton.limb(f"{side}_arm").root, 0.07) for side in SIDES]
    return [*head_balls(skeleton.head, skeleton.head_frame), *shoulders]


def _trunk(skeleton: Skeleton, low: float, high: float) -> list[Ball]:
    return [(rib.centre, 0.12) for rib in skeleton.ribs if low <= rib.level <= high]


def _shoulders(skeleton: Skeleton) -> list[Ball]:
    return [*_head(skeleton), *_trunk(skeleton, 0.6, 1.0)]


def _upper_body(skeleton: Skeleton) -> list[Ball]:
    arms = [skeleton.limb(f"{side}_arm") for side in SIDES]
    joints = [(spot, 0.05) for arm in arms for spot in (arm.root, arm.mid, arm.end, arm.fingertips)]
    return [*_head(skeleton), *_trunk(skeleton, 0.25, 1.0), *joints]


def _hips(skeleton: Skeleton) -> list[Ball]:
    legs = [skeleton.limb(f"{side}_leg") for side in SIDES]
    thighs = [(space.between(leg.root, leg.mid, 0.3), 0.08) for leg in legs]
    return [*_trunk(skeleton, -0.13, 0.5), *thighs]


def _hands(skeleton: Skeleton) -> list[Ball]:
    arms = [skeleton.limb(f"{side}_arm") for side in SIDES]
    spots = [(a.end, a.knuckles, a.fingertips, space.between(a.mid, a.end, 0.2)) for a in arms]
    return [(spot, 0.05) for spots_of_one in spots for spot in spots_of_one]


def _legs(skeleton: Skeleton) -> list[Ball]:
    legs = [skeleton.limb(f"{side}_leg") for side in SIDES]
    joints = [(spot, 0.09) for leg in legs for spot in (leg.root, leg.mid)]
    return [*joints, *_feet(skeleton)]


def _feet(skeleton: Skeleton) -> list[Ball]:
    legs = [skeleton.limb(f"{side}_leg") for side in SIDES]
    shins = [(space.between(leg.mid, leg.end, 0.5), 0.05) for leg in legs]
    return [*shins, *(ball for leg in legs for ball in foot_balls(leg))]


_PARTS: dict[str, Callable[[Skeleton], list[Ball]]] = {
    "head": _head,
    "shoulders": _shoulders,
    "upper_body": _upper_body,
    "hips": _hips,
    "hands": _hands,
    "legs": _legs,
    "feet": _feet,
}
CLOSE_UPS = tuple(_PARTS)
"""Every word for `close_up`."""
