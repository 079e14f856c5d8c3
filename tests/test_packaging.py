"""Version, dependencies, locks and wheel agree with each other."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from backease_desktop import __version__
from backease_desktop.speech.pack.rendering import PACKAGES
from backease_desktop.speech.pack.writing import NEEDED

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEV = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
VOICE = [Requirement(line) for line in PROJECT["project"]["optional-dependencies"]["voice"]]
PACK = [Requirement(line) for line in PROJECT["dependency-groups"]["voice-pack"]]

BROUGHT = {"comtypes", "pydantic-core", "pyobjc-core", "pywin32", "shiboken6"}
"""Packages that a declared one always brings along."""

ELSEWHERE = {  # modules of packages of another system, or of another environment
    "winrt": "winrt-windows-media",
    "AppKit": "pyobjc-framework-cocoa",
    "Foundation": "pyobjc-framework-cocoa",
    "PyObjCTools": "pyobjc-framework-cocoa",
    "objc": "pyobjc-core",
    "comtypes": "comtypes",
    "espeakng_loader": "espeakng-loader",
    "jeepney": "jeepney",
    "hibari": "hibari-tts",
    "numpy": "numpy",
    "soundfile": "soundfile",
    "pythoncom": "pywin32",
    "win32com": "pywin32",
}

NEWER = {"_sha2"}
"""Modules of Python's own that an older Python does not know yet."""


def locked(kind: str) -> dict[str, str]:
    """Versions by canonical name, as a lock file pins them."""
    text = (ROOT / "packaging" / f"{kind}.lock").read_text(encoding="utf-8")
    return {canonicalize_name(n): v for n, v in re.findall(r"^([\w.-]+)==([\w.+-]+)", text, re.M)}


def test_the_changelog_has_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(rf"^## \[?{re.escape(__version__)}\b", changelog, re.M)


@pytest.mark.parametrize(
    ("kind", "needed"),
    [("requirements", RUN), ("requirements-dev", RUN + DEV), ("requirements-voice", PACK)],
    ids=["run", "dev", "voice"],
)
def test_the_lock_pins_what_the_project_asks_for(kind: str, needed: list[Requirement]) -> None:
    pins = locked(kind)

    unmet = [str(r) for r in needed if pins.get(canonicalize_name(r.name), "") not in r.specifier]
    assert unmet == []


def test_the_development_lock_holds_the_other_one_whole() -> None:
    assert locked("requirements").items() <= locked("requirements-dev").items()


@pytest.mark.parametrize("kind", ["requirements", "requirements-dev", "requirements-voice"])
def test_a_lock_has_a_hash_for_every_package_and_no_address(kind: str) -> None:
    text = (ROOT / "packaging" / f"{kind}.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.M)[1:]

    assert "://" not in text
    assert not re.search(r"^-", text, re.M)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_the_package_imports_is_declared() -> None:
    providers = importlib.metadata.packages_distributions()
    imported = {
        alias.split(".")[0]
        for path in (ROOT / "backease_desktop").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for alias in names_in(node)
    }
    third = imported - sys.stdlib_module_names - NEWER - {"backease_desktop"}
    declared = {canonicalize_name(r.name) for r in RUN + VOICE + PACK} | BROUGHT

    undeclared = [
        module
        for module in sorted(third)
        if declared.isdisjoint(
            map(canonicalize_name, [*providers.get(module, []), ELSEWHERE.get(module, "")])
        )
    ]
    assert undeclared == []


def names_in(node: ast.AST) -> list[str]:
    """Modules that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module]
    return []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_carries_every_catalogue_and_resource_file(wheel: zipfile.ZipFile) -> None:
    data = {
        f"backease_desktop/_data/{path.relative_to(ROOT).as_posix()}"
        for top in ("catalogue", "resources")
        for path in (ROOT / top).rglob("*")
        if path.is_file()
    }

    assert data - set(wheel.namelist()) == set()


def test_the_wheel_carries_the_licence_and_no_tests(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    info = f"backease_desktop-{__version__}.dist-info"

    assert f"{info}/licenses/LICENSE" in names
    assert [n for n in names if n.split("/")[0] not in ("backease_desktop", info)] == []


def test_a_voice_pack_is_rendered_with_exactly_what_its_lock_pins() -> None:
    pins = locked("requirements-voice")

    assert [f"{name} {pins[name]}" for name in map(canonicalize_name, PACKAGES)] == list(NEEDED)


def test_the_extra_that_speaks_the_rest_takes_the_voice_of_the_pack() -> None:
    pins = locked("requirements-voice")

    assert [str(r) for r in VOICE if pins[canonicalize_name(r.name)] not in r.specifier] == []
