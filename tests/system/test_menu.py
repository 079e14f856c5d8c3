"""The entry in the applications menu, against the specification's own reader and its validator."""

import configparser
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from backease_desktop.own_program import APP_ID
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.paths import bundled
from backease_desktop.system.file_type import FILE
from backease_desktop.system.menu import CHAIR, Menu, data_home, entry_of_the_system, menu_entry

COMMAND = ("/opt/Back Ease/python", "-m", "backease_desktop")


def read(entry: str) -> configparser.RawConfigParser:
    """The entry, as a desktop reads it."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(entry)
    return parser


@pytest.fixture
def menu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Menu:
    """On a desktop that keeps no databases of its own beside ours."""
    monkeypatch.setenv("PATH", "")
    return Menu(tmp_path, COMMAND, b"<svg/>")


def test_an_entry_that_was_added_is_there_with_its_icon(menu: Menu, tmp_path: Path) -> None:
    assert not menu.is_there()

    menu.add()

    assert menu.is_there()
    assert (tmp_path / "applications" / f"{APP_ID}.desktop").read_text() == menu_entry(COMMAND)
    assert (tmp_path / FILE).is_file()
    icon = tmp_path / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"
    assert icon.read_bytes() == b"<svg/>"


def test_what_is_removed_leaves_no_file(menu: Menu, tmp_path: Path) -> None:
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.write_text("theirs")
    menu.add()

    menu.remove()

    assert not menu.is_there()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [other]


def test_removing_what_is_not_there_is_no_problem(menu: Menu) -> None:
    menu.remove()

    assert not menu.is_there()


def test_a_cache_of_icons_is_older_than_an_icon_that_came(menu: Menu, tmp_path: Path) -> None:
    icons = tmp_path / "icons" / "hicolor"
    icons.mkdir(parents=True)
    os.utime(icons, (1, 1))
    cache_from = icons.stat().st_mtime

    menu.add()

    assert icons.stat().st_mtime > cache_from


def test_the_entry_starts_the_program_and_names_its_window() -> None:
    main = read(menu_entry(COMMAND))["Desktop Entry"]

    assert shlex.split(main["Exec"]) == [*COMMAND, "--open", "%f"]
    assert main["StartupWMClass"] == main["Icon"] == APP_ID


def test_each_action_that_is_named_is_there_and_is_a_command_of_ours() -> None:
    entry = read(menu_entry(COMMAND))
    named = entry["Desktop Entry"]["Actions"].rstrip(";").split(";")

    actions = {name: entry[f"Desktop Action {name}"] for name in named}
    words = {name: shlex.split(action["Exec"])[len(COMMAND) :] for name, action in actions.items()}
    assert words == {"chair": ["--start", CHAIR], "pause": ["remind", "pause", "1h"]}


def test_two_minutes_at_the_chair_are_a_routine() -> None:
    assert CHAIR in load_catalogue(bundled("catalogue")).catalogue.routines


def test_a_path_that_is_no_text_is_told_and_not_written() -> None:
    menu = Menu(Path("/nowhere"), ("/opt/\udcff/python",), b"")

    assert "not UTF-8" in menu.why_not


def test_an_entry_for_everybody_is_found_where_the_system_keeps_it(tmp_path: Path) -> None:
    entry = tmp_path / "applications" / f"{APP_ID}.desktop"
    entry.parent.mkdir()
    entry.write_text("")

    assert entry_of_the_system({"XDG_DATA_DIRS": f"/none:{tmp_path}"}) == entry
    assert entry_of_the_system({"XDG_DATA_DIRS": "/none"}) is None


def test_a_folder_of_the_user_that_is_not_absolute_counts_as_not_set() -> None:
    assert data_home({"XDG_DATA_HOME": "share"}) == Path.home() / ".local" / "share"
    assert data_home({"XDG_DATA_HOME": "/data"}) == Path("/data")


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="needs desktop-file-validate"
)
def test_the_validator_of_the_specification_has_nothing_to_say(tmp_path: Path) -> None:
    file = tmp_path / f"{APP_ID}.desktop"
    file.write_text(menu_entry(COMMAND))

    told = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True)

    assert (told.returncode, told.stdout + told.stderr) == (0, "")
