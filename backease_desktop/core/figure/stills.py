"""From the words of a figure to solved keyframes.

A keyframe starts from a posture or an earlier keyframe and changes what it mentions. Three rules
make contacts exact without arithmetic:

- A hand or foot that rests on something and is not mentioned stays where it was; one that is
  mentioned goes where its angles point, moved onto the surface.
- The body stays where its carrying part was.
- Legs that carry and are not mentioned keep their direction when the pelvis is pitched: to bend
  forward from standing one writes the pitch and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from backease_desktop.core.figure import space
from backease_desktop.core.figure.body import (
    ELBOW_RADIUS,
    FOREARM,
    PALM_HEIGHT,
    UPPER_ARM,
    WRIST_RADIUS,
)
from backease_desktop.core.figure.limbs import flat_hand, laid, snapped, sole_reach, with_foot
from backease_desktop.core.figure.model import Arm, Figure, Keyframe, Leg, Props
from backease_desktop.core.figure.pose import LIMBS, Contact, Held, Limb, Pose, Touching
from backease_desktop.core.figure.postures import POSTURES
from backease_desktop.core.figure.scene import GROUND, Plane, Scene, Strap
from backease_desktop.core.figure.skeleton import Chain, Skeleton, middle, singular
from backease_desktop.core.figure.solve import angled, solve
from backease_desktop.core.figure.space import Vec

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

_STANDING_ON = ("feet", "foot", "knees", "knee")

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


class FigureError(ValueError):
    """A figure that reads well but cannot be built; the message names the field."""


@dataclass(frozen=True, slots=True)
class Still:
    """A solved keyframe, drawn for the right side."""

    name: str
    alt: str
    pose: Pose
    skeleton: Skeleton


def scene_of(props: Props) -> Scene:
    """The props as things in the world."""
    straps = []
    for kind, value in (("towel", props.towel), ("band", props.band)):
        for strap in value if isinstance(value, tuple) else (value,) if value else ():
            straps.append(Strap(kind, strap.start, strap.end))
    scene = Scene(
        mat=props.mat,
        straps=tuple(straps),
        wall=props.wall.at if props.wall else None,
        roller=props.roller.under if props.roller else None,
        cushion=props.cushion.under if props.cushion else None,
    )
    if props.chair:
        faces = 1 if props.chair.faces == "right" else -1
        scene = replace(scene, chair=props.chair.at, chair_faces=faces)
    if props.desk:
        scene = replace(scene, desk=props.desk.at, desk_height=props.desk.height)
    if props.step:
        scene = replace(scene, step=props.step.at, step_height=props.step.height)
    return scene


def stills(figure: Figure) -> tuple[Still, ...]:
    """Every keyframe solved, in the order of the file.

    Raises:
        FigureError: where a keyframe starts from nothing known or rests on an absent prop.
    """
    scene = scene_of(figure.props)
    solved: dict[str, Still] = {}
    for name, keyframe in figure.keyframes.items():
        still = _still(name, keyframe, solved, scene)
        parent = solved.get(keyframe.start)
        if keyframe.stays is not None and parent is not None:
            still = _kept_in_place(still, keyframe.stays, parent, scene)
        solved[name] = still
    return tuple(solved.values())


def _still(name: str, keyframe: Keyframe, earlier: Mapping[str, Still], scene: Scene) -> Still:
    parent = earlier.get(keyframe.start)
    if parent is not None:
        pose = parent.pose
    elif keyframe.start in POSTURES:
        pose = _posture(POSTURES[keyframe.start])
    else:
        known = ", ".join((*POSTURES, *earlier))
        raise FigureError(
            f"keyframes.{name}.from: “{keyframe.start}” is no posture and no keyframe above; "
            f"write one of: {known}"
        )
    mentioned = _mentioned(keyframe)
    pose = changed(pose, keyframe)
    for contact in pose.contacts:
        if scene.plane(contact.support) is None:
            raise FigureError(
                f"keyframes.{name}.rests: something rests on the {contact.support}, "
                f"but props has no {contact.support}"
            )
    pose = replace(pose, place=_place(pose, parent, scene))
    if keyframe.pelvis.height is None and (
        keyframe.rests is not None or keyframe.pelvis.model_fields_set or "legs" in mentioned
    ):
        pose = replace(pose, height=None)
    pose = pose.with_limbs({limb: replace(pose.limb(limb), goal=None) for limb in mentioned})
    bare = angled(pose, scene)
    goals: dict[str, Limb] = {}
    for limb in LIMBS:
        words = mentioned.get(limb)
        goal = _goal(limb, words, pose, bare, parent, earlier, scene, name)
        goals[limb] = replace(pose.limb(limb), goal=goal)
    pose = pose.with_limbs(goals)
    return Still(name, keyframe.alt, pose, solve(pose, scene))


def _kept_in_place(still: Still, part: str, parent: Still, scene: Scene) -> Still:
    """The keyframe moved as a whole along the ground, so that a part stays where it was."""
    before, after = middle(parent.skeleton, part), middle(still.skeleton, part)
    shift = (before[0] - after[0], 0.0, before[2] - after[2])
    limbs = {}
    for name in LIMBS:
        goal = still.pose.limb(name).goal
        if isinstance(goal, Held):
            goal = replace(goal, point=space.add(goal.point, shift))
        limbs[name] = replace(still.pose.limb(name), goal=goal)
    pose = replace(still.pose, place=space.add(still.pose.place, shift)).with_limbs(limbs)
    return replace(still, pose=pose, skeleton=solve(pose, scene))


def _posture(keyframe: Keyframe) -> Pose:
    pose = changed(Pose(), keyframe)
    goals = {}
    for limb, words in _mentioned(keyframe).items():
        place = words.get("reach")
        if place is not None:
            goals[limb] = replace(pose.limb(limb), goal=Touching(place))
    return pose.with_limbs(goals)


def _mentioned(keyframe: Keyframe) -> dict[str, dict[str, Any]]:
    """What a keyframe says of each limb; `arms` and `legs` come before a single one."""
    said: dict[str, dict[str, Any]] = {}
    for limb in LIMBS:
        _side, kind = limb.split("_")
        both: Arm | Leg | None = getattr(keyframe, kind + "s")
        single: Arm | Leg | None = getattr(keyframe, limb)
        words: dict[str, Any] = {}
        for spec in (both, single):
            if spec is not None:
                words |= {
                    field: getattr(spec, field)
                    for field in spec.model_fields_set
                    if getattr(spec, field) is not None
                }
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
    if keyframe.neck.bend is not None and keyframe.neck.rests is None:
        numbers["head_rests"] = False
    for limb, said in _mentioned(keyframe).items():
        numbers[limb] = replace(
            pose.limb(limb),
            **{_LIMB_FIELDS[field]: v for field, v in said.items() if field in _LIMB_FIELDS},
        )
    pitched = numbers.get("pitch", pose.pitch) - pose.pitch
    carrier = (keyframe.contacts or pose.contacts or (Contact("", ""),))[0].part
    for limb in ("right_leg", "left_leg"):
        if pitched and limb not in numbers and carrier.endswith(_STANDING_ON):
            leg = pose.limb(limb)
            numbers[limb] = replace(leg, flex=leg.flex + pitched)
    if keyframe.contacts is not None:
        numbers["contacts"] = tuple(sorted(keyframe.contacts, key=_precedence))
    return replace(pose, **numbers)


def _precedence(contact: Contact) -> tuple[int, bool]:
    """The order of contacts: the carrying one first; of two feet the one on the ground."""
    part = contact.part.removeprefix("right_").removeprefix("left_")
    return _CARRIERS.index(part), contact.support not in ("floor", "mat")


def _place(pose: Pose, parent: Still | None, scene: Scene) -> Vec:
    """Where the carrying part stands: where it was, or the usual place on its support."""
    carrier = next((c for c in pose.contacts if c.support != "wall"), None)
    if carrier is None:
        return pose.place
    if parent is not None:
        at = middle(parent.skeleton, carrier.part)
        return (at[0], 0.0, at[2])
    if carrier.support == "chair" and scene.chair is not None:
        return (scene.chair - 0.03 * scene.chair_faces, 0.0, 0.0)
    return space.ORIGIN


def _goal(
    limb: str,
    words: Mapping[str, Any] | None,
    pose: Pose,
    bare: Skeleton,
    parent: Still | None,
    earlier: Mapping[str, Still],
    scene: Scene,
    name: str,
) -> Held | Touching | None:
    chain = bare.limb(limb)
    words = {} if words is None else words
    contact = contact_of(limb, pose.contacts)
    support = contact.support if contact else None
    if "reach" in words:
        _prop_there(words["reach"], scene, f"keyframes.{name}.{limb}.reach")
        return Touching(words["reach"])
    if "like" in words:
        if words["like"] not in earlier:
            raise FigureError(
                f"keyframes.{name}.{limb}.like: “{words['like']}” is no keyframe above"
            )
        return held_as(earlier[words["like"]].skeleton.limb(limb), support)
    forearm = f"{limb.partition('_')[0]}_forearm"
    for lying in pose.contacts:
        if limb.endswith("arm") and forearm in singular(lying.part):
            return _on_forearm(chain, scene.plane(lying.support) or GROUND, bare, lying.support)
    if "at" in words:
        x, y, *z = words["at"]
        point = (x, y, z[0] if z else chain.end[2])
        return Held(point, chain.pointing, chain.palm, support)
    if contact is not None:
        old = contact_of(limb, parent.pose.contacts) if parent else None
        if parent is not None and not words and old == contact:
            return held_as(parent.skeleton.limb(limb), support)
        return _on_support(
            limb, pose.limb(limb), chain, bare, scene.plane(contact.support), support
        )
    inherited = pose.limb(limb).goal
    return inherited if isinstance(inherited, Touching) and not words else None


def _prop_there(place: str, scene: Scene, field: str) -> None:
    for prop, there in (("chair", scene.chair is not None), ("desk", scene.desk is not None)):
        if f"{prop}_" in place and not there:
            raise FigureError(f"{field}: “{place}” needs a {prop}, but props has none")


def contact_of(limb: str, contacts: tuple[Contact, ...]) -> Contact | None:
    """The contact by which the limb's hand or foot rests, if it does."""
    end = limb.replace("arm", "hand").replace("leg", "foot")
    for contact in contacts:
        if end in singular(contact.part):
            return Contact(end, contact.support)
    return None


def held_as(chain: Chain, support: str | None) -> Held:
    """A hand or foot kept where a solved limb has it."""
    return Held(chain.end, chain.pointing, chain.palm, support)


def _on_forearm(chain: Chain, plane: Plane, bare: Skeleton, support: str) -> Held:
    """The wrist of an arm whose elbow and forearm lie on a surface."""
    elbow = laid(chain.root, chain.mid, UPPER_ARM, plane, ELBOW_RADIUS)
    heading = space.sub(chain.end, chain.mid)
    if space.length(space.across(heading, plane.facing, bare.chest.up)) < 0.5:
        heading = bare.chest.up
    wrist = laid(elbow, space.add(elbow, heading), FOREARM, plane, WRIST_RADIUS)
    pointing = space.across(space.sub(wrist, elbow), plane.facing, bare.chest.up)
    return Held(wrist, pointing, plane.facing, support)


def _on_support(
    limb: str, words: Limb, chain: Chain, bare: Skeleton, plane: Plane | None, support: str | None
) -> Held:
    plane = plane or GROUND
    if limb.endswith("leg"):
        turned = with_foot(chain, words.foot, plane)
        point = snapped(limb, turned, plane, sole_reach(turned, plane.facing))
        return Held(point, turned.pointing, turned.palm, support)
    point = snapped(limb, chain, plane, PALM_HEIGHT)
    pointing, palm = flat_hand(replace(chain, end=point), bare.chest, plane)
    return Held(point, pointing, palm, support)
