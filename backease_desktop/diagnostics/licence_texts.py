"""The whole texts of the licences under which everything in this installation came.

Rules:
1. A frozen program has them gathered in one file, because it brings no papers of others; anywhere
   else they are read from the distributions that are installed, when somebody asks for them.
2. What a distribution does not bring lies in `resources/licences`.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from backease_desktop.disk import read_file

GATHERED = "LICENCES"
"""The file of a frozen program, in its resources."""
MOST_BYTES = 4 << 20

_LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[cs]es?|copying|notice|authors)[^/]*(/[^/]+)?$")
_OWN = "backease-desktop"


def licence_texts(resources: Path, names: Collection[str]) -> str:
    """All of them, one below the other, each with a line that says whose it is.

    Args:
        resources: the folder that comes with the program.
        names: of distributions, or the first part of their names, that the program is made of.
    """
    gathered = resources / GATHERED
    if gathered.is_file():
        return _read(gathered)
    ours = {plain(name) for name in (*names, _OWN)}
    found = [one for one in distributions() if _is_one_of(plain(one.metadata["Name"]), ours)]
    own = resources.parent / "LICENSE"
    whole = [*sorted((resources / "licences").glob("*.txt")), *([own] if own.is_file() else [])]
    texts = [*texts_of(sorted(found, key=lambda one: plain(one.metadata["Name"]))), *in_full(whole)]
    return "\n\n".join(under_a_line(name, text) for name, text in texts) + "\n"


def texts_of(found: Iterable[Distribution]) -> Iterator[tuple[str, str]]:
    """Each licence file that distributions brought, behind its name."""
    for one in found:
        for path in sorted(one.files or [], key=str):
            if ".dist-info/" in str(path) and _LICENCE_FILE.search(str(path)):
                name = f"{one.metadata['Name']} {one.version}: {path.name}"
                yield name, _read(Path(str(one.locate_file(path))))


def in_full(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each of these texts, behind its name."""
    for path in files:
        yield f"In full: {path.stem}", _read(path)


def under_a_line(name: str, text: str) -> str:
    """A text below its name, so that one finds it among many."""
    line = "=" * 24
    return f"{line}\n{name}\n{line}\n\n{text}"


def plain(name: str) -> str:
    """The name of a distribution as all of its spellings are written."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_one_of(name: str, ours: Collection[str]) -> bool:
    return name in ours or name.partition("-")[0] in ours


def _read(path: Path) -> str:
    return read_file(path, MOST_BYTES).decode("utf-8", errors="replace").rstrip()
