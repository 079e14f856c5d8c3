"""What an exercise file may say under `figure:`, checked word by word.

A figure is written for the RIGHT side; the left one is its mirror image. All angles are degrees
away from standing upright with the arms down; see CONTRIBUTING for the language with examples.

    figure:
      view: side                    # side | front | back | top
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

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator

from backease_desktop.core.figure.body import LIMITS
from backease_desktop.core.figure.landmarks import PLACES
from backease_desktop.core.figure.pose import Contact
from backease_desktop.core.figure.regions import REGIONS
from backease_desktop.core.figure.scene import SUPPORTS
from backease_desktop.core.figure.skeleton import PARTS
from backease_desktop.core.values import Value

KEYFRAMES = ("setup", "in", "out", "up", "down", "between", "between_2", "between_3", "hold")
"""The names a keyframe can have; in a file they stand in the order of the movement."""


def _within(joint: str) -> AfterValidator:
    low, high = LIMITS[joint]

    def check(value: float) -> float:
        if not low <= value <= high:
            raise ValueError(
                f"{value:g} is more than this joint can do; write a number from {low:g} to {high:g}"
            )
        return value

    return AfterValidator(check)


def _one_of(names: tuple[str, ...], what: str) -> AfterValidator:
    def check(value: str) -> str:
        if value not in names:
            raise ValueError(f"“{value}” is no {what}; write one of: {', '.join(names)}")
        return value

    return AfterValidator(check)


Metres = Annotated[float, Field(ge=-10, le=10)]
"""A place in the picture, from its middle."""

Degrees = Annotated[float, Field(ge=-180, le=180)]
Place = Annotated[str, _one_of(PLACES, "place to reach")]
Region = Annotated[str, _one_of(REGIONS, "region of the body")]
Points = Annotated[
    str,
    Field(pattern=r"^(out|in|up|down|forward|back)(_and_(out|in|up|down|forward|back))?$"),
]


class Pelvis(Value):
    """How the pelvis is held.

    `pitch` forward (90 face down, -90 on the back), `roll` to the right side, `turn` to the right
    about the body's own length, `height` of the hip joints above the ground (m).
    """

    pitch: Degrees | None = None
    roll: Degrees | None = None
    turn: Degrees | None = None
    height: Annotated[float, Field(ge=0.03, le=1.2)] | None = None


class Spine(Value):
    """Rounding (+) or hollowing (-) of the spine, its side bend and twist to the right (+)."""

    lower: Annotated[float, _within("lower")] | None = None
    upper: Annotated[float, _within("upper")] | None = None
    side: Annotated[float, _within("side")] | None = None
    twist: Annotated[float, _within("twist")] | None = None


class Neck(Value):
    """How the head is held.

    `bend` chin to chest (+) or back (-), `turn` and `side` to the right (+), `glide` of the head
    forward (+) or back (-) in cm. `rests: true` bends the neck until the head lies on the ground.
    """

    bend: Annotated[float, _within("bend")] | None = None
    turn: Annotated[float, _within("neck turn")] | None = None
    side: Annotated[float, _within("neck side")] | None = None
    glide: Annotated[float, Field(ge=-5, le=6)] | None = None
    rests: bool | None = None


class Shoulders(Value):
    """The shoulder blades: `up` (+) or down, `forward` (+) or squeezed back (-), in cm."""

    up: Annotated[float, Field(ge=-4, le=7)] | None = None
    forward: Annotated[float, Field(ge=-7, le=7)] | None = None


class _Limb(Value):
    points: Points | None = None
    reach: Place | None = None
    at: Annotated[tuple[Metres, ...], Field(min_length=2, max_length=3)] | None = None
    like: str | None = None

    @model_validator(mode="after")
    def _one_goal(self) -> _Limb:
        if sum(goal is not None for goal in (self.reach, self.at, self.like)) > 1:
            raise ValueError("write only one of reach, at and like")
        return self


class Arm(_Limb):
    """An arm.

    `shoulder` forward and up (+; 90 level, 180 overhead) or back (-), `out` sideways (90 level),
    `turn` outwards, `elbow` bent, `wrist` the way the elbow bends (+).
    """

    shoulder: Annotated[float, _within("shoulder")] | None = None
    out: Annotated[float, _within("arm out")] | None = None
    turn: Annotated[float, _within("arm turn")] | None = None
    elbow: Annotated[float, _within("elbow")] | None = None
    wrist: Annotated[float, _within("wrist")] | None = None


class Leg(_Limb):
    """A leg.

    `hip` forward (+; 90 sitting) or back (-), `out` sideways, `turn` outwards, `knee` bent, `ankle`
    toes to shin (+) or pointed (-), `foot` flat on the support, on the toes, or free.
    """

    hip: Annotated[float, _within("hip")] | None = None
    out: Annotated[float, _within("leg out")] | None = None
    turn: Annotated[float, _within("leg turn")] | None = None
    knee: Annotated[float, _within("knee")] | None = None
    ankle: Annotated[float, _within("ankle")] | None = None
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


class Keyframe(Value):
    """One drawn moment: what differs from the posture or keyframe that it comes `from`."""

    start: str = Field(alias="from")
    alt: Annotated[str, Field(min_length=12, max_length=240)]
    rests: Annotated[tuple[str, ...], Field(max_length=20)] | None = None
    stays: Annotated[str, _one_of(PARTS, "part of the body")] | None = None
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

    @field_validator("rests")
    @classmethod
    def _readable(cls, rests: tuple[str, ...] | None) -> tuple[str, ...] | None:
        for sentence in rests or ():
            contacts_of(sentence)
        return rests

    @property
    def contacts(self) -> tuple[Contact, ...] | None:
        """What rests on what, or None where that is as before."""
        if self.rests is None:
            return None
        return tuple(contact for words in self.rests for contact in contacts_of(words))


class Chair(Value):
    """A chair at `at` (m from the middle); `faces` left or right, the way one sits on it."""

    at: Metres = 0.0
    faces: Literal["left", "right"] = "right"


class Desk(Value):
    """A desk whose near edge is at `at` (m); `height` of its top (m)."""

    at: Metres = 0.55
    height: Annotated[float, Field(ge=0.4, le=1.2)] = 0.73


class Wall(Value):
    """A wall at `at` (m): behind the figure where that is negative."""

    at: Metres


class Step(Value):
    """A low step whose middle is at `at` (m)."""

    at: Metres
    height: Annotated[float, Field(ge=0.05, le=0.5)] = 0.2


class Strap(Value):
    """A towel or band from one place to another (places as in `reach`)."""

    start: Place = Field(alias="from")
    end: Place = Field(alias="to")


class Roller(Value):
    """A foam roller that lies on the floor at `at` (m); the body moves over it.

    What rests on it is `back` or `upper_back`: the part of it that is above the roller.
    """

    at: Metres


class Cushion(Value):
    """A cushion under a part of the body."""

    under: Literal["head", "upper_back", "lower_back", "knees", "hips"]


class Props(Value):
    """The things in the picture; `true` means the usual place."""

    mat: bool = False
    chair: Chair | None = None
    desk: Desk | None = None
    wall: Wall | None = None
    step: Step | None = None
    towel: Strap | tuple[Strap, ...] | None = None
    band: Strap | tuple[Strap, ...] | None = None
    roller: Roller | None = None
    cushion: Cushion | None = None

    @field_validator("chair", "desk", mode="before")
    @classmethod
    def _usual(cls, value: object) -> object:
        return {} if value is True else value


class Figure(Value):
    """The drawn side of an exercise, seen from its `view`.

    From the side the camera stands at the right, the written side, unless `camera` says
    `back_left`: at the left and a little behind.
    """

    view: Literal["side", "front", "back", "top"] = "side"
    camera: Literal["right", "back_left"] = "right"
    mirror: bool = True
    props: Props = Props()
    working: tuple[Region, ...] = ()
    keyframes: dict[str, Keyframe]

    @model_validator(mode="after")
    def _keyframes_fit(self) -> Figure:
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
        return self


def sentences(error: ValidationError) -> list[tuple[str, str]]:
    """What is wrong: pairs of a field such as `keyframes.hold.pelvis` and words."""
    found = []
    for detail in error.errors():
        place = [str(part) for part in detail["loc"] if part != "[key]"]
        words = str(detail["msg"]).removeprefix("Value error, ")
        if detail["type"] == "extra_forbidden":
            words = f"“{place[-1]}” is no field here"
        elif detail["type"] == "missing":
            words = "is missing"
        found.append((".".join(place), words))
    return found
