"""What a person answers about a line, and the reading that comes of it.

Rules: an answer is whole: exercise, amounts, sides. What was read as a range stays one as long as
its least is not changed. A line that was settled has nothing unsure, and one that was taken for
something else may be taken in.
"""

from dataclasses import dataclass, replace

from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.paste.reading import Reading, Sides


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line is, as the person says.

    Attributes:
        exercise: id; None for a new one with the line's own words.
        sets, reps, hold_s: 0 where nothing is asked for.
        position: of a new exercise; None for the way they were shown.
    """

    exercise: str | None
    sets: int = 0
    reps: int = 0
    hold_s: int = 0
    sides: Sides = Sides.NONE
    position: Position | None = None

    @property
    def is_whole(self) -> bool:
        """Whether there is something to do."""
        return bool(self.reps or self.hold_s)


def answer_of(reading: Reading) -> Answer:
    """What is known of a line already, for the person to go on from."""
    return Answer(
        exercise=reading.exercise,
        sets=_least(reading.sets),
        reps=_least(reading.reps),
        hold_s=_least(reading.hold_s),
        sides=reading.sides,
        position=Position(reading.position) if reading.position else None,
    )


def settled(reading: Reading, answer: Answer) -> Reading:
    """A line as the person has answered."""
    return replace(
        reading,
        exercise=answer.exercise,
        candidates=(),
        sets=_amount(answer.sets, reading.sets),
        reps=_amount(answer.reps, reading.reps),
        hold_s=_amount(answer.hold_s, reading.hold_s),
        sides=answer.sides,
        unsure={},
        is_unknown=answer.exercise is None,
        is_ignored=False,
        position=answer.position,
    )


def _least(amount: Range | None) -> int:
    return amount.min if amount else 0


def _amount(number: int, before: Range | None) -> Range | None:
    if before is not None and before.min == number:
        return before
    return Range(min=number, max=number) if number else None
