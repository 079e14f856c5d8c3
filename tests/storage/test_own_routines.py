"""The person's routines on the disk: in a pack when in order, among the drafts when not."""

from pathlib import Path

import pytest

from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.editing.routine_draft import RoutineDraft
from backease_desktop.core.errors import ReportedError
from backease_desktop.storage.drafts import waiting_ids
from backease_desktop.storage.own_routines import OwnRoutineFiles

STEPS = (Step(exercise="bird-dog", prescription="001/core"),)
DRAFT = RoutineDraft(id="before-lunch", name="Before lunch", steps=STEPS)
BY_HAND = """# what I was told
id: before-lunch
name:   Before lunch
about: A routine of my own.
steps:
  - exercise: bird-dog
    prescription: 001/core   # as in the leaflet
"""


@pytest.fixture
def files(tmp_path: Path) -> OwnRoutineFiles:
    files = OwnRoutineFiles(tmp_path)
    files.read()
    return files


def in_pack(data: Path) -> Path:
    return data / "packs" / "mine" / "routines" / "before-lunch.yaml"


def in_drafts(data: Path) -> Path:
    return data / "drafts" / "before-lunch.json"


def test_what_is_in_order_is_a_file_of_a_pack_and_the_same_again(
    files: OwnRoutineFiles, tmp_path: Path
) -> None:
    files.keep(DRAFT, is_in_order=True)

    assert in_pack(tmp_path).is_file()
    assert OwnRoutineFiles(tmp_path).read() == (DRAFT,)
    assert waiting_ids(tmp_path) == frozenset()


def test_what_is_not_in_order_is_kept_and_waits(files: OwnRoutineFiles, tmp_path: Path) -> None:
    empty = DRAFT.with_(steps=())
    files.keep(DRAFT, is_in_order=True)
    files.keep(empty, is_in_order=False)

    assert OwnRoutineFiles(tmp_path).read() == (empty,)
    assert waiting_ids(tmp_path) == {"before-lunch"}
    again = OwnRoutineFiles(tmp_path)
    again.read()
    again.keep(DRAFT, is_in_order=True)
    assert waiting_ids(tmp_path) == frozenset()
    assert OwnRoutineFiles(tmp_path).read() == (DRAFT,)


def test_a_file_written_by_hand_keeps_its_bytes_when_nothing_is_changed(tmp_path: Path) -> None:
    in_pack(tmp_path).parent.mkdir(parents=True)
    in_pack(tmp_path).write_text(BY_HAND)
    files = OwnRoutineFiles(tmp_path)
    (draft,) = files.read()

    files.keep(draft, is_in_order=True)
    assert in_pack(tmp_path).read_text() == BY_HAND
    files.keep(draft.renamed("After lunch"), is_in_order=True)
    assert "After lunch" in in_pack(tmp_path).read_text()


def test_what_was_changed_by_hand_meanwhile_is_not_written_over(
    files: OwnRoutineFiles, tmp_path: Path
) -> None:
    files.keep(DRAFT, is_in_order=True)
    in_pack(tmp_path).write_text(BY_HAND)

    with pytest.raises(ReportedError, match="changed meanwhile"):
        files.keep(DRAFT.renamed("After lunch"), is_in_order=True)
    assert in_pack(tmp_path).read_text() == BY_HAND


@pytest.mark.parametrize("is_in_order", [True, False])
def test_what_was_deleted_comes_back_as_it_was(
    files: OwnRoutineFiles, tmp_path: Path, is_in_order: bool
) -> None:
    files.keep(DRAFT, is_in_order=is_in_order)
    files.delete(DRAFT.id)
    assert OwnRoutineFiles(tmp_path).read() == ()

    files.restore(DRAFT.id)

    assert OwnRoutineFiles(tmp_path).read() == (DRAFT,)
    assert bool(waiting_ids(tmp_path)) is not is_in_order


def test_a_deleted_file_of_ones_own_hand_comes_back_byte_for_byte(tmp_path: Path) -> None:
    in_pack(tmp_path).parent.mkdir(parents=True)
    in_pack(tmp_path).write_text(BY_HAND)
    files = OwnRoutineFiles(tmp_path)
    files.read()
    files.delete("before-lunch")
    assert not in_pack(tmp_path).exists()

    files.restore("before-lunch")

    assert in_pack(tmp_path).read_text() == BY_HAND


@pytest.mark.parametrize("text", [b"", b"{", b"[1]", b'{"id": "other", "name": "x"}', b"\xff\xfe"])
def test_a_draft_that_cannot_be_used_is_told_left_and_starts_nothing(
    tmp_path: Path, text: bytes
) -> None:
    in_drafts(tmp_path).parent.mkdir()
    in_drafts(tmp_path).write_bytes(text)
    files = OwnRoutineFiles(tmp_path)

    assert files.read() == ()
    (problem,) = files.problems
    assert problem.startswith(str(in_drafts(tmp_path)))
    assert waiting_ids(tmp_path) == {"before-lunch"}
    with pytest.raises(ReportedError):
        files.keep(DRAFT, is_in_order=False)
    assert in_drafts(tmp_path).read_bytes() == text
