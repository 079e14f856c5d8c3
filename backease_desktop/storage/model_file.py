"""A struct of the person's in a JSON file: read forgivingly, written whole or not at all.

Rules:
1. A file that cannot be used is set aside under another name and never lost; a field that cannot be
   used takes its default, the others keep their values. The person is told file, line and field.
2. A file that could not be read (its owner, its mode, a disk that fails, something that is no file)
   is left as it is: it may be whole, so nothing is ever written over it.
3. Whatever another program has changed in the file since we read it stays, as do the fields of a
   newer version: what is saved is what we have changed, joined with what stands there.
"""

import errno
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from backease_desktop.core.fields import FieldError, Fields, mended
from backease_desktop.core.joining import joined, with_unknown
from backease_desktop.core.plain_text import printable
from backease_desktop.disk import folder_to_ourselves, read_file, sweep, write_file
from backease_desktop.storage.json_places import line_of
from backease_desktop.storage.json_text import MARK, JsonError, json_of

M = TypeVar("M", bound=Fields)

MOST_BYTES = 1 << 20
"""A file of a person's has a hundredth of that."""

MOST_TOLD = 20
"""Problems of one file that are told; who mends them is told the next."""


class Read(msgspec.Struct, Generic[M], frozen=True):
    """What was read.

    Attributes:
        value: the struct, with defaults for whatever could not be used.
        problems: a sentence for each thing that could not be used.
    """

    value: M
    problems: tuple[str, ...] = ()


class ModelFile(Generic[M]):
    """One struct in one file.

    Args:
        path: the file; if it is a link, where that leads.
        model: the struct.
        is_ours: nobody else writes it, so what stands there need not be looked at.
    """

    def __init__(
        self,
        path: Path,
        model: type[M],
        *,
        is_ours: bool = False,
    ) -> None:
        self._path = path
        self._model = model
        self._is_ours = is_ours
        self._before: dict[str, Any] | None = None
        self._unread = ""
        self._is_swept = False

    def read(self) -> Read[M]:
        """The struct as it stands in the file; defaults if there is no file."""
        self._unread = ""
        try:
            read = self._read()
        except OSError as error:
            self._unread = error.strerror or str(error)
            problem = f"{self._path}: cannot be read ({self._unread}); "
            problem += "defaults are used, and it is left as it is"
            read = Read(self._model(), (printable(problem),))
        self._before = _builtins(read.value)
        return read

    def said(self) -> dict[str, Any]:
        """What stands in the file, as JSON holds it; nothing where it cannot be used."""
        try:
            return json_of(read_file(self._path, MOST_BYTES))
        except (OSError, JsonError, RecursionError):
            return {}

    def save(self, value: M, beside: Mapping[str, Any] | None = None) -> None:
        """Write the struct, atomically; the folder is made if it is missing.

        Args:
            value: the struct.
            beside: what is to stand in the file besides the struct's own fields, by name.

        Raises:
            OSError: the folder or the file cannot be written, or the file could not be read.
        """
        if self._unread:
            why = f"it could not be read: {self._unread}"
            raise OSError(errno.EPERM, why, str(self._path))
        ours = _builtins(value)
        with folder_to_ourselves(self._path.parent):
            data = ours if self._is_ours else self._joined(ours)
            text = msgspec.json.encode(data | dict(beside or {}))
            text = msgspec.json.format(text, indent=2) + b"\n"
            written = write_file(self._path, text)
        self._before = ours
        if not self._is_swept:
            self._is_swept = True
            sweep(self._path.resolve().parent, f".{self._path.name}.*", written)

    def _joined(self, ours: dict[str, Any]) -> dict[str, Any]:
        """What is to be written, so that nobody's changes are lost.

        Raises:
            OSError: the file is there, and cannot be read now.
        """
        try:
            text = read_file(self._path, MOST_BYTES)
        except FileNotFoundError:
            return ours
        try:
            said = json_of(text)
            value, wrong = mended(self._model, said)
        except (JsonError, RecursionError):
            self._set_aside(text)
            return ours
        if wrong:
            self._set_aside(text)
        theirs = _builtins(value)
        before = {} if self._before is None else self._before
        both = {
            name: joined(before.get(name), part, theirs.get(name, part))
            for name, part in ours.items()
        }
        fits = not mended(self._model, both)[1]
        places = frozenset(error.place for error in wrong)
        whole: dict[str, Any] = with_unknown(both if fits else ours, theirs, said, places)
        return whole

    def _read(self) -> Read[M]:
        try:
            text = read_file(self._path, MOST_BYTES)
        except FileNotFoundError:
            return Read(self._model())
        try:
            return self._lenient(json_of(text), text)
        except JsonError as error:
            return self._unusable(f"{self._path}:{error.line}: {error}", text)
        except RecursionError:  # deep enough for who reads it, too deep for who explains
            return self._unusable(f"{self._path}:1: cannot be used (nested too deeply)", text)

    def _lenient(self, data: dict[str, Any], text: bytes) -> Read[M]:
        value, wrong = mended(self._model, data)
        plain = text.removeprefix(MARK)
        problems = [self._sentence(error, plain) for error in wrong[:MOST_TOLD]]
        if len(wrong) > MOST_TOLD:
            problems.append(f"{self._path}: and {len(wrong) - MOST_TOLD} more")
        if problems:
            kept = self._set_aside(text)
            problems.append(f"{self._path}: the fields above take their defaults; kept as {kept}")
        return Read(value, tuple(map(printable, problems)))

    def _sentence(self, error: FieldError, text: bytes) -> str:
        name = ".".join(str(part) for part in error.place)
        return f"{self._path}:{line_of(error.place, text)}: {name}: {error}"

    def _unusable(self, problem: str, text: bytes) -> Read[M]:
        kept = self._set_aside(text)
        problems = (problem, f"{self._path}: defaults are used; kept as {kept}")
        return Read(self._model(), tuple(map(printable, problems)))

    def _set_aside(self, text: bytes) -> str:
        """Keep what was read under a free name beside it, or find it there; returns that name.

        A broken file that nobody saves over is found anew at each start, and is kept once.
        """
        for name in _free_names(self._path):
            try:
                if read_file(name, MOST_BYTES) == text:
                    return name.name
            except FileNotFoundError:
                try:
                    write_file(name, text)
                except OSError as error:
                    return f"nothing ({error})"
                return name.name
            except OSError:
                continue  # something else has that name
        return "nothing"


def _builtins(value: Fields) -> dict[str, Any]:
    """A struct as JSON holds it."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(value))
    return data


def _free_names(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.broken")
    for number in range(2, 100):
        yield path.with_name(f"{path.name}.broken-{number}")
