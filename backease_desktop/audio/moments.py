"""Which frame of the stream is heard at which moment. Pure.

The device asks for frames as its buffer empties. A request can come late, never early: so of all
recent requests the earliest one, measured against its own frame, shows how the stream lies in
time. Only the last half second counts, because the device's crystal and the computer's clock drift
apart. And no frame is heard before it was asked for: a request so late that this would be so means
that the device ran dry and stood still, and what was known before no longer holds.
"""

from collections import deque
from typing import Final

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.units import Ms

_REQUESTS: Final = 25
_FRAMES_A_MS: Final = SAMPLE_RATE / 1000


class FrameClock:
    """Translates between frames of the stream and readings of the monotonic clock.

    Args:
        latency: from the earliest request for a frame to the moment when it is heard.
    """

    def __init__(self, latency: Ms) -> None:
        self._latency = latency
        self._origins: deque[float] = deque(maxlen=_REQUESTS)

    def observe(self, now: Ms, frame: int) -> bool:
        """The device asked for the frames from `frame` on, at `now`; whether it had run dry."""
        had_run_dry = bool(self._origins) and self.heard_at(frame) < now
        if had_run_dry:
            self._origins.clear()
        self._origins.append(now - frame / _FRAMES_A_MS)
        return had_run_dry

    def heard_at(self, frame: int) -> Ms:
        """When a frame reaches the loudspeaker. Needs at least one observation."""
        return Ms(round(min(self._origins) + self._latency + frame / _FRAMES_A_MS))

    def frame_at(self, moment: Ms) -> int:
        """The frame that reaches the loudspeaker at a moment, possibly long gone by."""
        return round((moment - self._latency - min(self._origins)) * _FRAMES_A_MS)
