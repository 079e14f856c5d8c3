"""The words and numbers that fields of a figure understand, each with a sentence for the others."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from backease_desktop.core.figure.body import LIMITS
from backease_desktop.core.figure.landmarks import PLACES
from backease_desktop.core.figure.regions import REGIONS
from backease_desktop.core.values import Check


def within(joint: str) -> Check:
    """A number of degrees that a joint can do."""
    low, high = LIMITS[joint]

    def check(value: float) -> float:
        if not low <= value <= high:
            raise ValueError(
                f"{value:g} is more than this joint can do; write a number from {low:g} to {high:g}"
            )
        return value

    return Check(check)


def one_of(names: tuple[str, ...], what: str) -> Check:
    """One of some words; `what` says what they are."""

    def check(value: str) -> str:
        if value not in names:
            raise ValueError(f"“{value}” is no {what}; write one of: {', '.join(names)}")
        return value

    return Check(check)


Metres = Annotated[float, Meta(ge=-10, le=10)]
"""A place in the picture, from its middle."""

Degrees = Annotated[float, Meta(ge=-180, le=180)]
Place = Annotated[str, one_of(PLACES, "place to reach")]
Region = Annotated[str, one_of(REGIONS, "region of the body")]
Points = Annotated[
    str,
    Meta(pattern=r"^(out|in|up|down|forward|back)(_and_(out|in|up|down|forward|back))?$"),
]
