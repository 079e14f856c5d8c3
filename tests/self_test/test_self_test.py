"""The self-test says no where a window, a voice or sound cannot work, and what helps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from backease_desktop.own_program import own_command, own_environment
from backease_desktop.self_test.machine import bus, writable
from backease_desktop.self_test.screen import Screen
from backease_desktop.self_test.verdict import Broken, Lacking
from backease_desktop.self_test.voice_and_sound import speech
from backease_desktop.storage.paths import folders
from tests.patience import PATIENCE_S

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


def python(program: str) -> list[str]:
    """A command that runs this."""
    return [sys.executable, "-c", program]


# ------------------------------------------------------------------------------------- screen


def test_a_screen_that_opens_is_named_with_its_platform() -> None:
    assert Screen().opens() == "offscreen, 1 screen"


def test_a_platform_that_does_not_start_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")

    with pytest.raises(Broken, match="QT_QPA_PLATFORM=nonsense"):
        Screen().opens()


def test_a_process_that_dies_is_no() -> None:
    with pytest.raises(Broken, match="exit code 7"):
        Screen(python("import os; os._exit(7)")).opens()


@linux
def test_without_a_display_the_terminal_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(Lacking, match=r"no display here .*; backease play --text"):
        Screen().opens()


def test_a_desktop_without_a_tray_is_told_and_no_failure() -> None:
    screen = Screen(python("""print('{"platform": "xcb", "screens": 2, "tray": false}')"""))

    assert screen.opens() == "xcb, 2 screens"
    with pytest.raises(Lacking, match="no tray"):
        screen.tray()


def test_a_tray_is_found() -> None:
    screen = Screen(python("""print('{"platform": "xcb", "screens": 1, "tray": true}')"""))
    screen.opens()

    assert screen.tray() == "there is one"


# ------------------------------------------------------------------------------------ machine


@pytest.mark.parametrize("part", ["config", "data", "cache", "logs"])
def test_a_folder_that_cannot_be_written_is_no(tmp_path: Path, part: str) -> None:
    (tmp_path / part).write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(Broken, match=rf"{part} cannot be written .*--profile DIR"):
        writable(folders(tmp_path))


def test_folders_that_could_be_made_are_good_and_not_made(tmp_path: Path) -> None:
    assert "can be written" in writable(folders(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


def test_no_bus_is_told_and_no_failure(qapp: QApplication) -> None:
    with pytest.raises(Lacking, match="dbus-user-session"):
        bus()


# ---------------------------------------------------------------------------- voice and sound


@pytest.mark.parametrize("module", ["_miniaudio", "_cffi_backend"])
def test_a_sound_library_that_does_not_load_is_no(module: str) -> None:
    # In a fresh process: what was loaded once stays in this one.
    program = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from backease_desktop.self_test.voice_and_sound import sound_library\n"
        "sound_library()"
    )
    done = subprocess.run(python(program), env=own_environment(), capture_output=True, text=True)

    last = done.stderr.splitlines()[-1]
    assert "Broken" in last
    assert module in last
    assert "install BackEase again" in last


def test_a_voice_that_is_ready_is_named(qapp: QApplication) -> None:
    ready = """print('{"engine": "espeak", "version": "1.52"}', flush=True); input()"""

    assert speech(qapp, python(ready)) == "espeak 1.52"


@linux
@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("""print('{"error": "no espeak-ng on this system"}')""", "no espeak-ng on this system"),
        ("import sys; sys.exit('unrecognized arguments: --speech-child')", "unrecognized"),
        ("print('nonsense')", "nonsense"),
    ],
    ids=["no voice", "a program that does not know its own word", "nonsense"],
)
def test_a_voice_that_cannot_be_loaded_is_no(qapp: QApplication, program: str, told: str) -> None:
    with pytest.raises(Broken, match=rf"{told}.*install BackEase again"):
        speech(qapp, python(program))


def test_a_voice_program_that_is_not_there_is_no(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Broken, match="did not start"):
        speech(qapp, [str(tmp_path / "nothing")])


# ---------------------------------------------------------------------------------- the whole


def whole(**environment: str) -> subprocess.CompletedProcess[str]:
    """The whole self-test in a process of its own."""
    return subprocess.run(
        own_command("self-test"),
        env={**own_environment(os.environ), **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


def test_a_sound_installation_says_so_and_nothing_on_stderr() -> None:
    done = whole()

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.endswith("This installation is sound.\n")


@linux
def test_a_system_without_a_font_is_broken_and_the_package_is_named(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")

    done = whole(FONTCONFIG_FILE=str(nothing))

    assert done.returncode == 1, done.stdout
    assert done.stdout.endswith("This installation is broken.\n")
    line = next(line for line in done.stdout.splitlines() if line.startswith("fonts"))
    assert "FAILED" in line
    assert "font" in line.partition("FAILED")[2]
