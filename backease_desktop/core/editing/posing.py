"""A figure posed by hand: one joint is drawn to a place in the picture, and the body follows.

Rules:
1. The rig itself says where a joint is: angles are tried, solved as any keyframe is, and improved
   until the joint is where it is wanted (damped least squares).
2. What the rig forbids stays forbidden: limits of joints, the floor, furniture, what rests. A pose
   that would break one goes as far as it does not, and says what stops it.
3. What rests is let go by being drawn away, as long as something else carries the body.
4. Angles are whole degrees, as a person would write them. A drag that is less than one of them
   takes the next one, where that is nearer.
5. A joint that does not follow says why; then nothing of the words has changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import dist
from typing import Any

from backease_desktop.core.editing.angle_search import NEAR, Point, Values, searched
from backease_desktop.core.editing.angles import (
    Angle,
    Words,
    angles_of,
    single,
    value_of,
    with_angles,
    with_contacts,
)
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.model import Figure, figure_of
from backease_desktop.core.figure.pose import Contact
from backease_desktop.core.figure.rules import (
    contact_problems,
    ground_problems,
    limit_problems,
    reach_problems,
)
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.figure.space import Vec
from backease_desktop.core.figure.stills import (
    FigureError,
    Still,
    scene_of,
    still_after,
    stills,
)

LEAST_ABOVE, LIFTED = 0.03, 0.04
"""How near to the ground (m) a joint may be, and from where on it is drawn away from it."""
FELT = 0.004
"""The least (m) that is meant as a drag."""
HALVINGS = 5
_DIGITS = re.compile(r"-?\d+")

HANDLES = (
    "head",
    "pelvis",
    *(f"{side}_{part}" for side in ("right", "left") for part in ("hand", "elbow", "foot", "knee")),
)
"""What can be drawn."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A joint that can be drawn.

    Attributes:
        name: one of `HANDLES`; at: where it is in the world (m).
        rests: what it rests on, None where it is free.
    """

    name: str
    at: Vec
    rests: str | None = None


@dataclass(frozen=True, slots=True)
class Posed:
    """What came of drawing a joint.

    Attributes:
        words: the figure now; still: the keyframe, solved.
        stop: why it went no further, in a sentence; empty where it is where it was wanted.
    """

    words: Words
    still: Still
    stop: str = ""


def still_of(words: Words, keyframe: str) -> Still:
    """A keyframe, solved.

    Raises:
        ValueError: the words are no figure, or one that cannot be built.
    """
    return _solved(words, keyframe)[keyframe]


def handles(still: Still) -> tuple[Handle, ...]:
    """The joints of a keyframe that can be drawn, with what they rest on."""
    return tuple(
        Handle(name, joint(still.skeleton, name), _support(still.pose.contacts, name))
        for name in HANDLES
    )


def joint(skeleton: Skeleton, name: str) -> Vec:
    """Where a handle is (m)."""
    if name == "head":
        return skeleton.head
    if name == "pelvis":
        return skeleton.hips
    side, part = name.split("_")
    chain = skeleton.limb(f"{side}_{'arm' if part in ('hand', 'elbow') else 'leg'}")
    return chain.mid if part in ("elbow", "knee") else chain.end


def drawn(words: Words, keyframe: str, name: str, to: Point, camera: Camera) -> Posed:
    """Draw a joint to a place in the picture.

    Args:
        words: the figure.
        keyframe: which of its moments.
        name: the handle.
        to: where it is wanted (m, on the picture plane).
        camera: from where it is seen.

    Raises:
        ValueError: the figure cannot be built.
    """
    others = _solved(words, keyframe)
    before = others.pop(keyframe)
    to, floor = _above_ground(joint(before.skeleton, name), to, camera)
    freed, can_free = _freed(words, keyframe, name, before, to, camera)
    angles = angles_of(name, before, str(words.get("view", "side")))
    start = [value_of(before, angle) for angle in angles]

    def posed(values: Values) -> tuple[Words, Still] | None:
        changed = with_angles(freed, keyframe, angles, values)
        try:
            return changed, still_after(figure_of(changed), keyframe, others)
        except (ValueError, FigureError):
            return None

    def seen(tried: Values) -> Point | None:
        found = posed(tried)
        return camera.seen(joint(found[1].skeleton, name)) if found else None

    values = searched(start, angles, to, seen)
    allowed = _kinds(_problems(before, words))
    values, stop = _as_far_as_right(start, values, posed, allowed)
    found = posed(values)
    if found is None:
        return Posed(words, before, "The body cannot be built like that.")
    changed, still = found
    at, now = camera.seen(joint(before.skeleton, name)), camera.seen(joint(still.skeleton, name))
    stop = stop or floor
    has_followed = dist(now, to) < 4 * NEAR and 2 * dist(at, now) > dist(at, to)
    if not stop and dist(at, to) > FELT and not has_followed:
        stop = _why_short(name, angles, values, can_free=can_free)
    if dist(at, now) < FELT / 4 and stop:
        return Posed(words, before, stop)
    return Posed(changed, still, stop)


def rested(words: Words, keyframe: str, name: str, *, rests: bool, support: str) -> Words:
    """The figure with a hand, foot or knee that rests on something, or no more."""
    still = still_of(words, keyframe)
    contacts = [one for one in single(still.pose.contacts) if one.part not in _resting(name)]
    if rests:
        contacts.append(Contact(name.replace("elbow", "forearm"), support))
    return with_contacts(words, keyframe, contacts)


def _solved(words: Words, keyframe: str) -> dict[str, Still]:
    """A keyframe and those that it needs, solved, by name."""
    return {one.name: one for one in stills(_until(figure_of(dict(words)), keyframe))}


def _until(figure: Figure, keyframe: str) -> Figure:
    """The figure with the keyframes that a keyframe comes from, and no others."""
    wanted, at = {keyframe}, keyframe
    while (at := figure.keyframes[at].start) in figure.keyframes:
        wanted.add(at)
    likes = [
        limb.like
        for name in wanted
        for limb in _limbs(figure, name)
        if limb is not None and limb.like is not None
    ]
    kept = figure.keyframes if likes else {n: k for n, k in figure.keyframes.items() if n in wanted}
    return figure.with_(keyframes=kept)


def _limbs(figure: Figure, name: str) -> tuple[Any, ...]:
    one = figure.keyframes[name]
    return (one.arms, one.legs, one.right_arm, one.left_arm, one.right_leg, one.left_leg)


def _as_far_as_right(
    start: Values,
    wanted: Values,
    posed: Callable[[Values], tuple[Words, Still] | None],
    allowed: frozenset[str],
) -> tuple[Values, str]:
    """The wanted values, or those nearest to them that break no rule; and what is in the way."""

    def wrong(values: Values) -> str:
        found = posed(values)
        if found is None:
            return "the body cannot be built like that"
        words, still = found
        new = [one for one in _problems(still, words) if _DIGITS.sub("", one) not in allowed]
        return new[0] if new else ""

    why = wrong(wanted)
    if not why:
        return wanted, ""
    low, high, best = 0.0, 1.0, start
    for _ in range(HALVINGS):
        share = (low + high) / 2
        pairs = zip(start, wanted, strict=True)
        between = [float(round(a + (b - a) * share)) for a, b in pairs]
        if wrong(between):
            high = share
        else:
            low, best = share, between
    return best, f"No further: {why}."


def _why_short(name: str, angles: tuple[Angle, ...], values: Values, *, can_free: bool) -> str:
    if not can_free:
        return "This carries the body; let something else rest first."
    for angle, value in zip(angles, values, strict=True):
        if value <= angle.least or value >= angle.most:
            part = angle.field if angle.field != "out" else "limb"
            return f"No further: the {part} is at its end ({value:g}°)."
    if name == "pelvis":
        return "The pelvis goes round what carries the body, no nearer to it and no further away."
    return f"That is as far as the {name.replace('_', ' ')} goes."


def _problems(still: Still, words: Words) -> list[str]:
    scene = scene_of(figure_of(dict(words)).props)
    return [
        *limit_problems(still.skeleton),
        *ground_problems(still.skeleton, scene),
        *contact_problems(still.pose, still.skeleton, scene),
        *reach_problems(still.skeleton),
    ]


def _kinds(problems: list[str]) -> frozenset[str]:
    return frozenset(_DIGITS.sub("", one) for one in problems)


def _resting(name: str) -> tuple[str, ...]:
    """The parts that rest where a handle does."""
    if name in ("head", "pelvis"):
        return ()
    side, part = name.split("_")
    if part in ("hand", "elbow"):
        return f"{side}_hand", f"{side}_forearm"
    return f"{side}_foot", f"{side}_knee"


def _support(contacts: tuple[Contact, ...], name: str) -> str | None:
    part = name.replace("elbow", "forearm")
    return next((one.support for one in single(contacts) if one.part == part), None)


def _above_ground(at: Vec, to: Point, camera: Camera) -> tuple[Point, str]:
    """A place that is not below the ground, and why it is another one than was wanted."""
    if camera.is_from_above:
        return to, ""
    lowest = camera.seen((at[0], min(at[1], LEAST_ABOVE), at[2]))[1]
    if to[1] >= lowest:
        return to, ""
    return (to[0], lowest), "No further: the floor is there."


def _freed(
    words: Words, keyframe: str, name: str, still: Still, to: Point, camera: Camera
) -> tuple[Words, bool]:
    """The figure with the limb free to be drawn, and whether it could be.

    What is drawn along its support goes on resting.
    """
    parts = _resting(name)
    contacts = single(still.pose.contacts)
    if name == "pelvis" and "back" in {one.part for one in contacts}:
        lying = [Contact("upper_back" if c.part == "back" else c.part, c.support) for c in contacts]
        return with_contacts(words, keyframe, lying), True
    if to[1] < camera.seen(joint(still.skeleton, name))[1] + LIFTED:
        return words, True
    left = [one for one in contacts if one.part not in parts]
    if len(left) == len(contacts):
        return words, True
    if not left:
        return words, False
    return with_contacts(words, keyframe, left), True
