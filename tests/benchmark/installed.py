"""An installation of one's own, made as the set-up makes it, for the time of a measurement.

Rules: PySide6 is a copy that nobody else has open, so that no page of it is shared with another
program and "private" means the same on every machine; everything else is linked. Bytecode is there
beforehand, as after a first start. PySide's own start-up files are unpacked once, as the set-up
does (`steps.environment`); the bare window has the same copy and gains as much by it.
"""

import os
import shutil
import subprocess
import venv
from pathlib import Path
from sysconfig import get_path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("PySide6", "shiboken6")
_OURS = ("backease_desktop.pth", "__pycache__")


def installed(folder: Path, *, unpacked: bool = True) -> str:
    """Make it; returns its Python.

    Args:
        folder: an empty folder.
        unpacked: whether PySide's own start-up files lie on the disk, as after our set-up, or are
            read out of its library, as pip leaves them.

    Raises:
        RuntimeError: PySide6 does not start there.
    """
    here = folder / "installed"
    venv.create(here, symlinks=os.name == "posix")
    python = here / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(get_path("purelib", vars={"base": str(here)}))
    for package in Path(get_path("purelib")).iterdir():
        if package.name in COPIED:
            # Whoever measures may have unpacked them already.
            ignore = shutil.ignore_patterns("files.dir", "__pycache__")
            shutil.copytree(package, site / package.name, symlinks=True, ignore=ignore)
        elif package.name not in _OURS:
            (site / package.name).symlink_to(package, target_is_directory=package.is_dir())
    (site / "backease_desktop.pth").write_text(f"{ROOT}\n", "utf-8")
    around = {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "SBK_"))}
    if unpacked:
        around["SBK_EMBED"] = "0"
    _run([str(python), "-c", "import PySide6.QtWidgets"], around)
    _run([str(python), "-m", "compileall", "-q", str(ROOT / "backease_desktop")], around)
    return str(python)


def embedding(python: str) -> str:
    """How the PySide6 of a Python starts, for the note beside a figure."""
    asked = [python, "-c", "import shiboken6, os; print(os.path.dirname(shiboken6.__file__))"]
    place = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    return "SBK_EMBED=0 once" if Path(place, "files.dir").is_dir() else "SBK_EMBED as pip leaves it"


def _run(command: list[str], around: dict[str, str]) -> None:
    done = subprocess.run(command, env=around, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(
            f"the installation to be measured does not start: {done.stderr[-500:] or done.stdout}"
        )
