"""The wheel in a clean environment: what pip, pipx and uv leave on a machine, and that it runs.

The environment has the package from the wheel alone. The libraries come from the environment that
runs the tests, by a line in a `.pth`, so that nothing is downloaded; `.pth` files over there, which
lead to the checkout, are not read from here.
"""

import importlib.metadata
import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from backease_desktop import __version__
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


class Installed:
    """An environment with the wheel in it, and an empty home."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder / "environment"
        self.home = folder / "home"
        self.home.mkdir()
        venv.create(self.folder, with_pip=True)
        self.python = self.folder / BIN / Path(sys.executable).name
        pip = [str(self.python), "-m", "pip", "install", "--no-deps", "--no-index", str(wheel)]
        subprocess.run(pip, check=True, capture_output=True, env=self.environment())
        asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
        site = subprocess.check_output([str(self.python), "-c", asked], text=True).strip()
        libraries = sysconfig.get_path("purelib")
        Path(site, "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")

    def environment(self, **more: str) -> dict[str, str]:
        """Ours, with nothing in it that leads to the checkout or to the person's files."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "PIP_", "XDG_", "QT_"))
            and name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        return {**kept, "HOME": str(self.home), **more}

    def run(self, command: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """One of the installed commands, by its absolute path, from the empty home."""
        return subprocess.run(
            [str(self.folder / BIN / command), *arguments],
            cwd=self.home,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Installed:
    """The wheel, installed."""
    return Installed(tmp_path_factory.mktemp("it's installed ü"), wheel)


def commands() -> dict[str, str]:
    """Every command that the wheel promises, and the function behind it."""
    return {**PROJECT["scripts"], **PROJECT["gui-scripts"]}


def test_the_wheel_promises_a_command_with_a_console_and_one_without(wheel: Path) -> None:
    info = f"backease_desktop-{__version__}.dist-info/entry_points.txt"
    with zipfile.ZipFile(wheel) as files:
        told = files.read(info).decode()

    assert "[console_scripts]\nbackease = " in told
    assert "[gui_scripts]\nbackease-gui = " in told


def test_the_wheel_says_where_it_comes_from_and_which_pythons_it_is_for(wheel: Path) -> None:
    info = f"backease_desktop-{__version__}.dist-info/METADATA"
    with zipfile.ZipFile(wheel) as files:
        told = files.read(info).decode().splitlines()

    for name, address in PROJECT["urls"].items():
        assert f"Project-URL: {name}, {address}" in told
    assert set(PROJECT["urls"]) == {"Homepage", "Changes", "Issues"}
    assert "License-Expression: GPL-3.0-or-later" in told
    assert "Requires-Python: >=3.11" in told
    assert [line for line in told if line.startswith("Classifier: Programming Language ")]


@pytest.mark.parametrize("name", commands())
def test_every_command_of_the_wheel_names_something_that_can_be_called(name: str) -> None:
    point = importlib.metadata.EntryPoint(name, commands()[name], "console_scripts")

    assert callable(point.load())


@pytest.mark.parametrize("name", commands())
def test_the_installed_command_says_its_version(installed: Installed, name: str) -> None:
    done = installed.run(name, "--version")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"BackEase Desktop {__version__}\n"


def test_the_installed_command_runs_the_package_of_the_wheel(installed: Installed) -> None:
    where = "import backease_desktop; print(backease_desktop.__file__)"
    told = subprocess.check_output(
        [str(installed.python), "-c", where],
        cwd=installed.home,
        env=installed.environment(),
        text=True,
    )

    assert Path(told.strip()).is_relative_to(installed.folder)


def test_the_installed_command_lists_the_catalogue_that_came_with_it(installed: Installed) -> None:
    done = installed.run("backease", "list", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    shipped = {path.stem for path in (ROOT / "catalogue" / "routines").glob("*.yaml")}
    assert {row["id"] for row in json.loads(done.stdout)} == shipped


def test_the_installed_command_plays_a_session(installed: Installed) -> None:
    done = installed.run("backease", "play", "desk-chair-2", "--text", "--speed", "500")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Session complete" in done.stdout


def test_the_installed_program_finds_itself_sound(installed: Installed) -> None:
    done = installed.run("backease", "self-test")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("This installation is sound.\n")
    assert "FAILED" not in done.stdout


def test_an_installation_that_has_lost_a_file_finds_itself_broken(installed: Installed) -> None:
    lost = next(installed.folder.rglob("_data/resources/backease.svg"))
    kept = lost.read_bytes()
    lost.unlink()

    done = installed.run("backease", "self-test")
    lost.write_bytes(kept)

    assert done.returncode == 1
    assert "backease.svg" in done.stdout
    assert done.stdout.endswith("This installation is broken.\n")
