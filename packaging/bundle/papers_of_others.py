"""Licences of all that ships, and the list of it that machines read (SBOM, CycloneDX 1.6).

Both are gathered from the distributions themselves and from the lock file; neither holds a time, a
random number or a name of the machine.
"""

import json
import platform
import re
from importlib.metadata import Distribution
from typing import Any

from backease_desktop import __version__
from backease_desktop.diagnostics.licence_texts import in_full, plain, texts_of, under_a_line
from bundle.shipped import ROOT, shipped

_ONE = r"(?:MIT|ISC|[A-Za-z][\w.+]*-[\w.+-]+)"
_SPDX = re.compile(rf"{_ONE}(?: (?:AND|OR|WITH) {_ONE})*")
_HASHES = re.compile(r"--hash=sha256:([0-9a-f]{64})")
PYTHON_LICENCE = "Python-2.0"

TEXTS = ROOT / "resources" / "licences"
"""Of licences whose text no distribution brings."""

UNTOLD = {
    "espeakng-loader": "GPL-3.0-or-later",  # that of espeak-ng, which is what is in it
    "pypiwin32": "PSF-2.0",
    "segno": "BSD-3-Clause",
    "soundfile": "BSD-3-Clause",
}
"""Licences that a distribution does not name, or only by their family; found in its files."""

CARRIED = {"soundfile": "libsndfile LGPL-2.1-or-later", "pyside6-essentials": "Qt LGPL-3.0-only"}
"""Libraries inside a distribution under a licence that is not its own."""

_SHORT = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""SPDX's words for names that say which licence it is."""

Component = dict[str, Any]


def licence_of(one: Distribution) -> str:
    """Its licence, as it names it itself: an SPDX expression where it has one.

    Raises:
        LookupError: it names none, and `UNTOLD` does not know it either.
    """
    told = _first(one, "License-Expression")
    classified = [
        line.rpartition(" :: ")[2]
        for line in one.metadata.get_all("Classifier") or []
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    line = _first(one, "License").strip().partition("\n")[0]
    name = plain(one.metadata["Name"])
    if name in UNTOLD:
        return UNTOLD[name]
    found = told or ", ".join(classified) or line
    if not found:
        raise LookupError(f"{name} names no licence: somebody has to look, and to add it here")
    return _SHORT.get(found, found)


def _first(one: Distribution, field: str) -> str:
    return next(iter(one.metadata.get_all(field) or []), "")


def licences() -> str:
    """One text: what ships under which licence, then every licence file that came with it."""
    lines = ["What BackEase Desktop is made of, besides its own code (GPL-3.0-or-later).", ""]
    for name, version, licence in _table():
        carried = CARRIED.get(plain(name))
        lines.append(f"{name} {version}: {licence}" + (f"; in it {carried}" if carried else ""))
    whole = [*sorted(TEXTS.glob("*.txt")), ROOT / "LICENSE"]
    for name, text in (*texts_of(shipped()), *in_full(whole)):
        lines += ["", under_a_line(name, text)]
    return "\n".join(lines) + "\n"


def _table() -> list[tuple[str, str, str]]:
    python = ".".join(platform.python_version_tuple()[:2])
    ours = ("Python", python, PYTHON_LICENCE)
    return [ours, *((one.metadata["Name"], one.version, licence_of(one)) for one in shipped())]


def sbom(python: str) -> str:
    """The list of components, as CycloneDX has it.

    Args:
        python: the version inside the frozen program, which may be a newer one than runs here.
    """
    lock = _hashes_of_the_lock()
    own = _component("application", "backease-desktop", __version__, "GPL-3.0-or-later")
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": [
            _component("platform", "python", python, PYTHON_LICENCE),
            *(
                _component("library", one.metadata["Name"], one.version, licence_of(one))
                | _origin(lock.get(plain(one.metadata["Name"]), []))
                for one in shipped()
            ),
        ],
    }
    return json.dumps(told, indent=2, sort_keys=True) + "\n"


def _component(kind: str, name: str, version: str, licence: str) -> Component:
    id_ = plain(name)
    is_spdx = _SPDX.fullmatch(licence) is not None
    choice: Component = {"expression": licence} if is_spdx else {"license": {"name": licence}}
    purl = f"pkg:generic/{id_}@{version}" if kind == "platform" else f"pkg:pypi/{id_}@{version}"
    return {
        "type": kind,
        "bom-ref": purl,
        "name": id_,
        "version": version,
        "purl": purl,
        "licenses": [choice],
    }


def _origin(hashes: list[str]) -> Component:
    """Which files of the index may have been installed: those that the lock allows."""
    allowed = [{"name": "locked:sha256", "value": one} for one in hashes]
    return {"properties": allowed} if allowed else {}


def _hashes_of_the_lock() -> dict[str, list[str]]:
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    return {plain(one.partition("==")[0]): sorted(_HASHES.findall(one)) for one in blocks if one}
