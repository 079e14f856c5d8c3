"""The mixer: clips in, one stream of samples out. Pure: no device, no threads, no clock.

Rules:

1. Time is the number of frames rendered so far. However rendering is sliced, the same samples come
   out and the same things are reported.
2. A clip starts exactly on its frame. If that frame has passed it starts at once, from its
   beginning; if it passed more than `late_limit` frames ago, it is discarded and never heard.
3. The voice channel plays one clip at a time. Where a later one starts, the earlier one has faded
   out; a voice that must start at once first lets the other one fade (`FADE` frames).
   Of two voices for the same frame the one scheduled last wins. Tones overlap freely.
4. `cut` fades what sounds within `FADE` frames and forgets what was scheduled, without report.
5. Sums that leave the 16-bit range saturate.

Nothing is multiplied that need not be: a clip at full volume is copied, silence is a ready-made
block, and only where clips really overlap are samples added one by one.
"""

from array import array
from bisect import insort
from dataclasses import dataclass
from operator import add
from typing import Final

from backease_desktop.core.clip import SAMPLE_RATE, Clip

FADE: Final = SAMPLE_RATE * 12 // 1000
"""Frames of a fade-out: 12 ms, short enough to feel immediate, long enough not to click."""
_UNITY: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class Started:
    """The first sample of a clip was rendered as this frame."""

    token: int
    frame: int


@dataclass(frozen=True, slots=True)
class Discarded:
    """A clip will not be heard: it came too late, or a newer voice took its place."""

    token: int


class _Piece:
    """A clip with its place in the stream; `end` moves forward when it must make room."""

    __slots__ = ("end", "fade_from", "gain", "samples", "start", "token", "voice")

    def __init__(self, clip: Clip, start: int, *, voice: bool, volume: float, token: int) -> None:
        self.samples = clip.samples
        self.start = start
        self.end = start + len(clip.samples) // 2
        self.fade_from = self.end
        self.gain = round(min(1.0, max(0.0, volume)) * _UNITY)
        self.voice = voice
        self.token = token

    def make_room(self, end: int) -> None:
        """Be silent from `end` on, fading out before it. Ending later than now changes nothing."""
        if end < self.end:
            self.end = end
            self.fade_from = end - FADE

    def render(self, begin: int, end: int) -> "array[int]":
        """The samples of frames `begin` to `end`, which lie inside the piece."""
        first = begin - self.start
        block = array("h", self.samples[2 * first : 2 * (end - self.start)])
        if self.gain != _UNITY:
            gain = self.gain
            block = array("h", [sample * gain >> 15 for sample in block])
        for frame in range(max(begin, self.fade_from), end):
            block[frame - begin] = block[frame - begin] * (self.end - frame) // FADE
        return block


class Mixer:
    """Two channels, voice and tones, rendered to mono 16-bit samples in native byte order.

    Attributes:
        frame: the number of frames rendered so far, which is the next frame to be rendered.
    """

    def __init__(self, *, late_limit: int) -> None:
        self.frame = 0
        self._late_limit = late_limit
        self._waiting: list[_Piece] = []
        self._sounding: list[_Piece] = []
        self._events: list[Started | Discarded] = []
        self._silence = b""

    @property
    def is_silent(self) -> bool:
        """Whether nothing sounds at the frame to be rendered next."""
        return not self._sounding

    @property
    def is_idle(self) -> bool:
        """Whether nothing sounds, and nothing is scheduled."""
        return not self._sounding and not self._waiting

    def schedule(self, clip: Clip, frame: int, *, voice: bool, volume: float, token: int) -> None:
        """Let the first sample of a clip be the given frame of the stream.

        Args:
            clip: what to play.
            frame: absolute frame number; one in the past means at once (rule 2).
            voice: on the voice channel, where it takes the place of others (rule 3).
            volume: 0.0 to 1.0.
            token: names the clip in what `render` reports.
        """
        if self.frame - frame > self._late_limit:
            self._events.append(Discarded(token))
            return
        piece = _Piece(clip, max(frame, self.frame), voice=voice, volume=volume, token=token)
        if voice:
            self._clear_the_channel_for(piece)
        insort(self._waiting, piece, key=_start)

    def cut(self) -> None:
        """Fade out what sounds and forget what is scheduled."""
        self._waiting.clear()
        for piece in self._sounding:
            piece.make_room(self.frame + FADE)

    def give_up(self) -> list[int]:
        """Forget what is scheduled and not begun; returns its tokens, the next one first."""
        waiting, self._waiting = self._waiting, []
        return [piece.token for piece in waiting]

    def render(self, frames: int) -> tuple[bytes, list[Started | Discarded]]:
        """The next samples of the stream, and what was started or discarded on the way."""
        begin, end = self.frame, self.frame + frames
        while self._waiting and self._waiting[0].start < end:
            piece = self._waiting.pop(0)
            self._sounding.append(piece)
            self._events.append(Started(piece.token, piece.start))
        block = self._mix(begin, end) if self._sounding else self._silent(frames)
        self._sounding = [piece for piece in self._sounding if piece.end > end]
        self.frame = end
        events, self._events = self._events, []
        return block, events

    def _clear_the_channel_for(self, new: _Piece) -> None:
        for old in self._sounding:
            if old.voice and old.end > new.start:
                new_start = max(new.start, min(old.end, self.frame + FADE))
                new.end = new.fade_from = new.end + new_start - new.start
                new.start = new_start
                old.make_room(new_start)
        for old in [piece for piece in self._waiting if piece.voice]:
            if old.start == new.start:
                self._waiting.remove(old)
                self._events.append(Discarded(old.token))
            elif old.start < new.start:
                old.make_room(new.start)
            else:
                new.make_room(old.start)

    def _mix(self, begin: int, end: int) -> bytes:
        block = array("h", self._silent(end - begin))
        filled = begin
        for piece in self._sounding:
            low, high = max(begin, piece.start), min(end, piece.end)
            samples = piece.render(low, high)
            shared = min(filled, high)
            if shared > low:
                both = slice(low - begin, shared - begin)
                samples[: shared - low] = _sum(block[both], samples[: shared - low])
            block[low - begin : high - begin] = samples
            filled = max(filled, high)
        return block.tobytes()

    def _silent(self, frames: int) -> bytes:
        if len(self._silence) != 2 * frames:
            self._silence = bytes(2 * frames)
        return self._silence


def _start(piece: _Piece) -> int:
    return piece.start


def _sum(some: "array[int]", others: "array[int]") -> "array[int]":
    """Both together; the array itself finds out whether anything has to be saturated."""
    try:
        return array("h", map(add, some, others))
    except OverflowError:
        return array(
            "h", [min(32_767, max(-32_768, a + b)) for a, b in zip(some, others, strict=True)]
        )
