"""A row of the routine editor: what it says of a step, and where its numbers stand.

Rules:
1. A number stands in the column of its kind, so that the numbers of all rows stand below each
   other; a column that no row needs is not there.
2. Where there is no room for the numbers beside the name, the dose is said in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

from backease_desktop.core.editing.routine_draft import Amount

Part = Amount | str
"""A number of the dose, or `SIDES`."""
SIDES: Final = "sides"
COLUMNS: tuple[tuple[Part, ...], ...] = (("sets",), ("reps", "breaths"), ("hold_s",), (SIDES,))
"""What stands below what."""

NUMBER, SIDE, GAP, MENU = 98, 104, 8, 30
BOX, LEAST_NAME = 32, 112
"""Height of a number, and width that a name keeps, at 100 % text."""


@dataclass(frozen=True, slots=True)
class RowPart:
    """A number of a step, or its sides.

    Attributes:
        part: which; words: as it stands in its box; beside: below it, what the source says.
        is_outside: it leaves what the source says.
        name: what it is called.
    """

    part: Part
    words: str
    beside: str = ""
    is_outside: bool = False
    name: str = ""

    @property
    def said(self) -> str:
        """The number as a screen reader says it."""
        return ", ".join(part for part in (self.name, self.words, self.beside) if part)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A row.

    Attributes:
        id: its number from 0, as a text.
        exercise: id of the exercise; name: as it is shown.
        dose: in words; parts: the same as numbers that can be changed.
        note: what leaves the source's range; for_person: what becomes of it for the person.
        problem: what is amiss; remedies: what can be done about that, in words.
        length: in words, empty where it has none; change: of position before it, in words.
    """

    id: str
    exercise: str
    name: str
    dose: str
    parts: tuple[RowPart, ...] = ()
    note: str = ""
    for_person: str = ""
    problem: str = ""
    remedies: tuple[str, ...] = ()
    length: str = ""
    change: str = ""

    @property
    def words(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.change, self.name, self.dose, self.note, self.length)
        said = (*parts, self.for_person, self.problem)
        return f"{int(self.id) + 1}. " + ". ".join(part for part in said if part)

    def part(self, name: Part | None) -> RowPart | None:
        """One of its numbers; None where it has no such."""
        return next((one for one in self.parts if one.part == name), None)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a number stands.

    Attributes:
        part: which; rect: its frame; less, more: what is pressed to change it; empty for sides.
    """

    part: RowPart
    rect: QRect
    less: QRect
    more: QRect


def columns_of(rows: Iterable[StepRow]) -> tuple[tuple[Part, ...], ...]:
    """The columns that some of the rows need."""
    needed = {part.part for row in rows for part in row.parts}
    return tuple(column for column in COLUMNS if needed & set(column))


def boxes_width(columns: Iterable[tuple[Part, ...]], scale: float) -> int:
    """How wide the columns are together, in pixels."""
    wide = sum((SIDE if SIDES in column else NUMBER) + GAP for column in columns)
    return round((wide + MENU) * scale)


def boxes_of(
    row: StepRow, room: QRect, columns: tuple[tuple[Part, ...], ...], scale: float
) -> tuple[Box, ...]:
    """The boxes of a row, from the left.

    Args:
        row: the row.
        room: of its card.
        columns: of all rows.
        scale: 1 at 100 % text.
    """
    left = room.right() - boxes_width(columns, scale)
    boxes: list[Box] = []
    for column in columns:
        width = round((SIDE if SIDES in column else NUMBER) * scale)
        part = next((one for one in row.parts if one.part in column), None)
        if part is not None:
            rect = QRect(left, room.top() + round(10 * scale), width, round(BOX * scale))
            press = QRect() if part.part == SIDES else rect.adjusted(0, 0, -width * 2 // 3, 0)
            more = QRect() if press.isNull() else press.translated(rect.right() - press.right(), 0)
            boxes.append(Box(part, rect, press, more))
        left += width + round(GAP * scale)
    return tuple(boxes)


def menu_of(room: QRect, scale: float) -> QRect:
    """Where a row's menu is opened."""
    size = round(MENU * scale)
    return QRect(room.right() - size, room.top() + round(10 * scale), size, round(BOX * scale))
