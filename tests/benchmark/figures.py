"""What the benchmark finds: figures with their targets, as a table and as JSON."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure should not exceed."""

    limit: float
    is_strict: bool = False

    def is_met_by(self, value: float) -> bool:
        return value < self.limit if self.is_strict else value <= self.limit

    def __str__(self) -> str:
        return f"{'<' if self.is_strict else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        part: what was measured; name: which side of it.
        value: in `unit`; None if there was nothing to measure.
        target: None for what is only to be known.
        note: how it was come by, in few words.
        samples: the single values, where it is the median of some.
    """

    part: str
    name: str
    value: float | None
    unit: str
    target: Target | None = None
    note: str = ""
    samples: tuple[float, ...] = ()

    @property
    def passes(self) -> bool | None:
        """Whether the target is met; None without a target."""
        if self.target is None:
            return None
        return self.value is not None and self.target.is_met_by(self.value)


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that this share (0 to 1) of the values does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def median_figure(
    part: str, name: str, values: Sequence[float], unit: str, target: Target | None = None
) -> Figure:
    """The median of some values, with their range as the note."""
    note = f"median of {len(values)}, {shown(min(values))} to {shown(max(values))}"
    return Figure(part, name, median(values), unit, target, note, tuple(values))


def shown(value: float) -> str:
    """A number with three or more digits that count."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def table(figures: Sequence[Figure]) -> str:
    """All figures, grouped by part, with the target beside each."""
    rows = []
    for figure in figures:
        value = "–" if figure.value is None else f"{shown(figure.value)} {figure.unit}".rstrip()
        mark = {True: "yes", False: "NO", None: ""}[figure.passes]
        target = f"{figure.target}" if figure.target else ""
        rows.append((figure.name, value, target, mark, figure.note))
    widths = [max([len(row[i]) for row in rows], default=0) for i in range(4)]
    lines: list[str] = []
    part = ""
    for figure, (name, value, target, mark, note) in zip(figures, rows, strict=True):
        if figure.part != part:
            part = figure.part
            lines += ["", part]
        line = f"  {name:<{widths[0]}}  {value:>{widths[1]}}  {target:<{widths[2]}}"
        lines.append(f"{line}  {mark:<3}  {note}".rstrip())
    return "\n".join(lines)


def as_json(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """The figures as plain values."""
    return [
        asdict(figure) | {"target": str(figure.target or "") or None, "passes": figure.passes}
        for figure in figures
    ]


def beside(figures: Sequence[Figure], before: Sequence[Mapping[str, Any]]) -> list[Figure]:
    """The figures, each with what it was before in its note.

    Args:
        figures: those of now.
        before: those of an earlier run, as `as_json` has them; others are passed over.
    """
    were = {(was["part"], was["name"], was["unit"]): was["value"] for was in before}
    found = []
    for figure in figures:
        was = were.get((figure.part, figure.name, figure.unit))
        if was and figure.value is not None:
            change = f"{shown(was)} before, {figure.value / was - 1:+.0%}"
            figure = replace(figure, note="; ".join(filter(None, (change, figure.note))))
        found.append(figure)
    return found
