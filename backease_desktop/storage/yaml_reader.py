"""YAML read into plain values that remember their lines.

Rules, stricter than YAML: one document; every key a word and given once; no aliases, anchors or
tags, so a small file cannot become a large value; at most `MAX_DEPTH` levels. Only `true` and
`false` are truth values, dates are text, and a number with leading zeros is text too: an
article's id is `001` with and without quotes. Every text is plain (`core.plain_text`): this is the
one door for texts of packs, so what passes it may be shown, spoken and printed. A file has at most
`MAX_VALUES` values, so that no small file keeps a start waiting.

The reader walks parser events and not nodes, so that it sees aliases, and no nesting in a file
can exhaust the stack.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

import yaml

from backease_desktop.core.plain_text import fault_of
from backease_desktop.storage.yaml_marks import Mark, Marked, Place

MAX_DEPTH = 24
MAX_VALUES = 10_000
"""The longest of our files has a twentieth of that."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?")
_NO_TAG = (None, "!")
_REMEDIES = {
    "tab": "use spaces instead of tabs",
    "cannot start any token": "put the text in quotes, and use spaces instead of tabs",
    "mapping values": "put text that contains a colon in quotes",
    "end of stream": "a quote or bracket is opened and never closed",
    "expected ':'": "write a colon and a space after the field's name",
    "document start": "one field a line, each as `name: value`",
    "expected": "look at the indentation, the commas and the brackets",
}
"""What mostly helps, by a part of what the parser says; the first that fits counts."""


def read_yaml(text: str) -> Marked:
    """What a YAML text says; never raises, whatever the text."""
    marked = Marked()
    try:
        _Reader(text, marked).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        marked.marks.append(Mark(mark.line + 1 if mark else 1, (), _in_words(error)))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        marked.marks.append(Mark(line, (), "an invisible control character stands here; delete it"))
    except _TooMuchError as error:
        marked.marks.append(Mark(error.line, (), str(error)))
    if marked.marks:
        marked.value = None
    return marked


def _in_words(error: yaml.MarkedYAMLError) -> str:
    said = str(error.problem or error.context)
    remedy = next((remedy for part, remedy in _REMEDIES.items() if part in said), None)
    return f"not readable as YAML: {said}" + (f"; {remedy}" if remedy else "")


class _TooMuchError(Exception):
    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


class _Reader:
    def __init__(self, text: str, marked: Marked) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self._marked = marked
        self._values = 0

    def read(self) -> None:
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._wrong(event, (), "a second document begins here; a file holds one")
                    return
            elif isinstance(event, yaml.NodeEvent):
                self._marked.lines.setdefault((), _line(event))
                self._marked.value = self._value(event, ())

    def _wrong(self, event: Any, path: Place, problem: str) -> None:  # noqa: ANN401  (any event)
        self._marked.marks.append(Mark(_line(event), path, problem))

    def _value(self, event: Any, path: Place) -> Any:  # noqa: ANN401  (any event, any value)
        if len(path) > MAX_DEPTH:
            raise _TooMuchError(_line(event), f"nested more than {MAX_DEPTH} levels deep")
        self._values += 1
        if self._values > MAX_VALUES:
            raise _TooMuchError(_line(event), f"more than {MAX_VALUES} values; it cannot be right")
        self._marked.lines.setdefault(path, _line(event))
        if isinstance(event, yaml.AliasEvent):
            self._wrong(event, path, f"*{event.anchor} repeats another value; write the value out")
            return None
        if event.anchor is not None:
            self._wrong(event, path, f"&{event.anchor} has no use here; leave it out")
        if event.tag not in _NO_TAG:
            self._wrong(event, path, f"the tag {event.tag} has no use here; leave it out")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        value = _plain(event.value) if event.implicit[0] else event.value
        if isinstance(value, str) and (fault := fault_of(value)):
            self._wrong(event, path, fault)
        return value

    def _sequence(self, path: Place) -> list[Any]:
        values: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path)
            inner = (*path, key)
            if key in values:
                first = self._marked.lines[inner]
                self._wrong(event, inner, f"given twice, first in line {first}; keep one")
            self._marked.lines.setdefault(inner, _line(event))
            values[key] = self._value(next(self._events), inner)
        return values

    def _key(self, event: Any, path: Place) -> str:  # noqa: ANN401  (any event)
        if isinstance(event, yaml.ScalarEvent):
            if fault := fault_of(event.value):
                self._wrong(event, path, f"a field's name: {fault}")
            return str(event.value)
        self._wrong(event, path, "a field's name must be a word")
        return str(self._value(event, (*path, "?")))


def _line(event: Any) -> int:  # noqa: ANN401  (any event)
    return int(event.start_mark.line) + 1


def _plain(text: str) -> str | int | float | bool | None:
    """The value of a word without quotes."""
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text) and len(text) < 20:
        return int(text)
    if _DECIMAL.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text
