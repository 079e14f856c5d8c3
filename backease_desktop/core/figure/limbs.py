"""Arms and legs: from joint angles, or from the place that the hand or foot is to reach.

Angles: `flex` swings the limb forward and up in the plane of the body, `out` lifts it off that
plane, `turn` rolls it about its own length outwards, `bend` is the elbow or knee, `tip` the wrist
(towards the palm) or ankle (toes towards the shin).

Reaching keeps the bones' lengths exact. The elbow or knee goes where the angles would have put it,
or where `points` says: of the places it could be, the nearest to that direction.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

from msgspec.structs import replace

from backease_desktop.core.figure import body, space
from backease_desktop.core.figure.pose import Held, Limb
from backease_desktop.core.figure.scene import Plane
from backease_desktop.core.figure.skeleton import Chain, foot_balls
from backease_desktop.core.figure.space import Frame, Vec

ARM = (body.UPPER_ARM, body.FOREARM)
LEG = (body.THIGH, body.SHIN)


def bones(name: str) -> tuple[float, float]:
    """The lengths of the upper and lower bone of a limb (m)."""
    return ARM if name.endswith("arm") else LEG


def outward(name: str) -> float:
    """1 for a right limb, -1 for a left one: the sign of its outer side along the frame's right."""
    return 1.0 if name.startswith("right") else -1.0


def posed(name: str, limb: Limb, root: Vec, frame: Frame) -> Chain:
    """The limb as its angles put it. `frame` is the pelvis for a leg, the chest for an arm."""
    side = space.scaled(frame.right, outward(name))
    f, o, r = radians(limb.flex), radians(limb.out), radians(limb.turn)
    swing = space.combined((-cos(f), frame.up), (sin(f), frame.forward))
    upper = space.combined((cos(o), swing), (sin(o), side))
    front = space.combined((sin(f), frame.up), (cos(f), frame.forward))
    outer = space.combined((cos(o), side), (-sin(o), swing))
    hinge = space.combined((cos(r), front), (sin(r), outer))
    b, e = radians(limb.bend), radians(limb.tip)
    if name.endswith("arm"):
        lower = space.combined((cos(b), upper), (sin(b), hinge))
        front = space.combined((-sin(b), upper), (cos(b), hinge))
        pointing = space.combined((cos(e), lower), (sin(e), front))
        thumb = space.combined((cos(e), front), (-sin(e), lower))
        palm = space.scaled(space.cross(thumb, pointing), outward(name))
    else:
        lower = space.combined((cos(b), upper), (-sin(b), hinge))
        front = space.combined((cos(b), hinge), (sin(b), upper))
        pointing = space.combined((cos(e), front), (-sin(e), lower))
        palm = space.combined((cos(e), lower), (sin(e), front))
    first, second = bones(name)
    mid = space.along(root, upper, first)
    end = space.along(mid, lower, second)
    return Chain(root, mid, end, hinge, pointing, palm, pointing)


def elbow_direction(name: str, limb: Limb, chain: Chain, frame: Frame) -> Vec:
    """Where the elbow or knee goes when the limb is bent (a world direction)."""
    side = space.scaled(frame.right, outward(name))
    words = {
        "out": side,
        "in": space.scaled(side, -1),
        "up": frame.up,
        "down": space.scaled(frame.up, -1),
        "forward": frame.forward,
        "back": space.scaled(frame.forward, -1),
    }
    if limb.points is not None:
        return space.unit(
            space.combined(*((1.0, words[word]) for word in limb.points.split("_and_")))
        )
    return bulge(name, chain)


def bulge(name: str, chain: Chain) -> Vec:
    """Where a limb's elbow or knee is, or would go if it bent (a world direction)."""
    ahead = space.scaled(chain.hinge, -0.2 if name.endswith("arm") else 0.2)
    return space.add(space.unit(space.sub(chain.mid, chain.root)), ahead)


def reached(name: str, root: Vec, goal: Held, towards: Vec) -> Chain:
    """The limb with its hand or foot at the goal and its elbow or knee `towards` a direction."""
    first, second = bones(name)
    line = space.sub(goal.point, root)
    wanted = space.length(line)
    axis = space.unit(line, space.DOWN)
    span = min(max(wanted, abs(first - second) + 1e-4), first + second - 1e-5)
    ahead = (first * first - second * second + span * span) / (2 * span)
    aside = sqrt(max(first * first - ahead * ahead, 0.0))
    sideways = space.across(towards, axis, space.X)
    mid = space.add(root, space.combined((ahead, axis), (aside, sideways)))
    end = space.along(root, axis, span)
    upper = space.unit(space.sub(mid, root))
    hinge = space.across(
        space.scaled(sideways, -1) if name.endswith("arm") else sideways, upper, space.UP
    )
    return Chain(
        root, mid, end, hinge, goal.pointing, goal.palm, goal.pointing, max(wanted - span, 0.0)
    )


def with_foot(chain: Chain, mode: str, plane: Plane) -> Chain:
    """The leg with its foot turned to suit a surface: sole `flat` on it, or on the `toes`."""
    if mode == "free":
        return chain
    facing = plane.facing
    heading = space.across(chain.pointing, facing, space.sub(chain.end, chain.root))
    if mode == "flat":
        return replace(chain, pointing=heading, palm=facing, toes=heading)
    steep = min(max(space.dot(chain.pointing, facing), 0.55), 0.985)
    level = sqrt(1 - steep * steep)
    return replace(
        chain,
        pointing=space.combined((level, heading), (steep, facing)),
        palm=space.combined((level, facing), (-steep, heading)),
        toes=heading,
    )


def sole_reach(chain: Chain, facing: Vec) -> float:
    """How far the foot reaches beyond its ankle in a direction (m)."""
    return max(space.dot(space.sub(c, chain.end), facing) + r for c, r in foot_balls(chain))


def snapped(name: str, chain: Chain, plane: Plane, clearance: float) -> Vec:
    """The wrist or ankle moved onto a surface, `clearance` above it.

    A limb that meets the surface steeply, like an arm on all fours, keeps the place and bends as
    needed. One that meets it at a slant, like a leg in a plank, keeps its bend and swings from its
    root, as far as it can reach.
    """
    first, second = bones(name)
    facing = plane.facing
    height = plane.offset - clearance - space.dot(chain.root, facing)
    along = space.sub(chain.end, chain.root)
    flat = space.along(along, facing, -space.dot(along, facing))
    span = space.distance(chain.root, chain.end)
    steep = space.dot(space.unit(along), facing) > 0.82
    if not steep and abs(height) < span and space.length(flat) > 1e-4:
        flat = space.scaled(space.unit(flat), sqrt(span * span - height * height))
    else:
        room = max((first + second) ** 2 - height * height, 0.0)
        if space.length(flat) ** 2 > room:
            flat = space.scaled(space.unit(flat), sqrt(room))
    return space.along(space.add(chain.root, flat), facing, height)


def laid(start: Vec, end: Vec, bone: float, plane: Plane, clearance: float) -> Vec:
    """The far end of a bone swung about its start until it lies `clearance` above a surface."""
    facing = plane.facing
    height = plane.offset - clearance - space.dot(start, facing)
    height = min(max(height, -bone), bone)
    flat = space.across(space.sub(end, start), facing, space.X)
    across = space.scaled(flat, sqrt(bone * bone - height * height))
    return space.along(space.add(start, across), facing, height)


def flat_hand(chain: Chain, frame: Frame, plane: Plane) -> tuple[Vec, Vec]:
    """Where the fingers of a hand lying on a surface point, and where its palm faces."""
    lower = space.unit(space.sub(chain.end, chain.mid))
    facing = plane.facing
    if abs(space.dot(lower, facing)) > 0.6:
        lower = space.add(frame.up, space.scaled(frame.forward, 0.6))
    return space.across(lower, facing, frame.up), facing
