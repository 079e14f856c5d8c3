"""From a keyframe's words to the numbers of a pose: what it mentions changes, the rest stays."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict, replace

from backease_desktop.core.figure.model import Arm, Keyframe, Leg
from backease_desktop.core.figure.pose import LIMBS, Contact, Pose

_CARRIERS = (
    "back",
    "upper_back",
    "front",
    "side",
    "hips",
    "seat",
    "forearms",
    "forearm",
    "knees",
    "knee",
    "feet",
    "foot",
    "hands",
    "hand",
    "head",
)
"""Which of several resting parts carries the body: the first of these."""

STANDING_ON = ("feet", "foot", "knees", "knee")
LEGS = ("right_leg", "left_leg")

_LIMB_FIELDS = {
    "shoulder": "flex",
    "hip": "flex",
    "out": "out",
    "turn": "turn",
    "elbow": "bend",
    "knee": "bend",
    "wrist": "tip",
    "ankle": "tip",
    "points": "points",
    "foot": "foot",
}


def mentioned_limbs(keyframe: Keyframe) -> dict[str, dict[str, Any]]:
    """What a keyframe says of each limb; `arms` and `legs` come before a single one."""
    said: dict[str, dict[str, Any]] = {}
    for limb in LIMBS:
        _side, kind = limb.split("_")
        both: Arm | Leg | None = getattr(keyframe, kind + "s")
        single: Arm | Leg | None = getattr(keyframe, limb)
        words: dict[str, Any] = {}
        for spec in (both, single):
            if spec is not None:
                words |= {name: said for name, said in asdict(spec).items() if said is not None}
        if both is not None or single is not None:
            said[limb] = words
    return said


def changed(pose: Pose, keyframe: Keyframe) -> Pose:
    """The pose with what the keyframe says about angles and contacts."""
    numbers: dict[str, Any] = {}
    for words, names in (
        (keyframe.pelvis, {"pitch": "pitch", "roll": "roll", "turn": "turn", "height": "height"}),
        (
            keyframe.spine,
            {"lower": "lower", "upper": "upper", "side": "side", "twist": "twist"},
        ),
        (
            keyframe.neck,
            {
                "bend": "neck_bend",
                "turn": "neck_turn",
                "side": "neck_side",
                "glide": "neck_glide",
                "rests": "head_rests",
            },
        ),
        (keyframe.shoulders, {"up": "shoulders_up", "forward": "shoulders_forward"}),
    ):
        for field, name in names.items():
            value = getattr(words, field)
            if value is not None:
                numbers[name] = value
    if keyframe.hands is not None:
        numbers["linked"] = keyframe.hands == "linked"
    if keyframe.neck.bend is not None and keyframe.neck.rests is None:
        numbers["head_rests"] = False
    for limb, said in mentioned_limbs(keyframe).items():
        numbers[limb] = replace(
            pose.limb(limb),
            **{_LIMB_FIELDS[field]: v for field, v in said.items() if field in _LIMB_FIELDS},
        )
    turned = numbers.pop("pitch", pose.pitch) - pose.pitch
    carrier = (keyframe.contacts or pose.contacts or (Contact("", ""),))[0].part
    if turned and carrier.endswith(STANDING_ON):
        pose = pitched(pose, turned, tuple(leg for leg in LEGS if leg not in numbers))
    else:
        numbers["pitch"] = pose.pitch + turned
    if keyframe.contacts is not None:
        numbers["contacts"] = tuple(sorted(keyframe.contacts, key=_precedence))
    return replace(pose, **numbers)


def _precedence(contact: Contact) -> tuple[int, bool]:
    """The order of contacts: the carrying one first; of two feet the one on the ground."""
    part = contact.part.removeprefix("right_").removeprefix("left_")
    return _CARRIERS.index(part), contact.support not in ("floor", "mat")


def pitched(pose: Pose, degrees: float, legs: tuple[str, ...] = LEGS) -> Pose:
    """The pelvis pitched further forward, while some legs keep their direction in the world."""
    turned = {leg: replace(pose.limb(leg), flex=pose.limb(leg).flex + degrees) for leg in legs}
    return replace(pose, pitch=pose.pitch + degrees).with_limbs(turned)
