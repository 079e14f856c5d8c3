"""Places on the body and on props that a hand or foot can take hold of.

A place is named without a side for "the same side as the hand" (`knee`) or with one
(`left_knee`). A grip is the wrist or ankle that brings the palm or the ankle bone to the place.
"""

from __future__ import annotations

from backease_desktop.core.figure import space
from backease_desktop.core.figure.pose import SIDES, Held
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.skeleton import BALL, Chain, Skeleton
from backease_desktop.core.figure.space import Vec

_LEG_PLACES = (
    "thigh",
    "outer_thigh",
    "behind_thigh",
    "knee",
    "outer_knee",
    "behind_knee",
    "shin",
    "ankle",
    "foot",
    "toes",
)
_ARM_PLACES = ("shoulder", "elbow", "forearm", "hand")
_HEAD_PLACES = {
    "ear": ((0.0, 0.0, 0.080), (0.0, 0.0, 1.0)),
    "back_of_head": ((-0.095, -0.01, 0.035), (-1.0, 0.0, 0.0)),
    "crown": ((0.0, 0.095, 0.0), (0.0, 1.0, 0.0)),
    "nose": ((0.110, -0.034, 0.0), (1.0, 0.0, 0.0)),
    "chin": ((0.080, -0.100, 0.0), (0.8, -0.6, 0.0)),
}
"""Places on the head: distances (m) from its middle forward, up and aside, and out of it."""
_RIB_PLACES = {
    "hip": (0.22, 0.15, 1.0),
    "lower_back": (0.30, -1.0, 0.45),
    "belly": (0.32, 1.0, 0.25),
    "chest": (0.78, 1.0, 0.35),
    "ribs": (0.58, 0.2, 1.0),
    "breastbone": (0.76, 1.0, 0.0),
    "mid_back": (0.52, -1.0, 0.0),
    "tailbone": (-0.04, -1.0, 0.0),
}
"""Places on the trunk: share of its length, and the direction out of it: forward and aside."""
_TRUNK_PLACES = (*_RIB_PLACES, "shoulder_blade", *_HEAD_PLACES)
_PROP_PLACES = ("chair_back", "chair_seat", "desk_edge")
OWN_SIDE = (*_LEG_PLACES, *_ARM_PLACES, *_TRUNK_PLACES, *_PROP_PLACES)
_HAND_LAID = {
    "hip": (0.8, -0.5, 0.0, False),
    "lower_back": (0.0, -0.6, 0.8, False),
    "belly": (0.0, -0.3, 1.0, False),
    "chest": (0.0, 0.3, 1.0, False),
    "ear": (-0.6, 0.8, 0.0, True),
    "back_of_head": (0.0, 0.5, 1.0, True),
}
"""Where fingers point on the trunk or head: forward, up, to the middle; True for the head."""

PLACES = (*OWN_SIDE, *(f"{side}_{place}" for side in SIDES for place in OWN_SIDE))
"""Every name that `reach` understands."""


def grip(place: str, name: str, skeleton: Skeleton, scene: Scene) -> Held:
    """The hand or foot of limb `name` brought to a place."""
    side = name.partition("_")[0]
    spot, outwards = spot_of(place, side, skeleton, scene)
    root = skeleton.limb(name).root
    if name.endswith("leg"):
        other = skeleton.limb("left_leg" if side == "right" else "right_leg")
        pointing = space.unit(space.sub(other.mid, other.root))
        across = space.scaled(skeleton.pelvis.right, -1 if side == "right" else 1)
        return Held(space.along(spot, outwards, 0.045), pointing, across)
    inwards = space.scaled(outwards, -1)
    if place.endswith(_PROP_PLACES):
        return _on_prop(spot, skeleton)
    laid = _HAND_LAID.get(place.removeprefix("right_").removeprefix("left_"))
    if laid is None:
        pointing = space.across(space.sub(spot, root), outwards, space.DOWN)
    else:
        own = 1.0 if name.startswith("right") else -1.0
        frame = skeleton.head_frame if laid[3] else skeleton.rib(0.3).frame
        pointing = frame.point(space.ORIGIN, laid[0], laid[1], -own * laid[2])
        pointing = space.across(pointing, outwards, space.DOWN)
    pointing = space.unit(space.combined((1.0, pointing), (0.25, inwards)))
    wrist = space.along(space.along(spot, outwards, 0.024), pointing, -0.085)
    return Held(wrist, pointing, inwards)


def _on_prop(spot: Vec, skeleton: Skeleton) -> Held:
    """A hand flat on a piece of furniture, the fingers forward."""
    pointing = space.across(skeleton.pelvis.forward, space.UP, space.X)
    wrist = space.along(space.along(spot, space.UP, 0.022), pointing, -0.085)
    return Held(wrist, pointing, space.DOWN)


def spot_of(place: str, side: str, skeleton: Skeleton, scene: Scene) -> tuple[Vec, Vec]:
    """A place's point on the surface, and the direction out of the surface there."""
    if place.startswith(("right_", "left_")):
        side, _, place = place.partition("_")
    if place in _PROP_PLACES:
        point = scene.place(f"{side}_{place}") or space.ORIGIN
        return point, space.UP
    if place in _LEG_PLACES:
        return _on_leg(place, side, skeleton.limb(f"{side}_leg"), skeleton)
    if place in _ARM_PLACES:
        return _on_arm(place, skeleton.limb(f"{side}_arm"), skeleton)
    return _on_trunk(place, side, skeleton)


def _on_leg(place: str, side: str, leg: Chain, skeleton: Skeleton) -> tuple[Vec, Vec]:
    thigh = space.unit(space.sub(leg.mid, leg.root))
    shin = space.unit(space.sub(leg.end, leg.mid))
    shin_front = space.across(leg.hinge, shin, thigh)
    sideways = space.unit(space.combined((1.0, skeleton.pelvis.right)))
    outer = space.across(space.scaled(sideways, 1 if side == "right" else -1), thigh, space.X)
    back = space.scaled(leg.hinge, -1)
    knee_front = space.unit(space.combined((1.0, leg.hinge), (1.0, shin_front)))
    spots: dict[str, tuple[Vec, Vec, float]] = {
        "thigh": (space.between(leg.root, leg.mid, 0.68), leg.hinge, 0.064),
        "outer_thigh": (space.between(leg.root, leg.mid, 0.72), outer, 0.064),
        "behind_thigh": (space.between(leg.root, leg.mid, 0.72), back, 0.062),
        "knee": (leg.mid, knee_front, 0.054),
        "outer_knee": (leg.mid, outer, 0.052),
        "behind_knee": (space.between(leg.root, leg.mid, 0.86), back, 0.056),
        "shin": (space.between(leg.mid, leg.end, 0.28), shin_front, 0.046),
        "ankle": (space.between(leg.mid, leg.end, 0.88), shin_front, 0.036),
        "foot": (leg.on_foot(BALL), leg.palm, BALL[2]),
        "toes": (leg.toe, leg.pointing, 0.02),
    }
    centre, outwards, depth = spots[place]
    return space.along(centre, outwards, depth), outwards


def _on_arm(place: str, arm: Chain, skeleton: Skeleton) -> tuple[Vec, Vec]:
    if place == "shoulder":
        return space.along(arm.root, skeleton.chest.up, 0.055), skeleton.chest.up
    if place == "hand":
        return arm.knuckles, space.scaled(arm.palm, -1)
    lower = space.unit(space.sub(arm.end, arm.mid))
    outwards = space.across(arm.palm, lower, space.UP)
    centre = arm.mid if place == "elbow" else space.between(arm.mid, arm.end, 0.5)
    return space.along(centre, outwards, 0.035), outwards


def _on_trunk(place: str, side: str, skeleton: Skeleton) -> tuple[Vec, Vec]:
    sign = 1.0 if side == "right" else -1.0
    if place in _HEAD_PLACES:
        (ahead, up, aside), out = _HEAD_PLACES[place]
        frame = skeleton.head_frame
        point = frame.point(skeleton.head, ahead, up, sign * aside)
        return point, space.unit(frame.point(space.ORIGIN, out[0], out[1], sign * out[2]))
    if place == "shoulder_blade":
        return skeleton.blade_middle(side), skeleton.blade(side).forward
    level, ahead, aside = _RIB_PLACES[place]
    rib = skeleton.rib(level)
    outwards = space.unit(
        space.combined((ahead, rib.frame.forward), (sign * aside, rib.frame.right))
    )
    return rib.edge(outwards), outwards
