"""From the words of a figure to solved keyframes.

A keyframe starts from a posture or an earlier keyframe and changes what it mentions. Four rules
make contacts exact without arithmetic:

- A hand or foot that rests on something and is not mentioned stays where it was, as far as the
  limb can reach it; one that is mentioned goes where its angles point, moved onto the surface.
- The body stays where its carrying part was.
- Legs that carry and are not mentioned keep their direction when the pelvis is pitched: to bend
  forward from standing one writes the pitch and nothing else.
- When the spine bends between resting hands and knees and the pelvis is not mentioned, the pelvis
  tilts so that the shoulders keep their height: cat and cow are written by the spine alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from backease_desktop.core.figure import space
from backease_desktop.core.figure.body import (
    ELBOW_RADIUS,
    FOREARM,
    PALM_HEIGHT,
    UPPER_ARM,
    WRIST_RADIUS,
)
from backease_desktop.core.figure.limbs import (
    bones,
    flat_hand,
    laid,
    snapped,
    sole_reach,
    with_foot,
)
from backease_desktop.core.figure.model import Figure, Keyframe, says_something
from backease_desktop.core.figure.pose import LIMBS, Contact, Held, Limb, Pose, Touching
from backease_desktop.core.figure.postures import POSTURES
from backease_desktop.core.figure.props import Props
from backease_desktop.core.figure.scene import GROUND, Plane, Scene, Strap
from backease_desktop.core.figure.skeleton import Chain, Skeleton, middle, singular
from backease_desktop.core.figure.solve import angled, solve
from backease_desktop.core.figure.space import Vec
from backease_desktop.core.figure.words import STANDING_ON, changed, mentioned_limbs, pitched
from backease_desktop.core.leaf import Leaf
from backease_desktop.core.pieces import Pieces, drained

_REACHABLE = 0.01
"""How much too far away (m) a hand or foot may be to stay; further off it goes with the body."""

_LINKED = 0.03
"""How far the wrists of linked hands are from the middle (m)."""


class FigureError(ValueError):
    """A figure that reads well but cannot be built; the message names the field."""


class Still(Leaf, frozen=True):
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
        roller=props.roller.at if props.roller else None,
        cushion=props.cushion.under if props.cushion else None,
    )
    if props.wall:
        scene = replace(scene, wall_height=props.wall.height)
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
    return drained(solving(figure))


def solving(figure: Figure) -> Pieces[tuple[Still, ...]]:
    """Solve them, one in a piece; see `stills`."""
    solved: dict[str, Still] = {}
    for name in figure.keyframes:
        yield None
        solved[name] = still_after(figure, name, solved)
    return tuple(solved.values())


def still_after(figure: Figure, name: str, earlier: Mapping[str, Still]) -> Still:
    """One keyframe solved, where those above it are.

    Raises:
        FigureError: as in `stills`.
    """
    scene, keyframe = scene_of(figure.props), figure.keyframes[name]
    still = _still(name, keyframe, earlier, scene)
    parent = earlier.get(keyframe.start)
    if keyframe.stays is not None and parent is not None:
        return _kept_in_place(still, keyframe.stays, parent, scene)
    return still


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
    mentioned = mentioned_limbs(keyframe)
    pose = changed(pose, keyframe)
    for contact in pose.contacts:
        if scene.plane(contact.support) is None:
            raise FigureError(
                f"keyframes.{name}.rests: something rests on the {contact.support}, "
                f"but props has no {contact.support}"
            )
    pose = replace(pose, place=_place(pose, parent, scene))
    if parent is not None and _braced(keyframe, pose):
        pose = _levelled(pose, parent.skeleton, scene)
    if keyframe.pelvis.height is None and (
        keyframe.rests is not None or says_something(keyframe.pelvis) or "legs" in mentioned
    ):
        pose = replace(pose, height=None)
    fresh = {
        limb: replace(pose.limb(limb), goal=None, points=said.get("points"))
        for limb, said in mentioned.items()
    }
    pose = pose.with_limbs(fresh)
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


def _braced(keyframe: Keyframe, pose: Pose) -> bool:
    """Whether the spine changes between knees or feet and hands, and the pelvis is left open."""
    parts = {contact.part for contact in pose.contacts}
    return (
        says_something(keyframe.spine)
        and not says_something(keyframe.pelvis)
        and pose.contacts[0].part.endswith(STANDING_ON)
        and any(part.endswith(("hands", "hand")) for part in parts)
    )


def _levelled(pose: Pose, before: Skeleton, scene: Scene) -> Pose:
    """The pelvis pitched so that the shoulders keep their height."""
    wanted = before.right_arm.root[1] + before.left_arm.root[1]
    low, high = -60.0, 60.0
    for _ in range(18):
        middle = (low + high) / 2
        body = angled(pitched(pose, middle), scene)
        if body.right_arm.root[1] + body.left_arm.root[1] > wanted:
            low = middle
        else:
            high = middle
    return pitched(pose, (low + high) / 2)


def _posture(keyframe: Keyframe) -> Pose:
    pose = changed(Pose(), keyframe)
    goals = {}
    for limb, words in mentioned_limbs(keyframe).items():
        place = words.get("reach")
        if place is not None:
            goals[limb] = replace(pose.limb(limb), goal=Touching(place))
    return pose.with_limbs(goals)


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
        aside = _LINKED * (1 if limb.startswith("right") else -1) if pose.linked else chain.end[2]
        point = (x, y, z[0] if z else aside)
        return Held(point, chain.pointing, chain.palm, support)
    if contact is not None:
        old = contact_of(limb, parent.pose.contacts) if parent else None
        if parent is not None and not words and old == contact:
            kept = held_as(parent.skeleton.limb(limb), support)
            if space.distance(kept.point, chain.root) <= sum(bones(limb)) + _REACHABLE:
                return kept
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
