"""The postures that keyframes start from, in the same language as the exercise files."""

from __future__ import annotations

from typing import Any

import msgspec

from backease_desktop.core.figure.model import Keyframe

_HANGING = {"shoulder": 2, "out": 5, "elbow": 10, "wrist": 4}

_WRITTEN: dict[str, dict[str, Any]] = {
    "standing": {
        "rests": ["feet on floor"],
        "arms": _HANGING,
        "legs": {"hip": 0, "knee": 1, "foot": "flat"},
    },
    "sitting": {
        "rests": ["seat on chair", "feet on floor"],
        "arms": {"shoulder": 20, "elbow": 50, "reach": "thigh"},
        "legs": {"hip": 82, "knee": 82, "foot": "flat"},
    },
    "floor_sitting": {
        "rests": ["seat on mat", "feet on mat"],
        "arms": {"shoulder": 20, "elbow": 20, "reach": "knee"},
        "legs": {"hip": 86, "knee": 3, "ankle": 5},
    },
    "all_fours": {
        "rests": ["knees on mat", "hands on mat"],
        "pelvis": {"pitch": 75},
        "spine": {"lower": 8, "upper": -10},
        "neck": {"bend": -6},
        "arms": {"shoulder": 82, "elbow": 2},
        "legs": {"hip": 75, "knee": 89, "ankle": -65},
    },
    "kneeling": {
        "rests": ["knees on mat"],
        "arms": _HANGING,
        "legs": {"hip": 0, "knee": 89, "ankle": -65},
    },
    "half_kneeling": {
        "rests": ["right_knee on mat", "left_foot on mat"],
        "arms": {"reach": "hip", "points": "out_and_back"},
        "right_leg": {"hip": 0, "knee": 89, "ankle": -65},
        "left_leg": {"hip": 88, "knee": 88, "foot": "flat"},
    },
    "supine": {
        "rests": ["back on mat", "feet on mat", "hands on mat"],
        "pelvis": {"pitch": -90},
        "neck": {"rests": True},
        "arms": {"shoulder": -3, "out": 16, "elbow": 6},
        "legs": {"hip": -3, "knee": 2, "ankle": -18, "out": 4},
    },
    "crook_lying": {
        "rests": ["back on mat", "feet on mat", "hands on mat"],
        "pelvis": {"pitch": -90},
        "neck": {"rests": True},
        "arms": {"shoulder": -3, "out": 16, "elbow": 6},
        "legs": {"hip": 50, "knee": 98, "foot": "flat"},
    },
    "prone": {
        "rests": ["front on mat", "feet on mat", "hands on mat"],
        "pelvis": {"pitch": 90},
        "neck": {"rests": True},
        "arms": {"shoulder": 4, "out": 16, "elbow": 6},
        "legs": {"hip": 2, "knee": 4, "ankle": -62, "out": 4},
    },
    "side_lying": {
        "rests": ["left_side on mat", "left_foot on mat"],
        "pelvis": {"roll": -90},
        "neck": {"side": -20},
        "right_arm": {"shoulder": 35, "elbow": 70},
        "left_arm": {"shoulder": 165, "elbow": 20},
        "legs": {"hip": 0, "knee": 2, "ankle": -15},
        "right_leg": {"out": -11},
    },
    "side_lying_right": {
        "rests": ["right_side on mat", "right_foot on mat"],
        "pelvis": {"roll": 90},
        "neck": {"side": 20},
        "left_arm": {"shoulder": 35, "elbow": 70},
        "right_arm": {"shoulder": 165, "elbow": 20},
        "legs": {"hip": 0, "knee": 2, "ankle": -15},
        "left_leg": {"out": -11},
    },
    "plank": {
        "rests": ["feet on mat", "hands on mat"],
        "pelvis": {"pitch": 71},
        "spine": {"lower": 8, "upper": -6},
        "neck": {"bend": -8},
        "arms": {"shoulder": 73, "elbow": 0},
        "legs": {"hip": 0, "knee": 0, "foot": "toes"},
    },
}

POSTURES = {
    name: msgspec.convert({"from": name, "alt": f"The posture {name}.", **words}, Keyframe)
    for name, words in _WRITTEN.items()
}
"""Every name that `from` understands besides the keyframes above it."""
