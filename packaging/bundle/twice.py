"""Whether a build is the same bytes wherever it is made: it is made twice, in two places.

    python3 packaging/bundle/twice.py [arguments of packaging/run.py bundle]

The commit that is checked out is built from two copies of it, in folders of different names and
depths, with another time zone, language and umask the second time. Exit code 0 when every file is
the same, 1 with the names of those that are not.

Rules: nothing but the standard library; both use the environment of this checkout, so what is
compared is the build and not the index; the copies are removed.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class Where(NamedTuple):
    """What differs between two places besides their folders."""

    variables: dict[str, str]
    umask: int


ONE = {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
OTHER = {"TZ": "Asia/Kathmandu", "LC_ALL": "C"}


def main(words: Sequence[str]) -> int:
    """Build twice, and compare."""
    commit = _git("rev-parse", "HEAD").decode().strip()
    with tempfile.TemporaryDirectory(prefix="backease-twice-") as folder:
        places = Path(folder)
        one = _build(commit, places / "one", Where(ONE, 0o022), words)
        other = _build(commit, places / "an other" / "place", Where(OTHER, 0o077), words)
    differing = sorted(name for name in one | other if one.get(name) != other.get(name))
    for name in differing:
        print(f"differs: {name}")
    if differing:
        return 1
    whole = hashlib.sha256("".join(f"{name} {one[name]}\n" for name in sorted(one)).encode())
    print(f"{len(one)} files, the same bytes twice: {whole.hexdigest()}")
    return 0


def _build(commit: str, place: Path, where: Where, words: Sequence[str]) -> dict[str, str]:
    """Build a copy of the commit there.

    Returns:
        The digest of each file, by its path.
    """
    place.mkdir(parents=True)
    subprocess.run(["tar", "-x", "-C", str(place)], input=_git("archive", commit), check=True)
    when = _git("log", "-1", "--format=%ct", commit).decode().strip()
    to = place / "made"
    subprocess.run(
        [str(PYTHON), str(place / "packaging" / "bundle"), "--to", str(to), *words],
        # This copy's modules come before those that the environment leads to.
        env={**os.environ, **where.variables, "PYTHONHASHSEED": "0", "PYTHONPATH": str(place)}
        | {"SOURCE_DATE_EPOCH": when},
        umask=where.umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    files = (path for path in to.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(to).as_posix(): _digest(path) for path in files}


def _git(*words: str) -> bytes:
    return subprocess.check_output(["git", "-C", str(ROOT), *words])


def _digest(path: Path) -> str:
    mode = oct(path.stat().st_mode & 0o777)
    return f"{mode} {hashlib.sha256(path.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
