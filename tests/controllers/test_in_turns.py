"""Work in turns of the event loop, and what is done beside it."""

import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.in_turns import InTurns
from backease_desktop.core.pieces import Beside, Pieces


def noted(steps: list[str], *besides: Beside) -> Pieces[None]:
    for number, beside in enumerate(besides):
        steps.append(f"piece {number}")
        yield beside
    steps.append("end")


def test_what_takes_longer_is_done_in_another_thread_before_the_next_piece(qtbot: QtBot) -> None:
    steps: list[str] = []
    threads: list[int] = []

    def beside() -> None:
        threads.append(threading.get_ident())
        steps.append("beside")

    owner = QObject()
    InTurns(noted(steps, beside, beside), owner).begin()
    qtbot.waitUntil(lambda: "end" in steps)

    assert steps == ["piece 0", "beside", "piece 1", "beside", "end"]
    assert threading.get_ident() not in threads


def test_the_window_answers_while_something_is_done_beside_it(qtbot: QtBot) -> None:
    steps: list[str] = []
    answered = threading.Event()
    owner = QObject()
    turns = InTurns(noted(steps, lambda: answered.wait(20) and steps.append("answered")), owner)
    turns.begin()
    qtbot.waitUntil(lambda: steps == ["piece 0"])
    answered.set()  # in the thread of the window, which would stand still otherwise
    qtbot.waitUntil(lambda: "end" in steps)

    assert steps == ["piece 0", "answered", "end"]


def test_who_stops_waits_for_what_is_done_beside_and_goes_on_with_nothing(qtbot: QtBot) -> None:
    steps: list[str] = []
    may_end = threading.Event()
    owner = QObject()
    turns = InTurns(noted(steps, lambda: may_end.wait(20) and steps.append("beside")), owner)
    turns.begin()
    qtbot.waitUntil(lambda: steps == ["piece 0"])
    may_end.set()
    turns.stop()

    assert steps == ["piece 0", "beside"]
    QCoreApplication.processEvents()  # which brings what the thread has told, if it was too late
    QCoreApplication.processEvents()
    assert steps == ["piece 0", "beside"]


def test_what_goes_wrong_beside_does_not_hold_up_the_rest(qtbot: QtBot) -> None:
    steps: list[str] = []

    def fails() -> None:
        raise ImportError("not there")

    owner = QObject()
    InTurns(noted(steps, fails), owner).begin()
    qtbot.waitUntil(lambda: "end" in steps)


def test_what_goes_wrong_in_a_turn_is_told_once(qtbot: QtBot) -> None:
    def wrong() -> Pieces[None]:
        yield None
        raise ValueError("wrong")

    owner = QObject()
    with capture_exceptions() as caught:
        InTurns(wrong(), owner).begin()
        qtbot.waitUntil(lambda: len(caught) > 0)
    with pytest.raises(ValueError, match="wrong"):
        raise caught[0][1]
    assert len(caught) == 1


def test_what_was_done_beside_goes_in_the_windows_thread_and_not_in_its_own(qtbot: QtBot) -> None:
    may_end, threads = threading.Event(), list[threading.Thread]()

    def beside() -> None:
        threads.append(threading.current_thread())
        may_end.wait()

    owner = QObject()
    turns = InTurns(noted([], beside), owner)
    turns.begin()
    qtbot.waitUntil(lambda: bool(threads))
    assert turns._beside is not None
    left = weakref.ref(turns._beside)
    del turns
    shiboken6.delete(owner)  # nobody waits for it any more
    may_end.set()
    threads[0].join()

    assert left() is not None
    qtbot.waitUntil(lambda: left() is None)
