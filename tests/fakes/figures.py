"""Figures for tests: a few exercises in the words of the exercise files."""

from typing import Any

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import Figure
from backease_desktop.core.reading import read

BIRD_DOG: dict[str, Any] = {
    "props": {"mat": True},
    "working": ["lower_back", "left_hamstrings"],
    "keyframes": {
        "setup": {"from": "all_fours", "alt": "On hands and knees, back flat."},
        "hold": {
            "from": "setup",
            "alt": "Right arm and left leg reach out, level with the back.",
            "rests": ["right_knee on mat", "left_hand on mat"],
            "right_arm": {"shoulder": 172, "elbow": 2},
            "left_leg": {"hip": -8, "knee": 2, "ankle": -30},
        },
    },
}
BRIDGE: dict[str, Any] = {
    "mirror": False,
    "props": {"mat": True},
    "keyframes": {
        "setup": {"from": "crook_lying", "alt": "On your back, knees bent, feet flat."},
        "hold": {
            "from": "setup",
            "alt": "Hips lifted into one line with knees and shoulders.",
            "rests": ["upper_back on mat", "feet on mat", "hands on mat"],
            "pelvis": {"pitch": -117},
            "spine": {"lower": 8, "upper": 8},
        },
    },
}
TWIST: dict[str, Any] = {
    "view": "front",
    "props": {"chair": True},
    "working": ["flank"],
    "keyframes": {
        "setup": {"from": "sitting", "alt": "Sitting tall, hands on the thighs."},
        "hold": {
            "from": "setup",
            "alt": "Chest turned to the right, left hand on the right thigh.",
            "spine": {"twist": 42},
            "neck": {"turn": 40},
            "left_arm": {"reach": "right_outer_thigh", "points": "out_and_down"},
            "right_arm": {"reach": "chair_seat", "points": "out_and_back"},
        },
    },
}
LUNGE: dict[str, Any] = {
    "keyframes": {
        "setup": {"from": "standing", "alt": "Standing tall, feet together."},
        "hold": {
            "from": "setup",
            "alt": "Right foot a long step forward, both knees bent.",
            "rests": ["right_foot on floor", "left_foot on floor"],
            "stays": "left_foot",
            "right_leg": {"hip": 78, "knee": 80, "foot": "flat"},
            "left_leg": {"hip": -12, "knee": 68, "foot": "toes"},
            "arms": {"reach": "hip", "points": "back_and_out"},
        },
    },
}
KNEE_ROLLS: dict[str, Any] = {
    "view": "top",
    "props": {"mat": True},
    "keyframes": {
        "setup": {
            "from": "crook_lying",
            "alt": "On your back, knees bent, arms out.",
            "arms": {"shoulder": 0, "out": 80, "elbow": 5},
        },
        "hold": {
            "from": "setup",
            "alt": "Both knees rolled to the right, shoulders down.",
            "rests": ["upper_back on mat", "hands on mat"],
            "pelvis": {"turn": 45},
            "spine": {"twist": -45},
            "legs": {"hip": 62, "knee": 100},
        },
    },
}
CAT: dict[str, Any] = {
    "mirror": False,
    "props": {"mat": True},
    "keyframes": {
        "setup": {"from": "all_fours", "alt": "On hands and knees, back flat."},
        "in": {
            "from": "setup",
            "alt": "Back hollowed, head lifted.",
            "spine": {"lower": -22, "upper": -18},
            "neck": {"bend": -35},
        },
        "out": {
            "from": "setup",
            "alt": "Back rounded, chin to the chest.",
            "spine": {"lower": 30, "upper": 24},
            "neck": {"bend": 35},
        },
    },
}
EVERY = {
    "bird dog": BIRD_DOG,
    "bridge": BRIDGE,
    "twist": TWIST,
    "lunge": LUNGE,
    "knee rolls": KNEE_ROLLS,
    "cat": CAT,
}


def film(words: dict[str, Any]) -> Film:
    """A film of a figure in words."""
    return Film(read(Figure, words))
