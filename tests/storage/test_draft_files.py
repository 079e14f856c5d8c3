"""Drafts on the disk: a file for each, and none that cannot be read is ever written over."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from backease_desktop.core.errors import ReportedError
from backease_desktop.storage.draft_files import DraftFiles


@dataclass(frozen=True)
class Note:
    """Something that is written."""

    id: str
    text: str


def note_of(words: object) -> Note:
    if not isinstance(words, dict):
        raise ValueError("a note is a group")
    return Note(str(words.get("id")), str(words.get("text")))


def files_in(folder: Path) -> DraftFiles[Note]:
    return DraftFiles[Note](
        folder / "drafts", note_of, lambda note: {"id": note.id, "text": note.text}
    )


def test_what_is_kept_is_found_again_until_it_is_forgotten(tmp_path: Path) -> None:
    files = files_in(tmp_path)
    files.keep(Note("a", "one"))
    files.keep(Note("b", "two"))
    files.keep(Note("a", "three"))
    assert files_in(tmp_path).all() == (Note("a", "three"), Note("b", "two"))

    files.forget("a")
    files.forget("nobody")

    assert files_in(tmp_path).all() == (Note("b", "two"),)


@pytest.mark.parametrize("text", ["", "[]", '{"id": "other"}', "[" * 5000])
def test_what_cannot_be_used_is_told_with_its_file_and_kept_as_it_is(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "drafts" / "a.json"
    file.parent.mkdir()
    file.write_text(text)
    files = files_in(tmp_path)

    assert files.all() == ()
    (problem,) = files.problems
    assert problem.startswith(str(file))
    with pytest.raises(ReportedError):
        files.keep(Note("a", "new"))
    assert file.read_text() == text


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
def test_a_pipe_in_the_place_of_a_draft_is_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    os.mkfifo(tmp_path / "drafts" / "a.json")
    files = files_in(tmp_path)

    assert files.all() == ()
    assert "cannot be read" in files.problem("a")
    assert files.problem("b") == ""
