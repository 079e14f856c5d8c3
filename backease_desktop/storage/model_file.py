"""A pydantic model in a JSON file: read forgivingly, written whole or not at all.

A file that cannot be used is set aside under another name and never overwritten; a field that
cannot be used takes its default, the others keep their values. Either way the person is told, with
file, line and field.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Read(Generic[M]):
    """What was read.

    Attributes:
        value: the model, with defaults for whatever could not be used.
        problems: a sentence for each thing that could not be used.
    """

    value: M
    problems: tuple[str, ...] = ()


class ModelFile(Generic[M]):
    """One model in one file."""

    def __init__(self, path: Path, model: type[M]) -> None:
        self._path = path
        self._model = model

    def read(self) -> Read[M]:
        """The model as it stands in the file; defaults if there is no file."""
        try:
            text = self._path.read_text("utf-8")
        except FileNotFoundError:
            return Read(self._model())
        except (OSError, UnicodeDecodeError) as error:
            return self._unusable(f"{self._path}: cannot be read ({error})")
        try:
            data = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            what = getattr(error, "msg", "nested too deeply")
            return self._unusable(f"{self._path}:{line}: not JSON ({what})")
        if not isinstance(data, dict):
            return self._unusable(f"{self._path}:1: should be an object in braces")
        return self._lenient(data, text)

    def save(self, value: M) -> None:
        """Write the model, atomically; the folder is made if it is missing.

        Raises:
            OSError: the folder or the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(value.model_dump_json(indent=2) + "\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)  # noqa: PTH105  (the word for what it does)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _lenient(self, data: dict[str, Any], text: str) -> Read[M]:
        problems: list[str] = []
        while True:
            try:
                value = self._model.model_validate(data)
            except ValidationError as error:
                problems += [self._sentence(e, text) for e in error.errors()]
                if not all(_drop(data, e["loc"]) for e in error.errors()):
                    return self._unusable(*problems)
            else:
                break
        if problems:
            kept = self._set_aside()
            problems.append(f"{self._path}: the fields above take their defaults; kept as {kept}")
        return Read(value, tuple(problems))

    def _sentence(self, error: Any, text: str) -> str:  # noqa: ANN401  (pydantic's own dict)
        names = [str(part) for part in error["loc"]]
        line = _line_of(names, text)
        return f"{self._path}:{line}: {'.'.join(names)}: {error['msg']} (is {error['input']!r:.60})"

    def _unusable(self, *problems: str) -> Read[M]:
        kept = self._set_aside()
        return Read(self._model(), (*problems, f"{self._path}: defaults are used; kept as {kept}"))

    def _set_aside(self) -> str:
        """Copy the file to a free name beside it; returns that name."""
        for name in _free_names(self._path):
            if not name.exists():
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


def _drop(data: dict[str, Any], loc: tuple[int | str, ...]) -> bool:
    """Take a field out so that its default takes over; whether there was something to take."""
    here: Any = data
    for part in loc[:-1]:
        if not isinstance(here, dict) or part not in here:
            return False
        here = here[part]
    if isinstance(here, dict) and loc and loc[-1] in here:
        del here[loc[-1]]
        return True
    return False


def _line_of(names: list[str], text: str) -> int:
    """The line on which a field stands, found by its names in order; 1 if it is not there."""
    at = 0
    for name in names:
        found = re.compile(rf'"{re.escape(name)}"\s*:').search(text, at)
        if found is None:
            break
        at = found.start()
    return text.count("\n", 0, at) + 1
