"""Our own tones, computed from a short score: soft, low, and no two alike.

Each note is a sine with two quiet harmonics under a gentle decay. Every note fades in and out over
5 ms, so nothing clicks. Rising means *go*, falling means *let go*, two notes to and fro mean
*change*. Pitches stay between 290 and 1,050 Hz: audible on a laptop, unobtrusive across an office.
"""

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.tones import TONE_LENGTH, ToneName
from backease_desktop.core.units import Ms

_LOUDNESS = 0.22
"""Peak of one note, as a part of full scale: speech stays the louder of the two."""
_HARMONICS = ((1, 1.0), (2, 0.22), (3, 0.06))
_FADE = SAMPLE_RATE * 5 // 1000
_DECAY = 2.2
"""How many times a note falls by the factor e from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class _Note:
    """One note of a score: pitch in Hz (gliding to `to` if given), begin and length in ms."""

    pitch: float
    begin: int
    length: int
    to: float | None = None
    strength: float = 1.0


_SCORE: Final[Mapping[ToneName, tuple[_Note, ...]]] = {
    ToneName.START: (_Note(523, 0, 80), _Note(784, 70, 100)),
    ToneName.SWITCH: (_Note(659, 0, 65), _Note(440, 60, 65), _Note(659, 120, 60)),
    ToneName.RELAX: (_Note(659, 0, 90), _Note(392, 80, 100)),
    ToneName.COUNT: (_Note(622, 0, 90),),
    ToneName.TICK: (_Note(415, 0, 50, strength=0.7),),
    ToneName.NEXT: (_Note(494, 0, 65), _Note(494, 75, 65)),
    ToneName.REST: (_Note(294, 0, 180, strength=1.2),),
    ToneName.REP: (_Note(523, 0, 80, strength=0.8),),
    ToneName.RELEASE: (_Note(587, 0, 120, to=440),),
    ToneName.BREATHE_IN: (_Note(330, 0, 180, to=494, strength=0.8),),
    ToneName.BREATHE_OUT: (_Note(494, 0, 180, to=330, strength=0.8),),
    ToneName.HALFWAY: (_Note(587, 0, 130, strength=0.7), _Note(880, 0, 130, strength=0.4)),
    ToneName.PAUSE: (_Note(440, 0, 80), _Note(349, 75, 85)),
    ToneName.RESUME: (_Note(349, 0, 80), _Note(440, 75, 85)),
    ToneName.DONE: (
        _Note(523, 0, 240),
        _Note(659, 110, 260),
        _Note(784, 220, 280),
        _Note(1047, 330, 350, strength=0.7),
    ),
    ToneName.WARN: (_Note(311, 0, 85), _Note(370, 0, 85), _Note(311, 95, 85), _Note(370, 95, 85)),
}


@cache
def tone(name: ToneName) -> Clip:
    """The samples of a tone, computed the first time it is asked for (1 to 20 ms)."""
    mixed = [0.0] * _frames(TONE_LENGTH[name])
    for note in _SCORE[name]:
        begin = _frames(note.begin)
        for frame, value in enumerate(_wave(note), begin):
            mixed[frame] += value
    scale = 32_767 * _LOUDNESS
    return Clip(array("h", (round(value * scale) for value in mixed)).tobytes())


def _frames(duration: Ms | int) -> int:
    return duration * SAMPLE_RATE // 1000


def _wave(note: _Note) -> list[float]:
    """The note on its own, from -1.3 to 1.3, silent at both ends."""
    # Rounding begin and length apart could reach one frame past the tone: round the end.
    count = _frames(note.begin + note.length) - _frames(note.begin)
    pitch, strength, last = note.pitch, note.strength, count - 1
    bend = (note.to or pitch) / pitch - 1
    (_, first), (_, second), (_, third) = _HARMONICS
    sin, exp, turn = math.sin, math.exp, 2 * math.pi
    wave = []
    for frame in range(count):
        part = frame / count
        # The integral of a pitch that moves in a straight line: no jump of phase on the way.
        angle = turn * (pitch * (frame / SAMPLE_RATE) * (1 + bend * part / 2))
        sound = first * sin(angle) + second * sin(angle * 2) + third * sin(angle * 3)
        end = last - frame
        if frame < _FADE or end < _FADE:
            sound *= strength * min(1.0, frame / _FADE, end / _FADE)
        else:
            sound *= strength
        wave.append(sound * exp(-_DECAY * part))
    return wave
