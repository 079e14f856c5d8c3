"""What is wrong in a file of the catalogue, in words for the person who wrote the file.

A problem says where it is (file, line, field), what is wrong and what would be right. It is
written for a physiotherapist and not for a programmer: no type names, no "input".
"""

from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.plain_text import printable
from backease_desktop.storage.yaml_marks import Marked, Place

MOST_OF_A_FILE = 50
"""Problems of one file that are told; who mends them is told the next."""

WHOLE_FILE = "file"
"""The field of a problem that is not about one field."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file.

    Attributes:
        line: counted from 1.
        field: as in `prescriptions.0.hold_s`.
        problem: what is wrong, and what would be right.
    """

    file: Path
    line: int
    field: str
    problem: str

    def __str__(self) -> str:
        return printable(f"{self.file}:{self.line}: {self.field}: {self.problem}")


def problems_in_yaml(file: Path, marked: Marked) -> list[Problem]:
    """What is wrong with the YAML of a file."""
    found = [Problem(file, m.line, dotted(m.path), m.problem) for m in marked.marks]
    return not_too_many(file, found)


def not_too_many(file: Path, found: list[Problem]) -> list[Problem]:
    """The first problems of a file, and that there are more."""
    if len(found) <= MOST_OF_A_FILE:
        return found
    more = Problem(file, found[MOST_OF_A_FILE].line, WHOLE_FILE, "more is wrong from here on")
    return [*found[:MOST_OF_A_FILE], more]


def dotted(place: Place) -> str:
    """A place in a file as a problem names it."""
    return ".".join(str(step) for step in place) or WHOLE_FILE
