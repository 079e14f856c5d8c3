"""Signals: heard once the event loop has a moment, however deep the program was just then."""

import os
import signal
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.signals import ENDING, EndSignals

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process cannot signal itself there")


@pytest.fixture
def signals(qapp: object) -> Iterator[EndSignals]:
    made = EndSignals(qapp)  # type: ignore[arg-type]
    yield made
    made.release()
    made.deleteLater()


@pytest.mark.parametrize("number", ENDING)
def test_each_asks_for_the_end_and_interrupts_nothing(
    signals: EndSignals, qtbot: QtBot, number: int
) -> None:
    with qtbot.waitSignal(signals.end_requested):
        os.kill(os.getpid(), number)
        sum(range(1000))  # goes on: no exception comes out of the blue

    assert signals.has_arrived


def test_one_that_nobody_has_heard_yet_has_arrived(signals: EndSignals) -> None:
    assert not signals.has_arrived

    os.kill(os.getpid(), signal.SIGTERM)

    assert signals.has_arrived


def test_many_at_once_ask_once(signals: EndSignals, qtbot: QtBot) -> None:
    asked: list[None] = []
    signals.end_requested.connect(lambda: asked.append(None))

    for number in ENDING * 3:
        os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: bool(asked))

    assert len(asked) == 1


def test_other_signals_that_wake_it_ask_for_nothing(signals: EndSignals, qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGCONT, lambda *_: None)
    try:
        with qtbot.assertNotEmitted(signals.end_requested):
            os.kill(os.getpid(), signal.SIGCONT)
            QCoreApplication.processEvents()
        assert not signals.has_arrived
    finally:
        signal.signal(signal.SIGCONT, before)


def test_what_the_starter_has_told_to_ignore_stays_ignored(qapp: object) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        made = EndSignals(qapp)  # type: ignore[arg-type]
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        made.release()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        made.deleteLater()
    finally:
        signal.signal(signal.SIGHUP, before)


def test_afterwards_signals_do_what_they_did_before(qapp: object) -> None:
    before = [signal.getsignal(number) for number in ENDING]

    made = EndSignals(qapp)  # type: ignore[arg-type]
    made.release()
    made.release()
    made.deleteLater()

    assert [signal.getsignal(number) for number in ENDING] == before


def test_it_lets_go_of_them_also_when_the_application_is_gone() -> None:
    before = [signal.getsignal(number) for number in ENDING]
    application = QObject()
    made = EndSignals(application)

    shiboken6.delete(application)
    made.release()

    assert [signal.getsignal(number) for number in ENDING] == before
    assert not made.has_arrived
