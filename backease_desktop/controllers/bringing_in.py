"""What somebody was given, on its way in: lines that are settled, or a pack that is shown first.

    nothing ── text, or a file of text ─▶ lines ── each settled or left out ─▶ kept
            ── file of a pack ─▶ shown ── taken ─▶ kept

Nothing is kept before the person has seen it. What goes wrong is one sentence, and leaves things as
they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.paste.making import Made
from backease_desktop.core.paste.often import Asked, asked_of
from backease_desktop.core.paste.reading import Reading
from backease_desktop.core.paste.settling import Answer, settled


@dataclass(frozen=True, slots=True)
class GivenPack:
    """A pack that may be taken.

    Attributes:
        title: what it is called; sender: who it is from, where that is known.
        pack: what would be new, with ids that are free; empty if all of it is there already.
        there: how many exercises and routines are there already.
        left_out: a sentence for each thing that cannot be used.
    """

    title: str
    sender: str | None
    pack: Pack
    there: int = 0
    left_out: tuple[str, ...] = ()


Found = GivenPack | tuple[Reading, ...]
"""What a file holds: a pack, or lines that were read."""


class Givens(Protocol):
    """Reads what others gave, and keeps it as a pack of the person's own."""

    def read(self, text: str) -> tuple[Reading, ...]:
        """What the lines of a text say."""

    def look_into(self, path: Path) -> Found:
        """What a file holds.

        Raises:
            ReportedError: it cannot be brought in.
        """

    def make(self, readings: Sequence[Reading], name: str, told_by: str) -> Made:
        """A pack of lines."""

    def keep(self, name: str, pack: Pack) -> None:
        """Keep a pack.

        Raises:
            ReportedError: it cannot be written, or cannot be played.
        """


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, as it stands.

    Attributes:
        reading: what it says, or what the person said of it; is_out: they have left it out.
    """

    reading: Reading
    is_out: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether nothing is to be asked about it."""
        return self.is_out or self.reading.is_ignored or self.reading.is_clear


class BringingIn(QObject):
    """Brings in.

    Args:
        givens: reads and keeps.
        parent: the owner.

    Signals:
        lines_read: other lines are there; `line_changed`: one of them, by its number.
        pack_found: a pack is shown; carries a `GivenPack`.
        failed: something cannot be brought in; carries the sentence.
        made: a routine of the lines is kept, which are still there; carries its id.
        kept: it is there from the next look on; carries the id of a routine, or nothing.
    """

    lines_read = Signal()
    line_changed = Signal(int)
    pack_found = Signal(object)
    failed = Signal(str)
    made = Signal(str)
    kept = Signal(str)

    def __init__(self, givens: Givens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._givens = givens
        self._given_pack: GivenPack | None = None
        self._lines: dict[int, Line] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, in their order."""
        return tuple(self._lines.values())

    def line(self, number: int) -> Line:
        """One of the lines."""
        return self._lines[number]

    @property
    def open_count(self) -> int:
        """How many lines are still to be answered."""
        return sum(not line.is_ready for line in self._lines.values())

    @property
    def is_ready(self) -> bool:
        """Whether a routine can be made."""
        taken = (one for one in self.lines if not one.is_out and one.reading.is_exercise)
        return self.open_count == 0 and any(taken)

    @property
    def asked(self) -> Asked | None:
        """How often what is taken is to be done, where its lines say so."""
        return asked_of(line.reading for line in self.lines if not line.is_out)

    def read(self, text: str) -> None:
        """Read a text; what was there before is gone."""
        self._show(self._givens.read(text))

    def look_into(self, path: Path) -> None:
        """Look into a file, and show what is in it."""
        try:
            found = self._givens.look_into(path)
        except ReportedError as error:
            self.failed.emit(str(error))
            return
        if isinstance(found, GivenPack):
            self._given_pack = found
            self._lines = {}
            self.lines_read.emit()
            self.pack_found.emit(found)
        else:
            self._show(found)

    def answer(self, number: int, answer: Answer) -> None:
        """Say what a line is."""
        self._lines[number] = Line(settled(self._lines[number].reading, answer))
        self.line_changed.emit(number)

    def leave_out(self, number: int, *, is_out: bool) -> None:
        """Leave a line out, or take it in again."""
        self._lines[number] = Line(self._lines[number].reading, is_out)
        self.line_changed.emit(number)

    def keep_lines(self, name: str, told_by: str) -> None:
        """Make a routine of the lines, and keep it."""
        taken = [line.reading for line in self.lines if not line.is_out]
        made = self._givens.make(taken, name, told_by)
        if made.left:
            reading, why = made.left[0]
            line = self.tr("Line {n}: {why}.")
            self.failed.emit(line.format(n=reading.number, why=why))
        elif made.pack is not None:
            self._keep(name, made.pack)

    def keep_pack(self) -> None:
        """Keep what was shown."""
        if self._given_pack is not None:
            self._keep(self._given_pack.title, self._given_pack.pack)

    def _keep(self, name: str, pack: Pack) -> None:
        try:
            self._givens.keep(name, pack)
        except ReportedError as error:
            self.failed.emit(str(error))
            return
        if self._lines and pack.routines:
            self.made.emit(pack.routines[0].id)
        self._given_pack, self._lines = None, {}
        self.lines_read.emit()
        self.kept.emit(pack.routines[0].id if pack.routines else "")

    def _show(self, readings: Sequence[Reading]) -> None:
        self._given_pack = None
        self._lines = {reading.number: Line(reading) for reading in readings}
        self.lines_read.emit()
