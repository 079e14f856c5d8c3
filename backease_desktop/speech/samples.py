"""From what a voice wrote to what the program plays: pure arithmetic on samples, stdlib only.

Rules:
    * Everything here works on `array("h")`: mono signed 16-bit, native byte order.
    * Trimming comes before loudness, so that silence never counts as quiet speech.
    * Loudness is measured over the spoken parts only (blocks above a gate), so that a sentence
      with a pause in it is not made louder than a single word.
"""

import sys
import wave
from array import array
from operator import mul
from pathlib import Path

from backease_desktop.core.clip import SAMPLE_RATE

FULL_SCALE = 32_767
SILENCE = 200
"""Largest sample that still counts as silence: 44 dB below full scale."""
TARGET_RMS = 4_125
"""Loudness of every clip, 18 dB below full scale: clear, and not startling in an office."""
PEAK_LIMIT = 29_200
"""No sample above this, 1 dB below full scale; the loudness gives way to it."""

_LEAD = SAMPLE_RATE * 5 // 1000
_TAIL = SAMPLE_RATE * 20 // 1000
_FADE = SAMPLE_RATE * 5 // 1000
_BLOCK = SAMPLE_RATE * 50 // 1000


class SilentClipError(ValueError):
    """The voice wrote a file without a sound in it."""


def clip_samples(wav: Path) -> bytes:
    """The samples of a WAV file as a voice wrote it, ready to be a `Clip`.

    Raises:
        SilentClipError: nothing in it is louder than silence.
        wave.Error, EOFError, OSError, ValueError: it cannot be read as PCM.
    """
    with wave.open(str(wav), "rb") as file:
        sound = decode(
            file.readframes(file.getnframes()),
            width=file.getsampwidth(),
            channels=file.getnchannels(),
            rate=file.getframerate(),
        )
    return normalise(trim(sound)).tobytes()


def decode(data: bytes, *, width: int, channels: int, rate: int) -> "array[int]":
    """PCM as it stands in a WAV file, as mono samples at `SAMPLE_RATE`.

    Args:
        data: interleaved little-endian frames; a cut last frame is left off.
        width: bytes per sample: 1 (unsigned), 2 (signed).
        channels: they are averaged.
        rate: frames a second.

    Raises:
        ValueError: a format that no voice of ours writes.
    """
    if width not in (1, 2) or channels < 1 or rate < 1:
        raise ValueError(f"cannot read {channels} channels of {width} bytes at {rate} Hz")
    data = data[: len(data) // (width * channels) * width * channels]
    if width == 1:
        sound = array("h", [(value - 128) << 8 for value in data])
    else:
        sound = array("h", data)
        if sys.byteorder == "big":
            sound.byteswap()
    if channels > 1:
        tracks = [sound[channel::channels] for channel in range(channels)]
        sound = array("h", [sum(frame) // channels for frame in zip(*tracks, strict=True)])
    return resample(sound, rate)


def resample(sound: "array[int]", rate: int) -> "array[int]":
    """The same sound at `SAMPLE_RATE`, by straight lines between samples: enough for speech."""
    if rate == SAMPLE_RATE or not sound:
        return sound
    last = len(sound) - 1
    result = array("h")
    for frame in range(len(sound) * SAMPLE_RATE // rate):
        before, share = divmod(frame * rate, SAMPLE_RATE)
        after = min(before + 1, last)
        step = (sound[after] - sound[before]) * share // SAMPLE_RATE
        result.append(sound[before] + step)
    return result


def trim(sound: "array[int]") -> "array[int]":
    """The sound without the silence around it, but for a breath on each side, faded at the ends.

    Raises:
        SilentClipError: there is nothing else in it.
    """
    first = next((at for at, value in enumerate(sound) if abs(value) > SILENCE), None)
    if first is None:
        raise SilentClipError("the voice wrote only silence")
    last = next(at for at in range(len(sound) - 1, -1, -1) if abs(sound[at]) > SILENCE)
    kept = sound[max(0, first - _LEAD) : last + 1 + _TAIL]
    fade = min(_FADE, len(kept) // 2)
    for at in range(fade):
        kept[at] = kept[at] * at // fade
        kept[-1 - at] = kept[-1 - at] * at // fade
    return kept


def normalise(sound: "array[int]") -> "array[int]":
    """The sound at the one loudness, or as near as its peak allows."""
    peak = max(max(sound, default=0), -min(sound, default=0))
    loudness = spoken_rms(sound)
    if not loudness:
        return sound
    gain = min(TARGET_RMS / loudness, PEAK_LIMIT / peak)
    scale = int(gain * 4096)
    return array("h", [value * scale >> 12 for value in sound])


def spoken_rms(sound: "array[int]") -> float:
    """Root mean square over the blocks that hold speech; 0.0 if there are none."""
    energy, count = 0, 0
    for start in range(0, len(sound), _BLOCK):
        block = sound[start : start + _BLOCK]
        squares = sum(map(mul, block, block))
        if squares > SILENCE * SILENCE * len(block):
            energy += squares
            count += len(block)
    return (energy / count) ** 0.5 if count else 0.0
