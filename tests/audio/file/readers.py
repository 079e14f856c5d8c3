"""Two readers of sound files that have nothing in common: libsndfile's decoders, and ffmpeg's own.

Both give mono samples at `SAMPLE_RATE`, from the moment at which a player would begin.
"""

import os
import subprocess
from array import array
from collections.abc import Callable
from pathlib import Path

from _miniaudio import ffi as converting
from _miniaudio import lib as converter

from backease_desktop.audio.file import sound_file
from backease_desktop.core.clip import SAMPLE_RATE

_READ = 0x10


def _by_ffmpeg(path: Path) -> "array[int]":
    wanted = ["-ac", "1", "-ar", str(SAMPLE_RATE), "-f", "s16le", "-"]
    read = ["ffmpeg", "-v", "error", "-nostdin", "-i", str(path), *wanted]
    done = subprocess.run(read, capture_output=True, check=True)
    return array("h", done.stdout)


def _by_libsndfile(path: Path) -> "array[int]":
    ffi, library = sound_file._libsndfile()
    info = ffi.new("SF_INFO*")
    file = library.sf_open(os.fsencode(path), _READ, info)
    assert file != ffi.NULL
    samples = ffi.new("short[]", 60 * info.samplerate)
    count = library.sf_read_short(file, samples, 60 * info.samplerate)
    library.sf_close(file)
    return _converted(bytes(ffi.buffer(samples, 2 * count)), info.samplerate)


def _converted(data: bytes, rate: int) -> "array[int]":
    frames = len(data) // 2
    wanted = frames * SAMPLE_RATE // rate
    out = converting.new("short[]", wanted + 1)
    given, form = converting.from_buffer("short[]", data), converter.ma_format_s16
    made = converter.ma_convert_frames(
        out, wanted, form, 1, SAMPLE_RATE, given, frames, form, 1, rate
    )
    return array("h", bytes(converting.buffer(out, 2 * made)))


READERS: dict[str, Callable[[Path], "array[int]"]] = {
    "libsndfile": _by_libsndfile,
    "ffmpeg": _by_ffmpeg,
}
