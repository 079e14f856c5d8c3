"""The microphone where no sound server answers: the recording devices of the kernel.

A few files of a few bytes are read at each reading. Bluetooth headsets do not appear there.
"""

from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource

CARDS = Path("/proc/asound")


class AlsaMicrophone(StateSource):
    """Looks for a recording device that runs."""

    name = "ALSA recording devices"

    def __init__(self, cards: Path = CARDS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = cards

    def start(self) -> None:
        """See whether the kernel has a list of sound cards."""
        if not self._cards.is_dir():
            raise SourceError("this kernel knows no sound cards")

    def active(self) -> bool:
        """Whether somebody records."""
        return any(_runs(path) for path in self._cards.glob("card*/pcm*c/sub*/status"))


def _runs(path: Path) -> bool:
    try:
        return "state: RUNNING" in path.read_text()
    except OSError:  # the card has just been pulled out
        return False
