"""The things around a figure, put into its picture and moved in the editor."""

from typing import Any

from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.stills import stills

Words = dict[str, Any]

FIRST: dict[str, Any] = {
    "mat": True,
    "chair": {"at": 0.0},
    "desk": {"at": 0.55},
    "wall": {"at": -0.9},
    "step": {"at": 0.4},
    "roller": {"at": 0.0},
    "cushion": {"under": "head"},
    "towel": {"from": "right_hand", "to": "left_hand"},
    "band": {"from": "right_hand", "to": "left_hand"},
}
"""Things that may be in the picture, and where each is at first (m from the middle)."""

VIEWS = (
    "side",
    "front",
    "back",
    "top",
    "front_right",
    "front_left",
    "back_right",
    "back_left",
)
"""From where a figure may be seen."""
USUAL_VIEW = "side"

FARTHEST = 2.0
"""How far from the middle (m) a thing may stand."""


def things_in(words: Words) -> dict[str, Any]:
    """The things in a figure's picture, by name."""
    return {name: one for name, one in words.get("props", {}).items() if one not in (None, False)}


def place_of(words: Words, name: str) -> float | None:
    """Where a thing stands (m from the middle); None where it stands nowhere by itself."""
    first = FIRST[name]
    if name not in things_in(words) or not isinstance(first, dict) or "at" not in first:
        return None
    said: Any = words["props"][name]
    at: float = said["at"] if isinstance(said, dict) and "at" in said else first["at"]
    return at


def with_thing(words: Words, name: str, *, is_there: bool) -> Words:
    """The figure with a thing in its picture, or without it.

    Raises:
        ValueError: something rests on it, or reaches for it; says what.
    """
    things = {other: one for other, one in words.get("props", {}).items() if other != name}
    if is_there:
        things[name] = FIRST[name]
    return _built({**words, "props": things})


def with_thing_at(words: Words, name: str, at: float) -> Words:
    """The figure with a thing in another place (m from the middle).

    Raises:
        ValueError: the figure cannot be built like that; says why.
    """
    said = words["props"][name]
    thing = dict(said) if isinstance(said, dict) else {}
    return _built({**words, "props": {**words["props"], name: {**thing, "at": round(at, 2)}}})


def with_view(words: Words, view: str) -> Words:
    """The figure seen from elsewhere."""
    return words if view == words.get("view", USUAL_VIEW) else {**words, "view": view}


def _built(words: Words) -> Words:
    stills(figure_of(words))
    return words
