"""The proportions of the figure and what its joints can do.

Lengths are for a person of 1.70 m and follow Drillis & Contini (1966), *Body Segment Parameters*,
as reproduced in Winter, *Biomechanics and Motor Control of Human Movement*, fractions of stature:
upper arm 0.186, forearm 0.146, hand 0.108, thigh 0.245, shank 0.246, foot height 0.039, foot
length 0.152, hip height 0.530, shoulder height 0.818, chin height 0.870, shoulder half-width
0.129, hip half-width 0.0955. Girths are drawn by eye to suit those lengths. The joint limits are
the usual clinical ranges (Norkin & White, *Measurement of Joint Motion*), rounded outwards so that
a supple person fits.
"""

from __future__ import annotations

from bisect import bisect

from backease_desktop.core.leaf import Leaf

STATURE = 1.70
UPPER_ARM = 0.186 * STATURE
FOREARM = 0.146 * STATURE
HAND = 0.108 * STATURE
THIGH = 0.245 * STATURE
SHIN = 0.246 * STATURE
ANKLE_HEIGHT = 0.039 * STATURE
FOOT = 0.152 * STATURE
TRUNK = (0.818 - 0.530) * STATURE + 0.035
"""Hip centre to the base of the neck, which lies a little above the shoulder joints."""
SHOULDER_DROP = 0.052
SHOULDER_HALF = 0.129 * STATURE - 0.055
"""Centre line to shoulder joint; the deltoid makes up the rest of the half-width."""
HIP_HALF = 0.085
NECK = 0.085
HEAD_RADIUS = 0.083
PALM = 0.10

PELVIS_SHARE = 0.20
LOWER_SHARE = 0.56
"""Shares of the trunk's length below which lie the stiff pelvis and the lower spine."""

NEUTRAL_LOWER = -9.0
NEUTRAL_UPPER = 19.0
NEUTRAL_NECK = -6.0
"""The curves of a relaxed upright spine, added to every pose: degrees of flexion."""

SEAT_RADIUS = 0.098
KNEE_RADIUS = 0.056
ELBOW_RADIUS = 0.040
WRIST_RADIUS = 0.027
PALM_HEIGHT = 0.020
"""Wrist joint above the surface that a flat hand lies on."""


class Girth(Leaf, frozen=True):
    """A cross-section of the trunk: half-width, depth in front and behind the spine's line (m)."""

    half_width: float
    front: float
    back: float


_LEVELS = (-0.13, -0.06, 0.04, 0.16, 0.30, 0.44, 0.58, 0.72, 0.86, 0.95, 1.0)
_GIRTHS = (
    Girth(0.075, 0.045, 0.060),
    Girth(0.145, 0.076, 0.098),
    Girth(0.165, 0.090, 0.110),
    Girth(0.158, 0.096, 0.102),
    Girth(0.143, 0.098, 0.089),
    Girth(0.135, 0.099, 0.084),
    Girth(0.143, 0.106, 0.087),
    Girth(0.160, 0.114, 0.096),
    Girth(0.165, 0.100, 0.094),
    Girth(0.125, 0.070, 0.078),
    Girth(0.072, 0.050, 0.060),
)


def girth(level: float) -> Girth:
    """The trunk's cross-section at a share of its length, 0 at the hips and 1 at the neck."""
    i = min(max(bisect(_LEVELS, level), 1), len(_LEVELS) - 1)
    a, b = _GIRTHS[i - 1], _GIRTHS[i]
    t = min(max((level - _LEVELS[i - 1]) / (_LEVELS[i] - _LEVELS[i - 1]), 0.0), 1.0)
    t = t * t * (3 - 2 * t)
    return Girth(
        a.half_width + (b.half_width - a.half_width) * t,
        a.front + (b.front - a.front) * t,
        a.back + (b.back - a.back) * t,
    )


LIMITS: dict[str, tuple[float, float]] = {
    "lower": (-40, 60),
    "upper": (-35, 55),
    "side": (-45, 45),
    "twist": (-55, 55),
    "bend": (-75, 65),
    "neck turn": (-85, 85),
    "neck side": (-45, 45),
    "shoulder": (-65, 195),
    "arm out": (-60, 185),
    "arm turn": (-110, 110),
    "elbow": (0, 158),
    "wrist": (-90, 90),
    "hip": (-40, 145),
    "leg out": (-45, 70),
    "leg turn": (-65, 75),
    "knee": (0, 160),
    "ankle": (-75, 40),
}
"""Degrees that each joint can do, from its least to its most."""
