#!/usr/bin/env python3
"""The wheel in clean environments: every Python that it is for, lowest and newest dependencies.

    python3 packaging/try_wheel.py [3.11 3.12 3.13 3.14]

Builds wheel and sdist of this checkout, and for each Python, twice, an environment of its own with
the wheel in it from a local folder: once with the lowest versions that pyproject.toml allows, once
with the newest. In each, from an empty home: both commands say their version, the self-test says
that it is sound, and a session is played. Then the sdist must give the same wheel. Exit code 0 when
all went well, 1 when something did not; a Python that is not to be had is said, and left out.

Rules: nothing but the standard library, and `uv`, which makes the environments; everything lies in
one temporary folder, which is removed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
RESOLUTIONS = ("lowest-direct", "highest")
BIN = "Scripts" if os.name == "nt" else "bin"


class TrialError(Exception):
    """Something did not go well; says what."""


def main(words: Sequence[str]) -> int:
    """Try each Python with each set of dependencies."""
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if shutil.which("uv") is None:
        print("The environments are made by uv (pip install uv), which is not here.")
        return 1
    failed = False
    with tempfile.TemporaryDirectory(prefix="backease-wheel-") as name:
        folder = Path(name)
        wheel = _built(folder)
        for python in words or PYTHONS:
            for resolution in RESOLUTIONS:
                what = f"Python {python}, {resolution.partition('-')[0]} dependencies"
                try:
                    print(f"{what}: {_tried(folder, wheel, python, resolution)}", flush=True)
                except TrialError as error:
                    failed = True
                    print(f"{what}: FAILED: {error}", flush=True)
    return int(failed)


def _built(folder: Path) -> Path:
    """The wheel, which must come out the same from the sdist."""
    build = ["uv", "build", "--quiet", "--out-dir"]
    _run([*build, str(folder / "dist"), "--sdist", "--wheel", str(ROOT)])
    wheel = next((folder / "dist").glob("*.whl"))
    sdist = next((folder / "dist").glob("*.tar.gz"))
    _run([*build, str(folder / "again"), "--wheel", str(sdist)])
    again = next((folder / "again").glob("*.whl"))
    if _contents(wheel) != _contents(again):
        raise TrialError("the sdist does not give the wheel that the checkout gives")
    print(f"{wheel.name}: the same from {sdist.name}", flush=True)
    return wheel


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _tried(folder: Path, wheel: Path, python: str, resolution: str) -> str:
    """Install it so, and use it.

    Raises:
        TrialError: something of it did not go well.
    """
    place = folder / f"{Path(python).name} {resolution}"
    made = _said(["uv", "venv", "--quiet", "--python", python, str(place / "environment")])
    if made.returncode:
        return f"not tried, this Python is not to be had: {_last_line(made.stderr)}"
    executable = place / "environment" / BIN / ("python.exe" if os.name == "nt" else "python")
    install = ["uv", "pip", "install", "--quiet", "--python", str(executable)]
    # Lowest is meant of what we name, so our names are given, and the wheel comes by itself.
    _run([*install, "--resolution", resolution, "--requirements", str(ROOT / "pyproject.toml")])
    _run([*install, "--no-deps", str(wheel)])
    home = place / "home"
    home.mkdir()
    told = ""
    for command, expected in (
        (["backease", "--version"], "BackEase Desktop "),
        (["backease-gui", "--version"], "BackEase Desktop "),
        (["backease", "play", "desk-chair-2", "--text", "--speed", "200"], "Session complete"),
        (["backease", "self-test"], "This installation is sound."),
    ):
        done = _said([str(place / "environment" / BIN / command[0]), *command[1:]], home)
        if done.returncode or expected not in done.stdout:
            raise TrialError(f"`{' '.join(command)}`: {(done.stdout + done.stderr)[-1500:]}")
        told = done.stdout
    shutil.rmtree(place)
    return "sound; " + ", ".join(told.splitlines()[3:8])


def _said(command: Sequence[str], home: Path | None = None) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if home is None or not name.startswith(("PYTHON", "XDG_", "VIRTUAL_ENV"))
    }
    own = {} if home is None else {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        list(command), cwd=home, env={**kept, **own}, capture_output=True, text=True, check=False
    )


def _run(command: Sequence[str]) -> None:
    done = _said(command)
    if done.returncode:
        raise TrialError(f"`{' '.join(command[:3])}`: {done.stderr[-1500:]}")


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no word"])[-1].strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
