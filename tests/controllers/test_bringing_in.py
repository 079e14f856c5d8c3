"""Bringing in: lines are settled or left out, packs are shown first, nothing is kept unseen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.bringing_in import BringingIn, GivenPack
from backease_desktop.core.paste.settling import Answer
from tests.core.catalogue.test_pack import PACK
from tests.fakes.givens import FakeGivens

TEXT = "Dear Mrs J\nBridge 3x10\nShoulder rolls x10\n"
GIVEN = GivenPack("Standing", "Anna", PACK)


@pytest.fixture
def givens() -> FakeGivens:
    return FakeGivens()


@pytest.fixture
def bringing_in(givens: FakeGivens) -> BringingIn:
    return BringingIn(givens)


def test_a_routine_is_made_only_when_every_line_is_answered(
    bringing_in: BringingIn, givens: FakeGivens, qtbot: QtBot
) -> None:
    bringing_in.read(TEXT)
    assert (bringing_in.open_count, bringing_in.is_ready) == (1, False)

    with qtbot.waitSignal(bringing_in.line_changed):
        bringing_in.answer(3, Answer("shoulder-rolls-forward", reps=10))
    assert bringing_in.is_ready
    with qtbot.waitSignal(bringing_in.kept) as kept:
        bringing_in.keep_lines("Mine", "Anna")

    assert kept.args == ["mine"]
    ((name, pack),) = givens.kept
    assert name == "Mine"
    assert [step.exercise for step in pack.routines[0].steps] == [
        "bridge",
        "shoulder-rolls-forward",
    ]
    assert bringing_in.lines == ()


def test_a_line_may_be_left_out_and_taken_in_again(bringing_in: BringingIn) -> None:
    bringing_in.read(TEXT)
    bringing_in.leave_out(3, is_out=True)
    assert (bringing_in.open_count, bringing_in.is_ready) == (0, True)

    bringing_in.leave_out(3, is_out=False)
    assert bringing_in.open_count == 1


def test_a_text_without_an_exercise_makes_no_routine(bringing_in: BringingIn) -> None:
    bringing_in.read("Dear Mrs J")
    assert not bringing_in.is_ready


def test_a_dose_that_cannot_be_is_said_with_its_line_and_nothing_is_kept(
    bringing_in: BringingIn, givens: FakeGivens, qtbot: QtBot
) -> None:
    bringing_in.read("Bridge 999 reps")
    with qtbot.waitSignal(bringing_in.failed) as failed:
        bringing_in.keep_lines("Mine", "Anna")

    assert failed.args == ["Line 1: 999 repetitions are too many; the most is 200."]
    assert givens.kept == []
    assert len(bringing_in.lines) == 1


def test_a_pack_is_shown_before_it_is_kept(
    bringing_in: BringingIn, givens: FakeGivens, qtbot: QtBot
) -> None:
    givens.files["a.backease"] = GIVEN
    with qtbot.waitSignal(bringing_in.pack_found) as found:
        bringing_in.look_into(Path("a.backease"))
    assert found.args == [GIVEN]
    assert givens.kept == []

    bringing_in.keep_pack()
    assert givens.kept == [("Standing", PACK)]
    bringing_in.keep_pack()
    assert len(givens.kept) == 1


def test_a_file_of_text_is_lines(bringing_in: BringingIn, givens: FakeGivens) -> None:
    givens.files["a.txt"] = givens.read(TEXT)
    bringing_in.look_into(Path("a.txt"))

    assert [line.reading.number for line in bringing_in.lines] == [1, 2, 3]


def test_what_cannot_be_read_is_said_and_leaves_things_as_they_were(
    bringing_in: BringingIn, qtbot: QtBot
) -> None:
    bringing_in.read(TEXT)
    with qtbot.waitSignal(bringing_in.failed) as failed:
        bringing_in.look_into(Path("none.txt"))

    assert failed.args == ["none.txt: there is no such file"]
    assert len(bringing_in.lines) == 3


def test_what_cannot_be_kept_is_said_and_can_be_tried_again(
    bringing_in: BringingIn, givens: FakeGivens, qtbot: QtBot
) -> None:
    givens.refuses = "packs: cannot be written (No space left on device)"
    bringing_in.read("Bridge 3x10")
    with qtbot.waitSignal(bringing_in.failed):
        bringing_in.keep_lines("Mine", "Anna")
    givens.refuses = ""
    bringing_in.keep_lines("Mine", "Anna")

    assert len(givens.kept) == 1
