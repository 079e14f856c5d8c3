"""What an exercise file may say of the things around a figure."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from backease_desktop.core.figure.vocabulary import Metres, Place
from backease_desktop.core.values import Value


class Chair(Value):
    """A chair at `at` (m from the middle); `faces` left or right, the way one sits on it."""

    at: Metres = 0.0
    faces: Literal["left", "right"] = "right"


class Desk(Value):
    """A desk whose near edge is at `at` (m); `height` of its top (m)."""

    at: Metres = 0.55
    height: Annotated[float, Field(ge=0.4, le=1.2)] = 0.73


class Wall(Value):
    """A wall at `at` (m): behind the figure where that is negative; drawn up to `height` (m)."""

    at: Metres
    height: Annotated[float, Field(ge=0.8, le=2.4)] = 2.05


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
