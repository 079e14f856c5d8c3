"""Keeping the screen on while a session plays.

Rules: `hold` and `release` never raise and never wait for an answer; ways are tried in order, at
once or when a late refusal arrives; the last one cannot fail; `name` says which one is in use.
"""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject

from backease_desktop.system.keep_awake.inhibitor import Inhibitor, InhibitorError, NoInhibitor

log = logging.getLogger(__name__)


class ScreenAwake(QObject):
    """Holds the screen on by the first way that works.

    Args:
        inhibitors: the ways, best first; one that does nothing is added at the end.
        parent: the owner.
    """

    def __init__(self, inhibitors: Sequence[Inhibitor], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inhibitors = (*inhibitors, NoInhibitor(self))
        self._in_use = 0
        self._reason: str | None = None
        for index, inhibitor in enumerate(self._inhibitors):
            inhibitor.setParent(self)
            inhibitor.failed.connect(lambda why, index=index: self._on_failed(index, why))

    @property
    def name(self) -> str:
        """The way in use, or the one that would be tried first."""
        return self._inhibitors[self._in_use].name

    @property
    def held(self) -> bool:
        """Whether the screen is asked to stay on."""
        return self._reason is not None

    def hold(self, reason: str) -> None:
        """Keep the screen on until `release`; a second call changes nothing.

        Args:
            reason: shown by desktops that list who keeps the screen on.
        """
        if self._reason is None:
            self._reason = reason
            self._try()

    def release(self) -> None:
        """Let the screen sleep again; harmless when nothing is held."""
        if self._reason is not None:
            self._reason = None
            self._inhibitors[self._in_use].release()

    def _try(self) -> None:
        while self._reason is not None:
            inhibitor = self._inhibitors[self._in_use]
            try:
                inhibitor.hold(self._reason)
            except InhibitorError as error:
                log.info("%s does not keep the screen on: %s", inhibitor.name, error)
                self._in_use += 1
            else:
                return

    def _on_failed(self, index: int, why: str) -> None:
        if index == self._in_use and index + 1 < len(self._inhibitors):
            log.info("%s does not keep the screen on: %s", self.name, why)
            self._in_use += 1
            self._try()
