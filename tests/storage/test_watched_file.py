"""A watched file tells of every way of saving, once, and of nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from backease_desktop.storage.watched_file import WatchedFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "pose.yaml"
    file.write_text("one", encoding="utf-8")
    return file


@pytest.fixture
def watched(qtbot: QtBot, file: Path) -> Iterator[WatchedFile]:
    watched = WatchedFile(file)
    yield watched
    shiboken6.delete(watched)


def test_writing_into_the_file_is_told(qtbot: QtBot, file: Path, watched: WatchedFile) -> None:
    with qtbot.waitSignal(watched.changed):
        file.write_text("two lines\n", encoding="utf-8")


def test_a_file_put_in_its_place_is_told_each_time(
    qtbot: QtBot, file: Path, watched: WatchedFile
) -> None:
    for words in ("second version", "third", "the fourth of them"):
        fresh = file.with_suffix(".new")
        fresh.write_text(words, encoding="utf-8")
        with qtbot.waitSignal(watched.changed):
            fresh.replace(file)


def test_a_file_that_goes_and_comes_back_is_told_twice(
    qtbot: QtBot, file: Path, watched: WatchedFile
) -> None:
    with qtbot.waitSignal(watched.changed):
        file.unlink()
    with qtbot.waitSignal(watched.changed):
        file.write_text("again", encoding="utf-8")
    with qtbot.waitSignal(watched.changed):
        file.write_text("and once more", encoding="utf-8")


def test_a_neighbour_is_nobodys_business(qtbot: QtBot, file: Path, watched: WatchedFile) -> None:
    with qtbot.assertNotEmitted(watched.changed, wait=200):
        (file.parent / "other.yaml").write_text("new", encoding="utf-8")
