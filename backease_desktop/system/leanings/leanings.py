"""The two leanings of a person that the look follows, from the best source that this system has.

Rules: a leaning that cannot be told counts as not wanted; `changed` comes once for each change and
carries both; between changes nothing is asked and nothing wakes us.
"""

from PySide6.QtCore import QObject, Signal

from backease_desktop.system.senses.chain import Chain
from backease_desktop.system.senses.source import StateSource


class Leanings(QObject):
    """Knows whether the person wants less motion and more contrast.

    Args:
        motion: the sources that know whether less motion is wanted.
        contrast: the sources that know whether more contrast is wanted.
        parent: the owner.

    Signals:
        changed: whether less motion is wanted, and whether more contrast is; not told at the
            start while neither is.
    """

    changed = Signal(bool, bool)

    def __init__(
        self,
        motion: Chain[StateSource],
        contrast: Chain[StateSource],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chains = (motion, contrast)
        self._told = (False, False)
        for chain in self._chains:
            chain.setParent(self)
            chain.changed.connect(self._read)

    def start(self) -> None:
        """Begin to know."""
        for chain in self._chains:
            chain.start()

    def stop(self) -> None:
        """Let go of every source."""
        for chain in self._chains:
            chain.stop()

    def _read(self) -> None:
        motion, contrast = self._chains
        wanted = (motion.ask(_is_so), contrast.ask(_is_so))
        if wanted != self._told:
            self._told = wanted
            self.changed.emit(*wanted)


def _is_so(source: StateSource) -> bool:
    return source.active()
