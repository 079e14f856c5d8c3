"""Starting ourselves: nothing that happens to lie in a folder of the person's is ever run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

import backease_desktop
from backease_desktop.core.units import Ms
from backease_desktop.own_program import installed, own_command, own_environment, speech_command
from backease_desktop.speech.voice_process import VoiceProcess
from tests.patience import PATIENCE_S

PYTHON = Path("/usr/bin/python3")
ROOT = Path(__file__).resolve().parents[1]
NAMES = (
    "argparse",
    "ast",
    "bisect",
    "csv",
    "dataclasses",
    "datetime",
    "enum",
    "hashlib",
    "inspect",
    "json",
    "locale",
    "logging",
    "platformdirs",
    "pydantic",
    "pyttsx3",
    "queue",
    "random",
    "re",
    "shutil",
    "socket",
    "string",
    "subprocess",
    "tempfile",
    "threading",
    "traceback",
    "typing",
    "usercustomize",
    "wave",
    "yaml",
)
"""Modules that our program or its libraries load, which a person may have as a file."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder full of files that say so when they are run."""
    home = tmp_path / "home"
    home.mkdir()
    for name in NAMES:
        text = f"open({str(tmp_path / 'was-run')!r}, 'a').write({name!r} + '\\n')\n"
        (home / f"{name}.py").write_text(text, encoding="utf-8")
    return home


def run_there(
    command: list[str], home: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    around = own_environment() | {"HOME": str(home), "USERPROFILE": str(home)} | environment
    return subprocess.run(
        command,
        cwd=home,
        env=around,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def was_run(home: Path) -> str:
    told = home.parent / "was-run"
    return told.read_text() if told.exists() else ""


def test_the_program_runs_nothing_that_lies_in_the_current_folder(home: Path) -> None:
    ran = run_there(own_command("--profile", str(home / "P"), "list"), home)

    assert was_run(home) == ""
    assert ran.returncode == 0, ran.stderr
    assert "desk-chair-2" in ran.stdout


def test_a_person_who_starts_the_module_there_runs_nothing_of_it_either(home: Path) -> None:
    command = [sys.executable, "-m", "backease_desktop", "--profile", str(home / "P"), "list"]
    ran = run_there(command, home)

    assert was_run(home) == ""
    assert ran.returncode == 0, ran.stderr


def test_a_way_to_modules_that_leads_from_the_current_folder_is_left_out(home: Path) -> None:
    environment = own_environment({"PYTHONPATH": os.pathsep.join((".", "", str(home / "mine")))})

    ways = environment["PYTHONPATH"].split(os.pathsep)
    assert str(home / "mine") in ways
    assert all(Path(way).is_absolute() for way in ways)


def test_the_process_that_speaks_runs_nothing_of_it_and_is_in_a_folder_of_its_own(
    home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PYTHONPATH", "")
    voice = VoiceProcess(speech_command(), start_limit=Ms(60_000), answer_limit=Ms(1_000))
    said: list[object] = []
    for signal in (voice.ready, voice.no_voice, voice.gone):
        signal.connect(said.append)

    voice.start()
    process = voice.findChild(QProcess)
    assert process is not None
    folder = Path(process.workingDirectory())
    qtbot.waitUntil(lambda: bool(said))
    voice.close()

    assert was_run(home) == ""
    assert folder != home
    assert not folder.exists()


def test_python_is_told_not_to_look_in_the_current_folder() -> None:
    assert own_command("list", executable=PYTHON, is_frozen=False) == [
        str(PYTHON), "-P", "-m", "backease_desktop", "list",
    ]  # fmt: skip
    assert "-P" in speech_command()


def test_a_frozen_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Path("/opt/Back Ease/backease")
    assert own_command("list", executable=program, is_frozen=True) == [str(program), "list"]

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert own_command() == [str(program)]
    assert speech_command() == [str(program), "--speech-child"]


@pytest.mark.parametrize("name", ["python.exe", "Python.EXE"])
def test_windows_takes_the_python_without_a_console_where_it_is(tmp_path: Path, name: str) -> None:
    python, windowed = tmp_path / name, tmp_path / "pythonw.exe"
    assert own_command(executable=python, is_frozen=False)[0] == str(python)
    windowed.touch()
    assert own_command(executable=python, is_frozen=False)[0] == str(windowed)
    assert own_command(executable=python, is_frozen=True)[0] == str(python)


def test_every_start_of_ourselves_goes_through_the_door() -> None:
    """Whoever starts Python anywhere else must say what it does not load from where it stands."""
    package = ROOT / "backease_desktop"
    others = [
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if "sys.executable" in path.read_text("utf-8") and path.name != "own_program.py"
    ]

    assert others == []


def test_what_is_installed_is_another_after_an_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "__init__.py"
    monkeypatch.setattr(backease_desktop, "__file__", str(package))
    assert installed() is None
    package.write_text("")
    before = installed()
    assert before is not None
    assert installed() == before
    fresh = tmp_path / "new"
    fresh.write_text("")
    fresh.replace(package)
    assert installed() not in (before, None)
