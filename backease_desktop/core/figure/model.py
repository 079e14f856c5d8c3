"""What an exercise file may say under `figure:`, checked word by word.

A figure is written for the RIGHT side; the left one is its mirror image. All angles are degrees
away from standing upright with the arms down; the catalogue's README shows the whole language.

    figure:
      view: side                    # side | front | back | top | front_right | back_left …
      props: {mat: true}
      working: [buttocks]           # tinted
      keyframes:
        setup: {from: crook_lying, alt: "On your back, knees bent."}
        hold:
          from: setup
          alt: "Hips lifted in line with knees and shoulders."
          rests: [upper_back on mat, feet on mat]
          pelvis: {pitch: -112}
          spine: {lower: -4}
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, field

from backease_desktop.core.figure.focus import CLOSE_UPS
from backease_desktop.core.figure.pose import Contact
from backease_desktop.core.figure.props import USUAL, Props, usual
from backease_desktop.core.figure.scene import SUPPORTS
from backease_desktop.core.figure.skeleton import PARTS
from backease_desktop.core.figure.vocabulary import (
    Degrees,
    Metres,
    Place,
    Points,
    Region,
    one_of,
    within,
)
from backease_desktop.core.values import Check, Value, kept_value

KEYFRAMES = ("setup", "in", "out", "up", "down", "between", "between_2", "between_3", "hold")
"""The names a keyframe can have; in a file they stand in the order of the movement."""


class Pelvis(Value, frozen=True, kw_only=True):
    """How the pelvis is held.

    `pitch` forward (90 face down, -90 on the back), `roll` to the right side, `turn` to the right
    about the body's own length, `height` of the hip joints above the ground (m).
    """

    pitch: Degrees | None = None
    roll: Degrees | None = None
    turn: Degrees | None = None
    height: Annotated[float, Meta(ge=0.03, le=1.2)] | None = None


class Spine(Value, frozen=True, kw_only=True):
    """Rounding (+) or hollowing (-) of the spine, its side bend and twist to the right (+)."""

    lower: Annotated[float, within("lower")] | None = None
    upper: Annotated[float, within("upper")] | None = None
    side: Annotated[float, within("side")] | None = None
    twist: Annotated[float, within("twist")] | None = None


def says_something(part: Pelvis | Spine) -> bool:
    """Whether a keyframe says anything of a part that may be left open."""
    return any(said is not None for said in msgspec.structs.astuple(part))


class Neck(Value, frozen=True, kw_only=True):
    """How the head is held.

    `bend` chin to chest (+) or back (-), `turn` and `side` to the right (+), `glide` of the head
    forward (+) or back (-) in cm. `rests: true` bends the neck until the head lies on the ground.
    """

    bend: Annotated[float, within("bend")] | None = None
    turn: Annotated[float, within("neck turn")] | None = None
    side: Annotated[float, within("neck side")] | None = None
    glide: Annotated[float, Meta(ge=-5, le=6)] | None = None
    rests: bool | None = None


class Shoulders(Value, frozen=True, kw_only=True):
    """The shoulder blades: `up` (+) or down, `forward` (+) or squeezed back (-), in cm."""

    up: Annotated[float, Meta(ge=-4, le=7)] | None = None
    forward: Annotated[float, Meta(ge=-7, le=7)] | None = None


class _Limb(Value, frozen=True, kw_only=True):
    points: Points | None = None
    reach: Place | None = None
    at: Annotated[tuple[Metres, ...], Meta(min_length=2, max_length=3)] | None = None
    like: str | None = None

    def check(self) -> None:
        """A limb goes to one place."""
        if sum(goal is not None for goal in (self.reach, self.at, self.like)) > 1:
            raise ValueError("write only one of reach, at and like")


class Arm(_Limb, frozen=True, kw_only=True):
    """An arm.

    `shoulder` forward and up (+; 90 level, 180 overhead) or back (-), `out` sideways (90 level),
    `turn` outwards, `elbow` bent, `wrist` the way the elbow bends (+).
    """

    shoulder: Annotated[float, within("shoulder")] | None = None
    out: Annotated[float, within("arm out")] | None = None
    turn: Annotated[float, within("arm turn")] | None = None
    elbow: Annotated[float, within("elbow")] | None = None
    wrist: Annotated[float, within("wrist")] | None = None


class Leg(_Limb, frozen=True, kw_only=True):
    """A leg.

    `hip` forward (+; 90 sitting) or back (-), `out` sideways, `turn` outwards, `knee` bent, `ankle`
    toes to shin (+) or pointed (-), `foot` flat on the support, on the toes, or free.
    """

    hip: Annotated[float, within("hip")] | None = None
    out: Annotated[float, within("leg out")] | None = None
    turn: Annotated[float, within("leg turn")] | None = None
    knee: Annotated[float, within("knee")] | None = None
    ankle: Annotated[float, within("ankle")] | None = None
    foot: Literal["flat", "toes", "free"] | None = None


def contacts_of(sentence: str) -> tuple[Contact, ...]:
    """The contacts in words such as `hands and knees on mat`.

    Raises:
        ValueError: saying which part or support is unknown.
    """
    parts, found, support = sentence.partition(" on ")
    if not found:
        raise ValueError(f"“{sentence}” should read like “knees on mat”")
    support = support.strip()
    if support not in SUPPORTS:
        raise ValueError(f"“{support}” carries nobody; write one of: {', '.join(SUPPORTS)}")
    names = [part.strip().replace(" ", "_") for part in parts.split(" and ")]
    for name in names:
        if name not in PARTS:
            raise ValueError(f"“{name}” is no part that rests; write one of: {', '.join(PARTS)}")
    return tuple(Contact(name, support) for name in names)


def _rests(said: tuple[str, ...]) -> tuple[str, ...]:
    for sentence in said:
        contacts_of(sentence)
    return said


class Keyframe(Value, frozen=True, kw_only=True):
    """One drawn moment: what differs from the posture or keyframe that it comes `from`."""

    start: str = field(name="from")
    alt: Annotated[str, Meta(min_length=12, max_length=240)]
    rests: Annotated[tuple[str, ...], Meta(max_length=20), Check(_rests)] | None = None
    hands: Literal["linked", "free"] | None = None
    stays: Annotated[str, one_of(PARTS, "part of the body")] | None = None
    pelvis: Pelvis = Pelvis()
    spine: Spine = Spine()
    neck: Neck = Neck()
    shoulders: Shoulders = Shoulders()
    arms: Arm | None = None
    right_arm: Arm | None = None
    left_arm: Arm | None = None
    legs: Leg | None = None
    right_leg: Leg | None = None
    left_leg: Leg | None = None

    @property
    def contacts(self) -> tuple[Contact, ...] | None:
        """What rests on what, or None where that is as before."""
        if self.rests is None:
            return None
        return tuple(contact for words in self.rests for contact in contacts_of(words))


class Arrow(Value, frozen=True, kw_only=True):
    """An arrow along the way of a place on the body, from each keyframe to the next.

    It shows the true direction and extent; a way too short to be seen is drawn longer. `away` is
    its distance from the skin in cm. A `round` arrow goes along the way through all keyframes.
    """

    of: Place
    away: Annotated[float, Meta(ge=-30, le=40)] = 6.0
    round: bool = False


class Figure(Value, frozen=True, kw_only=True):
    """The drawn side of an exercise, seen from its `view`.

    `lift` raises the camera (degrees), `close_up` frames one part of the body, `ghost` leaves the
    first keyframe to be seen faintly, `arrows` show the movement, `hollow` shades the room
    between the lower back and the ground or wall.
    """

    view: Literal[
        "side", "front", "back", "top", "front_right", "front_left", "back_right", "back_left"
    ] = "side"
    lift: Annotated[float, Meta(ge=0, le=70)] | None = None
    close_up: Annotated[str, one_of(CLOSE_UPS, "close-up")] | None = None
    ghost: bool = False
    arrows: Annotated[tuple[Arrow, ...], Meta(max_length=6)] = ()
    hollow: bool = False
    mirror: bool = True
    props: Props = Props()
    working: tuple[Region, ...] = ()
    keyframes: dict[str, Keyframe]

    @classmethod
    def prepared(cls, words: Any) -> Any:  # noqa: ANN401  (what a file holds)
        """Reads figures written for 0.1, in which `camera: back_left` stood beside the view."""
        if not isinstance(words, dict) or words.get("camera") not in ("right", "back_left"):
            return words
        rest = {key: value for key, value in words.items() if key != "camera"}
        return rest | {"view": "back_left"} if words["camera"] == "back_left" else rest

    def check(self) -> None:
        """Keyframes have their names, and start from what stands above them."""
        names = list(self.keyframes)
        if len(names) < 2:
            raise ValueError("keyframes: write at least two, such as setup and hold")
        for place, (name, keyframe) in enumerate(self.keyframes.items()):
            if name not in KEYFRAMES:
                raise ValueError(
                    f"keyframes: “{name}” is no name for a keyframe; write one of: "
                    + ", ".join(KEYFRAMES)
                )
            if keyframe.start in self.keyframes and keyframe.start not in names[:place]:
                raise ValueError(
                    f"keyframes.{name}.from: “{keyframe.start}” must stand above “{name}”"
                )


def figure_of(words: object) -> Figure:
    """The figure of words that were checked when their file was read.

    Raises:
        ValueError: they were not, or are damaged.
    """
    if not isinstance(words, dict):
        raise ValueError("a figure is a group of fields")
    said = Figure.prepared(words)
    if isinstance(props := said.get("props"), dict):
        said = said | {"props": props | {name: usual(props.get(name)) for name in USUAL}}
    return kept_value(Figure, said)
