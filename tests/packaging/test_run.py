"""The set-up script, on a checkout of its own with one tiny package and no network."""

import ast
import base64
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "run.py"


@pytest.fixture
def run() -> ModuleType:
    """The script as a module of its own, so that a test may change what it sees."""
    spec = importlib.util.spec_from_file_location("run_under_test", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ------------------------------------------------------------------ what needs no environment


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_what_sets_up_can_be_read_where_nothing_is_installed() -> None:
    ways = f"import sys; sys.path[:0] = [{str(SCRIPT.parent)!r}, {str(ROOT)!r}]; "
    bare = [sys.executable, "-I", "-S", "-c", ways + "import steps.commands"]

    done = subprocess.run(bare, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_old_python_is_told_what_is_needed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run.sys, "version_info", (3, 10, 4))

    assert run.too_old().startswith("BackEase needs Python 3.11 or newer; ")
    assert run.too_old().endswith("is Python 3.10. Please install a newer one.")


# ------------------------------------------------------------------------- a whole set-up

APP = "import sys, tiny; print(*sys.argv[1:], tiny.VERSION)\n"


def tiny_wheel(folder: Path, version: str) -> str:
    """Make a wheel of one module; return the line that locks it."""
    wheel = folder / f"tiny-{version}-py3-none-any.whl"
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version}\n".encode(),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        record = ""
        for name, data in files.items():
            archive.writestr(name, data)
            hashed = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record += f"{name},sha256={hashed},{len(data)}\n"
        archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return f"tiny=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


class Checkout:
    """A folder that the script takes for a fresh clone."""

    def __init__(self, root: Path, shelf: Path) -> None:
        self.root = root
        self.shelf = shelf
        self.lock = root / "packaging" / "requirements.lock"

    def start(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Type the first command of the README."""
        index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf), **more}
        return subprocess.run(
            [sys.executable, str(self.root / "packaging" / "run.py"), *arguments],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PIP_CONFIG_FILE": os.devnull, "PYTHONPATH": "", **index},
        )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that has been set up once; its folder has a name with traps in it."""
    root = tmp_path_factory.mktemp("it's mine ü")
    shelf = tmp_path_factory.mktemp("shelf")
    (root / "packaging").mkdir()
    shutil.copy(SCRIPT, root / "packaging")
    for part in ("packaging/steps", "backease_desktop"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("requirements.lock", "requirements-dev.lock"):
        (root / "packaging" / name).write_text(tiny_wheel(shelf, "1.0"), encoding="utf-8")
    (root / "backease_desktop" / "__main__.py").write_text(APP, encoding="utf-8")
    made = Checkout(root, shelf)
    first = made.start("list")
    assert (first.returncode, first.stdout) == (0, "list 1.0\n"), first.stderr
    assert "installing packages" in first.stderr
    return made


def test_the_second_start_is_silent(checkout: Checkout) -> None:
    again = checkout.start("list", "--json")

    assert (again.stdout, again.stderr) == ("list --json 1.0\n", "")


def test_the_command_backease_stands_in_the_environment(checkout: Checkout) -> None:
    folder = checkout.root / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    command = shutil.which("backease", path=str(folder))
    assert command

    said = subprocess.run([command, "say", "a b"], capture_output=True, text=True, check=True)

    assert said.stdout == "say a b 1.0\n"


def test_a_damaged_environment_is_made_anew(checkout: Checkout) -> None:
    next(checkout.root.glob(".venv/**/tiny.py")).unlink()

    again = checkout.start("list")

    assert again.stdout == "list 1.0\n"
    assert "making its own Python environment" in again.stderr


def test_a_new_lock_is_installed_into_the_same_environment(checkout: Checkout) -> None:
    checkout.lock.write_text(tiny_wheel(checkout.shelf, "2.0"), encoding="utf-8")

    again = checkout.start("list")

    assert again.stdout == "list 2.0\n"
    assert "making its own Python environment" not in again.stderr


def test_what_leads_pip_elsewhere_does_not_lead_it_away(checkout: Checkout, tmp_path: Path) -> None:
    """By the environment and by pip's own file: target, prefix, user."""
    told = tmp_path / "pip.conf"
    told.write_text(f"[install]\ntarget = {tmp_path / 'a'}\nprefix = {tmp_path / 'b'}\n")
    next(checkout.root.glob(".venv/**/tiny.py")).unlink()

    again = checkout.start(
        "list",
        PIP_CONFIG_FILE=str(told),
        PIP_TARGET=str(tmp_path / "c"),
        PIP_PREFIX=str(tmp_path / "d"),
        PIP_ROOT=str(tmp_path / "e"),
        PIP_USER="1",
    )

    assert again.stdout == "list 2.0\n", again.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pip.conf"]


def test_an_environment_that_stayed_empty_is_not_taken_for_a_finished_one(
    checkout: Checkout, tmp_path: Path
) -> None:
    told = tmp_path / "pip.conf"
    told.write_text(f"[install]\nroot = {tmp_path / 'elsewhere'}\n")
    next(checkout.root.glob(".venv/**/tiny.py")).unlink()

    refused = checkout.start("list", PIP_CONFIG_FILE=str(told))

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "pip has put the packages elsewhere" in refused.stderr
    assert checkout.start("list").stdout == "list 2.0\n"


def test_a_package_with_another_hash_is_refused_and_nothing_starts(checkout: Checkout) -> None:
    tiny_wheel(checkout.shelf, "3.0")
    checkout.lock.write_text(f"tiny==3.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")

    refused = checkout.start("list")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (checkout.root / ".venv" / "backease.json").exists()
