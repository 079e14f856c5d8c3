"""Which distributions ship: the program's dependencies, theirs, and no tool of ours.

What is asked for is read from pyproject.toml, so the program itself need not be installed.
"""

import importlib.metadata
import tomllib
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

UNUSED = {"numpy", "pyobjc"}
"""Asked for by something that ships, but not by what the program calls in it; the locks leave
them out, too."""


def shipped() -> list[importlib.metadata.Distribution]:
    """Every distribution that ships, by name.

    Raises:
        PackageNotFoundError: one is not installed here.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, importlib.metadata.Distribution] = {}
    _gather(project["dependencies"], found)
    return [found[name] for name in sorted(found)]


def _gather(asked: Iterable[str], found: dict[str, importlib.metadata.Distribution]) -> None:
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if not wanted or name in found or name in UNUSED:
            continue
        found[name] = importlib.metadata.distribution(name)
        _gather(found[name].requires or [], found)


def modules_of_others() -> list[str]:
    """Top-level modules in this environment that belong to no distribution that ships."""
    ours = {canonicalize_name(one.metadata["Name"]) for one in shipped()}
    return sorted(
        module
        for module, owners in importlib.metadata.packages_distributions().items()
        if module.isidentifier()
        and module not in ("backease_desktop", "_cffi_backend")
        and not ours & {canonicalize_name(owner) for owner in owners}
    )
