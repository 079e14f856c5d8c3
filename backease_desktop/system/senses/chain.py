"""An ordered list of sources of which the best one that works is asked.

Rules: the last source cannot fail; a source that fails is remembered with its reason and replaced
by the next; when it recovers, or after `RETRY_AFTER` questions, it gets its place back; only the
one in use and those that may recover hold anything open.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from backease_desktop.system.senses.source import Source, SourceError

log = logging.getLogger(__name__)

RETRY_AFTER = 40
"""Questions after which failed sources are tried again: some ten minutes at the usual pace."""

S = TypeVar("S", bound=Source)
T = TypeVar("T")


class SourceReport(msgspec.Struct, frozen=True):
    """One line of the page "Why did it (not) remind me?".

    Attributes:
        topic: what it is about, such as "idle".
        name: the source.
        in_use: whether it is the one that is asked.
        trouble: why it does not work, or nothing.
    """

    topic: str
    name: str
    in_use: bool
    trouble: str = ""


class Chain(QObject, Generic[S]):
    """The sources for one topic, best first.

    Args:
        topic: what they know, as a person says it.
        sources: at least one; the last one cannot fail.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, topic: str, sources: Sequence[S], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        self._sources = tuple(sources)
        self._troubles: dict[int, str] = {}
        self._in_use: int | None = None
        self._questions = 0
        for index, source in enumerate(self._sources):
            source.setParent(self)
            source.changed.connect(lambda index=index: self._on_changed(index))
            source.failed.connect(lambda why, index=index: self._on_failed(index, why))
            source.recovered.connect(lambda index=index: self._on_recovered(index))

    def start(self) -> None:
        """Begin with the best source."""
        self._use_best()

    def stop(self) -> None:
        """Let go of every source."""
        self._in_use = None
        self._troubles.clear()
        for source in self._sources:
            source.stop()

    def ask(self, question: Callable[[S], T]) -> T:
        """What the best source answers; one that fails at it is replaced first."""
        self._questions += 1
        if self._questions % RETRY_AFTER == 0 and self._troubles:
            self._troubles.clear()
            self._use_best()
        while True:
            if self._in_use is None:
                self._use_best()
            index = self._in_use or 0
            try:
                return question(self._sources[index])
            except SourceError as error:
                self._on_failed(index, str(error))

    def report(self) -> list[SourceReport]:
        """Every source with its state, best first."""
        troubles = self._troubles
        return [
            SourceReport(self.topic, each.name, index == self._in_use, troubles.get(index, ""))
            for index, each in enumerate(self._sources)
        ]

    def _use_best(self) -> None:
        for index, source in enumerate(self._sources):
            if index in self._troubles:
                continue
            if index == self._in_use:
                return
            before, self._in_use = self._in_use, index
            if before is not None and before not in self._troubles:
                self._sources[before].stop()
            try:
                source.start()
            except SourceError as error:
                self._note(index, str(error))
                continue
            self.changed.emit()
            return

    def _note(self, index: int, why: str) -> None:
        log.info("%s: %s does not work: %s", self.topic, self._sources[index].name, why)
        self._troubles[index] = why

    def _on_changed(self, index: int) -> None:
        if index == self._in_use:
            self.changed.emit()

    def _on_failed(self, index: int, why: str) -> None:
        if self._in_use is None or index in self._troubles:
            return
        self._note(index, why)
        if index == self._in_use:
            self._use_best()

    def _on_recovered(self, index: int) -> None:
        if self._in_use is not None and self._troubles.pop(index, None) is not None:
            self._use_best()
