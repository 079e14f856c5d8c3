"""The regions of the body that an exercise can show as working."""

from __future__ import annotations

from dataclasses import dataclass

from backease_desktop.core.figure.pose import SIDES


@dataclass(frozen=True, slots=True)
class TrunkRegion:
    """A stretch of the trunk between two shares of its length, off its middle line.

    `ahead` is -1 at the back's surface and 1 at the front's; `aside` is 1 at the right flank.
    """

    low: float
    high: float
    ahead: float
    aside: float = 0.0
    radius: float = 0.046


@dataclass(frozen=True, slots=True)
class LimbRegion:
    """A stretch of a limb's bone: `upper` bone or lower, on its front (1) or back (-1)."""

    limb: str
    upper: bool
    low: float
    high: float
    ahead: float
    radius: float = 0.036


TRUNK_REGIONS = {
    "lower_back": TrunkRegion(0.16, 0.42, -0.45),
    "mid_back": TrunkRegion(0.40, 0.66, -0.45),
    "upper_back": TrunkRegion(0.62, 0.88, -0.45),
    "abdomen": TrunkRegion(0.20, 0.50, 0.45),
    "chest": TrunkRegion(0.66, 0.84, 0.45),
    "buttocks": TrunkRegion(-0.04, 0.06, -0.42, 0.0, 0.056),
    "right_flank": TrunkRegion(0.25, 0.68, 0.0, 0.66),
    "left_flank": TrunkRegion(0.25, 0.68, 0.0, -0.66),
    "right_hip": TrunkRegion(-0.02, 0.05, -0.3, 0.62, 0.055),
    "left_hip": TrunkRegion(-0.02, 0.05, -0.3, -0.62, 0.055),
}
_LIMB_PLACES = {
    "hamstrings": LimbRegion("leg", True, 0.25, 0.80, -0.45),
    "front_thigh": LimbRegion("leg", True, 0.20, 0.80, 0.45),
    "hip_flexor": LimbRegion("leg", True, 0.02, 0.28, 0.45, 0.042),
    "calf": LimbRegion("leg", False, 0.18, 0.55, -0.35, 0.028),
    "shoulder": LimbRegion("arm", True, 0.0, 0.25, 0.0, 0.034),
    "forearm": LimbRegion("arm", False, 0.10, 0.62, 0.0, 0.026),
}
LIMB_REGIONS = {
    f"{side}_{name}": LimbRegion(
        f"{side}_{place.limb}", place.upper, place.low, place.high, place.ahead, place.radius
    )
    for side in SIDES
    for name, place in _LIMB_PLACES.items()
}
BOTH_SIDES = {name: (f"right_{name}", f"left_{name}") for name in (*_LIMB_PLACES, "flank", "hip")}
REGIONS = ("neck", *TRUNK_REGIONS, *LIMB_REGIONS, *BOTH_SIDES)
"""Every name that `working` understands; without a side it means both."""
