from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.system.senses.chain import RETRY_AFTER, Chain
from backease_desktop.system.senses.never import Never
from backease_desktop.system.senses.source import SourceError, StateSource


class Told(StateSource):
    """Says what it was told to say, or why it cannot."""

    def __init__(self, name: str, trouble: str = "") -> None:
        super().__init__()
        self.name = name
        self.trouble = trouble
        self.so = False
        self.running = False

    def start(self) -> None:
        if self.trouble:
            raise SourceError(self.trouble)
        self.running = True

    def stop(self) -> None:
        self.running = False

    def active(self) -> bool:
        if self.trouble:
            raise SourceError(self.trouble)
        return self.so


def ask(chain: Chain[StateSource]) -> bool:
    return chain.ask(lambda source: source.active())


def in_use(chain: Chain[StateSource]) -> str:
    (name,) = [line.name for line in chain.report() if line.in_use]
    return name


@pytest.fixture
def best(qapp: QCoreApplication) -> Told:
    return Told("best")


@pytest.fixture
def second(qapp: QCoreApplication) -> Told:
    return Told("second")


@pytest.fixture
def chain(best: Told, second: Told) -> Iterator[Chain[StateSource]]:
    made: Chain[StateSource] = Chain("camera", [best, second, Never()])
    yield made
    made.stop()


def test_only_the_best_source_runs(chain: Chain[StateSource], best: Told, second: Told) -> None:
    chain.start()
    best.so = True
    assert ask(chain)
    assert (best.running, second.running) == (True, False)


def test_a_source_that_cannot_start_is_named_and_replaced(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    best.trouble = "no camera service"
    second.so = True
    chain.start()
    assert ask(chain)
    assert [(line.name, line.trouble) for line in chain.report()][:2] == [
        ("best", "no camera service"),
        ("second", ""),
    ]
    assert in_use(chain) == "second"


def test_a_source_that_fails_when_asked_is_replaced_in_the_same_answer(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    chain.start()
    best.trouble, second.so = "pulled out", True
    assert ask(chain)


def test_a_source_that_fails_later_is_replaced_and_gets_its_place_back(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    changes: list[str] = []
    chain.start()
    chain.changed.connect(lambda: changes.append(in_use(chain)))
    best.failed.emit("gone")
    best.failed.emit("gone again")
    assert second.running
    best.recovered.emit()
    assert changes == ["second", "best"]
    assert not second.running


def test_a_source_that_recovers_below_the_one_in_use_changes_nothing(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    chain.start()
    second.failed.emit("gone")
    second.recovered.emit()
    assert in_use(chain) == "best"


def test_when_all_fail_the_last_one_answers(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    best.trouble = second.trouble = "no"
    chain.start()
    assert not ask(chain)
    assert in_use(chain) == "none: cannot be told here"


def test_failed_sources_are_tried_again_after_a_while(
    chain: Chain[StateSource], best: Told
) -> None:
    best.trouble = "overloaded"
    chain.start()
    ask(chain)
    best.trouble = ""
    for _ in range(RETRY_AFTER):
        ask(chain)
    assert in_use(chain) == "best"


def test_only_the_source_in_use_is_heard(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    changes: list[bool] = []
    chain.start()
    chain.changed.connect(lambda: changes.append(True))
    second.changed.emit()
    assert changes == []
    best.changed.emit()
    assert changes == [True]


def test_after_a_stop_nothing_runs_and_nothing_starts_by_itself(
    chain: Chain[StateSource], best: Told, second: Told
) -> None:
    chain.start()
    chain.stop()
    best.failed.emit("late")
    best.recovered.emit()
    assert (best.running, second.running) == (False, False)
