"""What is loaded until home is painted, from what was kept: home, the look, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from tests.patience import PATIENCE_S

ROOT = Path(__file__).parent.parent

START = """
import sys
from backease_desktop.cli.brought import with_rare_cases_put_off
with with_rare_cases_put_off():
    from pathlib import Path
    from backease_desktop.cli.plain_start import plain_start
    from backease_desktop.cli import main, run, window_command
    from backease_desktop.cli.lean_start import load_msgspec, load_qt
    from backease_desktop.storage.paths import folders
    from backease_desktop.system.knock import handed_over
folder = Path(sys.argv[1])
assert not handed_over(folders(folder).data, [])
load_msgspec()
load_qt()
from PySide6.QtWidgets import QApplication
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.program import Program

def loaded():
    # What is only put off is there by its name alone.
    return [name for name, module in sys.modules.items() if type(module).__name__ != "_Later"]

class Log:
    def write(self, event, **fields):
        if event == "window_shown":
            print("page", fields["page"], *loaded(), flush=True)
    def close(self): ...

app = QApplication([])
program = Program(app, open_kept(folder), Log())
program.front.painted.connect(lambda: app.exit(0))
program.open()
app.exec()
print("later", *loaded(), flush=True)
program.front.window.show_page("mine")
print("mine", *loaded(), flush=True)
program.close()
"""

IN_THE_TRAY = (
    START.partition("program.front.painted")[0]
    + """
program.stay()
app.processEvents()
print(*loaded(), flush=True)
program.close()
"""
)

LYING_OPEN = (
    START.partition("program.front.painted")[0]
    + """
from PySide6.QtCore import QTimer
program.open()
looks = QTimer(interval=5)
drawn = program.front.figures.thumbnails
def look():
    # What the page of a session is made with comes last of all.
    is_made = "backease_desktop.ui.figure.figure_stage" in sys.modules
    if is_made and not drawn._wanted and drawn._drawing is None:
        app.exit(0)
looks.timeout.connect(look)
looks.start()
app.exec()
app.processEvents()
print("open", *loaded(), flush=True)
program.close()
"""
)

MOST_OF_OURS = 144
"""Modules of ours; each is a file to find, and classes to make. It was 260."""

NOT_NEEDED = {
    "backease_desktop.cli.commands": "all commands with their parsers take 14 ms",
    "dataclasses": "each one writes and compiles its methods; a struct has them in C",
    "hashlib": "3 MB; it brings OpenSSL",
    "pydantic": "85 ms and 13 MB; it reads YAML that is new",
    "sqlite3": "it comes with the history",
    "yaml": "it comes with YAML that is new",
    "backease_desktop.controllers.door": "it comes after the paint",
    "backease_desktop.core.catalogue.catalogue": "it comes after the paint",
    "backease_desktop.core.catalogue.exercise": "it comes with the catalogue",
    "backease_desktop.core.figure.space": "it comes with a figure that moves",
    "backease_desktop.core.journal.history": "it comes after the paint",
    "backease_desktop.core.player.player": "it comes with sessions",
    "backease_desktop.core.timeline.compile": "it comes after the paint",
    "backease_desktop.core.timeline.segments": "it comes with sessions",
    "backease_desktop.core.wording": "it comes after the paint",
    "backease_desktop.audio": "it comes with sessions",
    "backease_desktop.speech": "it comes with sessions",
    "backease_desktop.storage.catalogue_files": "it comes after the paint",
    "backease_desktop.storage.journal_reader": "it comes after the paint",
    "backease_desktop.system.desktop": "it comes after the paint",
    "backease_desktop.ui.components.sheet": "it comes with a question",
    "backease_desktop.ui.components.toast": "it comes with something to say",
    "backease_desktop.ui.help.help_overlay": "it comes when keys are asked for",
    "backease_desktop.ui.home.routine_view": "it comes when a card is opened",
    "backease_desktop.ui.session": "it comes after the paint",
    "PySide6.QtNetwork": "it comes with another start",
    "asyncio": "",
    "email": "",
    "json": "it comes with another start, or with a log",
    "multiprocessing": "",
    "platform": "`uuid` asks it one word",
    "platformdirs": "four variables are read without it, on Linux",
    "selectors": "`socket` asks it while it sends a file",
    "typing_extensions": "msgspec asks for what Python has, too",
    "unittest": "",
    "urllib.parse": "`pathlib` asks it for addresses of files",
    "zoneinfo": "",
}

MOST_LYING_OPEN = 388
"""Modules of ours in a window that nobody has touched; it was 467, and its memory 1.7 times that of
a bare window. A session is to be ready in it, no more."""

COMES_LATER = {
    "backease_desktop.controllers.composer": "it comes with the first session put together",
    "backease_desktop.controllers.plan": "it comes with the first plan",
    "backease_desktop.core.figure.pose": "it comes with the first figure that moves",
    "backease_desktop.core.progress.weeks": "it comes with the page of progress",
    "backease_desktop.ui.components.fields": "it comes with the first number to choose",
    "backease_desktop.ui.components.pain_scale": "it comes with the first question",
    "backease_desktop.ui.figure.view": "it comes with the first figure that moves",
    "backease_desktop.ui.session.adjusting": "it comes when the person adjusts a session",
    "backease_desktop.ui.session.closing": "it comes at the end of a session",
    "PySide6.QtSvg": "0.9 MB; it draws icons that were not drawn before",
    "_hashlib": "3 MB; it brings OpenSSL",
    "ast": "1 MB with `inspect`, which `dataclasses` only names",
    "random": "it comes with `tempfile`",
    "zipfile": "it comes with archives",
}
"""What nobody has asked for, from Enter to the first word."""

MOST_IN_THE_TRAY = 147
"""Modules of ours in a program that waits all day."""

WITH_SIGNATURES = {
    "argparse": "it comes with what writes stubs",
    "inspect": "it parses sources, for those who look into classes",
}
"""PySide6 brings them from where its start-up files are not unpacked, as the set-up does."""

NEVER_NEEDED = {
    "pydantic": "13 MB; it reads YAML that is new",
    "yaml": "4 MB; it reads YAML that is new",
    "ssl": "5 MB with http and email; xml.sax brings all of them",
    "importlib.metadata": "5 MB; it comes with the version report",
    "numpy": "",
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str], set[str]]:
    """What a second start has loaded: painted, later, and with the routines of one's own."""
    folder = tmp_path_factory.mktemp("profile")
    (folder / "data").mkdir()
    profile = {"first_start": "2026-11-02", "understood": True}
    (folder / "data/profile.json").write_text(json.dumps(profile))
    (folder / "config").mkdir()
    (folder / "config/settings.json").write_text('{"voice": {"say": "silent"}}')
    done = ""
    for _ in range(2):
        command = [sys.executable, "-c", START, str(folder)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
        ).stdout
    first, _, rest = done.partition("\nlater ")
    later, _, mine = rest.partition("\nmine ")
    page, name, *modules = first.split()
    assert (page, name) == ("page", "home")
    assert len(later.split()) > len(modules)
    return set(modules), set(later.split()), set(mine.split())


NOT_NEEDED_BY_THE_WELCOME = {
    "pydantic": "85 ms and 13 MB; what is told of risk is plain",
    "backease_desktop.audio": "it comes with the test of the voice",
    "backease_desktop.bootstrap.shelf": "nobody has asked for an exercise yet",
    "backease_desktop.controllers.door": "it comes with what is said about oneself",
    "backease_desktop.controllers.session": "it comes after the paint",
    "backease_desktop.core.catalogue.exercise": "it comes with the catalogue",
    "backease_desktop.speech": "it comes with the test of the voice",
    "backease_desktop.storage.catalogue_files": "it comes after the paint",
}


@pytest.fixture(scope="module")
def welcomed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the first start of all has loaded when it greets a new person."""
    command = [sys.executable, "-c", START, str(tmp_path_factory.mktemp("new"))]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
    ).stdout
    page, name, *modules = done.partition("\nlater ")[0].split()
    assert (page, name) == ("page", "welcome")
    return set(modules)


@pytest.mark.parametrize("name", NOT_NEEDED_BY_THE_WELCOME)
def test_a_new_person_is_greeted_without(welcomed: set[str], name: str) -> None:
    assert name not in welcomed, NOT_NEEDED_BY_THE_WELCOME[name]


@pytest.fixture(scope="module")
def loaded(both: tuple[set[str], set[str], set[str]]) -> set[str]:
    """What is loaded when the window is painted."""
    return both[0]


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a program that waits in the tray has loaded."""
    command = [sys.executable, "-c", IN_THE_TRAY, str(tmp_path_factory.mktemp("tray"))]
    return set(
        subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
        ).stdout.split()
    )


@pytest.fixture(scope="module")
def lying_open(
    both: tuple[set[str], set[str], set[str]], tmp_path_factory: pytest.TempPathFactory
) -> set[str]:
    """What a window has loaded that nobody has touched, at a start that finds what it kept."""
    folder = tmp_path_factory.getbasetemp() / "profile0"
    command = [sys.executable, "-c", LYING_OPEN, str(folder)]
    said = ""
    for _ in range(2):  # the first one draws pictures, with the rig, and keeps them
        said = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
        ).stdout
    return set(said.partition("\nopen ")[2].split())


@pytest.mark.parametrize("name", COMES_LATER)
def test_a_window_that_nobody_has_touched_does_without(lying_open: set[str], name: str) -> None:
    assert "backease_desktop.ui.session.player_page" in lying_open
    assert name not in lying_open, COMES_LATER[name]


def test_few_modules_of_ours_are_loaded_where_nobody_has_touched_anything(
    lying_open: set[str],
) -> None:
    ours = sorted(name for name in lying_open if name.startswith("backease_desktop."))
    assert len(ours) <= MOST_LYING_OPEN, ours


def test_few_modules_of_ours_are_loaded_in_the_tray(waiting: set[str]) -> None:
    ours = sorted(name for name in waiting if name.startswith("backease_desktop."))
    assert len(ours) <= MOST_IN_THE_TRAY, ours


@pytest.mark.parametrize(
    "name", [*NEVER_NEEDED, "backease_desktop.bootstrap.front", "dataclasses", "sqlite3"]
)
def test_a_program_in_the_tray_does_without(waiting: set[str], name: str) -> None:
    assert "backease_desktop.ui.reminders.tray" in waiting
    assert name not in waiting


@pytest.mark.parametrize("name", NEVER_NEEDED)
def test_a_window_that_lies_open_does_without(
    both: tuple[set[str], set[str], set[str]], name: str
) -> None:
    assert name not in both[1], NEVER_NEEDED[name]


def test_own_routines_are_listed_without_what_checks_them(
    both: tuple[set[str], set[str], set[str]],
) -> None:
    _, later, mine = both
    assert "backease_desktop.ui.editor.my_routines_page" in mine - later
    assert not {"pydantic", "yaml", "backease_desktop.ui.editor.exercise_page"} & mine


@pytest.mark.parametrize("name", NOT_NEEDED)
def test_the_first_paint_does_without(loaded: set[str], name: str) -> None:
    assert name not in loaded, NOT_NEEDED[name]


@pytest.mark.skipif(
    not Path(shiboken6.__file__).with_name("files.dir").is_dir(), reason="they are not unpacked"
)
@pytest.mark.parametrize("name", WITH_SIGNATURES)
def test_what_writes_signatures_is_not_loaded(loaded: set[str], name: str) -> None:
    assert name not in loaded, WITH_SIGNATURES[name]


def test_few_modules_of_ours_are_loaded_before_the_paint(loaded: set[str]) -> None:
    ours = sorted(name for name in loaded if name.startswith("backease_desktop."))
    assert len(ours) <= MOST_OF_OURS, ours
