"""README says what is true: keys, commands, pictures, files."""

import re
from pathlib import Path

import pytest

from backease_desktop.cli.main import main
from backease_desktop.ui.keys import as_markdown

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_keys_is_the_programs() -> None:
    assert as_markdown().strip() in README


def test_every_picture_and_file_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_command_it_names_is_one() -> None:
    for name in set(re.findall(r"\| `backease ([a-z][a-z-]+)", README)):
        with pytest.raises(SystemExit) as stopped:
            main([name, "--help"])
        assert stopped.value.code == 0, name
