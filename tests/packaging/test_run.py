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

import PySide6
import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "run.py"


@pytest.fixture
def run() -> ModuleType:
    """The script as a module of its own, so that a test may change its constants."""
    spec = importlib.util.spec_from_file_location("run_under_test", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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


# ---------------------------------------------------------------------- what needs no .venv


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_script_needs_nothing_but_the_standard_library() -> None:
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name) or ""
        for node in ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }

    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_old_python_is_told_what_is_needed(
    run: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 10, 4))

    with pytest.raises(run.SetupError, match=r"needs Python 3\.11 or newer.*install a newer one"):
        run.require_python()


@pytest.mark.parametrize(
    ("arguments", "turned"),
    [
        ([], ["play", "--text"]),
        (["--start", "desk"], ["play", "desk", "--text"]),
        (["--profile=p", "--start=desk"], ["--profile", "p", "play", "desk", "--text"]),
        (["--event-log", "log"], ["--event-log", "log", "play", "--text"]),
    ],
)
def test_what_would_open_the_window_can_play_in_the_terminal(
    run: ModuleType, arguments: list[str], turned: list[str]
) -> None:
    assert run.in_terminal(arguments) == turned


@pytest.mark.parametrize(
    "arguments", [["list", "--json"], ["--profile", "p", "list"], ["--version"], ["--help"]]
)
def test_a_command_without_a_window_is_left_alone(run: ModuleType, arguments: list[str]) -> None:
    assert run.in_terminal(arguments) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone can lack a display")
class TestDisplay:
    @pytest.fixture(autouse=True)
    def none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)

    def test_none_is_noticed(self, run: ModuleType) -> None:
        assert "no display" in run.no_display()

    def test_a_chosen_platform_is_believed(
        self, run: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

        assert run.no_display() == ""

    def test_a_compositor_that_does_not_answer_is_no_display(
        self, run: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")

        assert run.no_display() == "The display wayland-7 cannot be opened."

    def test_a_compositor_that_listens_is_a_display(
        self, run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.setenv("WAYLAND_DISPLAY", "w")
        with run.socket.socket(run.socket.AF_UNIX) as compositor:
            compositor.bind(str(tmp_path / "w"))
            compositor.listen()

            assert run.no_display() == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")
class TestLibraries:
    def test_those_not_found_are_named_once(self, run: ModuleType, programs: Path) -> None:
        program(
            programs, "ldd", "a.so:\n\tlibEGL.so.1 => not found\n\tlibm.so.6 => /lib/libm.so.6\n"
        )

        assert run.missing_libraries(run.CORE) == ["libEGL.so.1"]

    def test_the_files_that_are_looked_at_are_those_of_pyside(self, run: ModuleType) -> None:
        qt = Path(PySide6.__file__).parent

        assert [part for part in run.WINDOW if not (qt / part).is_file()] == []

    @pytest.mark.parametrize(
        ("tool", "command"),
        [
            ("apt-get", "sudo apt-get install fonts-dejavu-core libegl1"),
            ("pacman", "sudo pacman -S --needed libglvnd ttf-dejavu"),
            ("dnf", "sudo dnf install dejavu-sans-fonts 'libEGL.so.1()(64bit)'"),
            ("zypper", "sudo zypper install dejavu-fonts 'libEGL.so.1()(64bit)'"),
        ],
    )
    def test_the_command_to_type_is_the_one_of_this_system(
        self, run: ModuleType, programs: Path, tool: str, command: str
    ) -> None:
        program(programs, tool)

        assert run.advice([run.FONT, "libEGL.so.1"]).endswith(command)

    def test_an_unknown_library_is_named_beside_the_command(
        self, run: ModuleType, programs: Path
    ) -> None:
        program(programs, "apt-get")

        told = run.advice(["libEGL.so.1", "libnew.so.3"])

        assert "install libegl1\n" in told
        assert told.endswith("libnew.so.3")

    def test_an_unknown_system_gets_the_names(self, run: ModuleType, programs: Path) -> None:
        assert run.advice(["libEGL.so.1"]).endswith("packages of: libEGL.so.1")


@pytest.fixture
def venv(run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the script takes for a finished environment, made without one."""
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "site").mkdir()
    places = {"VENV": "", "PYTHON": "bin/python", "SITE": "site", "STAMP": "backease.json"}
    for constant, place in places.items():
        monkeypatch.setattr(run, constant, folder / place)
    for name in ("bin/python", "pyvenv.cfg", "site/tiny.py"):
        (folder / name).touch()
    run.write_stamp({"made_for": run.made_for(), "installed": ["tiny.py"], "locks": ["1"]})
    assert run.read_stamp()["locks"] == ["1"]
    return folder


@pytest.mark.parametrize("name", ["bin/python", "pyvenv.cfg", "site/tiny.py", "backease.json"])
def test_an_environment_that_lacks_a_part_is_not_believed(
    run: ModuleType, venv: Path, name: str
) -> None:
    (venv / name).unlink()

    assert run.read_stamp() == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"made_for": 1', "null"])
def test_a_broken_stamp_is_not_believed(run: ModuleType, venv: Path, text: str) -> None:
    (venv / "backease.json").write_text(text, encoding="utf-8")

    assert run.read_stamp() == {}


def test_an_environment_of_another_python_is_not_believed(
    run: ModuleType, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "THIS", "python3.99")

    assert run.read_stamp() == {}


def test_an_environment_that_was_moved_is_not_believed(
    run: ModuleType, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = venv.rename(venv.with_name("moved"))
    for constant in ("VENV", "PYTHON", "SITE", "STAMP"):
        place = getattr(run, constant).relative_to(venv)
        monkeypatch.setattr(run, constant, moved / place)

    assert run.read_stamp() == {}


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

    def start(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Type the first command of the README."""
        index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf)}
        return subprocess.run(
            [sys.executable, str(self.root / "packaging" / "run.py"), *arguments],
            capture_output=True,
            text=True,
            env={**os.environ, **index, "PIP_CONFIG_FILE": os.devnull, "PYTHONPATH": ""},
        )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that has been set up once; its folder has a name with traps in it."""
    root = tmp_path_factory.mktemp("it's mine ü")
    shelf = tmp_path_factory.mktemp("shelf")
    for name in ("packaging", "backease_desktop"):
        (root / name).mkdir()
    shutil.copy(SCRIPT, root / "packaging")
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


def test_a_package_with_another_hash_is_refused_and_nothing_starts(checkout: Checkout) -> None:
    tiny_wheel(checkout.shelf, "3.0")
    checkout.lock.write_text(f"tiny==3.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")

    refused = checkout.start("list")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (checkout.root / ".venv" / "backease.json").exists()
