"""The body on its way from one solved pose to another.

Angles are mixed and the body is rested anew, so that what touches goes on touching. A hand or foot
that holds something in either pose travels straight from place to place; one that holds the same
place in both does not move at all.
"""

from __future__ import annotations

from msgspec.structs import replace

from backease_desktop.core.figure import space
from backease_desktop.core.figure.clearance import cleared
from backease_desktop.core.figure.limbs import bulge, sole_reach
from backease_desktop.core.figure.pose import LIMBS, Held, Pose, Touching, mixed
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.skeleton import Chain, Skeleton, lowest
from backease_desktop.core.figure.solve import angled, head_placed, moved, reaching
from backease_desktop.core.figure.space import Frame, Vec


def blend(
    a: Pose, a_solved: Skeleton, b: Pose, b_solved: Skeleton, t: float, scene: Scene
) -> Skeleton:
    """The body a share `t` (0 to 1) of the way from one solved pose to another; see the module."""
    if t <= 0:
        return a_solved
    if t >= 1:
        return b_solved
    pose = mixed(a, b, t)
    if pose.height is None and (a.height is not None or b.height is not None):
        pose = replace(pose, height=space.between(a_solved.hips, b_solved.hips, t)[1])
    skeleton = angled(pose, scene)
    if a.contacts[:1] != b.contacts[:1]:
        skeleton = _between_carriers(a, a_solved, b, b_solved, t, skeleton, scene)
    elif _rises_on_toes(a, b):
        wanted = space.between(a_solved.hips, b_solved.hips, t)
        skeleton = moved(skeleton, space.sub(wanted, skeleton.hips))
    skeleton = head_placed(pose, skeleton)
    for name in LIMBS:
        one, two = a.limb(name).goal, b.limb(name).goal
        if one is None and two is None:
            continue
        start, stop = a_solved.limb(name), b_solved.limb(name)
        goal: Held | Touching
        if isinstance(one, Touching) and one == two:
            goal = one
        else:
            step = 0.0 if _rises_on_toes(a, b) else _step_height(a, one, two)
            lift = step * 4 * t * (1 - t)
            if isinstance(one, Held) or isinstance(two, Held):
                goal = _travelling(name, start, stop, one, two, t, lift, scene)
            else:
                frame = skeleton.chest if name.endswith("arm") else skeleton.pelvis
                goal = _swinging(name, start, stop, skeleton.limb(name).root, frame, t)
        towards = space.between(bulge(name, start), bulge(name, stop), t)
        foot = _foot_between(a.limb(name).foot, b.limb(name).foot)
        skeleton = reaching(name, goal, towards, foot, skeleton, scene)
    return cleared(skeleton)


def _foot_between(one: str, two: str) -> str:
    """How a foot is set on its way: from sole to toes, the toes stay on the ground."""
    if one == two:
        return one
    return "toes" if {one, two} == {"flat", "toes"} else "free"


def _rises_on_toes(a: Pose, b: Pose) -> bool:
    """Whether feet that carry go from sole to toes or back, which no mixed angle describes."""
    on_feet = bool(a.contacts) and a.contacts[0].part.endswith(("feet", "foot"))
    legs = ("right_leg", "left_leg")
    return on_feet and all({a.limb(leg).foot, b.limb(leg).foot} == {"flat", "toes"} for leg in legs)


def _step_height(a: Pose, one: Held | Touching | None, two: Held | Touching | None) -> float:
    """How high a foot is lifted on its way: someone on their feet steps, someone lying slides.

    A heel that only rises, as onto the toes, is no step.
    """
    on_feet = bool(a.contacts) and a.contacts[0].part.endswith(("feet", "foot"))
    if on_feet and isinstance(one, Held) and isinstance(two, Held):
        along = (one.point[0] - two.point[0], 0.0, one.point[2] - two.point[2])
        return 0.05 if space.distance(along, space.ORIGIN) > 0.05 else 0.0
    return 0.0


def _travelling(
    name: str,
    start: Chain,
    stop: Chain,
    one: Held | Touching | None,
    two: Held | Touching | None,
    t: float,
    lift: float,
    scene: Scene,
) -> Held:
    """The hand or foot on its way from one place to the next, sliding along a common support."""
    goal = Held(
        space.along(space.between(start.end, stop.end, t), space.UP, lift),
        space.unit(space.between(start.pointing, stop.pointing, t), start.pointing),
        space.unit(space.between(start.palm, stop.palm, t), start.palm),
    )
    if not (isinstance(one, Held) and isinstance(two, Held)) or one.support != two.support:
        return goal
    plane = scene.plane(one.support) if one.support else None
    if plane is None or lift or name.endswith("arm"):
        return replace(goal, support=one.support)
    chain = replace(start, end=goal.point, pointing=goal.pointing, palm=goal.palm)
    gap = plane.offset - sole_reach(chain, plane.facing) - space.dot(goal.point, plane.facing)
    return replace(goal, point=space.along(goal.point, plane.facing, gap), support=one.support)


def _swinging(name: str, start: Chain, stop: Chain, root: Vec, frame: Frame, t: float) -> Held:
    """The hand or foot on its way through the air: round its shoulder or hip, not through it."""
    one, two = space.sub(start.end, start.root), space.sub(stop.end, stop.root)
    a, b = space.unit(one), space.unit(two)
    wide = (1 - space.dot(a, b)) / 2
    side = 1.0 if name.startswith("right") else -1.0
    via = space.combined(
        (0.5, a), (0.5, b), (1.3 * wide * side, frame.right), (0.9 * wide, frame.forward)
    )
    heading = space.unit(
        space.combined(((1 - t) * (1 - t), a), (2 * t * (1 - t), via), (t * t, b)), a
    )
    span = space.length(one) + (space.length(two) - space.length(one)) * t
    return Held(
        space.along(root, heading, span),
        space.unit(space.between(start.pointing, stop.pointing, t), start.pointing),
        space.unit(space.between(start.palm, stop.palm, t), start.palm),
    )


def _between_carriers(
    a: Pose, a_solved: Skeleton, b: Pose, b_solved: Skeleton, t: float, now: Skeleton, scene: Scene
) -> Skeleton:
    """The body moved from one carrying part to another, touching with whichever is lower."""
    wanted = space.between(a_solved.hips, b_solved.hips, t)
    now = moved(now, space.sub(wanted, now.hips))
    carriers = [c for c in (*a.contacts[:1], *b.contacts[:1]) if c.support != "wall"]
    planes = {scene.plane(c.support) for c in carriers}
    plane = planes.pop() if len(planes) == 1 else None
    if plane is None or len(carriers) < 2:
        return now
    reach = max(lowest(now, c.part, plane.facing) for c in carriers)
    return moved(now, space.scaled(plane.facing, plane.offset - reach))
