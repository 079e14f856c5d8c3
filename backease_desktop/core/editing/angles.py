"""The angles that a joint is drawn by: where they stand in a keyframe's words, and their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backease_desktop.core.figure import space
from backease_desktop.core.figure.body import LIMITS
from backease_desktop.core.figure.pose import Contact
from backease_desktop.core.figure.rules import bend_of, swing
from backease_desktop.core.figure.skeleton import singular
from backease_desktop.core.figure.stills import Still
from backease_desktop.core.figure.words import STANDING_ON

Words = Mapping[str, Any]
"""A figure in the words of its file."""

_GOALS = ("reach", "at", "like", "points")
_ASIDE = 0.15
"""How willingly a limb goes out of the plane that is seen."""


@dataclass(frozen=True, slots=True)
class Angle:
    """A number of a keyframe that may be changed.

    Attributes:
        group, field: where it stands, such as `right_arm`, `elbow`.
        least, most: its limits (degrees).
        weight: how willingly it is changed, 0 to 1.
    """

    group: str
    field: str
    least: float
    most: float
    weight: float = 1.0


def angles_of(name: str, still: Still, view: str) -> tuple[Angle, ...]:
    """What a joint is drawn by.

    Args:
        name: the handle.
        still: the keyframe.
        view: of the figure; seen from the side a limb stays in its plane as far as it can.
    """
    is_side = view.startswith("side")
    aside, ahead = (_ASIDE, 1.0) if is_side else (1.0, 0.5)
    if name == "head":
        return (
            Angle("neck", "bend", *LIMITS["bend"], ahead),
            Angle("neck", "side", *LIMITS["neck side"], aside),
        )
    if name == "pelvis":
        return _of_pelvis(still)
    side, part = name.split("_")
    if part in ("hand", "elbow"):
        limb, first, out, hinge = f"{side}_arm", "shoulder", "arm out", "elbow"
    else:
        limb, first, out, hinge = f"{side}_leg", "hip", "leg out", "knee"
    found = [Angle(limb, first, *LIMITS[first], ahead), Angle(limb, "out", *LIMITS[out], aside)]
    if part in ("hand", "foot"):
        found.append(Angle(limb, hinge, *LIMITS[hinge]))
    return tuple(found)


def _of_pelvis(still: Still) -> tuple[Angle, ...]:
    """Whoever stands or kneels moves the pelvis by the legs that carry; all others tilt it."""
    pitch = Angle("pelvis", "pitch", -180, 180)
    carrying = [
        side
        for side in ("right", "left")
        for contact in single(still.pose.contacts)
        if contact.part in (f"{side}_foot", f"{side}_knee")
    ]
    carrier = still.pose.contacts[0].part if still.pose.contacts else ""
    if not carrier.endswith(STANDING_ON) or not carrying:
        return (pitch,)
    group = "legs" if len(set(carrying)) == 2 else f"{carrying[0]}_leg"
    return (
        Angle(group, "hip", *LIMITS["hip"]),
        Angle(group, "knee", *LIMITS["knee"]),
    )


def value_of(still: Still, angle: Angle) -> float:
    """An angle as the solved body has it, which the words of a limb that rests do not say."""
    pose, skeleton = still.pose, still.skeleton
    if angle.group == "neck":
        return pose.neck_bend if angle.field == "bend" else pose.neck_side
    if angle.group == "pelvis":
        return pose.pitch
    name = "right_leg" if angle.group == "legs" else angle.group
    limb, chain = pose.limb(name), skeleton.limb(name)
    if limb.goal is None:
        return {"out": limb.out, "elbow": limb.bend, "knee": limb.bend}.get(angle.field, limb.flex)
    if angle.field in ("elbow", "knee"):
        return bend_of(chain)
    frame = skeleton.chest if name.endswith("arm") else skeleton.pelvis
    outwards = space.scaled(frame.right, 1 if name.startswith("right") else -1)
    flex, out = swing(chain, outwards, frame)
    return out if angle.field == "out" else flex


def with_angles(
    words: Words, keyframe: str, angles: tuple[Angle, ...], values: list[float]
) -> Words:
    """The figure with other angles in a keyframe; what the limb reached for is left out."""
    said = dict(words["keyframes"][keyframe])
    for angle, value in zip(angles, values, strict=True):
        group = angle.group
        _split_goals(said, group)
        part = {name: one for name, one in said.get(group, {}).items() if name not in _GOALS}
        if group == "neck":
            part.pop("rests", None)
        if group == "legs":  # what one of them says for itself would stand before it
            for limb in ("right_leg", "left_leg"):
                own = {k: v for k, v in said.pop(limb, {}).items() if k != angle.field}
                said |= {limb: own} if own else {}
        number = int(value) if float(value).is_integer() else value
        said[group] = {**part, angle.field: number}
    return with_keyframe(words, keyframe, said)


def _split_goals(said: dict[str, Any], group: str) -> None:
    """Let each arm or leg say for itself what both reach for, where one of them is drawn."""
    both = f"{group.split('_')[1]}s" if "_" in group else ""
    if both in said and any(goal in said[both] for goal in _GOALS):
        shared = said.pop(both)
        for side in ("right", "left"):
            limb = f"{side}_{both[:-1]}"
            said[limb] = {**shared, **said.get(limb, {})}


def with_contacts(words: Words, keyframe: str, contacts: list[Contact]) -> Words:
    """The figure with other parts that rest in a keyframe."""
    rests = [f"{one.part} on {one.support}" for one in contacts]
    return with_keyframe(words, keyframe, {**words["keyframes"][keyframe], "rests": rests})


def with_keyframe(words: Words, keyframe: str, said: Words) -> Words:
    """The figure with another keyframe in the place of one, or with one more."""
    return {**words, "keyframes": {**words["keyframes"], keyframe: dict(said)}}


def single(contacts: tuple[Contact, ...]) -> list[Contact]:
    """Contacts with each side for itself: “knees” are two."""
    return [Contact(part, one.support) for one in contacts for part in singular(one.part)]
