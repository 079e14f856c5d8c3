"""A sound output that remembers: what it is to play, it mixes into one stream of samples.

It keeps the port of the other outputs, so that a session is recorded by what plays sessions.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from backease_desktop.audio.mixer import Mixer
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms

BLOCK = SAMPLE_RATE
"""Frames that are mixed at a time: a second."""


class Recorder(QObject):
    """Remembers clips by their moments, which count from the start of the recording."""

    opened = Signal()
    """Never emitted: it is open from the start."""
    started = Signal(int, object)
    """Never emitted."""
    discarded = Signal(int)
    """Never emitted: nothing comes too late."""
    lost = Signal(str)
    """Never emitted."""
    restored = Signal()
    """Never emitted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mixer = Mixer(late_limit=0)

    @property
    def is_open(self) -> bool:
        """Clips are taken at any time."""
        return True

    @property
    def is_closed(self) -> bool:
        """Never."""
        return False

    def open(self) -> None:
        """It is."""

    def close(self) -> None:
        """Nothing needs to be let go of."""

    def play(self, clip: Clip, at: Ms | None, *, voice: bool, volume: float, token: int) -> None:
        """Let a clip's first sample be at a moment; without one, at the start."""
        frame = round((at or 0) * SAMPLE_RATE / 1000)
        self._mixer.schedule(clip, frame, voice=voice, volume=volume, token=token)

    def cut(self) -> None:
        """Forget everything."""
        self._mixer.cut()

    def samples(self, length: Ms) -> Iterator[bytes]:
        """The recording, block by block: mono, signed 16-bit, at `SAMPLE_RATE`."""
        left = length * SAMPLE_RATE // 1000
        while left > 0:
            block, _ = self._mixer.render(min(BLOCK, left))
            yield block
            left -= BLOCK
