"""Plain values that remember where they stood in a YAML text, and what was wrong with the text."""

from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]
"""Where a value stands in a file: `("prescriptions", 0, "hold_s")`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is wrong with the YAML itself."""

    line: int
    path: Place
    problem: str


@dataclass(slots=True)
class Marked:
    """What a YAML text says.

    Attributes:
        value: dicts, lists, strings, numbers, booleans and None; None if there are marks.
        lines: the line of each value, counted from 1; that of its key where it has one.
        marks: everything wrong with the YAML.
    """

    value: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)

    def line_of(self, path: Place) -> int:
        """The line of the value at a path, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)
