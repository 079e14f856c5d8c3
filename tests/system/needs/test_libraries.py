"""Which libraries Qt lacks, and the command that brings them on each kind of Linux."""

import sys
from pathlib import Path

import PySide6
import pytest

from backease_desktop.system.needs.libraries import (
    DRAW,
    FONT,
    OPEN,
    PLAY,
    absent,
    advice,
    missing,
    qt_folder,
    why_not_loaded,
)

QT = Path(PySide6.__file__).parent

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux lacks libraries"
)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, prints: str = "") -> None:
    """Put a program there that prints a text."""
    path = folder / name
    path.write_text(f"#!/bin/sh\nprintf '%s' '{prints}'\n", encoding="utf-8")
    path.chmod(0o755)


def test_those_not_found_are_named_once(programs: Path) -> None:
    lines = "a.so:\n\tlibEGL.so.1 => not found\n\tlibm.so.6 => /lib/libm.so.6\n"
    program(programs, "ldd", lines + lines)

    assert missing(QT, PLAY) == ["libEGL.so.1"]


def test_without_ldd_nothing_is_missing(programs: Path) -> None:
    assert missing(QT, PLAY) == []


def test_the_files_that_are_looked_at_are_those_of_pyside() -> None:
    assert qt_folder() == QT
    assert [name for name in OPEN.files if not (QT / name).is_file()] == []


def test_a_larger_use_needs_all_that_a_smaller_one_needs() -> None:
    for less, more in ((PLAY, DRAW), (DRAW, OPEN)):
        assert set(less.files) < set(more.files)
        assert less.packages.items() < more.packages.items()


def test_what_is_looked_for_before_pyside_is_there_is_what_it_then_lacks() -> None:
    """As far as this machine can tell: what it has is not absent, what it lacks is."""
    assert set(missing(QT, OPEN)) <= set(absent(OPEN))
    assert absent(PLAY) == []  # these tests run on Qt


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        (
            "apt-get",
            "sudo apt-get update && sudo apt-get install fonts-dejavu-core libegl1",
        ),
        ("pacman", "sudo pacman -S --needed libglvnd ttf-dejavu"),
        ("dnf", "sudo dnf install dejavu-sans-fonts 'libEGL.so.1()(64bit)'"),
        ("zypper", "sudo zypper install dejavu-fonts 'libEGL.so.1()(64bit)'"),
    ],
)
def test_the_command_to_type_is_the_one_of_this_system(
    programs: Path, tool: str, command: str
) -> None:
    program(programs, tool)

    assert advice([FONT, "libEGL.so.1"]).endswith(f"; install them with: {command}")


def test_an_unknown_library_is_named_beside_the_command(programs: Path) -> None:
    program(programs, "apt-get")

    told = advice(["libEGL.so.1", "libnew.so.3"])

    assert "find the packages of libnew.so.3" in told
    assert told.endswith("install libegl1")


def test_an_unknown_system_gets_the_names(programs: Path) -> None:
    assert advice(["libEGL.so.1"]).endswith("find the packages of libEGL.so.1")


def test_a_library_that_python_could_not_load_is_told_with_all_the_others(programs: Path) -> None:
    program(programs, "apt-get")
    program(programs, "ldd", "libGL.so.1 => not found\nlibxcb-cursor.so.0 => not found\n")
    error = ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    assert why_not_loaded(error).endswith("install libgl1 libxcb-cursor0")


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
    ],
)
def test_a_library_that_ldd_does_not_tell_of_is_told_all_the_same(
    programs: Path, library: str, package: str
) -> None:
    program(programs, "apt-get")
    error = ImportError(f"{library}: cannot open shared object file: No such file or directory")

    assert why_not_loaded(error).endswith(f"install {package}")


@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'pydantic'", name="pydantic"),
        ImportError("DLL load failed while importing QtWidgets", name="QtWidgets"),
    ],
    ids=str,
)
def test_a_part_that_is_not_there_is_named_with_what_to_do(error: ImportError) -> None:
    told = why_not_loaded(error)

    assert f"({error.name})" in told
    assert str(error) in told
    assert "install BackEase again" in told
    assert "\n" not in told
