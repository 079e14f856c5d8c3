"""From a pose to a skeleton: the trunk first, then where it rests, then what the limbs reach.

The first contact of a pose carries the body: the body is moved until that part touches. A wall
contact moves it towards or away from the wall. Legs are solved before arms, so that a hand can
take hold of a knee.
"""

from __future__ import annotations

from msgspec.structs import replace

from backease_desktop.core.figure import body, landmarks, space
from backease_desktop.core.figure.body import girth
from backease_desktop.core.figure.clearance import cleared
from backease_desktop.core.figure.limbs import (
    elbow_direction,
    posed,
    reached,
    with_foot,
)
from backease_desktop.core.figure.pose import LIMBS, Held, Limb, Pose, Touching
from backease_desktop.core.figure.scene import GROUND, Plane, Scene
from backease_desktop.core.figure.skeleton import (
    Chain,
    Rib,
    Skeleton,
    head_balls,
    lowest,
    middle,
    sunk,
)
from backease_desktop.core.figure.space import Frame, Vec

RIBS = 22
_BELOW = (-0.13, -0.10, -0.06, -0.02)


def trunk(pose: Pose) -> tuple[Rib, ...]:
    """The spine as one smooth curve from the hips to the neck, the hips at the origin."""
    frame = Frame().bent_forward(pose.pitch).bent_right(pose.roll).turned_right(pose.turn)
    ribs = [
        Rib(level, space.along(space.ORIGIN, frame.up, level * body.TRUNK), frame, girth(level))
        for level in _BELOW
    ]
    levels = [i / (RIBS - 1) for i in range(RIBS)]
    lower_steps = sum(body.PELVIS_SHARE < v <= body.LOWER_SHARE for v in levels)
    upper_steps = sum(v > body.LOWER_SHARE for v in levels)
    centre = space.ORIGIN
    ribs.append(Rib(0.0, centre, frame, girth(0.0)))
    for level in levels[1:]:
        if level > body.LOWER_SHARE:
            frame = (
                frame.bent_forward((pose.upper + body.NEUTRAL_UPPER) / upper_steps)
                .bent_right(0.5 * pose.side / upper_steps)
                .turned_right(0.75 * pose.twist / upper_steps)
            )
        elif level > body.PELVIS_SHARE:
            frame = (
                frame.bent_forward((pose.lower + body.NEUTRAL_LOWER) / lower_steps)
                .bent_right(0.5 * pose.side / lower_steps)
                .turned_right(0.25 * pose.twist / lower_steps)
            )
        centre = space.along(centre, frame.up, body.TRUNK / (RIBS - 1))
        ribs.append(Rib(level, centre, frame, girth(level)))
    return tuple(ribs)


def _head(pose: Pose, base: Rib, bend: float) -> tuple[Vec, Vec, Frame]:
    """The base of the neck, the head's centre and its orientation."""
    whole = bend + body.NEUTRAL_NECK
    neck_frame = base.frame.bent_forward(0.5 * whole).bent_right(0.5 * pose.neck_side)
    head_frame = (
        base.frame.bent_forward(whole).bent_right(pose.neck_side).turned_right(pose.neck_turn)
    )
    glide = pose.neck_glide / 100
    root = base.frame.point(base.centre, 0.004, -0.01, 0.0)
    top = neck_frame.point(root, 0.018 + glide, body.NECK, 0.0)
    return root, head_frame.point(top, 0.006, 0.092, 0.0), head_frame


def _shoulder(pose: Pose, base: Rib, name: str) -> Vec:
    """The shoulder joint, which rises a little with the arm."""
    limb = pose.limb(name)
    raised = max(limb.flex - 70, limb.out - 60, 0) / 110
    side = 1.0 if name.startswith("right") else -1.0
    return base.frame.point(
        base.centre,
        0.006 + pose.shoulders_forward / 100,
        -body.SHOULDER_DROP + pose.shoulders_up / 100 + 0.05 * raised,
        side * (body.SHOULDER_HALF - 0.025 * raised - 0.2 * abs(pose.shoulders_forward) / 100),
    )


def angled(pose: Pose, scene: Scene) -> Skeleton:
    """The body as its angles alone put it, resting where its contacts say."""
    ribs = trunk(pose)
    neck, head, head_frame = _head(pose, ribs[-1], pose.neck_bend)
    pelvis = ribs[0].frame
    chains: dict[str, Chain] = {}
    for name in LIMBS:
        limb = pose.limb(name)
        if name.endswith("arm"):
            chains[name] = posed(name, limb, _shoulder(pose, ribs[-1], name), ribs[-1].frame)
            continue
        side = body.HIP_HALF if name.startswith("right") else -body.HIP_HALF
        hip = space.along(space.ORIGIN, pelvis.right, side)
        chains[name] = with_foot(posed(name, limb, hip, pelvis), limb.foot, foot_plane(limb, scene))
    skeleton = Skeleton(
        ribs,
        neck,
        head,
        head_frame,
        right_leg=chains["right_leg"],
        left_leg=chains["left_leg"],
        right_arm=chains["right_arm"],
        left_arm=chains["left_arm"],
        linked=pose.linked,
    )
    return rested(pose, skeleton, scene)


def foot_plane(limb: Limb, scene: Scene) -> Plane:
    """The surface that a foot is turned to."""
    goal = limb.goal
    support = goal.support if isinstance(goal, Held) else None
    return (scene.plane(support) if support else None) or GROUND


def rested(pose: Pose, skeleton: Skeleton, scene: Scene) -> Skeleton:
    """The body moved to where its contacts hold it."""
    shift = [0.0, 0.0, 0.0]
    carrier = next((c for c in pose.contacts if c.support != "wall"), None)
    if carrier is not None:
        plane = scene.plane(carrier.support) or GROUND
        at = middle(skeleton, carrier.part)
        skeleton = moved(skeleton, (pose.place[0] - at[0], 0.0, pose.place[2] - at[2]))
        shift[1] = sunk(skeleton, carrier.part, plane)
    if pose.height is not None:
        shift[1] = pose.height - skeleton.hips[1]
    for contact in pose.contacts:
        plane = scene.plane(contact.support) or GROUND
        if contact.support == "wall" and contact.part in ("back", "upper_back", "seat", "head"):
            reach = lowest(skeleton, contact.part, plane.facing)
            shift[0] = (plane.offset - reach) * plane.facing[0]
            break
    return moved(skeleton, (shift[0], shift[1], shift[2]))


def moved(skeleton: Skeleton, shift: Vec) -> Skeleton:
    """The whole body moved."""

    def chain(c: Chain) -> Chain:
        return replace(
            c,
            root=space.add(c.root, shift),
            mid=space.add(c.mid, shift),
            end=space.add(c.end, shift),
        )

    return replace(
        skeleton,
        ribs=tuple(replace(r, centre=space.add(r.centre, shift)) for r in skeleton.ribs),
        neck=space.add(skeleton.neck, shift),
        head=space.add(skeleton.head, shift),
    ).with_limbs({name: chain(skeleton.limb(name)) for name in LIMBS})


def solve(pose: Pose, scene: Scene) -> Skeleton:
    """The posed body: every contact and every reach exact, as far as the limbs are long enough."""
    skeleton = angled(pose, scene)
    skeleton = head_placed(pose, skeleton)
    for name in LIMBS:
        goal = pose.limb(name).goal
        if goal is not None:
            frame = skeleton.chest if name.endswith("arm") else skeleton.pelvis
            towards = elbow_direction(name, pose.limb(name), skeleton.limb(name), frame)
            skeleton = reaching(name, goal, towards, pose.limb(name).foot, skeleton, scene)
    return cleared(skeleton)


def reaching(
    name: str, goal: Held | Touching, towards: Vec, foot: str, skeleton: Skeleton, scene: Scene
) -> Skeleton:
    """The body with one limb's hand or foot at its goal and its elbow or knee `towards`."""
    root = skeleton.limb(name).root
    if isinstance(goal, Touching):
        goal = landmarks.grip(goal.place, name, skeleton, scene)
    solved = reached(name, root, goal, towards)
    if foot == "toes":
        solved = replace(solved, toes=space.across(goal.pointing, space.UP, space.X))
    return skeleton.with_limbs({name: solved})


def head_placed(pose: Pose, skeleton: Skeleton) -> Skeleton:
    """The head on the ground where it rests, and never in it."""
    balls = head_balls(skeleton.head, skeleton.head_frame)
    if pose.head_rests or min(c[1] - r for c, r in balls) < -0.004:
        return head_down(pose, skeleton)
    return skeleton


def head_down(pose: Pose, skeleton: Skeleton) -> Skeleton:
    """The neck bent just so far that the head lies on the ground."""
    base = skeleton.ribs[-1]
    low, high = -75.0, 65.0
    if base.frame.forward[1] < 0:
        low, high = high, low
    for _ in range(14):
        middle_bend = (low + high) / 2
        neck, head, frame = _head(pose, base, middle_bend)
        bottom = min(c[1] - r for c, r in head_balls(head, frame))
        low, high = (middle_bend, high) if bottom < 0 else (low, middle_bend)
    return replace(skeleton, neck=neck, head=head, head_frame=frame)
