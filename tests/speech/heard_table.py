"""The table of what was heard: a line for each phrase, a column for each voice, the sums on top.

    # calm: 1107 phrases, 5608 words, 62 wrong = 1.1%; 34 of 36 key cues right
    phrase        recipe            calm        brisk       espeak
    Wall sit.     3c3feadd107ccac1  while sit               –

A cell is empty where every word was right; `–` where nothing was heard. The recipe says which clip
was heard, so that a phrase is heard again only when its clip is another one.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.speech.word_errors import Heard, compare

NAME = "heard.tsv"
NOTHING = "–"

_FIXED = ("phrase", "recipe")


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase: which clip, and what was heard of it, by voice."""

    phrase: str
    recipe: str
    heard: Mapping[str, str]

    def result(self, voice: str) -> Heard:
        """What came of it in a voice."""
        cell = self.heard[voice]
        words = "" if cell == NOTHING else cell or self.phrase
        (found,) = compare([self.phrase], words)
        return found


@dataclass(frozen=True, slots=True)
class Sums:
    """What was heard of a voice in all: words, those that were wrong, and key cues."""

    voice: str
    phrases: int
    words: int
    errors: int
    key_right: int
    key_cues: int

    def __str__(self) -> str:
        """A line."""
        return (
            f"{self.voice}: {self.phrases} phrases, {self.words} words, {self.errors} wrong = "
            f"{self.errors / max(1, self.words):.1%}; {self.key_right} of {self.key_cues} "
            "key cues right"
        )


def cell_of(result: Heard) -> str:
    """What stands in the table."""
    return (result.text or NOTHING) if result.errors else ""


def sums_of(voice: str, rows: Iterable[Row], key_cues: frozenset[str]) -> Sums:
    """The sums of a voice."""
    results = {row.phrase: row.result(voice) for row in rows}
    key = [result.errors for phrase, result in results.items() if phrase in key_cues]
    return Sums(
        voice,
        len(results),
        sum(result.words for result in results.values()),
        sum(result.errors for result in results.values()),
        key.count(0),
        len(key),
    )


def read_table(path: Path) -> dict[str, Row]:
    """The rows of a table, by phrase; none where there is none yet."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("#")]
    return {
        row["phrase"]: Row(
            row["phrase"],
            row["recipe"],
            {voice: cell for voice, cell in row.items() if voice not in _FIXED},
        )
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    }


def table_text(rows: Iterable[Row], key_cues: frozenset[str], heard_by: str) -> str:
    """The table as it stands in the file."""
    return "\n".join(_lines(sorted(rows, key=lambda row: row.phrase), key_cues, heard_by)) + "\n"


def _lines(rows: list[Row], key_cues: frozenset[str], heard_by: str) -> Iterator[str]:
    voices = list(rows[0].heard) if rows else []
    yield f"# Heard by {heard_by}: python -m tests.speech.recognition"
    for voice in voices:
        yield f"# {sums_of(voice, rows, key_cues)}"
    yield "\t".join((*_FIXED, *voices))
    for row in rows:
        yield "\t".join((row.phrase, row.recipe, *(row.heard[voice] for voice in voices)))
