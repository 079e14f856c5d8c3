"""Where no window can open, one line says why, and no abort follows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere a window can always open"
)


def start(
    tmp_path: Path, *words: str, first: str = "pass", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Start the program in a process of its own, after some Python, with this much of a desktop."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    program = f"{first}; import sys; from backease_desktop.cli.main import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, "--profile", str(tmp_path / "profile"), *words],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


@pytest.mark.parametrize("words", [[], ["--background"], ["--start", "desk-chair-2"]], ids=str)
@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"),
        ({"DISPLAY": ":4711"}, "the display :4711 cannot be opened"),
        ({"WAYLAND_DISPLAY": "gone"}, "the display gone cannot be opened"),
        (
            {"DISPLAY": ":4711", "XDG_RUNTIME_DIR": "/nowhere/4711"},
            "the display :4711 cannot be opened",
        ),
    ],
    ids=["none", "x11", "wayland", "strange runtime folder"],
)
def test_without_a_display_one_line_says_so(
    tmp_path: Path, words: list[str], environment: dict[str, str], told: str
) -> None:
    done = start(tmp_path, *words, **environment)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"backease: {told}; backease play --text plays in the terminal\n"


def test_a_platform_that_qt_does_not_have_is_one_line(tmp_path: Path) -> None:
    done = start(tmp_path, QT_QPA_PLATFORM="nonsense")

    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "QT_QPA_PLATFORM=nonsense" in done.stderr


@pytest.mark.parametrize("words", [[], ["play", "--text"], ["self-test"]], ids=str)
def test_a_library_that_qt_lacks_is_one_line_with_the_command(
    tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    library = "libGL.so.1: cannot open shared object file: No such file or directory"
    lacking = (
        "import sys; from importlib.abc import MetaPathFinder\n"
        "class Lacking(MetaPathFinder):\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == 'PySide6.QtCore': raise ImportError({library!r})\n"
        "sys.meta_path.insert(0, Lacking())\n"
        "1"
    )
    done = start(tmp_path, *words, first=lacking, PATH=str(tmp_path))

    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "sudo apt-get install" in done.stderr
    assert "libgl1" in done.stderr
