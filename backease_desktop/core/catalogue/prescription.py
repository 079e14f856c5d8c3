"""A prescription: the dose that one source gives for an exercise, with what it leaves open.

Doses are ranges, because the articles give ranges. A single number in a file means a range of one
value. Whatever the article does not say stands in `assumed`, so that the app can show it as ours.
"""

from typing import Annotated, Any

from msgspec import Meta

from backease_desktop.core.catalogue.words import DoseLevel, SideMode
from backease_desktop.core.values import Check, Told, Value, Written


class Range(Value, frozen=True, kw_only=True):
    """A range of whole numbers, ends included. Files may write `30` for `{min: 30, max: 30}`."""

    min: Annotated[int, Meta(ge=1)]
    max: Annotated[int, Meta(ge=1)]

    def check(self) -> None:
        """The ends are in order."""
        if self.min > self.max:
            raise ValueError(f"min {self.min} is larger than max {self.max}; swap them")

    def at(self, level: DoseLevel) -> int:
        """The value for a dose level: gentle the least, full the most, standard the middle."""
        return {
            DoseLevel.GENTLE: self.min,
            DoseLevel.STANDARD: (self.min + self.max) // 2,
            DoseLevel.FULL: self.max,
        }[level]

    def round_at(self, level: DoseLevel) -> int:
        """The same in seconds that one can say: the middle is a round number if it can be.

        From fifteen seconds on it is a multiple of five, from two minutes on whole minutes.
        """
        middle = self.at(level)
        step = 60 if middle >= 120 else 5 if middle >= 15 else 1
        rounded = middle // step * step
        return rounded if level is DoseLevel.STANDARD and rounded >= self.min else middle


def _one_number_is_a_range(given: Any) -> Any:  # noqa: ANN401  (YAML hands over anything)
    if isinstance(given, int) and not isinstance(given, bool):
        return {"min": given, "max": given}
    return given


def _at_most(most: int) -> Check:
    def check(amount: Range) -> Range:
        if amount.max > most:
            raise ValueError(f"{amount.max} is too large; the most is {most}")
        return amount

    return Check(check)


def _told_to_editors(most: int) -> Told:
    """The schema of an amount: a whole number or a range, within its limits."""
    number = {"type": "integer", "minimum": 1, "maximum": most}
    ends = {"min": number, "max": number}
    both = {"type": "object", "properties": ends, "required": ["min", "max"]}
    return Told({"anyOf": [number, {**both, "additionalProperties": False}]})


LONGEST_S, MOST_TIMES, MOST_SETS = 1800, 200, 20
"""The most that a dose may ask for: a hold or a rest in seconds, repetitions or breaths, sets."""

_RANGE = Written(_one_number_is_a_range)
Seconds = Annotated[Range, _RANGE, _at_most(LONGEST_S), _told_to_editors(LONGEST_S)]
Times = Annotated[Range, _RANGE, _at_most(MOST_TIMES), _told_to_editors(MOST_TIMES)]
Sets = Annotated[Range, _RANGE, _at_most(MOST_SETS), _told_to_editors(MOST_SETS)]

OURS = "ours"
"""The id of the source that stands for ourselves."""

DOSE_FIELDS = ("hold_s", "reps", "breaths", "sets", "rest_s", "sides")


class Prescription(Value, frozen=True, kw_only=True):
    """What one source says of an exercise.

    Attributes:
        source: id of the article, "000" to "004", of another source of `sources.yaml`, or "ours".
        section: the part of the article, where it has parts.
        hold_s: seconds to hold; with `reps`, seconds of each repetition's hold.
        reps: repetitions, per side for `each`, over both sides for `alternate`.
        breaths: slow breaths, where the article counts breaths.
        sets: how often the whole is done.
        rest_s: seconds of rest between sets.
        sides: how this source treats the sides, if not as the exercise does.
        assumed: the fields above whose value is ours because the article leaves it open.
        as_given: the article's own few words where it leaves something open ("a few seconds").
        name_inferred: the article has lost its heading, the name is our inference.
        reason: why the dose is as it is; a dose of ours must say it.
        group: the name of the list that the article mentions this exercise in, if only in a list.
    """

    source: Annotated[str, Meta(max_length=80)]
    section: Annotated[str, Meta(max_length=80)] | None = None
    hold_s: Seconds | None = None
    reps: Times | None = None
    breaths: Times | None = None
    sets: Sets | None = None
    rest_s: Seconds | None = None
    sides: SideMode | None = None
    assumed: Annotated[tuple[str, ...], Meta(max_length=len(DOSE_FIELDS))] = ()
    as_given: Annotated[str, Meta(max_length=80)] | None = None
    name_inferred: bool = False
    reason: Annotated[str, Meta(max_length=200)] | None = None
    group: Annotated[str, Meta(max_length=80)] | None = None

    def check(self) -> None:
        """It says how much, of one kind, and what of it is ours."""
        if self.hold_s is None and self.reps is None and self.breaths is None:
            raise ValueError("a dose needs hold_s, reps or breaths")
        if self.breaths is not None and (self.hold_s is not None or self.reps is not None):
            raise ValueError("a dose counted in breaths has no hold_s and no reps")
        if self.source == OURS and self.reason is None:
            raise ValueError("reason: a dose of ours says why it is as it is")
        for field in self.assumed:
            if field not in DOSE_FIELDS:
                raise ValueError(
                    f"assumed: unknown field {field!r}; one of {', '.join(DOSE_FIELDS)}"
                )
            if getattr(self, field) is None:
                raise ValueError(f"assumed: names {field!r}, which this prescription does not give")

    @property
    def key(self) -> str:
        """How a routine's step names this prescription: "001/core", or "000" without section."""
        return f"{self.source}/{self.section}" if self.section else self.source

    @property
    def least_work(self) -> int:
        """Seconds of its least dose, a plain repetition or a breath counted as five."""
        each = self.hold_s.min if self.hold_s else 5
        times = self.breaths or self.reps
        return each * (times.min if times else 1) * (self.sets.min if self.sets else 1)
