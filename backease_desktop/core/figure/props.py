"""What an exercise file may say of the things around a figure."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, field

from backease_desktop.core.figure.vocabulary import Metres, Place
from backease_desktop.core.values import Value, Written


class Chair(Value, frozen=True, kw_only=True):
    """A chair at `at` (m from the middle); `faces` left or right, the way one sits on it."""

    at: Metres = 0.0
    faces: Literal["left", "right"] = "right"


class Desk(Value, frozen=True, kw_only=True):
    """A desk whose near edge is at `at` (m); `height` of its top (m)."""

    at: Metres = 0.55
    height: Annotated[float, Meta(ge=0.4, le=1.2)] = 0.73


class Wall(Value, frozen=True, kw_only=True):
    """A wall at `at` (m): behind the figure where that is negative; drawn up to `height` (m)."""

    at: Metres
    height: Annotated[float, Meta(ge=0.8, le=2.4)] = 2.05


class Step(Value, frozen=True, kw_only=True):
    """A low step whose middle is at `at` (m)."""

    at: Metres
    height: Annotated[float, Meta(ge=0.05, le=0.5)] = 0.2


class Strap(Value, frozen=True, kw_only=True):
    """A towel or band from one place to another (places as in `reach`)."""

    start: Place = field(name="from")
    end: Place = field(name="to")


class Roller(Value, frozen=True, kw_only=True):
    """A foam roller that lies on the floor at `at` (m); the body moves over it.

    What rests on it is `back` or `upper_back`: the part of it that is above the roller.
    """

    at: Metres


class Cushion(Value, frozen=True, kw_only=True):
    """A cushion under a part of the body."""

    under: Literal["head", "upper_back", "lower_back", "knees", "hips"]


USUAL = ("chair", "desk")
"""Things that have a usual place."""


def usual(words: Any) -> Any:  # noqa: ANN401  (what a file holds)
    """`chair: true` is a chair at its usual place; other words as they are."""
    return {} if words is True else words


class Props(Value, frozen=True, kw_only=True):
    """The things in the picture; `true` means the usual place."""

    mat: bool = False
    chair: Annotated[Chair | None, Written(usual)] = None
    desk: Annotated[Desk | None, Written(usual)] = None
    wall: Wall | None = None
    step: Step | None = None
    towel: Strap | tuple[Strap, ...] | None = None
    band: Strap | tuple[Strap, ...] | None = None
    roller: Roller | None = None
    cushion: Cushion | None = None
