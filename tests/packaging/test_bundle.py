"""The frozen program and what lies beside it, made from this checkout."""

import gzip
import hashlib
import itertools
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from bundle.by_pyinstaller import command
from bundle.deb import depends, make_deb
from bundle.icons import HICOLOR, drawn, icns, ico
from bundle.papers import COMPLETIONS, completion, man_page, write_papers
from bundle.papers_of_others import licence_of, licences, sbom
from bundle.settled import settle
from bundle.shipped import ROOT, modules_of_others, shipped
from PySide6.QtGui import QImage

from backease_desktop import __version__
from backease_desktop.cli.commands import COMMANDS
from backease_desktop.own_program import APP_ID
from backease_desktop.system.needs.libraries import PACKAGES
from backease_desktop.ui.help.help_page import LICENCES

WHEN = 1_795_000_000
"""A time for builds: 2026-11-18."""


def test_no_tool_of_ours_ships() -> None:
    names = {one.metadata["Name"].lower() for one in shipped()}

    assert {"msgspec", "jeepney"} <= names if sys.platform == "linux" else "msgspec" in names
    assert names.isdisjoint({"pytest", "hypothesis", "mypy", "ruff", "cx_freeze", "numpy", "pip"})


def test_all_that_ships_is_in_the_lock_with_its_version() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8").lower()
    lost = [
        one.metadata["Name"]
        for one in shipped()
        if f"{one.metadata['Name'].lower().replace('_', '-')}==" not in lock.replace("_", "-")
    ]

    assert lost == []


def test_modules_of_tools_are_named_and_our_own_are_not() -> None:
    others = modules_of_others()

    assert {"pytest", "mypy", "hypothesis"} <= set(others)
    assert {"backease_desktop", "_cffi_backend", "msgspec", "pydantic"}.isdisjoint(others)


def test_the_man_page_has_every_command_with_its_day_of_build() -> None:
    page = man_page(WHEN)

    assert [one.name for one in COMMANDS if one.name.replace("-", "\\-") not in page] == []
    assert "2026\\-11\\-18" in page
    assert page == man_page(WHEN)


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_every_command_is_completed(shell: str) -> None:
    script = completion(shell)

    assert [one.name for one in COMMANDS if one.name not in script] == []


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_the_shell_finds_no_fault_in_what_completes(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    script = tmp_path / shell
    script.write_text(completion(shell), encoding="utf-8")

    done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("size", HICOLOR)
def test_an_icon_is_drawn_in_the_size_that_its_folder_names(size: int, qapp: object) -> None:
    image = drawn(size)

    assert (image.width(), image.height()) == (size, size)
    assert any(image.pixelColor(size // 2, y).alpha() == 255 for y in range(size))
    assert image.pixelColor(0, 0).alpha() < 255


def test_windows_icon_says_where_each_picture_lies_and_how_large_it_is(qapp: object) -> None:
    content = ico()
    reserved, kind, count = struct.unpack_from("<HHH", content)

    assert (reserved, kind) == (0, 1)
    sizes, ends = [], []
    for entry in range(count):
        side, _, _, _, _, depth, length, place = struct.unpack_from(
            "<BBBBHHII", content, 6 + 16 * entry
        )
        image = QImage.fromData(content[place : place + length], "PNG")
        assert (image.width() % 256, depth) == (side, 32)
        sizes.append(image.width())
        ends.append(place + length)
    assert sizes == [16, 24, 32, 48, 256]
    assert ends[-1] == len(content)


def test_apples_icon_names_its_own_length_and_that_of_each_picture(qapp: object) -> None:
    content = icns()
    assert (content[:4], struct.unpack_from(">I", content, 4)[0]) == (b"icns", len(content))

    place, sizes = 8, []
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place + 4)
        sizes.append(QImage.fromData(content[place + 8 : place + length], "PNG").width())
        place += length
    assert sizes == [16, 32, 128, 256, 512, 1024]
    assert place == len(content)


def test_a_menu_finds_the_program_its_icon_and_its_description(
    tmp_path: Path, qapp: object
) -> None:
    write_papers(tmp_path, "/usr/bin/backease", WHEN)

    entry = tmp_path / "applications" / f"{APP_ID}.desktop"
    assert '\nExec="/usr/bin/backease" ' in entry.read_text(encoding="utf-8")
    told = ElementTree.parse(tmp_path / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()
    assert told.findtext("launchable") == entry.name
    icon = tmp_path / "icons" / "hicolor" / "48x48" / "apps" / f"{APP_ID}.png"
    assert QImage(str(icon)).width() == 48
    page = tmp_path / "man" / "man1" / "backease.1.gz"
    assert gzip.decompress(page.read_bytes()).decode() == man_page(WHEN)


def test_all_that_ships_names_its_licence() -> None:
    text = licences()

    for one in shipped():
        assert f"{one.metadata['Name']} {one.version}: " in text
    assert "espeakng-loader 0.2.4: GPL-3.0-or-later\n" in text
    assert "in it Qt LGPL-3.0-only\n" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_help_shows_all_that_ships_under_the_licence_that_it_names() -> None:
    shown = {
        word: licence
        for names, licence in LICENCES
        if not names.startswith("libsndfile")
        for word in re.split(r"[,; ]+", names.lower())
    }

    for one in shipped():
        name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower()
        family = name.partition("-")[0]  # "winrt", "pyobjc"
        licence = shown.get(name) or shown.get(family, "")
        assert licence in licence_of(one).split(" OR "), name


def test_the_list_for_machines_has_all_that_ships_and_nothing_of_this_machine() -> None:
    told = json.loads(sbom("3.11.99"))

    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"] == {"component": told["metadata"]["component"]}
    assert told["metadata"]["component"]["version"] == __version__
    parts = {(one["name"], one["version"]) for one in told["components"]}
    assert len(parts) == len(shipped()) + 1
    for one in shipped():
        assert (one.metadata["Name"].lower().replace("_", "-"), one.version) in parts
    assert ("python", "3.11.99") in parts
    assert "serialNumber" not in told


def _made(folder: Path, at: int, backwards: bool) -> Path:
    """A folder like a frozen program's, made at some time in some order."""
    (folder / "lib").mkdir(parents=True)
    modules = [(f"{name}.pyc", bytes(8) + at.to_bytes(4, "little") + b"code") for name in "abc"]
    modules.append(("BUILD_CONSTANTS.pyc", str(folder).encode() + bytes(16)))
    if backwards:
        modules.reverse()
    with zipfile.ZipFile(folder / "lib" / "library.zip", "w") as archive:
        for name, code in modules:
            archive.writestr(zipfile.ZipInfo(name, (1990 + backwards, 1, 1, 0, 0, 0)), code)
    (folder / "lib" / "one.pyc").write_bytes(modules[1][1])
    program = folder / "backease"
    program.write_bytes(b"\x7fELF")
    program.chmod(0o700 if backwards else 0o775)
    return folder


def test_what_was_made_elsewhere_and_later_is_the_same(tmp_path: Path) -> None:
    one = _made(tmp_path / "one", 1_700_000_000, backwards=False)
    other = _made(tmp_path / "other place", 1_800_000_000, backwards=True)
    assert _seen(one) != _seen(other)

    settle(one, WHEN)
    settle(other, WHEN)

    assert _seen(one) == _seen(other)
    assert (one / "backease").stat().st_mode & 0o777 == 0o755


def _seen(folder: Path) -> dict[str, tuple[int, float, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode,
            path.stat().st_mtime,
            path.read_bytes(),
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_package_depends_on_every_library_of_the_table() -> None:
    needed = depends().split(", ")

    assert {debian for debian, _ in PACKAGES.values()} <= set(needed)
    assert len(needed) == len(set(needed))


def test_the_way_back_freezes_what_ships_and_nothing_else() -> None:
    told = command(Path("there"), Path("work"))

    pairs = set(itertools.pairwise(told))
    for one in shipped():
        assert ("--copy-metadata", one.metadata["Name"]) in pairs
    for name in ("catalogue", "resources"):
        assert ("--add-data", f"{ROOT / name}:backease_desktop/_data/{name}") in pairs
    left_out = {name for word, name in pairs if word == "--exclude-module"}
    assert {"ssl", "tkinter", "numpy"} <= left_out
    assert left_out.isdisjoint({"PySide6", "shiboken6", "msgspec", "backease_desktop"})
    assert told[-1] == str(ROOT / "packaging" / "bundle" / "start.py")


class Bundle(NamedTuple):
    """What `packaging/run.py bundle` left, and what it said."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The program, frozen from this checkout."""
    folder = tmp_path_factory.mktemp("it's frozen ü")
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "bundle"), "--no-deb", "--to", str(folder)],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Bundle(folder, done.stdout)


@pytest.fixture
def frozen(bundle: Bundle) -> Path:
    """The folder with the program."""
    return bundle.folder / "backease"


def _run(frozen: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    program = frozen / ("backease.exe" if os.name == "nt" else "backease")
    return subprocess.run(
        [str(program), *words],
        cwd=home,
        env={**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_frozen_program_finds_itself_sound(bundle: Bundle) -> None:
    assert "This installation is sound.\n" in bundle.said
    assert "files as they were installed" in bundle.said
    assert "FAILED" not in bundle.said


def test_the_sums_are_those_of_the_files_beside(bundle: Bundle) -> None:
    sums = (bundle.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()

    papers = ["LICENCES", "sbom.cdx.json", "policies.schema.json"]
    assert [line.split("  ")[1] for line in sums] == papers
    for line in sums:
        sum_, name = line.split("  ")
        assert hashlib.sha256((bundle.folder / name).read_bytes()).hexdigest() == sum_


def test_a_frozen_program_that_lost_a_file_finds_itself_broken(
    frozen: Path, tmp_path: Path
) -> None:
    lost = next(frozen.rglob("backease.svg"))
    kept = lost.read_bytes()
    lost.unlink()

    done = _run(frozen, tmp_path, "--profile", str(tmp_path / "ours"), "self-test")
    lost.write_bytes(kept)

    assert done.returncode == 1
    assert "backease.svg" in done.stdout


def test_the_frozen_program_plays_a_session(frozen: Path, tmp_path: Path) -> None:
    done = _run(frozen, tmp_path, "play", "desk-chair-2", "--text", "--speed", "500", "--mute")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Session complete" in done.stdout


def test_the_frozen_program_holds_no_tool_and_no_way_to_a_network(frozen: Path) -> None:
    with zipfile.ZipFile(frozen / "lib" / "library.zip") as archive:
        modules = {name.partition("/")[0].removesuffix(".pyc") for name in archive.namelist()}
    files = {path.name for path in frozen.rglob("*")}

    assert modules.isdisjoint(modules_of_others())
    assert [name for name in files if name.startswith(("libssl", "libcrypto", "_ssl"))] == []
    assert [name for name in files if name.startswith(("libQt6Qml", "libqopenssl"))] == []


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")
def test_a_package_puts_a_program_where_the_menu_looks_for_it(tmp_path: Path, qapp: object) -> None:
    small = tmp_path / "frozen"
    small.mkdir()
    (small / "backease").write_text("#!/bin/sh\n", encoding="utf-8")
    (small / "backease").chmod(0o700)

    package = make_deb(small, tmp_path, {"LICENCES": "theirs\n"}, WHEN)

    ask = ["dpkg-deb", "-c", str(package)]
    listed = subprocess.check_output([*ask], text=True).splitlines()
    paths = {line.split()[5]: line for line in listed}
    assert paths["./usr/lib/backease/backease"].startswith("-rwxr-xr-x root/root")
    assert paths["./usr/bin/backease"].endswith(" -> ../lib/backease/backease")
    assert "./usr/share/doc/backease-desktop/LICENCES.gz" in paths
    assert f"./usr/share/applications/{APP_ID}.desktop" in paths
    again = make_deb(small, tmp_path / "frozen" / "..", {"LICENCES": "theirs\n"}, WHEN)
    assert again.read_bytes() == package.read_bytes()
