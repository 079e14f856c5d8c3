"""A pose in numbers: the angles of every joint, what rests on what, and what hands and feet hold.

All angles are degrees from standing upright with the arms down. A pose is for the right side; the
left side is its mirror image, in which every right limb becomes the left one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Generic, Self, TypeVar

from msgspec.structs import fields, replace

from backease_desktop.core.figure import space
from backease_desktop.core.figure.space import DOWN, ORIGIN, Vec, X
from backease_desktop.core.leaf import Leaf

SIDES = ("right", "left")
LIMBS = ("right_leg", "left_leg", "right_arm", "left_arm")

L = TypeVar("L")


class FourLimbs(Leaf, Generic[L], frozen=True):
    """What has the four `LIMBS` as attributes: a pose, and the body that is made of it."""

    def limb(self, name: str) -> L:
        """The limb called `right_leg`, `left_leg`, `right_arm` or `left_arm`."""
        limb: L = getattr(self, name)
        return limb

    def with_limbs(self, limbs: Mapping[str, L]) -> Self:
        """The same with some limbs put in place of its own."""
        changes: dict[str, Any] = {**limbs}
        return replace(self, **changes)


class Held(Leaf, frozen=True):
    """A hand or foot kept at one place of the world.

    Attributes:
        point: wrist or ankle joint (m).
        pointing: where the fingers or toes point.
        palm: where the palm or sole faces.
        support: what it rests on, or None for a point in the air.
    """

    point: Vec
    pointing: Vec = X
    palm: Vec = DOWN
    support: str | None = None


class Touching(Leaf, frozen=True):
    """A hand or foot that follows a place on the body or on a prop, such as `left_knee`."""

    place: str


class Limb(Leaf, frozen=True):
    """An arm or a leg.

    Attributes:
        flex: shoulder or hip: forward and up is positive.
        out: away from the middle of the body.
        turn: about its own length, outwards is positive.
        bend: elbow or knee.
        tip: wrist (towards the palm) or ankle (toes towards the shin).
        points: where the elbow or knee goes when it is solved from the hand or foot.
        foot: `free`, `flat` (sole on the support) or `toes` (on the ball of the foot).
        goal: what the hand or foot holds, if it is not left to the angles.
    """

    flex: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    bend: float = 0.0
    tip: float = 0.0
    points: str | None = None
    foot: str = "free"
    goal: Held | Touching | None = None

    def mirrored(self) -> Limb:
        """The other side's limb in the mirrored pose."""
        goal = self.goal
        if isinstance(goal, Held):
            goal = Held(
                space.mirrored(goal.point),
                space.mirrored(goal.pointing),
                space.mirrored(goal.palm),
                goal.support,
            )
        elif goal is not None:
            goal = Touching(other_side(goal.place))
        return replace(self, goal=goal)


class Contact(Leaf, frozen=True):
    """A part of the body that rests on a support: `knees` on the `mat`."""

    part: str
    support: str


class Pose(FourLimbs[Limb], frozen=True):
    """Everything that places a body; see the module for units.

    `contacts[0]` carries the body: it decides where the body is. A contact with the wall decides
    how far from the wall it is. `place` is where the carrying part is on the ground (x, z) and
    `height` overrides the height of the hips (m). `linked`: the fingers of both hands are linked.
    """

    pitch: float = 0.0
    roll: float = 0.0
    turn: float = 0.0
    lower: float = 0.0
    upper: float = 0.0
    side: float = 0.0
    twist: float = 0.0
    neck_bend: float = 0.0
    neck_turn: float = 0.0
    neck_side: float = 0.0
    neck_glide: float = 0.0
    shoulders_up: float = 0.0
    shoulders_forward: float = 0.0
    head_rests: bool = False
    linked: bool = False
    height: float | None = None
    place: Vec = ORIGIN
    contacts: tuple[Contact, ...] = ()
    right_leg: Limb = Limb()
    left_leg: Limb = Limb()
    right_arm: Limb = Limb()
    left_arm: Limb = Limb()

    def mirrored(self) -> Pose:
        """The same pose for the other side; twice mirrored is the pose itself."""
        return replace(
            self,
            roll=-self.roll,
            turn=-self.turn,
            side=-self.side,
            twist=-self.twist,
            neck_turn=-self.neck_turn,
            neck_side=-self.neck_side,
            place=space.mirrored(self.place),
            contacts=tuple(Contact(other_side(c.part), c.support) for c in self.contacts),
            right_leg=self.left_leg.mirrored(),
            left_leg=self.right_leg.mirrored(),
            right_arm=self.left_arm.mirrored(),
            left_arm=self.right_arm.mirrored(),
        )


def other_side(name: str) -> str:
    """The name of the same place on the other side: `right_knee` for `left_knee`."""
    if name.startswith("right_"):
        return "left_" + name.removeprefix("right_")
    if name.startswith("left_"):
        return "right_" + name.removeprefix("left_")
    return name


_SIDE_WORDS = re.compile(r"\b([Rr]ight|[Ll]eft)\b(?! angle)")
_OTHER_WORD = {"right": "left", "Right": "Left", "left": "right", "Left": "Right"}


def other_side_words(sentence: str) -> str:
    """The sentence for the other side: left for right and right for left; right angles stay."""
    return _SIDE_WORDS.sub(lambda word: _OTHER_WORD[word[0]], sentence)


_POSE_NUMBERS = tuple(f.name for f in fields(Pose) if f.type is float)
_LIMB_NUMBERS = tuple(f.name for f in fields(Limb) if f.type is float)


def mixed(a: Pose, b: Pose, t: float) -> Pose:
    """The angles a share `t` of the way from a to b, with b's contacts and no goals.

    What hands and feet hold cannot be had by mixing angles; `between.blend` sees to that.
    """
    if a is b:
        return a
    height = None
    if a.height is not None and b.height is not None:
        height = a.height + (b.height - a.height) * t
    numbers: dict[str, Any] = {
        name: _mix(getattr(a, name), getattr(b, name), t) for name in _POSE_NUMBERS
    }
    pose = replace(
        b,
        height=height,
        place=space.between(a.place, b.place, t),
        head_rests=a.head_rests and b.head_rests,
        linked=a.linked and b.linked,
        **numbers,
    )
    return pose.with_limbs({name: _mixed_limb(a.limb(name), b.limb(name), t) for name in LIMBS})


def _mixed_limb(a: Limb, b: Limb, t: float) -> Limb:
    numbers: dict[str, Any] = {
        name: _mix(getattr(a, name), getattr(b, name), t) for name in _LIMB_NUMBERS
    }
    return Limb(
        points=b.points,
        foot=a.foot if a.foot == b.foot else "free",
        goal=a.goal if a.goal == b.goal else None,
        **numbers,
    )


def _mix(a: float, b: float, t: float) -> float:
    return a + (b - a) * t
