"""The way back, should cx_Freeze end: the same program, frozen by PyInstaller.

    .venv/bin/pip install pyinstaller
    python3 packaging/run.py bundle --by-pyinstaller

What comes of it is asked by its own self-test, as the other; it is neither pruned nor the same
bytes twice, nothing is packed of it, and it is heavier (ARCHITECTURE.md says by how much). It shows
that nothing in the program knows which of the two has frozen it.

Rules: what is frozen is what `frozen` names; nothing of the program is changed for it.
"""

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from bundle.frozen import FOR_A_NETWORK, LOADED_BY_C, LOADED_BY_NAME, NOT_FOR_US, WITH_FILES
from bundle.shipped import ROOT, UNUSED, shipped

_KNOWN = ("backease_desktop", "shiboken6")
"""Packages with files that PyInstaller is told otherwise, or knows."""


def is_here() -> bool:
    """Whether PyInstaller is installed."""
    return importlib.util.find_spec("PyInstaller") is not None


def freeze_by_pyinstaller(to: Path) -> Path:
    """Make the folder `backease` in a folder; returns the executable."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(command(to, Path(work)), cwd=ROOT, check=True)
    return to / "backease" / ("backease.exe" if sys.platform == "win32" else "backease")


def command(to: Path, work: Path) -> list[str]:
    """What starts PyInstaller.

    Args:
        to: the folder that gets the program's.
        work: a folder for what lies around meanwhile.
    """
    data = "backease_desktop/_data"
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    words += ["--name", "backease", "--paths", str(ROOT), "--distpath", str(to)]
    words += ["--workpath", str(work), "--specpath", str(work)]
    for name in ("catalogue", "resources"):
        words += ["--add-data", f"{ROOT / name}:{data}/{name}"]
    for name in ("backease_desktop", *LOADED_BY_NAME):
        words += ["--collect-submodules", name]
    for name in WITH_FILES:
        if name not in _KNOWN:
            words += ["--collect-all", name]
    for name in LOADED_BY_C:
        words += ["--hidden-import", name]
    for one in shipped():
        words += ["--copy-metadata", one.metadata["Name"]]
    # No tool of ours is named, as for cx_Freeze: it brings only what is imported, and stumbles over
    # names that another package calls its own, too.
    for name in (*NOT_FOR_US, *FOR_A_NETWORK, *sorted(UNUSED)):
        words += ["--exclude-module", name]
    return [*words, str(ROOT / "packaging" / "bundle" / "start.py")]
