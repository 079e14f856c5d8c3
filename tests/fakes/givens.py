"""Reads what others gave with the words of ours, and keeps it in a list."""

from collections.abc import Sequence
from pathlib import Path

from backease_desktop.controllers.bringing_in import Found
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.paste.making import Given, Made, pack_of
from backease_desktop.core.paste.read import read_text
from backease_desktop.core.paste.reading import Reading
from tests.core.paste.test_lines import catalogue, words


class FakeGivens:
    """A port of `controllers.bringing_in`.

    Attributes:
        files: what is in a file, by its name; another name cannot be read.
        kept: the packs that were kept, with their names; `refuses` says why none is.
    """

    def __init__(self) -> None:
        self.files: dict[str, Found] = {}
        self.kept: list[tuple[str, Pack]] = []
        self.refuses = ""

    def read(self, text: str) -> tuple[Reading, ...]:
        return read_text(text, words())

    def look_into(self, path: Path) -> Found:
        if path.name not in self.files:
            raise ReportedError(f"{path.name}: there is no such file")
        return self.files[path.name]

    def make(self, readings: Sequence[Reading], name: str, told_by: str) -> Made:
        return pack_of(readings, Given(name, told_by, "2026-11-29"), catalogue(), words().lexicon)

    def keep(self, name: str, pack: Pack) -> None:
        if self.refuses:
            raise ReportedError(self.refuses)
        self.kept.append((name, pack))
