"""A struct of the person's in a JSON file: read forgivingly, written whole or not at all.

A file that cannot be used is set aside under another name and never overwritten; a field that
cannot be used takes its default, the others keep their values. Either way the person is told, with
file, line and field.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from backease_desktop.core.fields import FieldError, Fields, as_json, mended
from backease_desktop.storage.json_places import line_of

M = TypeVar("M", bound=Fields)

LEFT_OVER_S = 3600
"""Seconds after which an unfinished file is one that a killed program has left."""


@dataclass(frozen=True, slots=True)
class Read(Generic[M]):
    """What was read.

    Attributes:
        value: the struct, with defaults for whatever could not be used.
        problems: a sentence for each thing that could not be used.
    """

    value: M
    problems: tuple[str, ...] = ()


class ModelFile(Generic[M]):
    """One struct in one file."""

    def __init__(self, path: Path, model: type[M]) -> None:
        self._path = path
        self._model = model
        self._is_swept = False

    def read(self) -> Read[M]:
        """The struct as it stands in the file; defaults if there is no file."""
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return Read(self._model())
        except OSError as error:
            return self._unusable(f"{self._path}: cannot be read ({error})")
        try:
            data = msgspec.json.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            line, what = _fault(error, text)
            return self._unusable(f"{self._path}:{line}: not JSON ({what})")
        if not isinstance(data, dict):
            return self._unusable(f"{self._path}:1: should be a table in braces")
        try:
            return self._lenient(data, text)
        except RecursionError as error:  # deep enough for who reads it, too deep for who explains
            line, what = _fault(error, text)
            return self._unusable(f"{self._path}:{line}: cannot be used ({what})")

    def save(self, value: M) -> None:
        """Write the struct, atomically; the folder is made if it is missing.

        Raises:
            OSError: the folder or the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(as_json(value))
                file.flush()
                os.fsync(file.fileno())
                written = os.fstat(file.fileno()).st_mtime
            os.replace(name, self._path)  # noqa: PTH105  (the word for what it does)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        if not self._is_swept:
            self._is_swept = True
            self._sweep(written)

    def _sweep(self, now: float) -> None:
        """Take away what programs have left that were killed while they wrote."""
        for left in self._path.parent.glob(f".{self._path.name}.*"):
            with suppress(OSError):  # it is in the way of nobody
                if now - left.stat().st_mtime > LEFT_OVER_S:
                    left.unlink()

    def _lenient(self, data: dict[str, Any], text: bytes) -> Read[M]:
        value, wrong = mended(self._model, data)
        problems = [self._sentence(error, text) for error in wrong]
        if problems:
            kept = self._set_aside()
            problems.append(f"{self._path}: the fields above take their defaults; kept as {kept}")
        return Read(value, tuple(problems))

    def _sentence(self, error: FieldError, text: bytes) -> str:
        name = ".".join(str(part) for part in error.place)
        return f"{self._path}:{line_of(error.place, text)}: {name}: {error}"

    def _unusable(self, *problems: str) -> Read[M]:
        kept = self._set_aside()
        return Read(self._model(), (*problems, f"{self._path}: defaults are used; kept as {kept}"))

    def _set_aside(self) -> str:
        """Copy the file to a free name beside it, or find it there; returns that name.

        A broken file that nobody saves over is found anew at each start, and is kept once.
        """
        for name in _free_names(self._path):
            if name.exists():
                if _are_same(name, self._path):
                    return name.name
            else:
                try:
                    shutil.copy2(self._path, name)
                except OSError as error:
                    return f"nothing ({error})"
                return name.name
        return "nothing"


def _free_names(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.broken")
    for number in range(2, 100):
        yield path.with_name(f"{path.name}.broken-{number}")


def _are_same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _fault(error: Exception, text: bytes) -> tuple[int, str]:
    """The line at which a file is no JSON, and what is the matter there."""
    match error:
        case RecursionError():
            return 1, "nested too deeply"
        case UnicodeDecodeError():
            return 1, "not UTF-8"
    what = str(error).removeprefix("JSON is malformed: ")
    at = re.search(r" \(byte (\d+)\)$", what)
    if at is None:  # it breaks off, or an escaped sign does
        return text.rstrip().count(b"\n") + 1, what
    return text.count(b"\n", 0, int(at[1])) + 1, what[: at.start()]
