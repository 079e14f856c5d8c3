"""Errands: beside the window, one at a time, with how far they are and a way to stop them."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.errands import Errand, Errands, Going
from backease_desktop.core.errors import ReportedError
from tests.patience import PATIENCE_S


@pytest.fixture
def errands(qapp: QObject) -> Iterator[Errands]:
    errands = Errands()
    yield errands
    errands.close()
    errands.deleteLater()


def test_work_that_stands_still_leaves_the_windows_thread_free(
    errands: Errands, qtbot: QtBot
) -> None:
    may_go_on = threading.Event()
    threads: list[threading.Thread] = []
    came: list[int] = []

    def work(_: Going) -> int:
        threads.append(threading.current_thread())
        assert may_go_on.wait(PATIENCE_S)
        return 7

    def end(value: int) -> int:
        threads.append(threading.current_thread())
        return value + 1

    errands.run(Errand(work, end), came.append, pytest.fail)
    assert errands.is_on  # it came back although the work has not
    may_go_on.set()
    qtbot.waitUntil(lambda: came == [8])
    assert threads[0] is not threading.current_thread()
    assert threads[1] is threading.current_thread()
    assert not errands.is_on


def test_how_far_it_is_is_told(errands: Errands, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    came: list[None] = []
    errands.progressed.connect(lambda done, of: told.append((done, of)))

    def work(going: Going) -> None:
        for done in range(3):
            going.tell(done, 3)

    errands.run(Errand(work, lambda _: None), came.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(came))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_one_that_is_stopped_ends_before_it_writes_and_comes_to_nothing(
    errands: Errands, qtbot: QtBot
) -> None:
    is_stopped = threading.Event()
    written: list[str] = []
    given_up: list[bool] = []

    def work(going: Going) -> None:
        assert is_stopped.wait(PATIENCE_S)
        going.tell(1, 2)
        written.append("whole")

    errand = Errand(work, lambda _: pytest.fail("it was stopped"), lambda: given_up.append(True))
    errands.run(errand, pytest.fail, pytest.fail)
    errands.stop()
    is_stopped.set()
    qtbot.waitUntil(lambda: not errands.is_on)
    assert (written, given_up) == ([], [True])


def test_what_cannot_be_done_is_one_sentence(errands: Errands, qtbot: QtBot) -> None:
    said: list[str] = []

    def work(_: Going) -> None:
        raise ReportedError("the disk is full")

    errands.run(Errand(work, lambda _: None), pytest.fail, said.append)
    qtbot.waitUntil(lambda: said == ["the disk is full"])


def test_there_is_one_at_a_time(errands: Errands, qtbot: QtBot) -> None:
    may_go_on = threading.Event()
    came: list[int] = []
    given_up: list[bool] = []

    def work(_: Going) -> int:
        assert may_go_on.wait(PATIENCE_S)
        return 1

    errands.run(Errand(work, lambda one: one), came.append, pytest.fail)
    other = Errand(lambda _: 2, lambda two: two, lambda: given_up.append(True))
    errands.run(other, came.append, pytest.fail)
    may_go_on.set()
    qtbot.waitUntil(lambda: not errands.is_on)
    assert (came, given_up) == ([1], [True])


def test_whoever_ends_the_program_waits_for_it_and_nothing_follows(errands: Errands) -> None:
    has_begun, written = threading.Event(), threading.Event()

    def work(_: Going) -> None:
        has_begun.set()
        written.set()

    errands.run(Errand(work, lambda _: pytest.fail("the program ends")), pytest.fail, pytest.fail)
    assert has_begun.wait(PATIENCE_S)
    errands.close()
    assert written.is_set()
    assert not errands.is_on
