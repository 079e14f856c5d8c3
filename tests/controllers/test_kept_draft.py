"""What is being written: undone, redone, and kept at every change."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.kept_draft import KeptDraft
from backease_desktop.core.editing.undo import Undo


class Paper:
    """What values are written on, as long as there is room."""

    def __init__(self, owner: QObject) -> None:
        self.lines: list[str] = []
        self.has_room = True
        self.draft = KeptDraft("", self._write, owner)

    def _write(self, value: str) -> bool:
        if self.has_room:
            self.lines.append(value)
        return self.has_room


@pytest.fixture
def paper(qapp: QObject) -> Iterator[Paper]:
    owner = QObject()
    paper = Paper(owner)
    yield paper
    paper.draft.forget()
    owner.deleteLater()


def test_of_changes_that_follow_each_other_the_last_is_written_by_itself(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.draft.change("a")
    paper.draft.change("ab")
    assert not paper.draft.is_kept

    qtbot.waitUntil(lambda: paper.draft.is_kept)

    assert paper.lines == ["ab"]


def test_a_key_that_is_held_for_long_is_kept_while_it_is_held(paper: Paper, qtbot: QtBot) -> None:
    held = QTimer(interval=20)
    held.timeout.connect(lambda: paper.draft.change(paper.draft.now + "a"))
    held.start()
    qtbot.waitUntil(lambda: bool(paper.lines))
    held.stop()

    assert set(paper.lines[0]) == {"a"}


def test_what_could_not_be_written_is_written_with_the_next_change(paper: Paper) -> None:
    told: list[bool] = []
    paper.draft.kept.connect(told.append)
    paper.has_room = False
    paper.draft.change("a")
    assert not paper.draft.keep()
    paper.has_room = True
    paper.draft.change("ab")
    assert paper.draft.keep()

    assert (paper.lines, told) == (["ab"], [False, False, False, True])


def test_a_change_that_is_taken_back_leaves_nothing_to_write(paper: Paper) -> None:
    seen: list[str] = []
    paper.draft.changed.connect(seen.append)
    paper.draft.change("a")
    paper.draft.undo()
    assert paper.draft.is_kept
    assert not paper.draft.can_undo
    paper.draft.redo()
    paper.draft.redo()

    assert paper.draft.now == "a"
    assert seen == ["", "a", ""]


def test_another_value_is_begun_without_the_changes_of_the_one_before(paper: Paper) -> None:
    paper.draft.change("a")
    paper.draft.begin(Undo("b"), is_kept=False)
    paper.draft.undo()
    assert (paper.draft.now, paper.draft.is_kept) == ("b", False)
    assert paper.draft.keep()

    assert paper.lines == ["b"]


def test_letters_that_are_typed_one_after_the_other_are_undone_at_once(paper: Paper) -> None:
    for text in ("t", "ti", "tip"):
        paper.draft.change(text, "tip")
    paper.draft.settle()
    paper.draft.change("tips", "tip")
    paper.draft.undo()
    assert paper.draft.now == "tip"
    paper.draft.undo()
    assert paper.draft.now == ""
    paper.draft.redo()

    assert paper.draft.now == "tip"
