"""What makes a picture misleading, found by measuring the solved body.

Every frame of the movement is looked at, not only the keyframes: joints within human limits,
contacts on their support, reaches that arrive, nothing below the ground or inside the wall,
everything within the frame. A problem is one sentence that names the keyframe and the remedy.
"""

from __future__ import annotations

import re
from math import asin, atan2, degrees

from backease_desktop.core.figure import space
from backease_desktop.core.figure.body import KNEE_RADIUS, LIMITS
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.pose import LIMBS, Contact, Pose
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.skeleton import (
    Chain,
    Skeleton,
    balls,
    foot_balls,
    head_balls,
    singular,
    sunk,
)

TOUCH = 0.015
"""How far a resting part may be from its support (m)."""
SINK = 0.022
"""How far soft parts may sink into the ground before it looks wrong (m)."""
STEPS = 6
"""Frames looked at between two keyframes."""
_DIGITS = re.compile(r"-?\d+")
_BEHIND = -135.0
"""Degrees: a limb swung further back than this has come over the top, 225 and more."""
_SLACK = 12.0
"""Degrees by which a solved limb may exceed what is asked of an author."""


def problems(film: Film) -> tuple[str, ...]:
    """Everything wrong with a figure's pictures, each problem once; empty when all is well."""
    found: dict[str, str] = {}

    def note(sentence: str) -> None:
        found.setdefault(_DIGITS.sub("", sentence), sentence)

    scene, count = film.scene, len(film.stills)
    camera = film.camera()
    for index, still in enumerate(film.stills):
        where = f"keyframes.{still.name}"
        for words in (
            *contact_problems(still.pose, still.skeleton, scene),
            *reach_problems(still.skeleton),
            *limit_problems(still.skeleton),
            *ground_problems(still.skeleton, scene),
        ):
            note(f"{where}: {words}")
        if index == count - 1 and (count == 2 or still.name == "hold"):
            break  # the way out is the way in, backwards
        following = film.stills[(index + 1) % count]
        shared = tuple(c for c in still.pose.contacts if c in following.pose.contacts)
        way = f"keyframes: between {still.name} and {following.name}"
        for step in range(1, STEPS):
            skeleton = film.skeleton_at(index + step / STEPS)
            for contact in shared:
                problem = _contact_problem(contact, skeleton, scene)
                if problem:
                    note(f"{way}: {problem}")
            for words in (*limit_problems(skeleton), *ground_problems(skeleton, scene)):
                note(f"{way}: {words}")
            if not film.frame.holds(film.seen_box(skeleton, camera), 0.02):
                note(f"{way}: the figure leaves the picture")
    return tuple(found.values())


def contact_problems(pose: Pose, skeleton: Skeleton, scene: Scene) -> list[str]:
    """Parts that should rest on something and do not."""
    found = []
    for contact in pose.contacts:
        words = _contact_problem(contact, skeleton, scene)
        if words:
            found.append(words)
    return found


def gap(contact: Contact, skeleton: Skeleton, scene: Scene) -> float:
    """How far a resting part is from its support (m): above it positive, inside it negative."""
    plane = scene.plane(contact.support)
    if plane is None:
        return 0.0
    gaps = [-sunk(skeleton, part, plane) for part in singular(contact.part)]
    return max(gaps, key=abs)


def _contact_problem(contact: Contact, skeleton: Skeleton, scene: Scene) -> str | None:
    plane = scene.plane(contact.support)
    if plane is not None and plane.ridge is not None:
        xs = [rib.edge(plane.facing)[0] for rib in skeleton.ribs]
        if not min(xs) <= plane.ridge <= max(xs):
            return f"the {contact.support} is not under the back; change where it is at"
    distance = gap(contact, skeleton, scene)
    part, support = contact.part.replace("_", " "), contact.support
    if distance > TOUCH:
        return (
            f"{part} should rest on the {support} but {_are(part)} {distance * 100:.0f} cm off it"
        )
    if distance < -TOUCH:
        return f"{part} {_are(part)} {-distance * 100:.0f} cm inside the {support}"
    return None


def _are(part: str) -> str:
    return "are" if part in ("feet", "knees", "hands", "forearms", "hips") else "is"


def reach_problems(skeleton: Skeleton) -> list[str]:
    """Hands and feet that do not arrive where they should."""
    return [
        f"{name.replace('_', ' ')} misses its place by {over * 100:.0f} cm; "
        "bring the body nearer or choose a nearer place"
        for name in LIMBS
        if (over := skeleton.limb(name).out_of_reach) > TOUCH
    ]


def limit_problems(skeleton: Skeleton) -> list[str]:
    """Joints bent further than a supple person's."""
    found = []
    for name in LIMBS:
        chain = skeleton.limb(name)
        arm = name.endswith("arm")
        frame = skeleton.chest if arm else skeleton.pelvis
        flex, out = swing(
            chain, space.scaled(frame.right, 1 if name.startswith("right") else -1), frame
        )
        joint = "shoulder" if arm else "hip"
        hinge = "elbow" if arm else "knee"
        side = name.partition("_")[0]
        if abs(out) < 60 and not _within(flex, joint):
            found.append(f"the {side} {joint} is bent {flex:.0f}°, more than a {joint} can do")
        if not _within(out, "arm out" if arm else "leg out") and abs(out) > 1:
            found.append(f"the {side} {joint} is {out:.0f}° out to the side, more than it can do")
        bend = bend_of(chain)
        if not _within(bend, hinge):
            found.append(f"the {side} {hinge} is bent {bend:.0f}°, more than {_a(hinge)} can do")
    return found


def _a(noun: str) -> str:
    return f"an {noun}" if noun.startswith("e") else f"a {noun}"


def _within(value: float, joint: str) -> bool:
    low, high = LIMITS[joint]
    return low - _SLACK <= value <= high + _SLACK


def swing(chain: Chain, outwards: space.Vec, frame: space.Frame) -> tuple[float, float]:
    """How far a limb is swung forward and lifted out, in degrees, measured on its upper bone."""
    upper = space.unit(space.sub(chain.mid, chain.root))
    ahead, down = space.dot(upper, frame.forward), -space.dot(upper, frame.up)
    flex = degrees(atan2(ahead, down))
    if flex < _BEHIND:
        flex += 360
    return flex, degrees(asin(min(max(space.dot(upper, outwards), -1.0), 1.0)))


def bend_of(chain: Chain) -> float:
    """How far an elbow or knee is bent, in degrees."""
    upper = space.unit(space.sub(chain.mid, chain.root))
    lower = space.unit(space.sub(chain.end, chain.mid))
    return degrees(atan2(space.length(space.cross(upper, lower)), space.dot(upper, lower)))


def ground_problems(skeleton: Skeleton, scene: Scene) -> list[str]:
    """Parts of the body below the ground or inside the wall."""
    found = []
    for name, pieces in _pieces(skeleton):
        depth = max(radius - centre[1] for centre, radius in pieces)
        if depth > SINK:
            found.append(f"{name} {depth * 100:.0f} cm below the ground")
        wall = scene.plane("wall")
        if wall is not None:
            inside = max(space.dot(c, wall.facing) + r - wall.offset for c, r in pieces)
            if inside > SINK:
                found.append(f"{name} {inside * 100:.0f} cm inside the wall")
    return found


def _pieces(skeleton: Skeleton) -> list[tuple[str, list[tuple[space.Vec, float]]]]:
    pieces: list[tuple[str, list[tuple[space.Vec, float]]]] = [
        ("the head is", list(head_balls(skeleton.head, skeleton.head_frame))),
        (
            "the trunk is",
            [(rib.edge(space.DOWN), 0.0) for rib in skeleton.ribs if 0 <= rib.level <= 0.97],
        ),
    ]
    for side in ("right", "left"):
        arm, leg = skeleton.limb(f"{side}_arm"), skeleton.limb(f"{side}_leg")
        pieces += [
            (f"the {side} knee is", [(leg.mid, KNEE_RADIUS)]),
            (f"the {side} foot is", foot_balls(leg)),
            (f"the {side} elbow is", balls(skeleton, f"{side}_forearm")),
            (f"the {side} hand is", [(arm.end, 0.012), (arm.fingertips, 0.008)]),
        ]
    return pieces
