"""Sound files: WAV, MP3 and Opus, written by libsndfile with chapter marks.

Rules:
    * libsndfile comes inside the package soundfile, and is called by itself: soundfile's own module
      would load numpy, which nothing here needs. Both are loaded when a file is first written.
    * MP3 carries how much silence its encoder adds, so players put the first sample at 0. Opus
      knows 24,000 frames a second and not ours, so it is converted for it, and says in its head how
      much of its beginning is the encoder's.
    * Opus is written with as many bits as make its encoder treat speech like music: a quarter of
      the time for a twelfth more bytes. Its effort itself cannot be set through libsndfile.
    * It is made in a folder of its own, and put in its place when it is whole.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backease_desktop.audio.file.marks import mark
from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.timeline.chapters import Chapter
from backease_desktop.disk import write_file

_WRITE = 0x20
_SET_COMPRESSION = 0x1301
_OPUS_COMPRESSION = 0.8
"""Of 0 (most bits) to 1: from here on down the encoder is quick (120 s of a session took 0.95 s of
a processor and 26 kbit/s, at the library's own choice 3.9 s and 24 kbit/s)."""
_OPUS_RATE = 24_000


@dataclass(frozen=True, slots=True)
class _Format:
    """A kind of file.

    Attributes:
        number: libsndfile's for it; rate: the frames a second that it holds.
        compression: how many bits are spared, of 0 to 1; None leaves that to libsndfile.
    """

    number: int
    rate: int = SAMPLE_RATE
    compression: float | None = None


FORMATS = {
    ".wav": _Format(0x01_0000 | 0x0002),
    ".mp3": _Format(0x23_0000 | 0x0082),
    ".opus": _Format(0x20_0000 | 0x0064, _OPUS_RATE, _OPUS_COMPRESSION),
}
"""By the ending of the file's name."""


class SoundFileError(ReportedError):
    """The file cannot be written; says why."""


def check_name(path: Path) -> None:
    """Whether sound can be written into a file of this name.

    Raises:
        SoundFileError: it has another ending.
    """
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(FORMATS)
        raise SoundFileError(f"{path}: its name should end in one of {known}")


def write_sound(
    path: Path, title: str, blocks: Iterable[bytes], chapters: Sequence[Chapter]
) -> None:
    """Write a recording with its chapters.

    Args:
        path: ends in `.wav`, `.mp3` or `.opus`.
        title: of the whole.
        blocks: samples, mono, signed 16-bit, native byte order, at `SAMPLE_RATE`.
        chapters: in order.

    Raises:
        SoundFileError: the name has another ending, a library is not here, or it cannot be written.
    """
    check_name(path)
    kind = FORMATS[path.suffix.lower()]
    if kind.rate != SAMPLE_RATE:
        blocks = _converted(blocks, kind.rate)
    try:
        with TemporaryDirectory(prefix="backease-") as folder:
            made = Path(folder) / f"sound{path.suffix.lower()}"
            _encode(made, kind, blocks)
            mark(made, title, chapters)
            write_file(path, made.read_bytes())
    except OSError as error:
        raise SoundFileError(f"{path}: cannot be written ({error.strerror or error})") from error
    except ImportError as error:
        raise SoundFileError(
            f"{path}: the library that writes sound is not here ({error})"
        ) from error


def _encode(path: Path, kind: _Format, blocks: Iterable[bytes]) -> None:
    ffi, library = _libsndfile()
    info = ffi.new("SF_INFO*")
    info.samplerate, info.channels, info.format = kind.rate, 1, kind.number
    file = library.sf_open(os.fsencode(path), _WRITE, info)
    if file == ffi.NULL:
        raise OSError(ffi.string(library.sf_strerror(file)).decode(errors="replace"))
    try:
        if kind.compression is not None:
            level = ffi.new("double*", kind.compression)
            library.sf_command(file, _SET_COMPRESSION, level, ffi.sizeof("double"))
        for block in blocks:
            frames = len(block) // 2
            if library.sf_write_short(file, ffi.from_buffer("short[]", block), frames) != frames:
                raise OSError(ffi.string(library.sf_strerror(file)).decode(errors="replace"))
    finally:
        library.sf_close(file)


def _libsndfile() -> tuple[Any, Any]:
    """The library, and what makes its values."""
    # Loaded on first use: few write sound, and nobody's start waits for it.
    import _soundfile_data
    from _soundfile import ffi

    folder = Path(_soundfile_data.__file__).parent
    found = next(
        (one for one in sorted(folder.iterdir()) if one.suffix in (".so", ".dylib", ".dll")), None
    )
    if found is None:
        raise ImportError(f"no libsndfile in {folder}")
    return ffi, ffi.dlopen(str(found))


def _converted(blocks: Iterable[bytes], rate: int) -> Iterator[bytes]:
    """The samples at another number of frames a second, as one block: its length is exact."""
    # Loaded on first use, as libsndfile.
    from _miniaudio import ffi, lib

    samples = b"".join(blocks)
    frames = len(samples) // 2
    wanted = frames * rate // SAMPLE_RATE
    out = ffi.new("short[]", wanted + 1)
    given = ffi.from_buffer("short[]", samples)
    form = lib.ma_format_s16
    made = lib.ma_convert_frames(out, wanted, form, 1, rate, given, frames, form, 1, SAMPLE_RATE)
    yield bytes(ffi.buffer(out, 2 * made))
