"""Chapter marks, as each kind of file has them.

MP3: a tag of ID3 with chapters (`id3`). Opus: comments `CHAPTER001` and `CHAPTER001NAME`. WAV: cue
points with labels; a second kind of marks beside them would be read as chapters of their own.
"""

import struct
from collections.abc import Sequence
from pathlib import Path

from backease_desktop.audio.file.id3 import id3_tag
from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.timeline.chapters import Chapter


def mark(path: Path, title: str, chapters: Sequence[Chapter]) -> None:
    """Mark the chapters of a file.

    Args:
        path: a whole file of sound; its ending says of which kind.
        title: of the whole.
        chapters: in order.

    Raises:
        ImportError: the library is not here.
        OSError: the file cannot be written.
    """
    match path.suffix:
        case ".mp3":
            _mark_mp3(path, title, chapters)
        case ".opus":
            _mark_opus(path, title, chapters)
        case _:
            _mark_wave(path, chapters)


def _mark_mp3(path: Path, title: str, chapters: Sequence[Chapter]) -> None:
    path.write_bytes(id3_tag(title, chapters) + path.read_bytes())


def _mark_wave(path: Path, chapters: Sequence[Chapter]) -> None:
    """Add the chunks `cue ` and `LIST adtl` to a WAV file."""
    points, labels = b"", b""
    for number, chapter in enumerate(chapters, start=1):
        frame = chapter.start * SAMPLE_RATE // 1000
        points += struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame)
        labels += _chunk(b"labl", struct.pack("<I", number) + chapter.title.encode() + b"\0")
    chunks = _chunk(b"cue ", struct.pack("<I", len(chapters)) + points)
    chunks += _chunk(b"LIST", b"adtl" + labels)
    with path.open("r+b") as file:
        file.seek(0, 2)
        file.write(chunks)
        size = file.tell() - 8
        file.seek(4)
        file.write(struct.pack("<I", size))


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _mark_opus(path: Path, title: str, chapters: Sequence[Chapter]) -> None:
    # Loaded on first use: few write sound.
    from mutagen.oggopus import OggOpus

    file = OggOpus(path)
    file["TITLE"] = title
    for number, chapter in enumerate(chapters, start=1):
        seconds, milliseconds = divmod(chapter.start, 1000)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        moment = f"{hours:02d}:{minutes:02d}:{seconds:02d}.{milliseconds:03d}"
        file[f"CHAPTER{number:03d}"] = moment
        file[f"CHAPTER{number:03d}NAME"] = chapter.title
    file.save()
