"""A clip: rendered speech or a tone, in the one sound format that the whole program uses."""

from dataclasses import dataclass

from backease_desktop.core.units import Ms

SAMPLE_RATE = 22_050
"""Frames a second. Every clip is mono, signed 16-bit, native byte order."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Samples that can be played as they are.

    Attributes:
        samples: mono signed 16-bit frames at `SAMPLE_RATE`, native byte order.
    """

    samples: bytes

    @property
    def length(self) -> Ms:
        """How long the clip sounds, in milliseconds, rounded up."""
        return Ms(-(-(len(self.samples) // 2) * 1000 // SAMPLE_RATE))
